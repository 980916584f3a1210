/**
 * Names of parameters that may be secrets: authorization codes, tokens, transaction numbers, signatures, and what
 * tells who the user is. One of these as a word of the name, as in `access_token` or `user[mobile]` …
 */
const SECRET_WORD =
  /^(token|ticket|secret|sign|signature|sig|auth|authorization|pass(word|wd|code)?|pwd|j?session(id)?|mobile|phone|tel|email|credential|captcha|otp|pin|pan|cvv2?|cvn2?|jwt|nonce|tn|sn|sid)$/
/** … or this as the whole of it, however it is written: `openId`, `open_id`. */
const SECRET_NAME =
  /^(code|state|name|user|(open|union|user|member|customer)id|(real|user|nick|login|full)name|id(no|card|number)|(card|cert|trade|trans|txn|account|acct)(no|num|number)|(verify|sms|check)code|(api|access|private|app)key|noncestr)$/

/** Values that give themselves away: a mobile number, a JSON web token. */
const SECRET_VALUE = /^((\+?86)?1[3-9]\d{9}|eyj[\w-]+\.[\w-]+\..*)$/i

const isSecretName = (name: string): boolean => {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean)
  return words.some((word) => SECRET_WORD.test(word)) || SECRET_NAME.test(words.join(''))
}

const isSecretValue = (value: string): boolean =>
  SECRET_VALUE.test(value) || isCardNumber(value) || isIdentityNumber(value)

/** 16 to 19 digits of a bank card, by their check digit (Luhn). */
function isCardNumber(text: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(text)) return false
  const sum = Array.from(text)
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return sum % 10 === 0
}

/** 18 characters of a Chinese identity card, by their check character. */
function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dx]$/i.test(text)) return false
  const sum = Array.from(text.slice(0, 17)).reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  )
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase()
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Takes the secrets out of `a=1&b=2`; the rest stays as it was written. */
const cleanQuery = (query: string): string =>
  query
    .split('&')
    .map(cleanPair)
    .filter((pair) => pair !== undefined)
    .join('&')

/** Undefined for a secret. An address as value is cleaned itself. */
function cleanPair(pair: string): string | undefined {
  const [, name = '', mark = '', value = ''] = /^([^=]*)(=?)(.*)$/.exec(pair) || []
  const text = decode(value)
  if (isSecretName(decode(name)) || isSecretValue(text)) return undefined
  const clean = /[?#]/.test(text) ? cleanPlace(text) : text
  return clean === text ? pair : name + mark + encodeURIComponent(clean)
}

/** Cleans path, query and hash. Servers of Java put the session into the path, after a semicolon. */
function cleanPlace(place: string): string {
  const [, path = '', query = '', hash = '', hashQuery = ''] =
    /^([^?#]*)(?:\?([^#]*))?(?:#([^?]*)(?:\?(.*))?)?$/.exec(place) || []
  const joined = (mark: string, text: string) => (text ? mark + text : '')
  // An authorization may also answer in the hash itself: #access_token=…&state=…
  const cleanHash = (hash.includes('=') ? cleanQuery(hash) : hash) + joined('?', cleanQuery(hashQuery))
  return path.replace(/;[^/]*/g, '') + joined('?', cleanQuery(query)) + joined('#', cleanHash)
}

/**
 * The address of a page, fit to be handed on: without user name, password, and the parameters that look like
 * secrets. Undefined for what is no web address.
 */
export function shareableAddress(address: string): string | undefined {
  const parts = /^(https?:\/\/)(?:[^/?#]*@)?(.*)$/i.exec(address)
  return parts ? `${parts[1]}${cleanPlace(parts[2] || '')}` : undefined
}

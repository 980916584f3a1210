/**
 * Names of parameters that may be secrets: authorization codes, tokens, transaction numbers, signatures, and what
 * tells who the user is. One of these as a word of the name, as in `access_token` or `user[mobile]` …
 */
const SECRET_WORD =
  /^(token|ticket|secret|sign|signature|sig|auth|authorization|pass(word|wd|code)?|pwd|j?session(id)?|mobile|phone|tel|email|credential|captcha|otp|pin|pan|cvv2?|cvn2?|jwt|nonce|tn|sn|sid|[cx]srf|cookie)$/
/** … or this as the whole of it, or of its last part: `realName`, `a[code]` … */
const SECRET_NAME =
  /^(code|state|name|user|(real|user|nick|login|full)name|id(no|card|number)|cert(no|num|number)|noncestr|signmsg)$/
/** … or as its end, however it is written: `openId`, `open_id`, `refreshtoken`. */
const SECRET_END =
  /(token|secret|ticket|passw(or)?d|(auth|sms|check|wx|js|login|grant|verif\w*)code|bankcard|(mobile|phone|card|trade|trans|txn|account|acct)(no|num|number)|(open|union|user|usr|member|customer|contract)id|(session|api|access|private|app)key)$/

/** Values that give themselves away: a JSON web token, a mobile number. */
const SECRET_VALUE = /^eyj[\w-]+\.[\w-]+\..*$/i
const MOBILE = /^(86)?1[3-9]\d{9}$/

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean)

const isPlainlySecret = (name: string): boolean => {
  const words = wordsOf(name)
  return words.some((word) => SECRET_WORD.test(word)) || SECRET_END.test(words.join(''))
}

const isSecretName = (name: string): boolean =>
  isPlainlySecret(name) || SECRET_NAME.test(wordsOf(String(name.split(/[.[;]/).pop())).join(''))

function isSecretValue(written: string): boolean {
  // A plus may stand for a space.
  const value = written.replace(/[\s+-]/g, '')
  return SECRET_VALUE.test(written) || MOBILE.test(value) || isCardNumber(value) || isIdentityNumber(value)
}

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
  if (isSecretName(decode(name)) || isSecretValue(mark ? text : decode(name))) return undefined
  const clean = /[?#]|:\/\//.test(text) ? cleanPlace(withoutUser(text)) : text
  if (tellsSecret(decode(decode(clean)))) return undefined
  return clean === text ? pair : name + mark + encodeURIComponent(clean)
}

/** Does it name one, as a query in a query or JSON does? */
const tellsSecret = (text: string): boolean =>
  (text.match(/[\w.[\]-]+(?=["']?\s*[=:])/g) || []).some(isPlainlySecret)

const withoutUser = (address: string): string => address.replace(/^(https?:\/\/)[^/?#]*@/i, '$1')

/** Cleans path, query and hash. An authorization may have put a hash behind the page's own. */
function cleanPlace(place: string): string {
  const parts = place.split('#')
  return parts
    .map(cleanPart)
    .filter((clean, index) => !index || clean || !parts[index])
    .join('#')
}

function cleanPart(part: string, index: number): string {
  const [, head = '', query = ''] = /^([^?]*)(?:\?([\s\S]*))?$/.exec(part) || []
  // An authorization may answer in the hash itself: #access_token=…&state=…
  const hash = head.includes('=') || isSecretValue(decode(head)) ? cleanQuery(head) : head
  // Servers of Java put the session into the path, after a semicolon.
  const cleanHead = index ? hash : head.replace(/;[^/]*/g, '')
  const left = cleanQuery(query)
  return cleanHead + (left && `?${left}`)
}

/**
 * The address of a page, fit to be handed on: without user name, password, and the parameters that look like
 * secrets. Undefined for what is no web address.
 */
export function shareableAddress(address: string): string | undefined {
  return /^https?:\/\//i.test(address) ? cleanPlace(withoutUser(address)) : undefined
}

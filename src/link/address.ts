/**
 * Names of query parameters that may be secrets: authorization codes, tokens, transaction numbers, signatures,
 * and what tells who the user is.
 */
const SECRET_NAME =
  /^(tn|sn|sid|code|state|nonce\w*|sig|jwt|otp|pin|pan|cvv\w*|cvn\w*|idno|certno|phone\w*|mobile\w*|tel|name|realname|email)$|token|ticket|secret|sign|auth|pass|pwd|session|openid|unionid|userid|card|credential|api_?key/i

/** Values that give themselves away: a mobile number, a card or identity number, a JSON web token. */
const SECRET_VALUE = /^(\+?(86|852)?1\d{10}|\d{15,19}|\d{17}x|eyj[\w-]+\.[\w-]+\..*)$/i

/** Takes the secrets out of `a=1&b=2`; the rest stays as it was written. */
const withoutSecrets = (query: string): string =>
  query
    .split('&')
    .filter((pair) => {
      const [name = '', value = ''] = pair.split('=').map(decode)
      return !SECRET_NAME.test(name) && !SECRET_VALUE.test(value)
    })
    .join('&')

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The address of a page, fit to be handed on: without user name, password, and the parameters that look like
 * secrets, in the query and in a query after the hash. Undefined for what is no web address.
 */
export function shareableAddress(address: string): string | undefined {
  const parts = /^(https?:\/\/)(?:[^/?#]*@)?([^?#]*)(?:\?([^#]*))?(?:#([^?]*)(?:\?(.*))?)?$/i.exec(address)
  if (!parts) return undefined
  const [, scheme = '', place = '', query = '', hash = '', hashQuery = ''] = parts
  // An authorization may also answer in the hash itself: #access_token=…&state=…
  const cleanHash = hash.includes('=') ? withoutSecrets(hash) : hash
  const joined = (mark: string, text: string) => (text ? mark + text : '')
  const queryOfHash = joined('?', withoutSecrets(hashQuery))
  return scheme + place + joined('?', withoutSecrets(query)) + joined('#', cleanHash + queryOfHash)
}

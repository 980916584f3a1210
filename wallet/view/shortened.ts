/** Matches long words, which may be tokens and are shortened until a tap. */
const TOKEN = /[\w+/=.-]{20,}/g
/** Matches a name of native's errors, such as ILLEGAL_ACCESS_EXCEPTION, which is no token. */
const ERROR_NAME = /^[A-Z]+(_[A-Z]+)+$/

/** The names of numbers that are no secrets: two payments differ at their end. */
export const WHOLE = ['tn', 'orderNo', 'orderId', 'appId']
/** Matches one of them at the end of a text, as JSON has it before its value. */
const WHOLE_IN_JSON = new RegExp(`"(${WHOLE.join('|')})": ?"$`)

/** Shortens what looks like a token in a text. */
export const shortened = (text: string): string =>
  text.replace(TOKEN, (word, place: number) =>
    ERROR_NAME.test(word) || WHOLE_IN_JSON.test(text.slice(0, place)) ? word : `${word.slice(0, 6)}…`,
  )

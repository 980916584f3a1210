/** Matches long words, which may be tokens and are shortened until a tap. */
const TOKEN = /[\w+/=.-]{20,}/g
/** Matches a name of native's errors, such as ILLEGAL_ACCESS_EXCEPTION, which is no token. */
const ERROR_NAME = /^[A-Z]+(_[A-Z]+)+$/

/** Shortens what looks like a token in a text. */
export const shortened = (text: string): string =>
  text.replace(TOKEN, (word) => (ERROR_NAME.test(word) ? word : `${word.slice(0, 6)}…`))

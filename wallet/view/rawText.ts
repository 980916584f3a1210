/** Matches texts that are for developers: codes, JSON, names of exceptions and of native's errors. */
const RAW_TEXT =
  /[A-Z]{3,}_[A-Z_]{3,}|\berr(code|msg)\b|\{\s*\\?"|\[object |\bundefined\b|\bc0\d\b|\b\w*Error\b: |\bis not (defined|a function)\b|Can't find variable/

/** Is it a text that no user should see? */
export const isRawText = (text: string): boolean => RAW_TEXT.test(text)

/** Does the developer read Chinese, by the language of the browser? */
export const readsChinese = (): boolean =>
  typeof navigator !== 'undefined' && /^zh\b/i.test(String(navigator.language))

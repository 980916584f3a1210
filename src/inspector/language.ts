/** Does its developer read Chinese? */
export const readsChinese = (): boolean =>
  typeof navigator !== 'undefined' && /^zh\b/i.test(String(navigator.language))

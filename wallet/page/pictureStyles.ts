/** The style sheets of a picture, as text. */

/** May the rules be read? Those of another origin may not. */
export function isReadable(sheet: CSSStyleSheet): boolean {
  try {
    return !!sheet.cssRules
  } catch {
    return false
  }
}

/** Writes the rules of a style sheet as they are now, with whole addresses. */
export function rulesOf(sheet: CSSStyleSheet, baseUrl: string): string {
  const base = sheet.href || baseUrl
  return Array.from(sheet.cssRules, (rule) => ruleText(rule, base)).join('\n')
}

function ruleText(rule: CSSRule, base: string): string {
  const { styleSheet: imported, media } = rule as Partial<CSSImportRule>
  if (imported && media && isReadable(imported)) {
    const rules = rulesOf(imported, base)
    return media.mediaText ? `@media ${media.mediaText} {${rules}}` : rules
  }
  // No script runs in a picture, so that no element of the page's own is defined there.
  return withWholeUrls(rule.cssText, base).replace(/:defined\b/g, ':not(#_)')
}

/** Makes the addresses in a style whole. Those of the document's own parts stay. */
export const withWholeUrls = (style: string, base: string): string =>
  style.replace(/url\(\s*("[^"]*"|'[^']*'|[^"')\s]*)\s*\)/g, (text, given: string) => {
    const url = given.replace(/^["']|["']$/g, '')
    return /^(#|data:)|\\/.test(url) ? text : `url("${new URL(url, base).href}")`
  })

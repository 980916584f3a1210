import type { MarkdownRenderer } from 'vitepress'

/** Highlights each code block once. Pages and languages share much code, and the search reads all of it again. */
export function highlightOnce(md: MarkdownRenderer): void {
  const { highlight } = md.options
  const known = new Map<string, string>()
  md.options.highlight = (code, language, attributes) => {
    const key = [language, attributes, code].join('\n')
    const html = known.get(key) ?? highlight?.(code, language, attributes) ?? ''
    known.set(key, html)
    return html
  }
}

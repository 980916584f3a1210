import type { MarkdownRenderer } from 'vitepress'

/** Names the copy buttons of code blocks in the page's language. VitePress has one language for all. */
export function nameCopyButtons(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const html = fence?.(tokens, index, options, env, self) ?? ''
    const name = String(env.relativePath).startsWith('en/') ? 'Copy' : '复制'
    return html.replace('title="Copy Code"', `title="${name}" aria-label="${name}"`)
  }
}

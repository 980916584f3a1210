/** Configures the search, which has no server: the index is built with the site and read in the browser. */
import type { DefaultTheme, MarkdownEnv } from 'vitepress'
import { processTerm, searchOptions, tokenize } from '../../bin/engine.mjs'
import { twinSections } from '../../scripts/site/guides'
import { anchorOf } from '../../scripts/site/text'

const zh = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清除',
    backButtonTitle: '关闭搜索',
    noResultsText: '请换成错误码（c02）、报错原文、方法名或现象（点了没反应）再搜，没有找到',
    footer: {
      selectText: '选择',
      navigateText: '切换',
      closeText: '关闭',
      selectKeyAriaLabel: '回车',
      navigateUpKeyAriaLabel: '上',
      navigateDownKeyAriaLabel: '下',
      closeKeyAriaLabel: 'Esc',
    },
  },
}

const en = {
  modal: {
    noResultsText:
      'Nothing found: try a code (c02), the words of the error, a method’s name or what went wrong (nothing happens) instead of',
  },
}

export const search = {
  locales: { root: { translations: zh }, en: { translations: en } },
  // With a few lines of what was found, unless the reader closes them.
  detailedView: true,
  disableQueryPersistence: true,
  miniSearch: {
    options: { tokenize, processTerm },
    searchOptions,
  },
}

/** Adds other words for a section after its heading, and what it says in the other language. */
function withMore(html: string, aliases: Record<string, string>, inOther: readonly string[]): string {
  let at = 0
  return html.replace(/<h\d id="([^"]*)"[\s\S]*?<\/h\d>/g, (heading, anchor) => {
    const more = [aliases[decodeURIComponent(anchor)], inOther[at++]].filter(Boolean).join(' ')
    return more ? `${heading}<p>${more}</p>` : heading
  })
}

/** The front matter of a guide. */
interface GuideFields {
  aliases?: Record<string, string>
  source?: string
}

/** Reads a line of the front matter, which is JSON. */
const field = (source: string, name: string): string | undefined => {
  const line = new RegExp(`^${name}: (".*")$`, 'm').exec(source.split('\n---')[0] ?? '')?.[1]
  return line && JSON.parse(line)
}

/** Decodes Markdown characters, which are written as `&#95;` in a page. */
const asText = (text: string) =>
  text.replace(/&#(\d+);/g, (_, sign) => String.fromCharCode(Number(sign))).replace(/[<>&]/g, ' ')

type Renderer = Parameters<NonNullable<DefaultTheme.LocalSearchOptions['_render']>>[2]

/**
 * Renders the searchable part of a page: title, description and other words for codes and methods, everything for
 * guides, nothing for lists of links.
 */
export function renderForSearch(source: string, env: MarkdownEnv, md: Renderer): string {
  if (/(^|\/)((codes|methods)\/index|guides)\.md$/.test(env.relativePath)) return ''
  const brief = field(source, 'brief')
  if (brief === undefined) {
    const html = md.render(source, env)
    const { aliases = {}, source: file = '' } = (env.frontmatter ?? {}) as GuideFields
    // Its lines mention everything, so it is found by its title.
    if (file === 'CHANGELOG.md') return withMore(html.replace(/<h2[\s\S]*/, ''), aliases, [])
    return withMore(html, aliases, twinSections(file))
  }
  const title = asText(/^# (.*)$/m.exec(source)?.[1] ?? '')
  const text = asText(`${brief} ${field(source, 'words') ?? ''}`)
  return `<h1>${title} <a href="#${anchorOf(title)}"></a></h1><p>${text}</p>`
}

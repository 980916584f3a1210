/** Search without a server: an index that is made with the site and read in the browser. */
import type { DefaultTheme, MarkdownEnv } from 'vitepress'
import { anchorOf } from '../../scripts/site/text'

/**
 * Cuts a text into words, for index and query alike: Chinese by the language's own words, codes whole and without the
 * signs around them ([c02], 02?). VitePress takes the function to the browser as text, so it stands alone.
 */
function tokenize(text: string): string[] {
  const words: string[] = []
  for (const run of text.match(/[\p{Script=Han}]+|[\p{L}\p{N}_]+/gu) || []) {
    if (!/^\p{Script=Han}/u.test(run)) {
      words.push(run)
      // A method's name is found by its parts too.
      const parts = run.split(/(?<=[a-z])(?=[A-Z])/)
      if (parts.length > 1) words.push(...parts)
      continue
    }
    const segments = Intl.Segmenter
      ? [...new Intl.Segmenter('zh-Hans', { granularity: 'word' }).segment(run)].map(({ segment }) => segment)
      : []
    words.push(...segments)
    // Another browser may cut elsewhere: pairs of signs are there in any case.
    for (let at = 0; at < run.length - 1; at++) words.push(run.slice(at, at + 2))
  }
  return words
}

const zh = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清除',
    backButtonTitle: '关闭搜索',
    noResultsText: '没有找到',
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

export const search = {
  locales: { root: { translations: zh } },
  detailedView: false,
  disableQueryPersistence: true,
  miniSearch: {
    options: { tokenize, processTerm: (term: string) => term.toLowerCase() },
    searchOptions: {
      // c02 is not nearly c03; 付款 is not nearly 付费.
      fuzzy: (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
      prefix: (term: string) => term.length > 2,
      boost: { title: 4, text: 2, titles: 1 },
      // The page of a code before all pages that mention it.
      boostDocument: (id: string, term: string) => {
        const name = String(id).replace(/#.*/, '').split('/').pop()
        return name === term || name === `c${term}` ? 20 : 1
      },
    },
  },
}

/** Adds the other words of a section behind its heading. */
const withAliases = (html: string, aliases: Record<string, string>): string =>
  html.replace(/<h\d id="([^"]*)"[\s\S]*?<\/h\d>/g, (heading, anchor) =>
    aliases[decodeURIComponent(anchor)] ? `${heading}<p>${aliases[decodeURIComponent(anchor)]}</p>` : heading,
  )

/** A line of the front matter, which is JSON. */
const field = (source: string, name: string): string | undefined => {
  const line = new RegExp(`^${name}: (".*")$`, 'm').exec(source.split('\n---')[0] ?? '')?.[1]
  return line && JSON.parse(line)
}

/** Signs of Markdown stand in a page as `&#95;`. */
const asText = (text: string) =>
  text.replace(/&#(\d+);/g, (_, sign) => String.fromCharCode(Number(sign))).replace(/[<>&]/g, ' ')

type Renderer = Parameters<NonNullable<DefaultTheme.LocalSearchOptions['_render']>>[2]

/** What of a page is searched: of codes and methods the title, what it is, and other words for it; of guides all. */
export function renderForSearch(source: string, env: MarkdownEnv, md: Renderer): string {
  if (/(^|\/)(codes|methods)\/index\.md$/.test(env.relativePath)) return ''
  const brief = field(source, 'brief')
  if (brief === undefined) {
    const html = md.render(source, env)
    return withAliases(html, (env.frontmatter?.aliases ?? {}) as Record<string, string>)
  }
  const title = asText(/^# (.*)$/m.exec(source)?.[1] ?? '')
  const text = asText(`${brief} ${field(source, 'words') ?? ''}`)
  return `<h1>${title} <a href="#${anchorOf(title)}"></a></h1><p>${text}</p>`
}

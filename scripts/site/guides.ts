/** Makes pages of the site from the guides in docs/, the only source: Chinese at the root, English under /en/. */
import { readdirSync, readFileSync } from 'node:fs'
import { alsoTyped, otherQuestions, questions, topics } from './commandLine'
import { anchorOf, frontMatter, page, plain } from './text'
import { baseOf, type Language } from './words'

const FOLDERS: Readonly<Record<Language, string>> = { zh: 'docs/zh', en: 'docs' }

/** Guides without a page: a generated one replaces the first, and the second is for those who change the sources. */
const NO_PAGES = ['codes.md', 'architecture.md']
const CHANGELOG = 'CHANGELOG.md'
/** The guide to read after another one, unless it is the next in the index. */
const NEXT: Readonly<Record<string, string>> = {
  'getting-started.md': 'login-and-payment.md',
  'vue.md': 'login-and-payment.md',
  'vue-2.md': 'login-and-payment.md',
  'react.md': 'login-and-payment.md',
  'uni-app.md': 'login-and-payment.md',
  'taro.md': 'login-and-payment.md',
  'script-tag.md': 'login-and-payment.md',
  'old-page.md': 'wallet.md',
  'error-handling.md': 'wallet.md',
  'wallet.md': 'on-a-phone.md',
  'on-a-phone.md': 'going-live.md',
}
/** Guides that exist only in English, and are shown in both languages. */
export const ENGLISH_ONLY = ['upsdk-behaviour.md', CHANGELOG]

const nameOf = (file: string): string =>
  file === 'README.md' ? 'guides' : file.replace(/\.md$/, '').replace('CHANGELOG', 'changelog')

export const guideFiles = (language: Language): string[] => [
  ...readdirSync(FOLDERS[language]).filter((file) => file.endsWith('.md') && !NO_PAGES.includes(file)),
  ...(language === 'zh' ? ENGLISH_ONLY : [CHANGELOG]),
]

const sourceOf = (file: string, language: Language): string =>
  file === CHANGELOG ? file : `${FOLDERS[ENGLISH_ONLY.includes(file) ? 'en' : language]}/${file}`

/** Translates a link of a guide into one of the site. */
function linkOf(link: string, file: string, language: Language): string {
  if (/^(https?:|#|\/|mailto:)/.test(link)) return link
  const [path = '', anchor] = link.split('#')
  const hash = anchor ? `#${anchor}` : ''
  if (/\.png$/.test(path)) return `/${path.split('/').pop()}`
  const name = path.split('/').pop() ?? ''
  if (/README(\.zh-CN)?\.md$/.test(path) && /^(\.\.\/)+README/.test(path)) {
    const toGuides = language === 'zh' && path === '../README.md'
    return toGuides ? '/en/guides' : baseOf(language)
  }
  if (name === 'codes.md') return `${baseOf(language)}codes/`
  if (ENGLISH_ONLY.includes(name)) return `${baseOf(language)}${nameOf(name)}${hash}`
  if (!name.endsWith('.md')) throw new Error(`${file}: ${link} leads out of the guides`)
  const inEnglish = path.startsWith('../') || (language === 'en' && !path.startsWith('zh/'))
  return `${baseOf(inEnglish ? 'en' : 'zh')}${nameOf(name)}${hash}`
}

/** Gives the picture of the phone the front page's classes: it is turned for a dark page, and cropped on a phone. */
const withPhonePicture = (text: string): string =>
  text.replace(/!\[[^\]]*\]\(\/phone\.\w+\.png\)/g, '<span class="wallet-link">$&{.wallet-picture}</span>')

/** Matches the line with the link to the other language, which the site's header has. */
const OTHER_LANGUAGE = /^\[(English|简体中文)\]\([^)]*\)\n+/m

/** Translates the links of a guide's text. */
export const guideLinks = (text: string, file: string, language: Language): string =>
  text.replace(/\]\(([^)\s]+)\)/g, (_whole, link) => `](${linkOf(link, file, language)})`)

/** Changes text outside blocks of code. */
const outsideCode = (text: string, change: (part: string) => string): string =>
  text
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part, at) => (at % 2 ? part : change(part)))
    .join('')

/** Makes the page of a guide. */
export function guidePage(file: string, language: Language): { name: string; text: string } {
  const source = readFileSync(sourceOf(file, language), 'utf8').replace(OTHER_LANGUAGE, '')
  const own = outsideCode(source, (part) => withPhonePicture(guideLinks(part, file, language)))
  const english = language === 'zh' && ENGLISH_ONLY.includes(file)
  const calculator =
    file === 'server.md' &&
    page(
      language === 'zh' ? '## 签名计算器' : '## Signature calculator',
      `<SignatureCalculator language="${language}" />`,
    )
  const text = page(
    frontMatter({
      source: sourceOf(file, language),
      aliases: aliasesOf(sourceOf(file, language)),
      next: nextOf(file, language),
      ...(file === 'README.md' && { pageClass: 'guides' }),
    }),
    english ? `::: info\n本篇只有英文。\n:::\n\n<div lang="en">\n\n${own}\n</div>` : own.trimEnd(),
    calculator,
  )
  return { name: nameOf(file), text }
}

/** Names the guide to read next, and when to read it. */
function nextOf(file: string, language: Language): { text: string; link: string } | undefined {
  const guides = questions.flatMap((question) => question.guides).filter((one) => !/#/.test(one.file))
  const at = guides.findIndex((one) => one.file === file)
  const wanted = NEXT[file]
  const next = wanted ? guides.find((one) => one.file === wanted) : at < 0 ? undefined : guides[at + 1]
  if (!next) return undefined
  const [title, when] = next[language]
  const words = plain(`${language === 'zh' ? '' : 'When you '}${when}`).replace(
    /`([^`]*)`/g,
    '<code>$1</code>',
  )
  const link = next.file === 'codes.md' ? 'codes/' : nameOf(next.file)
  return { text: `${title}<small>${words}</small>`, link: baseOf(language) + link }
}

/** Finds other words for sections, by anchor, as on the command line. */
function aliasesOf(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { words, zh, en } of topics)
    for (const [, , guide] of [zh, en]) {
      const [file, anchor] = (guide ?? '').split('#')
      if (file === source && anchor) found[anchor] = [found[anchor], ...words].filter(Boolean).join(' ')
    }
  for (const [place, words] of [...Object.entries(alsoTyped), ...Object.entries(otherQuestions())]) {
    const [file, anchor = ''] = place.split('#')
    if (file === source) found[anchor] = [found[anchor], words].filter(Boolean).join(' ')
  }
  return found
}

/**
 * Finds what each section of a guide says in the other language, in their order: both languages are searched, and what is
 * found is the page's own.
 */
export function twinSections(source: string): string[] {
  const [, folder = '', name = ''] = /^docs\/(zh\/)?([\w-]+\.md)$/.exec(source) ?? []
  const twin = folder ? `docs/${name}` : `docs/zh/${name}`
  if (!name || ENGLISH_ONLY.includes(name)) return []
  const aliases = aliasesOf(twin)
  return readFileSync(twin, 'utf8')
    .replace(OTHER_LANGUAGE, '')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .split(/^#{1,4} /m)
    .slice(1)
    .map((section) => {
      const [heading = ''] = section.split('\n')
      return `${section} ${aliases[anchorOf(heading)] ?? ''}`.replace(/\]\([^)]*\)|<!--.*?-->|[<>|*`[]/g, ' ')
    })
}

interface FaqAnswer {
  heading: string
  answer: string
  link: string
}

const sections = (language: Language) =>
  readFileSync(sourceOf('faq.md', language), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...rest] = section.split('\n')
      return { heading, body: rest.join('\n').trim() }
    })

const namesCode = (code: string) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`)

/** Shortens an answer to its first paragraph and, as lists, which fit a phone, the rows of its table that name the code. */
function shortened(body: string, code: RegExp, language: Language): string {
  const [first = ''] = body.split(/\n\n/)
  const [head = [], , ...rows] = body
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
  const colon = language === 'zh' ? '：' : ': '
  const lists = rows
    .filter((cells) => code.test(cells.join('|')))
    .map((cells) => cells.map((cell, at) => `- **${head[at]?.trim()}**${colon}${cell.trim()}`).join('\n'))
  return [first, ...lists].join('\n\n')
}

/** Finds the FAQ's section about a code: one with the code in its heading, else one that names it anywhere. */
export function answersOf(name: string, language: Language): FaqAnswer[] {
  // In the FAQ, a number alone is often no code.
  if (/^\d+$/.test(name)) return []
  const code = namesCode(name)
  const all = sections(language)
  const found = all.find(({ heading }) => code.test(heading)) ?? all.find(({ body }) => code.test(body))
  if (!found) return []
  const { heading, body } = found
  // The answer's own links into the FAQ must work from here, too.
  const answer = guideLinks(shortened(body, code, language), 'faq.md', language).replace(
    /\]\(#/g,
    '](faq.md#',
  )
  return [
    {
      heading,
      answer: guideLinks(answer, 'faq.md', language),
      link: `${baseOf(language)}faq#${anchorOf(heading)}`,
    },
  ]
}

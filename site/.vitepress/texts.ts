import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Language = 'zh' | 'en'

const docs = fileURLToPath(new URL('../../docs/', import.meta.url))
const FOLDERS = { zh: `${docs}zh/`, en: docs }
const BASES = { zh: '/', en: '/en/' }

/** Lists the guides by title, in the groups and the order of their list. */
export function guidesOf(language: Language) {
  const base = BASES[language]
  const known = readdirSync(FOLDERS[language])
  const groups = readFileSync(`${FOLDERS[language]}README.md`, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((group) => ({
      text: group.split('\n')[0] ?? '',
      items: [...group.matchAll(/^\| \[([^\]]+)\]\(([\w-]+)\.md\) \|/gm)]
        .filter(
          ([, , file]) => known.includes(`${file}.md`) && file !== 'codes' && file !== 'upsdk-behaviour',
        )
        .map(([, text = '', file]) => ({ text, link: `${base}${file}` })),
    }))
    .filter(({ items }) => items.length)
  const look = {
    zh: ['查阅', '错误码', '方法', 'upsdk 的实际行为'],
    en: ['Look up', 'Codes', 'Methods', 'How upsdk behaves'],
  }
  const [lookUp = '', codes = '', methods = '', behaviour = ''] = look[language]
  return [
    {
      text: lookUp,
      items: [
        { text: codes, link: `${base}codes/` },
        { text: methods, link: `${base}methods/` },
        { text: behaviour, link: `${base}upsdk-behaviour` },
      ],
    },
    ...groups,
  ]
}

const nav = (
  base: string,
  [start = '', faq = '', codes = '', methods = '', server = '']: readonly string[],
) => [
  { text: start, link: `${base}getting-started` },
  { text: faq, link: `${base}faq` },
  { text: codes, link: `${base}codes/`, activeMatch: `^${base}codes/` },
  { text: methods, link: `${base}methods/`, activeMatch: `^${base}methods/` },
  { text: server, link: `${base}server` },
]

export const texts = {
  zh: {
    description: '调用云闪付小程序的 upsdk：不丢失，不重复，看得懂',
    themeConfig: {
      nav: nav('/', ['上手', '常见问题', '错误码', '方法', '后端']),
      outline: { label: '本页内容', level: 2 as const },
      docFooter: { prev: '上一篇', next: '下一篇' },
      returnToTopLabel: '回到顶部',
      sidebarMenuLabel: '目录',
      darkModeSwitchLabel: '深色模式',
      lightModeSwitchTitle: '切换到浅色',
      darkModeSwitchTitle: '切换到深色',
      langMenuLabel: '切换语言',
      skipToContentLabel: '跳到正文',
      notFound: {
        title: '没有这个页面',
        quote: '错误码和方法名请用上面的搜索查找。',
        linkLabel: '回到首页',
        linkText: '回到首页',
      },
    },
  },
  en: {
    description: 'A helper for pages that call upsdk, the bridge of UnionPay (云闪付) mini-programs',
    themeConfig: {
      nav: nav('/en/', ['Start', 'FAQ', 'Codes', 'Methods', 'Server']),
      outline: { label: 'On this page', level: 2 as const },
      notFound: {
        title: 'No such page',
        quote: 'Look codes and methods up with the search above.',
        linkLabel: 'go to home',
        linkText: 'To the first page',
      },
    },
  },
}

import { questions } from '../../bin/guides.mjs'

type Language = 'zh' | 'en'

const BASES = { zh: '/', en: '/en/' }

const LOOK_UP = { zh: ['错误码', '方法'], en: ['Codes', 'Methods'] } as const

/** Lists the guides by title, in the groups and the order of their index. */
export function guidesOf(language: Language) {
  const base = BASES[language]
  const [codes, methods] = LOOK_UP[language]
  return questions.map((question) => ({
    text: question[language],
    items: question.guides.flatMap(({ file, [language]: [title] }) =>
      file === 'codes.md'
        ? [
            { text: codes, link: `${base}codes/` },
            { text: methods, link: `${base}methods/` },
          ]
        : [{ text: title, link: base + file.replace(/\.md$/, '') }],
    ),
  }))
}

const nav = (
  base: string,
  language: Language,
  [start = '', wallet = '', demo = '', faq = '', codes = '', methods = '', server = '']: readonly string[],
) => [
  { text: start, link: `${base}getting-started` },
  { text: wallet, link: `${base}wallet` },
  // The demo is no page of this site's program.
  { text: demo, link: `/demo/index.html?lang=${language}`, target: '_self' },
  { text: faq, link: `${base}faq` },
  { text: codes, link: `${base}codes/`, activeMatch: `^${base}codes/` },
  { text: methods, link: `${base}methods/`, activeMatch: `^${base}methods/` },
  { text: server, link: `${base}server` },
]

export const texts = {
  zh: {
    description: '调用云闪付小程序的 upsdk：不丢失，不重复，看得懂',
    themeConfig: {
      nav: nav('/', 'zh', ['上手', '模拟云闪付', '演示', '常见问题', '错误码', '方法', '后端']),
      outline: { label: '本页内容', level: 2 as const },
      docFooter: { prev: '上一篇', next: '接下来' },
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
      nav: nav('/en/', 'en', ['Start', 'Simulated wallet', 'Demo', 'FAQ', 'Codes', 'Methods', 'Server']),
      outline: { label: 'On this page', level: 2 as const },
      docFooter: { prev: 'Before', next: 'What next' },
      notFound: {
        title: 'No such page',
        quote: 'Look codes and methods up with the search above.',
        linkLabel: 'go to home',
        linkText: 'To the first page',
      },
    },
  },
}

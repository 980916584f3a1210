/** Makes the first page: what the kit is, on two phones, how to install it, and where to look things up. */
import { installLines, pageCode, walletLine } from '../../demo/first/lines'
import { allCodes } from './codes'
import { type Question, questions } from './commandLine'
import { allMethods } from './methods'
import { ALONE, frontMatter, page } from './text'
import type { Language } from './words'

const T = {
  zh: {
    title: '调用云闪付 upsdk：不丢失，不重复，看得懂',
    start: '三分钟上手',
    demo: '打开演示',
    text: '云闪付小程序页面用的 TypeScript 库。就绪前的调用自动排队；失败时，用户看到明白的提示，开发者得到 `UpsdkError`。',
    beta: '测试版：尚未发布到 npm，所以要先打包（[每一步](getting-started#安装)）；也尚未在真机的云闪付内运行过，`pay` 因此是实验性功能（见[真机报告](wallets)）。',
    wallet: '模拟云闪付',
    walletText:
      '不用真机，也不用改代码：装好后一条命令，把任意页面放进电脑浏览器里的模拟云闪付。每次调用的结果由你选，真机上会出错的地方标在记录里，同一页面换上 upsdk-kit 的样子一点就能看到。',
    walletPicture: '模拟手机：中间是页面和标题栏，左边是设置，右边是调用记录',
    walletLink: '[在自己的页面上用](wallet)',
    look: '指南',
    when: '',
    codes: '错误码',
    methods: '方法',
    all: '每篇什么时候看，见[全部指南](guides)。',
  },
  en: {
    title: 'upsdk calls that always settle, and errors that users understand',
    start: 'Start in three minutes',
    demo: 'Open the demo',
    text: 'A TypeScript library for mini-program pages in UnionPay’s wallet app (<span lang="zh-Hans">云闪付</span>). Calls wait until the wallet is ready. If one fails, the user sees a clear message, and the developer gets an `UpsdkError`.',
    beta: 'Beta: not on npm yet, so you pack it yourself ([each step](getting-started#install)), and not yet run in the wallet on a real phone, so `pay` is experimental ([wallets](wallets)).',
    wallet: 'The simulated wallet',
    walletText:
      'No phone, and no change of your code: once the kit is installed, one command puts any page into a simulated wallet in the browser on your computer. You choose what each call comes to, the log marks what would fail in the real wallet, and one button shows the same page with upsdk-kit.',
    walletPicture:
      'The simulated phone: the page and its title bar in the middle, settings on the left, the log on the right',
    walletLink: '[Use it on your own page](wallet)',
    look: 'Guides',
    when: 'When you ',
    codes: 'Codes',
    methods: 'Methods',
    all: 'When to read which: [all guides](guides).',
  },
} as const

/** Makes the card of a question: its guides, and for codes also those of methods. One guide alone says when to read it. */
function cardOf(question: Question, language: Language): string {
  const { guides, [language]: title } = question
  const [first, ...others] = guides
  if (first && !others.length)
    return `### [${title}](${first.file.replace(/\.md$/, '')})\n\n${T[language].when}${first[language][1]}`
  return `### ${title}\n\n${linksTo(guides, language)}`
}

function linksTo(guides: Question['guides'], language: Language): string {
  return guides
    .map(({ file, [language]: [title] }) => {
      if (file !== 'codes.md') return `[${title}](${file.replace(/\.md$/, '')})`
      const t = T[language]
      return `[${t.codes}](codes/) (${allCodes.length}), [${t.methods}](methods/) (${allMethods.length})`
    })
    .join(' · ')
}

export function homePage(language: Language): string {
  const t = T[language]
  const cards = questions.map((question) => `<section>\n\n${cardOf(question, language)}\n\n</section>`)
  return page(
    frontMatter({
      title: 'upsdk-kit',
      ...ALONE,
      titleTemplate: t.title,
      aside: false,
      sidebar: false,
      outline: false,
      pageClass: 'home',
    }),
    '<div class="first">\n<div class="first-words">',
    `# ${t.title}`,
    t.text,
    '<div class="hero-links">',
    `[${t.start}](getting-started) [${t.demo}](/demo/index.html?lang=${language}){target="_self"}`,
    `</div>\n</div>\n\n<FirstPhones language="${language}" />\n\n<div class="first-code">`,
    `\`\`\`sh\n${installLines(language)}\n\`\`\``,
    `\`\`\`ts\n${pageCode}\n\`\`\``,
    t.beta,
    '</div>\n</div>',
    `## ${t.wallet}`,
    t.walletText,
    `\`\`\`sh\n${walletLine}\n\`\`\``,
    t.walletLink,
    `[![${t.walletPicture}](/phone.${language}.png){.wallet-picture}](wallet){.wallet-link}`,
    `## ${t.look}`,
    `<div class="cards">\n\n${cards.join('\n\n')}\n\n</div>`,
    t.all,
  )
}

/** The first page: what it is, how it is installed, and where to look things up. */
import { readFileSync } from 'node:fs'
import { allCodes } from './codes'
import { allMethods } from './methods'
import { ALONE, frontMatter, page } from './text'
import type { Language } from './words'

/** As the package has it: in development the kit's own ends in -dev. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

const T = {
  zh: {
    title: '调用云闪付 upsdk：不丢失，不重复，看得懂',
    text: '给云闪付小程序页面用的 TypeScript 库：每次调用都在 `pluginReady` 里发出，都会返回结果或明确的失败原因（未设时限的除外）；失败时，用户看到一句听得懂的话，开发者得到带错误码、原因和排查提示的 `UpsdkError`。',
    beta: '测试版：还没有发布到 npm（安装包在仓库里打，见[安装](getting-started#安装)），也没有在真实的云闪付里运行过（见[真机报告](wallets)）。',
    picture: '同一个 c02：左边是直接调用 upsdk，用户看到原始报错；右边是 upsdk-kit，用户看到听得懂的话',
    look: '查什么',
    rows: [
      ['屏幕上有一个错误码', '[错误码](codes/)：%c 个，每个一页'],
      ['要调用一个方法', '[方法](methods/)：%m 个，每个一页，可以当场试'],
      ['没反应、白屏、支付插件调用失败', '[常见问题](faq)'],
      ['第一次使用', '[快速上手](getting-started)'],
      ['后端要做什么，签名不对', '[后端](server)，页面里有签名计算器'],
      ['其他', '[全部指南](guides)'],
    ],
    asks: '你有',
    where: '看这里',
  },
  en: {
    title: 'Calls to upsdk that are not lost, not sent twice, and make sense',
    text: 'A TypeScript library for mini-program pages in UnionPay’s wallet app (云闪付): every call is sent inside `pluginReady`, and none vanishes silently; where one fails, the user reads a sentence in their language, and the developer gets an `UpsdkError` with code, reason and what to check.',
    beta: 'Beta: not on npm yet (pack it in the repository: [install](getting-started#install)), and not tried in a real wallet yet ([wallets](wallets)).',
    picture: 'The same c02: with upsdk alone the user reads the raw error, with upsdk-kit a sentence',
    look: 'Look it up',
    rows: [
      ['a code on the screen', '[codes](codes/): %c, a page each'],
      ['a method to call', '[methods](methods/): %m, a page each, to be tried in place'],
      ['nothing happens, a blank page, 支付插件调用失败', '[FAQ](faq)'],
      ['just begun', '[getting started](getting-started)'],
      [
        'a server to write, a signature that is refused',
        '[your server](server), with a calculator for signatures',
      ],
      ['something else', '[all guides](guides)'],
    ],
    asks: 'You have',
    where: 'Look here',
  },
} as const

export function homePage(language: Language): string {
  const t = T[language]
  const fill = (text: string) =>
    text.replace('%c', String(allCodes.length)).replace('%m', String(allMethods.length))
  const rows = t.rows.map(([asks, where]) => `| ${asks} | ${fill(where)} |`).join('\n')
  return page(
    frontMatter({
      title: 'upsdk-kit',
      ...ALONE,
      titleTemplate: t.title,
      aside: false,
      sidebar: false,
      pageClass: 'home',
    }),
    `# ${t.title}`,
    t.text,
    `\`\`\`sh\nnpm install ./vendor/upsdk-kit-${version}.tgz\n\`\`\``,
    "```ts\nimport { createUpsdk } from 'upsdk-kit'\n\nconst upsdk = createUpsdk()\nawait upsdk.pay({ tn })\n```",
    t.beta,
    `## ${t.look}`,
    `| ${t.asks} | ${t.where} |\n| --- | --- |\n${rows}`,
    `![${t.picture}](/phones.${language}.png)`,
  )
}

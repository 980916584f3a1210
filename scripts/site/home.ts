/** Makes the first page: what the kit is, on two phones, how to install it, and where to look things up. */
import { installLine, threeLines } from '../../demo/first/lines'
import { allCodes } from './codes'
import { allMethods } from './methods'
import { ALONE, frontMatter, page } from './text'
import type { Language } from './words'

const T = {
  zh: {
    title: '调用云闪付 upsdk：不丢失，不重复，看得懂',
    text: '云闪付小程序页面用的 TypeScript 库。就绪前的调用自动排队；失败时，用户看到明白的提示，开发者得到 `UpsdkError`。',
    beta: '测试版：尚未发布到 npm（安装包由仓库里的 `npm pack` 生成，见[安装](getting-started#安装)），也尚未在真机的云闪付内运行过（见[真机报告](wallets)）。',
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
    title: 'Calls to upsdk: not lost, not sent twice, understood',
    text: 'A TypeScript library for mini-program pages in UnionPay’s wallet app (<span lang="zh-Hans">云闪付</span>). Calls wait until the wallet is ready. If one fails, the user sees a clear message, and the developer gets an `UpsdkError`.',
    beta: 'Beta: not on npm yet (`npm pack` in the repository makes the file: [install](getting-started#install)), and not yet run in a real wallet ([wallets](wallets)).',
    look: 'Look it up',
    rows: [
      ['a code on the screen', '[codes](codes/): %c, each with its own page'],
      ['a method to call', '[methods](methods/): %m, each with its own page, where you can try it'],
      ['nothing happens, a blank page, 支付插件调用失败', '[FAQ](faq)'],
      ['just started', '[getting started](getting-started)'],
      [
        'to write a server, or a signature that is refused',
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
      outline: false,
      pageClass: 'home',
    }),
    '<div class="first">\n<div class="first-words">',
    `# ${t.title}`,
    t.text,
    `</div>\n\n<FirstPhones language="${language}" />\n\n<div class="first-code">`,
    `\`\`\`sh\n${installLine}\n\`\`\``,
    `\`\`\`ts\n${threeLines.join('\n')}\n\`\`\``,
    t.beta,
    '</div>\n</div>',
    `## ${t.look}`,
    `| ${t.asks} | ${t.where} |\n| --- | --- |\n${rows}`,
  )
}

import type { Language } from './language'

/** The texts of index.html, by the names in its `data-text`, `data-label` and `data-title`. */
interface PageTexts {
  readonly title: string
  readonly heading: string
  readonly lead: string
  readonly language: string
  /** The names of the two phones together on the first screen. */
  readonly both: string
  readonly begin: string
  readonly stories: string
  readonly storiesLead: string
  readonly modes: string
  readonly raw: string
  readonly kit: string
  readonly phone: string
  readonly alone: string
  readonly foot: string
}

export interface Texts {
  /** The page's `lang`. */
  readonly lang: 'zh-Hans' | 'en'
  readonly page: PageTexts
  /** Said if the phone does not open, with a button. */
  readonly failed: { readonly text: string; readonly again: string }
}

export const texts: Readonly<Record<Language, Texts>> = {
  zh: {
    lang: 'zh-Hans',
    page: {
      title: 'upsdk-kit · 演示',
      heading: '调用 `upsdk`：不丢失，不重复，看得懂',
      lead: '云闪付小程序页面用的 TypeScript 库。就绪前的调用自动排队，每次调用只返回一次；出错时，用户看到明白的提示。',
      language: '语言',
      both: '使用前后对比',
      begin: '开始使用',
      stories: '会出错的地方',
      storiesLead: '一家示例小店，在模拟云闪付里。选一个场景，点店里的按钮，看用户看到什么。',
      modes: '小店使用',
      raw: '仅用 upsdk',
      kit: '使用 upsdk-kit',
      phone: '模拟云闪付，里面是示例小店',
      alone: '单独打开模拟手机',
      foot: '这就是 `npx upsdk-kit wallet` 和 Vite 插件打开的模拟手机，不会连接真实的云闪付，也不会扣款。',
    },
    failed: { text: '模拟手机没有打开。请检查网络，再试一次。', again: '再试一次' },
  },
  en: {
    lang: 'en',
    page: {
      title: 'upsdk-kit · demo',
      heading: 'Calls to `upsdk`: not lost, not sent twice, understood',
      lead: 'A TypeScript library for mini-program pages in UnionPay’s wallet app. Calls wait until the wallet is ready, and settle once. A failure is told in plain words.',
      language: 'Language',
      both: 'Before and after',
      begin: 'How to begin',
      stories: 'What can go wrong',
      storiesLead:
        'A sample shop in the simulated wallet. Choose a story, tap the shop’s button, and see what its user sees.',
      modes: 'The shop uses',
      raw: 'upsdk alone',
      kit: 'with upsdk-kit',
      phone: 'The simulated wallet, with a sample shop',
      alone: 'Open the simulated phone alone',
      foot: 'This is the simulated phone of `npx upsdk-kit wallet` and of the Vite plug-in. Nothing here talks to a real wallet, and no money moves.',
    },
    failed: {
      text: 'The simulated phone did not open. Check the connection, and try again.',
      again: 'Try again',
    },
  },
}

import { type Language, walletWords } from './language'

/** The texts of index.html, by the names in its `data-text`, `data-label` and `data-title`. */
interface PageTexts {
  readonly title: string
  readonly heading: string
  readonly lead: string
  /** The rest of it, left out on a phone. */
  readonly leadMore: string
  /** The name of what is beside the phone. */
  readonly beside: string
  readonly skip: string
  readonly stories: string
  readonly more: string
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
  /** The language that the page can be read in instead, in its own words. */
  readonly other: { readonly name: string; readonly lang: string }
  readonly tabs: { readonly film: string; readonly lines: string }
  /** Said if the phone does not open, with a button. */
  readonly failed: { readonly text: string; readonly again: string }
}

export const texts: Readonly<Record<Language, Texts>> = {
  zh: {
    lang: 'zh-Hans',
    page: {
      title: 'upsdk-kit · 演示',
      heading: '调用 `upsdk`：不丢失，不重复，看得懂',
      lead: '云闪付小程序页面用的 TypeScript 库。',
      leadMore: '就绪前的调用自动排队，每次调用只返回一次；出错时，用户看到明白的提示。',
      beside: '前后对比，以及怎样用到自己的页面',
      skip: '跳到示例小店',
      stories: '换一种情况',
      more: '更多：错误码、手机号、签名页面',
      modes: '小店',
      raw: walletWords.zh.phone.asIs,
      kit: walletWords.zh.phone.inPlace,
      phone: '模拟云闪付，里面是示例小店',
      alone: '单独打开模拟手机',
      foot: '这就是 `npx upsdk-kit wallet` 和 Vite 插件打开的模拟手机，不会连接真实的云闪付，也不会扣款。',
    },
    other: { name: 'English', lang: 'en' },
    tabs: { film: '前后对比', lines: '用到自己的页面' },
    failed: { text: '模拟手机没有打开。请检查网络，再试一次。', again: '再试一次' },
  },
  en: {
    lang: 'en',
    page: {
      title: 'upsdk-kit · demo',
      heading: '`upsdk` calls that always settle, and errors that users understand',
      lead: 'A TypeScript library for mini-program pages in UnionPay’s wallet app. ',
      leadMore:
        'Calls wait until the wallet is ready, and each settles once. If one fails, the user sees a clear message.',
      beside: 'Before and after, and how to use it on your own page',
      skip: 'Skip to the sample shop',
      stories: 'Other things that go wrong',
      more: 'More: codes, mobile number, signed pages',
      modes: 'The shop',
      raw: walletWords.en.phone.asIs,
      kit: walletWords.en.phone.inPlace,
      phone: 'The simulated wallet, with a sample shop',
      alone: 'Open the simulated phone alone',
      foot: 'This is the simulated phone of `npx upsdk-kit wallet` and of the Vite plug-in. Nothing here talks to a real wallet, and no money moves.',
    },
    other: { name: '中文', lang: 'zh-Hans' },
    tabs: { film: 'Before and after', lines: 'On your own page' },
    failed: {
      text: 'The simulated phone did not open. Check the connection, and try again.',
      again: 'Try again',
    },
  },
}

import type { Language } from '../language'

/** The texts of the first screen, for the demo and the site. The phones have texts of their own. */
export interface FirstTexts {
  /** Says what happens in both phones. */
  what: string
  /** Says how each phone ends. */
  ends: Readonly<Record<'raw' | 'kit', string>>
  /** The wallet's own text, which a page passes on as it is, for readers of either language. */
  failed: string
  phone: string
  again: string
  install: string
  code: string
  /** The heading of the command for a page of the reader's own. */
  wallet: string
  copy: string
  copied: string
  /** Shown if the browser does not let a page copy. */
  byHand: string
  note: string
}

export const firstTexts: Readonly<Record<Language, FirstTexts>> = {
  zh: {
    what: '同一笔支付，云闪付返回失败，但钱可能已经付出：',
    ends: { raw: '用户以为没有付成，再付一次', kit: '用户先看订单，不急着再付' },
    failed: '支付失败',
    phone: '手机：',
    again: '再看一遍',
    install: '安装',
    code: '页面里的代码',
    wallet: '在自己的页面上试：不用手机，不用改页面',
    copy: '复制',
    copied: '已复制',
    byHand: '已选中，请手动复制',
    note: '测试版：尚未发布到 npm，安装包由仓库里的 `npm pack` 生成；也尚未在真机的云闪付内运行过。最后一行的地址换成你的页面。',
  },
  en: {
    what: 'The same payment: the wallet says that it failed, yet the money may be gone.',
    ends: {
      raw: 'The user believes it, and pays again.',
      kit: 'The user looks at the order first.',
    },
    failed: '支付失败 (Payment failed)',
    phone: 'Phone: ',
    again: 'Play again',
    install: 'Install',
    code: 'In your page',
    wallet: 'Try it on your own page: no phone, no change of it',
    copy: 'Copy',
    copied: 'Copied',
    byHand: 'Selected: copy it by hand',
    note: 'Beta: not on npm yet, so `npm pack` in the repository makes that file; and never run in a real wallet so far. The last line takes the address of your page.',
  },
}

/** Where upsdk comes from: its file, a copy, a bundle, or nothing. */
import type { SdkTag } from '../../shared/log'
import { isBridgeFile, isOfficial } from '../../shared/sdkAddress'
import { type DiagnosisTable, ofKind } from './diagnosis'

type Missed = Readonly<Record<SdkTag, readonly [wrong: string, instead: string]>>

const missedZh: Missed = {
  async: [
    'upsdk.js 的标签带有 async，页面用到 upsdk 时它还没有执行',
    '请去掉 async，或在标签的 onload 之后再调用',
  ],
  deferred: [
    'upsdk.js 的标签带有 defer 或 type="module"，页面用到 upsdk 时它还没有执行',
    '请去掉它们，或把调用写在 DOMContentLoaded 之后',
  ],
  added: ['upsdk.js 由脚本加入，页面用到 upsdk 时它还没有加载完', '请在这个标签的 onload 之后再调用'],
  below: [
    '页面用到 upsdk 时，前面没有 upsdk.js 的标签',
    '请把 <script src="https://open.95516.com/s/open/js/upsdk.js"></script> 放在用到它的脚本之前',
  ],
  none: [
    '页面没有加载 upsdk.js，真实云闪付里也没有 upsdk',
    '请加载 https://open.95516.com/s/open/js/upsdk.js',
  ],
}

const missedEn: Missed = {
  async: [
    'The tag of upsdk.js is async, and had not run when the page used upsdk.',
    'Remove async, or call upsdk after the onload of the tag.',
  ],
  deferred: [
    'The tag of upsdk.js is deferred, or a module, and had not run when the page used upsdk.',
    'Remove defer and type="module", or call upsdk after DOMContentLoaded.',
  ],
  added: [
    'A script adds the tag of upsdk.js, which had not loaded when the page used upsdk.',
    'Call upsdk after the onload of that tag.',
  ],
  below: [
    'When the page used upsdk, no tag of upsdk.js stood above.',
    'Put <script src="https://open.95516.com/s/open/js/upsdk.js"></script> before the scripts that use it.',
  ],
  none: [
    'The page has loaded no upsdk.js, so it has no upsdk in the real wallet either.',
    'Load https://open.95516.com/s/open/js/upsdk.js.',
  ],
}

export const sdkFile = {
  'copied-sdk': {
    hazards: ['§1'],
    isFixedByKit: false,
    ofNote: ofKind('sdk', (address) => !isOfficial(address)),
    sentences: {
      zh: () => [
        'upsdk.js 不是从银联的地址加载的，云闪付更新后这份文件不会更新',
        '请加载 https://open.95516.com/s/open/js/upsdk.js',
      ],
      en: () => [
        "upsdk.js does not come from UnionPay's address, so it is not updated with the app.",
        'Load https://open.95516.com/s/open/js/upsdk.js.',
      ],
    },
    background: {
      zh: '银联会更新 open.95516.com 上的 upsdk.js，以适应新版本的云闪付。复制到自己服务器上的文件不会跟着更新。',
      en: 'UnionPay updates the upsdk.js at open.95516.com as the app changes. A copy on a server of your own stays as it is.',
    },
  },
  'bundled-sdk': {
    hazards: ['§1'],
    isFixedByKit: false,
    isNote: true,
    ofNote: ofKind('sdk', isBridgeFile),
    sentences: {
      zh: () => [
        '桥接由页面自己的代码加载，不是由 upsdk.js：这样发出的调用，这里只能在桥接处看到',
        '可以这样用；打包在页面里的 upsdk 不会随云闪付更新，上线前请在真机上确认',
      ],
      en: () => [
        "The page's own code has loaded the bridge, not upsdk.js: calls that go that way can be seen only at the bridge here.",
        'That works; an upsdk inside a bundle is not updated with the app, so try it on a phone before a release.',
      ],
    },
    background: {
      zh: '桥接的脚本是页面自己的代码加载的，不是由 upsdk.js 的标签：upsdk 打包在里面（如 js-upsdk），或者页面直接使用桥接。模拟的云闪付接住发给桥接的调用，页面传给 upsdk 的参数在这里看不到。',
      en: 'The bridge’s script was loaded by the page’s own code, not by a tag of upsdk.js: upsdk is inside that (js-upsdk, for one), or the page uses the bridge itself. The simulated wallet takes the calls at the bridge; what the page gave to upsdk cannot be seen there.',
    },
  },
  'missed-sdk': {
    hazards: ['H7'],
    isFixedByKit: false,
    ofCall: ({ missedSdk }) => missedSdk && { tag: missedSdk.tag },
    ofNote: (note) => note.kind === 'error' && !!note.missedSdk && { tag: note.missedSdk },
    sentences: {
      zh: (_, { tag = 'none' }) => missedZh[tag],
      en: (_, { tag = 'none' }) => missedEn[tag],
    },
    background: {
      zh: 'window.upsdk 由 upsdk.js 建立，这个文件执行之前它是 undefined：使用它的代码抛出异常，upsdk-kit 则等到时限后以 sdk-missing 失败。带 async 的标签何时执行取决于网络，带 defer 的标签和模块在页面解析完之后执行，由脚本加入的标签在加载完之后执行。',
      en: 'upsdk.js makes window.upsdk. Until that file runs it is undefined: code that uses it throws, and upsdk-kit fails with sdk-missing at its deadline. An async tag runs when the network has brought it, a deferred one and a module once the page is parsed, one that a script adds once it has loaded.',
    },
  },
  'no-sdk': {
    hazards: ['H7'],
    isFixedByKit: false,
    isNote: true,
    ofNote: ofKind('no-sdk'),
    sentences: {
      zh: () => ['页面没有加载 upsdk.js，所以这里看不到调用', '页面要用到云闪付的功能时，才需要加载它'],
      en: () => [
        'The page has loaded no upsdk.js, so there are no calls to see.',
        'It needs the file only if it uses the wallet.',
      ],
    },
    background: {
      zh: 'upsdk.js 由页面自己加载，云闪付不会提供。没有加载时，window.upsdk 是 undefined，使用它的代码会抛出异常。',
      en: 'The page loads upsdk.js itself; the wallet does not provide it. Without it window.upsdk is undefined, and code that uses it throws.',
    },
  },
} satisfies DiagnosisTable

/** The texts of diagnoses: what goes wrong in the real wallet, and what to write instead. */
import type { SdkTag } from '../../shared/log'
import type { Words } from '../texts/words'
import type { Diagnosis } from './diagnose'
import { type DiagnosisDetail, type DiagnosisId, diagnoses } from './table'

type Language = Words['language']

/** Makes the two sentences for a call of `method`. */
type Sentences = (method: string, detail: DiagnosisDetail) => readonly [wrong: string, instead: string]

type Texts = Readonly<Record<DiagnosisId, Sentences>>

/** Names the `async` parameters; '' for the only argument, which has no name. */
const asyncNames = ({ asyncCallbacks = [] }: DiagnosisDetail): string => asyncCallbacks.join(', ')

/** The method whose JSON text was seen on real phones (H12). Of the others no source shows it. */
const SEEN_AS_TEXT = 'getLocationGps'

/** Says what a method gives, as a fact only if a source shows it. */
const givesText = (method: string, fact: string, guess: string): string =>
  `${method} ${method === SEEN_AS_TEXT ? fact : guess}`

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

type Threw = Readonly<
  Record<NonNullable<DiagnosisDetail['spoils']> | 'nothing-else', (method: string) => string>
>

const threwZh: Threw = {
  queue: (method) => `排在后面的 ${method} 回调不会执行`,
  'next-failure': () => '后面的代码没有执行，下一次失败还可能变成 c02',
  'nothing-else': () => '后面的代码没有执行',
}

const threwEn: Threw = {
  queue: (method) => `the ${method} callbacks behind it do not run`,
  'next-failure': () => 'the rest of it did not run, and the next failure may become c02',
  'nothing-else': () => 'the rest of it did not run',
}

const zh: Texts = {
  'before-ready': (method, { isNotOpened }) => [
    isNotOpened
      ? `没有经过 pluginReady 或 config 就调用 ${method}，upsdk 会以 c05 拒绝`
      : `桥接就绪之前调用 ${method}，这次调用会丢失，success 和 fail 都不会执行`,
    '请写在 upsdk.pluginReady(function () { … }) 里；需要签名的页面写在 upsdk.ready(function () { … }) 里',
  ],
  'ready-without-config': () => [
    '页面没有调用 config，upsdk.ready 的回调在云闪付里一直不会执行',
    '小程序页面请写 upsdk.pluginReady(function () { … })；需要签名的页面请先调用 upsdk.config',
  ],
  'kept-placeholder': (method) => [
    `桥接就绪之前取出的 ${method} 是空函数，之后再调用也不会有任何作用`,
    `请在调用时直接写 upsdk.${method}(…)，不要提前解构或存成变量`,
  ],
  outside: (method) => [
    `在云闪付外调用 ${method} 不会有任何作用，success 和 fail 都不会执行`,
    '请先判断 upsdk.isInsideWallet，在云闪付外提示用户用云闪付打开',
  ],
  'unknown-method': (_, { unknown: { name = '', nearest = '' } = {} }) => {
    if (name && name === nearest)
      return [
        `桥接就绪之前还没有 ${name} 方法，调用会抛出异常`,
        '请写在 upsdk.pluginReady(function () { … }) 里',
      ]
    return [
      name ? `upsdk 没有 ${name} 方法，调用会抛出异常` : 'upsdk 没有这里调用的方法，调用会抛出异常',
      nearest ? `是否应为 ${nearest}？` : '请核对方法名',
    ]
  },
  'missing-parameter': (method, { parameter }) => [
    parameter
      ? `调用 ${method} 缺少参数 ${parameter}，不会被受理`
      : `调用 ${method} 缺少参数，upsdk 会直接抛出异常`,
    parameter ? `请传入 ${parameter}，并先确认它不是空值` : '请传入参数对象',
  ],
  'lost-parameters': (method) => [
    `${method} 的参数不是普通对象，upsdk 会丢弃其中所有内容`,
    '请传入普通对象，例如 Object.assign({}, params)；对象里不要有值为数字的 length',
  ],
  'async-callback': (method, detail) => [
    `${method} 的${asyncNames(detail) ? ` ${asyncNames(detail)} ` : '回调'}是 async 函数，upsdk 会忽略它`,
    '请传入普通函数，在里面再调用 async 函数',
  ],
  'never-answers': (method) => [
    `${method} 从不返回，success 和 fail 都不会执行`,
    '请把后面的代码直接写在调用之后，不要等待回调',
  ],
  'no-fail': (method) => [
    `${method} 失败了，但没有传 fail，页面收不到这次失败`,
    '请传入 fail，并提示用户失败的原因',
  ],
  'callback-threw': (method, { isJson, spoils }) => [
    isJson
      ? `${method} 的回调抛出了异常；这里返回的是 JSON 文本，在 iOS 上是对象`
      : `${method} 的回调抛出了异常，${threwZh[spoils || 'nothing-else'](method)}`,
    isJson ? '请先判断类型：文本用 JSON.parse 解析，对象直接使用' : '请在回调里处理异常',
  ],
  'replaced-callback': (method) => [
    `桥接就绪之前再次调用 ${method}，前一次会被覆盖，它的回调不会执行`,
    `请只调用一次 ${method}，或等前一次返回后再调用`,
  ],
  'reused-options': (method) => [
    `${method} 的参数对象用过一次，upsdk 已经改动过它，这次的回调或链接会出错`,
    '请每次调用都新建参数对象',
  ],
  'two-payments': (method) => [
    `上一笔支付还没有返回就再次调用 ${method}，用户会看到两个支付页面，可能重复付款`,
    '请在支付返回之前禁用按钮，不要重复调用',
  ],
  'copied-sdk': () => [
    'upsdk.js 不是从银联的地址加载的，云闪付更新后这份文件不会更新',
    '请加载 https://open.95516.com/s/open/js/upsdk.js',
  ],
  'text-on-android': (method) => [
    `${givesText(method, '在 Android 上返回 JSON 文本，在 iOS 上返回对象', '在 Android 上可能返回 JSON 文本，在 iOS 上返回对象')}；这里没有看到页面解析这段文本，如果用到其中的字段，Android 用户会看到空白或错误的内容`,
    '请先判断类型：文本用 JSON.parse 解析，对象直接使用',
  ],
  'sent-told-failed': (method) => [
    `${method} 已经发出，用户可能已经付款，页面却提示支付失败或取消，用户会再付一次`,
    '请提示“支付结果待确认”，并引导用户先查看订单；这段文字写在页面里，upsdk-kit 无法替换',
  ],
  'debug-left-on': () => [
    'config 带着 debug: true，用户会看到 upsdk 的调试信息（alert 弹窗或云闪付的提示）',
    '请在上线前去掉 debug',
  ],
  'missed-sdk': (_, { tag = 'none' }) => missedZh[tag],
  'redirect-not-encoded': () => [
    'redirectUri 没有编码，其中 & 或 # 之后的内容丢失了',
    '请用 encodeURIComponent 编码 redirectUri，或用 oauthLink 生成链接',
  ],
  'redirect-not-https': () => ['redirectUri 是 http 地址，联登文档要求 https', '请换成 https 地址'],
  'contract-without-plan': () => [
    '签约授权（upapi_contract）没有 planId，联登文档要求带上',
    '请加上 planId，或用 oauthLink 生成链接',
  ],
  'no-sdk': () => ['页面没有加载 upsdk.js，所以这里看不到调用', '页面要用到云闪付的功能时，才需要加载它'],
  'wallet-link': () => ['真实云闪付会打开这个链接，这里只画出来，没有跳转', '请在真机上确认链接打开的页面'],
  'share-to-browser': () => [
    '分享出去的链接会在浏览器中打开，不会回到小程序',
    '如需回到小程序，请用 shareLink 生成 shareUrl',
  ],
  'bundled-sdk': () => [
    '桥接由页面自己的代码加载，不是由 upsdk.js：这样发出的调用，这里只能在桥接处看到',
    '可以这样用；打包在页面里的 upsdk 不会随云闪付更新，上线前请在真机上确认',
  ],
}

const en: Texts = {
  'before-ready': (method, { isNotOpened }) => [
    isNotOpened
      ? `${method} is called without pluginReady or config: upsdk refuses it with c05.`
      : `${method} is called before the bridge is up: the call is lost, and neither success nor fail runs.`,
    'Call it inside upsdk.pluginReady(function () { … }), on a signed page inside upsdk.ready(function () { … }).',
  ],
  'ready-without-config': () => [
    'The page calls no config, so the callback of upsdk.ready never runs in the wallet.',
    'In a mini-program write upsdk.pluginReady(function () { … }); on a signed page call upsdk.config first.',
  ],
  'kept-placeholder': (method) => [
    `${method} was taken off upsdk before the bridge was up: it is an empty function, and stays one.`,
    `Write upsdk.${method}(…) at each call; do not destructure it or keep it in a variable.`,
  ],
  outside: (method) => [
    `Outside the wallet ${method} does nothing, and neither success nor fail runs.`,
    'Check upsdk.isInsideWallet first, and ask the user to open the page in the UnionPay App.',
  ],
  'unknown-method': (_, { unknown: { name = '', nearest = '' } = {} }) => {
    if (name && name === nearest)
      return [
        `upsdk has no ${name} before the bridge is up: the call throws.`,
        'Call it inside upsdk.pluginReady(function () { … }).',
      ]
    return [
      name ? `upsdk has no method ${name}: the call throws.` : 'upsdk has no such method: the call throws.',
      nearest ? `Did you mean ${nearest}?` : 'Check the name of the method.',
    ]
  },
  'missing-parameter': (method, { parameter }) => [
    parameter
      ? `${method} is called without ${parameter}: it is refused.`
      : `${method} is called without parameters: upsdk throws.`,
    parameter
      ? `Pass ${parameter}, and check first that it is not empty.`
      : 'Pass an object with parameters.',
  ],
  'lost-parameters': (method) => [
    `The parameters of ${method} are not a plain object: upsdk drops all that is in them.`,
    'Pass a plain object, such as Object.assign({}, params), without a number as its length.',
  ],
  'async-callback': (method, detail) => [
    `${asyncNames(detail) ? `${asyncNames(detail)} of ${method}` : `The callback of ${method}`} is an async function, which upsdk ignores.`,
    'Pass an ordinary function that calls the async one.',
  ],
  'never-answers': (method) => [
    `${method} never answers: neither success nor fail runs.`,
    'Put the code that follows right after the call, and do not wait for a callback.',
  ],
  'no-fail': (method) => [
    `${method} failed, and there is no fail callback: the page is not told.`,
    'Pass fail, and tell the user why it failed.',
  ],
  'callback-threw': (method, { isJson, spoils }) => [
    isJson
      ? `A callback of ${method} threw; the answer was JSON text here, and is an object on iOS.`
      : `A callback of ${method} threw: ${threwEn[spoils || 'nothing-else'](method)}.`,
    isJson
      ? 'Check the type first: parse text with JSON.parse, and use an object as it is.'
      : 'Handle the error inside the callback.',
  ],
  'replaced-callback': (method) => [
    `${method} is called again before the bridge is up: the earlier call is replaced, and its callbacks never run.`,
    `Call ${method} once, or call it again after the first answer.`,
  ],
  'reused-options': (method) => [
    `upsdk has changed this options object of ${method} in an earlier call: its callbacks or its link are wrong now.`,
    'Make a new object for each call.',
  ],
  'two-payments': (method) => [
    `${method} is called while another payment is open: the user sees two payment pages and may pay twice.`,
    'Disable the button until the payment has answered.',
  ],
  'copied-sdk': () => [
    "upsdk.js does not come from UnionPay's address, so it is not updated with the app.",
    'Load https://open.95516.com/s/open/js/upsdk.js.',
  ],
  'text-on-android': (method) => [
    `${givesText(method, 'gives JSON text on Android and an object on iOS', 'may give JSON text on Android, and an object on iOS')}. The page was not seen to parse it: if it uses a field of it, Android users see nothing, or something wrong.`,
    'Check the type first: parse text with JSON.parse, and use an object as it is.',
  ],
  'sent-told-failed': (method) => [
    `${method} was sent and may have been paid, but the page says that it failed or was cancelled: the user pays again.`,
    'Say that the payment is not confirmed yet, and lead to the order. The text is in the page, so upsdk-kit cannot replace it.',
  ],
  'debug-left-on': () => [
    'config has debug: true: users see upsdk’s own messages, in an alert or a toast of the wallet.',
    'Remove debug before the page goes live.',
  ],
  'missed-sdk': (_, { tag = 'none' }) => missedEn[tag],
  'redirect-not-encoded': () => [
    'redirectUri is not encoded: what follows the & or # in it is lost.',
    'Encode redirectUri with encodeURIComponent, or make the link with oauthLink.',
  ],
  'redirect-not-https': () => [
    'redirectUri is an http address; UnionPay’s document asks for https.',
    'Use an https address.',
  ],
  'contract-without-plan': () => [
    'A contract (upapi_contract) is asked for without planId, which UnionPay’s document asks for.',
    'Add planId, or make the link with oauthLink.',
  ],
  'no-sdk': () => [
    'The page has loaded no upsdk.js, so there are no calls to see.',
    'It needs the file only if it uses the wallet.',
  ],
  'wallet-link': () => [
    'The real wallet opens this link. Here it is only drawn.',
    'Try the link on a phone.',
  ],
  'share-to-browser': () => [
    'The shared link opens in a browser and does not lead back into the mini-program.',
    'To lead back, make shareUrl with shareLink.',
  ],
  'bundled-sdk': () => [
    "The page's own code has loaded the bridge, not upsdk.js: calls that go that way can be seen only at the bridge here.",
    'That works; an upsdk inside a bundle is not updated with the app, so try it on a phone before a release.',
  ],
}

/** Makes the sentences of a diagnosis: what goes wrong, and what to write instead. */
export const sentencesOf = (
  { id, detail }: Diagnosis,
  method: string,
  language: Language,
): readonly [wrong: string, instead: string] => (language === 'en' ? en : zh)[id](method, detail)

/** The numbers of a log. They are no judgement: a page that does nothing has few. */
export interface LogCounts {
  readonly calls: number
  /** The different diagnoses. */
  readonly causes: number
  /** Errors that the page did not catch. */
  readonly errors: number
  /** Texts for developers that the user saw. */
  readonly rawTexts: number
}

/** How many causes are looked for. Notes are none. */
const ALL_CAUSES = Object.values(diagnoses).filter(({ isNote }) => !isNote).length

/** Makes the text with the numbers of a log. */
export function countText({ calls, causes, errors, rawTexts }: LogCounts, language: Language): string {
  if (language === 'en') {
    const number = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`
    return [
      number(calls, 'call', 'calls'),
      `${causes} of ${ALL_CAUSES} causes looked for`,
      errors && number(errors, 'uncaught error', 'uncaught errors'),
      rawTexts && number(rawTexts, 'raw text shown to the user', 'raw texts shown to the user'),
    ]
      .filter(Boolean)
      .join(', ')
  }
  return [
    `调用 ${calls} 次`,
    `检查 ${ALL_CAUSES} 类问题，见到 ${causes} 类`,
    errors && `未处理的异常 ${errors} 个`,
    rawTexts && `用户看到的原始报错 ${rawTexts} 段`,
  ]
    .filter(Boolean)
    .join('，')
}

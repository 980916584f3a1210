/** The callbacks of a call: those that never run, are missing, or throw, and text in the place of an object. */
import { hasOwn, traitsOf } from '../../../src/internalsWithoutDom'
import { EVENTS, KEPT } from '../../methods/methodTable'
import { isAndroidText } from '../../shared/androidText'
import type { LogEntry } from '../../shared/log'
import { errorText, isOurError } from '../../shared/logStatus'
import { isCancellation } from '../../shared/outcomes'
import { type Called, type DiagnosisDetail, type DiagnosisTable, raw } from './diagnosis'
import { unknownMethodIn } from './unknownMethod'

/** Did the call fail without telling the page, although its user has to know? */
function failedUnheard({ callbacks, asyncCallbacks }: Called, entry: LogEntry): boolean {
  const { method, answered } = entry
  const { interactive, settles } = traitsOf(method)
  const isHeard = ['fail', 'cancel'].some((name) => callbacks.includes(name) || asyncCallbacks.includes(name))
  // A method that never answers calls no callback at a failure either (H11, H30).
  if (!interactive || settles === 'never' || isHeard || answered?.how !== 'fail') return false
  return !isCancellation(method, answered.value)
}

/** Did a callback of the page throw? The reason may be that Android answers with text. */
function callbackThrew(entry: LogEntry): DiagnosisDetail | false {
  const { method, threw, told, threwInKit, answered } = entry
  const thrown = threwInKit || (threw?.by === 'callback' ? threw : undefined)
  if (!thrown) return false
  const text = errorText(thrown.error)
  if (isOurError(text) || unknownMethodIn(text)) return false
  const isJson = answered?.how === 'success' && isAndroidText(method, told ? told.value : answered.value)
  // A kit runs each callback by itself.
  const spoils = threwInKit ? undefined : spoiledBy(entry)
  return { isJson, ...(spoils && { spoils }) }
}

/** What an exception of the page spoils in upsdk, beside the rest of the callback itself (H3, H24). */
function spoiledBy({ method, called, told }: LogEntry): DiagnosisDetail['spoils'] {
  if (/^(fail|cancel)$/.test(told?.callback || '')) return 'next-failure'
  // Callbacks that wait run in one loop. Once upsdk is open, each runs at its own call.
  const waits = method === 'ready' ? called?.state !== 'open' : called?.state === 'waiting for the bridge'
  return /^(pluginReady|ready)$/.test(method) && waits ? 'queue' : undefined
}

/** Names the `async` parameters; '' for the only argument, which has no name. */
const asyncNames = ({ asyncCallbacks = [] }: DiagnosisDetail): string => asyncCallbacks.join(', ')

/** The method whose JSON text was seen on real phones (H12). Of the others no source shows it. */
const SEEN_AS_TEXT = 'getLocationGps'

/** Says what a method gives, as a fact only if a source shows it. */
const givesText = (method: string, fact: string, guess: string): string =>
  `${method} ${method === SEEN_AS_TEXT ? fact : guess}`

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

export const callbacks = {
  'async-callback': {
    hazards: ['H21'],
    isFixedByKit: true,
    ofCall: raw(({ asyncCallbacks: all }, { method }) => {
      // The file looks at the kind of a `fail` in the calls alone that it keeps.
      const asyncCallbacks = all.filter((name) => KEPT.includes(method) || !/^(fail|cancel)$/.test(name))
      return asyncCallbacks.length > 0 && { asyncCallbacks }
    }),
    sentences: {
      zh: (method, detail) => [
        `${method} 的${asyncNames(detail) ? ` ${asyncNames(detail)} ` : '回调'}是 async 函数，upsdk 会忽略它`,
        '请传入普通函数，在里面再调用 async 函数',
      ],
      en: (method, detail) => [
        `${asyncNames(detail) ? `${asyncNames(detail)} of ${method}` : `The callback of ${method}`} is an async function, which upsdk ignores.`,
        'Pass an ordinary function that calls the async one.',
      ],
    },
    background: {
      zh: 'upsdk 用 Object.prototype.toString 判断函数，只认 [object Function]；async 函数是 [object AsyncFunction]，所以不会执行。编译到 ES2017 以下的代码没有这个问题，因此开发时和上线后可能不同。',
      en: 'upsdk recognises a function by Object.prototype.toString, as [object Function]. An async one is [object AsyncFunction], so it never runs. Code that is compiled for engines without async functions does not have this problem, so that development and production may differ.',
    },
  },
  'never-answers': {
    hazards: ['H11'],
    isFixedByKit: true,
    ofCall: raw(({ callbacks }, { method }) => {
      const slot = hasOwn(EVENTS, method) ? EVENTS[method]?.[0] : undefined
      return (
        traitsOf(method).settles === 'never' &&
        callbacks.some((name) => /^(success|fail)$/.test(name) && name !== slot)
      )
    }),
    sentences: {
      zh: (method) => [
        `${method} 从不返回，success 和 fail 都不会执行`,
        '请把后面的代码直接写在调用之后，不要等待回调',
      ],
      en: (method) => [
        `${method} never answers: neither success nor fail runs.`,
        'Put the code that follows right after the call, and do not wait for a callback.',
      ],
    },
    background: {
      zh: 'setNavigationBarTitle、showFlashInfo、createWebView、showSharePopup、openTicketDetails 等方法交给云闪付后就结束了，从不执行 success 或 fail。等待它们的 Promise 永远没有结果。',
      en: 'setNavigationBarTitle, showFlashInfo, createWebView, showSharePopup, openTicketDetails and others are handed to the wallet, and that is all: neither success nor fail ever runs. A promise that waits for them never settles.',
    },
  },
  'no-fail': {
    hazards: ['H13'],
    isFixedByKit: true,
    ofCall: raw(failedUnheard),
    sentences: {
      zh: (method) => [
        `${method} 失败了，但没有传 fail，页面收不到这次失败`,
        '请传入 fail，并提示用户失败的原因',
      ],
      en: (method) => [
        `${method} failed, and there is no fail callback: the page is not told.`,
        'Pass fail, and tell the user why it failed.',
      ],
    },
    background: {
      zh: 'upsdk 不会自己提示失败。没有 fail 时，失败不会显示、不会抛出，也不会出现在控制台。',
      en: 'upsdk shows no failure itself. Without fail, a failure is not shown, not thrown, and not on the console.',
    },
  },
  'callback-threw': {
    hazards: ['H3', 'H12', 'H24'],
    isFixedByKit: false,
    ofCall: callbackThrew,
    sentences: {
      zh: (method, { isJson, spoils }) => [
        isJson
          ? `${method} 的回调抛出了异常；这里返回的是 JSON 文本，在 iOS 上是对象`
          : `${method} 的回调抛出了异常，${threwZh[spoils || 'nothing-else'](method)}`,
        isJson ? '请先判断类型：文本用 JSON.parse 解析，对象直接使用' : '请在回调里处理异常',
      ],
      en: (method, { isJson, spoils }) => [
        isJson
          ? `A callback of ${method} threw; the answer was JSON text here, and is an object on iOS.`
          : `A callback of ${method} threw: ${threwEn[spoils || 'nothing-else'](method)}.`,
        isJson
          ? 'Check the type first: parse text with JSON.parse, and use an object as it is.'
          : 'Handle the error inside the callback.',
      ],
    },
    background: {
      zh: 'upsdk 依次执行 pluginReady 的回调，其中一个抛出异常，后面的就不再执行。在 fail 里抛出异常时，cordova 上一次的状态没有清除，下一次失败会变成 c02。同一个返回在 Android 上常是 JSON 文本，在 iOS 上是对象，只在一个平台上试过的代码因此会抛出异常。',
      en: 'upsdk runs its pluginReady callbacks one after another; if one throws, those behind it do not run. If a fail throws, cordova’s last status is not cleared, and the next failure becomes c02. The same answer is often JSON text on Android and an object on iOS, so that code which was tried on one of them throws on the other.',
    },
  },
  'text-on-android': {
    hazards: ['H12'],
    // Old callbacks get the text from a kit, too.
    isFixedByKit: false,
    ofCall: (entry, { oddities }) => {
      const { unusedText, told } = entry
      const { isJson } = callbackThrew(entry) || {}
      // An exception that the text led to says the same of the call.
      if (!unusedText || isJson) return false
      // A page may well do without the fields of a text. It is counted if something came of it.
      return { isNote: !oddities.some(({ at }) => at >= (told?.at ?? 0) && at <= unusedText.at) }
    },
    sentences: {
      zh: (method) => [
        `${givesText(method, '在 Android 上返回 JSON 文本，在 iOS 上返回对象', '在 Android 上可能返回 JSON 文本，在 iOS 上返回对象')}；这里没有看到页面解析这段文本，如果用到其中的字段，Android 用户会看到空白或错误的内容`,
        '请先判断类型：文本用 JSON.parse 解析，对象直接使用',
      ],
      en: (method) => [
        `${givesText(method, 'gives JSON text on Android and an object on iOS', 'may give JSON text on Android, and an object on iOS')}. The page was not seen to parse it: if it uses a field of it, Android users see nothing, or something wrong.`,
        'Check the type first: parse text with JSON.parse, and use an object as it is.',
      ],
    },
    background: {
      zh: '同一个方法的返回，在 Android 上常是 JSON 文本，在 iOS 上是对象。但也不能一律解析：scanQRCode、getSharedData 等返回的本来就是文本，内容可能碰巧像 JSON。',
      en: 'The answer of the same method is often JSON text on Android and an object on iOS. To parse everything would be wrong too: scanQRCode and getSharedData give text, which may look like JSON by chance.',
    },
  },
} satisfies DiagnosisTable

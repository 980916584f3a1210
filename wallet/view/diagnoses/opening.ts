/** Before upsdk is open, outside the wallet, or under a name that it does not have. */
import { BEFORE_OPENING, OPENS_OR_CONFIGURES } from '../../methods/methodTable'
import type { LogEntry } from '../../shared/log'
import { errorText } from '../../shared/logStatus'
import { type DiagnosisTable, type OtherRecords, raw, type Said } from './diagnosis'
import { isMethod, unknownMethodIn } from './unknownMethod'

/** Names a method that upsdk does not have, for a call that met it. */
function unknownInCall(message: string, { unknown }: OtherRecords): Said {
  const found = unknownMethodIn(message)
  if (!found) return undefined
  unknown.add(found.name)
  return { unknown: found }
}

function unknownMethod({ method, threw, threwInKit, settled }: LogEntry, others: OtherRecords): Said {
  const thrown = threw || threwInKit
  const said = thrown && unknownInCall(errorText(thrown.error), others)
  // The kit has a function for every name, so a call of an unknown one fails as `unsupported`.
  return said || settled?.outcome !== 'unsupported' || isMethod(method)
    ? said
    : unknownInCall(`upsdk.${method} is not a function`, others)
}

export const opening = {
  'before-ready': {
    hazards: ['H1', 'H2'],
    isFixedByKit: true,
    ofCall: raw(({ through, state }, { method, reached }) => {
      if (state === 'waiting for the bridge') return through === 'placeholder'
      if (state !== 'not opened' || through !== 'method' || BEFORE_OPENING.test(method)) return false
      // Shares through one channel reach native anyway.
      return !reached && { isNotOpened: true }
    }),
    sentences: {
      zh: (method, { isNotOpened }) => [
        isNotOpened
          ? `在 pluginReady 执行或 config 通过之前调用 ${method}，upsdk 会以 c05 拒绝`
          : `桥接就绪之前调用 ${method}，这次调用会丢失，success 和 fail 都不会执行`,
        '请写在 upsdk.pluginReady(function () { … }) 里；需要签名的页面写在 upsdk.ready(function () { … }) 里',
      ],
      en: (method, { isNotOpened }) => [
        isNotOpened
          ? `${method} is called before pluginReady was used or a config was accepted: upsdk refuses it with c05.`
          : `${method} is called before the bridge is up: the call is lost, and neither success nor fail runs.`,
        'Call it inside upsdk.pluginReady(function () { … }), on a signed page inside upsdk.ready(function () { … }).',
      ],
    },
    background: {
      zh: 'upsdk.js 加载后，每个方法先是一个空函数，桥接就绪（deviceready）之后才换成真的。在这之前的调用不会排队，也没有返回。桥接就绪之后，还要用过 pluginReady，或 config 通过，upsdk 才会把调用交给云闪付，否则一律以 c05 失败。',
      en: 'Once upsdk.js has loaded, each method is an empty function until the bridge is up (deviceready). A call before that is not queued, and nothing answers it. With the bridge up, upsdk hands calls to the wallet only after pluginReady was used or a config was accepted; all others fail with c05.',
    },
  },
  'ready-without-config': {
    hazards: ['H29'],
    isFixedByKit: true,
    // The page may be late with its config: then the callback waits for the answer.
    ofCall: ({ neverReady, told, document }, { configured }) =>
      !!neverReady && !told && !configured.has(document),
    sentences: {
      zh: () => [
        '页面到现在没有调用 config；没有它，upsdk.ready 的回调在云闪付里不会执行',
        '小程序页面请写 upsdk.pluginReady(function () { … })；需要签名的页面请先调用 upsdk.config',
      ],
      en: () => [
        'The page has called no config so far. Without one the callback of upsdk.ready does not run in the wallet.',
        'In a mini-program write upsdk.pluginReady(function () { … }); on a signed page call upsdk.config first.',
      ],
    },
    background: {
      zh: 'upsdk.ready 属于需要签名的 H5 页面：config 通过之后才执行回调。没有 config 时，它在云闪付里一直不执行，也不报错；只有在页面自己的 pluginReady 回调执行之后才注册的，会立即执行。小程序页面用 pluginReady，不需要签名。',
      en: 'upsdk.ready belongs to signed H5 pages: its callbacks run once a config was accepted. Without a config they never run in the wallet, and nothing says so; only one that is registered after a pluginReady callback of the page has run does, at once. A page of a mini-program uses pluginReady, which needs no signature.',
    },
  },
  'kept-placeholder': {
    hazards: ['H8'],
    isFixedByKit: true,
    ofCall: raw(({ through, state }) => through === 'placeholder' && /^(not opened|open)$/.test(state)),
    sentences: {
      zh: (method) => [
        `桥接就绪之前取出的 ${method} 是空函数，之后再调用也不会有任何作用`,
        `请在调用时直接写 upsdk.${method}(…)，不要提前解构或存成变量`,
      ],
      en: (method) => [
        `${method} was taken off upsdk before the bridge was up: it is an empty function, and stays one.`,
        `Write upsdk.${method}(…) at each call; do not destructure it or keep it in a variable.`,
      ],
    },
    background: {
      zh: '桥接就绪时，upsdk 替换的是对象上的方法。之前取出来的 const { pay } = upsdk 仍是原来的空函数，之后一直如此。',
      en: 'When the bridge comes up, upsdk replaces the methods on its object. What was taken off it before, as by const { pay } = upsdk, stays the empty function.',
    },
  },
  outside: {
    hazards: ['H4'],
    isFixedByKit: true,
    ofCall: raw(({ state }, { method }) => state === 'outside' && !OPENS_OR_CONFIGURES.test(method)),
    sentences: {
      zh: (method) => [
        `在云闪付外调用 ${method} 不会有任何作用，success 和 fail 都不会执行`,
        '请先判断 upsdk.isInsideWallet，在云闪付外提示用户用云闪付打开',
      ],
      en: (method) => [
        `Outside the wallet ${method} does nothing, and neither success nor fail runs.`,
        'Check upsdk.isInsideWallet first, and ask the user to open the page in the UnionPay App.',
      ],
    },
    background: {
      zh: '在云闪付外，2021 年以后的 upsdk.js 会立即执行 pluginReady 的回调，但每个方法都是空函数，所以调用没有任何返回；2020 年的文件连 pluginReady 的回调也不执行。',
      en: 'Outside the wallet, the upsdk.js of 2021 and later runs pluginReady callbacks at once, but each method is an empty function, so that no call is ever answered. That of 2020 does not run those callbacks either.',
    },
  },
  'replaced-callback': {
    hazards: ['H9'],
    isFixedByKit: true,
    ofCall: raw(({ replaces }) => replaces),
    sentences: {
      zh: (method) => [
        `桥接就绪之前再次调用 ${method}，前一次会被覆盖，它的回调不会执行`,
        `请只调用一次 ${method}，或等前一次返回后再调用`,
      ],
      en: (method) => [
        `${method} is called again before the bridge is up: the earlier call is replaced, and its callbacks never run.`,
        `Call ${method} once, or call it again after the first answer.`,
      ],
    },
    background: {
      zh: '桥接就绪之前，appletAuth、appletConfig 和 config 各只有一个位置：后一次调用覆盖前一次，前一次的回调永远不会执行。',
      en: 'Before the bridge is up, appletAuth, appletConfig and config have one place each: a later call replaces the earlier one, whose callbacks never run.',
    },
  },
  'unknown-method': {
    hazards: ['H16'],
    isFixedByKit: false,
    ofCall: unknownMethod,
    // An error in a callback reaches the window too, and was found beside its call.
    ofNote(note, { unknown }) {
      const found = note.kind === 'error' && unknownMethodIn(note.text)
      return found && !unknown.has(found.name) && { unknown: found }
    },
    sentences: {
      zh: (_, { unknown: { name = '', nearest = '' } = {} }) => {
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
      en: (_, { unknown: { name = '', nearest = '' } = {} }) => {
        if (name && name === nearest)
          return [
            `upsdk has no ${name} before the bridge is up: the call throws.`,
            'Call it inside upsdk.pluginReady(function () { … }).',
          ]
        return [
          name
            ? `upsdk has no method ${name}: the call throws.`
            : 'upsdk has no such method: the call throws.',
          nearest ? `Did you mean ${nearest}?` : 'Check the name of the method.',
        ]
      },
    },
    background: {
      zh: 'upsdk 只有它自己的方法。旧版本没有后来的方法；有几个方法（getSelfAppletCollectStatus、offGyroscopeChange、openTicketDetails 等）在桥接就绪之前是 undefined，就绪后才出现。',
      en: 'upsdk has its own methods alone. Older versions lack later ones, and a few (getSelfAppletCollectStatus, offGyroscopeChange, openTicketDetails) are undefined until the bridge is up.',
    },
  },
} satisfies DiagnosisTable

import { codeScenarios } from './codes'
import type { Ready } from './setup'

/** What the phone's page does when its button is tapped. */
export type Action = 'pay' | 'bioDetect' | 'scanQRCode' | 'backend'

export interface Scenario {
  id: string
  group: 'time' | 'code' | 'pay' | 'page'
  name: string
  chinese: string
  action: Action
  /** What the wallet answers: success, nothing, or a code. */
  answer: 'success' | 'silent' | string
  /** When the button is tapped, in ms after the page opens. */
  taps: readonly number[]
  ready?: Ready
  place?: 'browser'
  /** Failures are told by the wallet's own toast. */
  walletToasts?: boolean
  /** The page handles the failure itself, with `preventDefault`. */
  takesOver?: boolean
  /** What one gets without the kit, and with it. */
  raw: string
  kit: string
  rawCode: readonly [string, string]
  kitCode: readonly [string, string]
  /** Without the kit, the page locks its button until it hears something. */
  locks?: boolean
  /** Did the page without the kit think of `pluginReady`? */
  rawWaits?: boolean
}

export const groups: readonly { id: Scenario['group']; name: string; chinese: string }[] = [
  { id: 'time', name: 'When and where', chinese: '时机与环境' },
  { id: 'code', name: 'Codes', chinese: '错误码' },
  { id: 'pay', name: 'Payment', chinese: '支付' },
  { id: 'page', name: 'Your page', chinese: '页面' },
]

const create = 'const upsdk = createUpsdk()'
const rawPay = ['upsdk.pluginReady(() =>', '  upsdk.pay({ tn, success, fail }))'] as const
const rawScan = ['upsdk.pluginReady(() =>', '  upsdk.scanQRCode({ success, fail }))'] as const

export const scenarios: readonly Scenario[] = [
  {
    id: 'early',
    group: 'time',
    name: 'Tapped early',
    chinese: '点早了',
    action: 'pay',
    answer: 'success',
    taps: [100],
    ready: 'early',
    raw: 'Until the bridge is up, pay is an empty function. The tap vanishes; no callback is ever called.',
    kit: 'The call waits a moment, is sent once inside pluginReady, and succeeds.',
    rawCode: ['button.onclick = () =>', '  upsdk.pay({ tn, success, fail })'],
    kitCode: [create, 'await upsdk.pay({ tn })'],
  },
  {
    id: 'late',
    group: 'time',
    name: 'Ready in 3 s',
    chinese: '桥接较慢',
    action: 'scanQRCode',
    answer: 'success',
    taps: [300, 1400],
    ready: 'late',
    rawWaits: true,
    raw: 'Every impatient tap is queued: when the bridge comes up, the scanner opens once for each.',
    kit: 'The first tap waits for the bridge. The second is the same call, still open: busy, and not sent.',
    rawCode: rawScan,
    kitCode: [create, 'const text = await upsdk.scanQRCode()'],
  },
  {
    id: 'after',
    group: 'time',
    name: 'Past the deadline',
    chinese: '超过时限',
    action: 'pay',
    answer: 'success',
    taps: [300],
    ready: 'after',
    rawWaits: true,
    raw: 'Nothing for six seconds. Then a payment that the user has long given up on opens by itself.',
    kit: 'At the deadline the user is told that nothing was paid. A late bridge never starts the old payment.',
    rawCode: rawPay,
    kitCode: ['const upsdk = createUpsdk({ readyTimeout: 4000 })', 'await upsdk.pay({ tn })'],
  },
  {
    id: 'never',
    group: 'time',
    name: 'Never ready',
    chinese: '桥接失败',
    action: 'bioDetect',
    answer: 'success',
    taps: [300],
    ready: 'never',
    rawWaits: true,
    raw: 'pluginReady never fires, and nothing says so. The page waits for ever.',
    kit: 'The call rejects at its deadline, and the user knows what to do.',
    rawCode: ['upsdk.pluginReady(() =>', '  upsdk.bioDetect({ success, fail }))'],
    kitCode: ['const upsdk = createUpsdk({ readyTimeout: 4000 })', 'await upsdk.bioDetect()'],
  },
  {
    id: 'outside',
    group: 'time',
    name: 'Outside the wallet',
    chinese: '在云闪付外打开',
    action: 'pay',
    answer: 'success',
    taps: [500],
    place: 'browser',
    rawWaits: true,
    raw: 'In a browser pluginReady fires at once, yet every method is still an empty function. No button does anything.',
    kit: 'Paying leads into the app. What a browser can do as well, it does here; what it lacks is unsupported. Payment, authorization and identity are never replaced.',
    rawCode: rawPay,
    kitCode: ['createUpsdk({ fallbacks: webFallbacks,', '  openInApp: openInApp({ encryptAppId }) })'],
  },
  ...codeScenarios,
  {
    id: 'paid',
    group: 'pay',
    name: 'Paid',
    chinese: '支付成功',
    action: 'pay',
    answer: 'success',
    taps: [500],
    rawWaits: true,
    raw: 'Works, once the page has thought of pluginReady and wrapped the callbacks.',
    kit: 'A promise that resolves. Nothing is shown that the page did not ask for.',
    rawCode: rawPay,
    kitCode: [create, 'await upsdk.pay({ tn })'],
  },
  {
    id: 'cancelled',
    group: 'pay',
    name: 'Cancelled',
    chinese: '用户取消',
    action: 'pay',
    answer: '01',
    taps: [500],
    rawWaits: true,
    raw: 'pay drops the code: only a text tells a cancellation from a failed payment.',
    kit: 'Rejects as cancelled. It is never shown: the user knows what they did.',
    rawCode: rawPay,
    kitCode: [create, "upsdk.pay({ tn }).catch((e) => e.reason === 'cancelled')"],
  },
  {
    id: 'unconfirmed',
    group: 'pay',
    name: 'Unconfirmed',
    chinese: '结果待确认',
    action: 'pay',
    answer: '02',
    taps: [500],
    rawWaits: true,
    raw: 'The page says “payment failed”, and the user pays again. Perhaps for the second time.',
    kit: 'Nothing false about money: look at the order first. retry is never.',
    rawCode: rawPay,
    kitCode: [create, 'await upsdk.pay({ tn })'],
  },
  {
    id: 'lost',
    group: 'pay',
    name: 'Answer lost',
    chinese: '结果丢失',
    action: 'pay',
    answer: 'silent',
    taps: [500, 2600, 6200],
    locks: true,
    rawWaits: true,
    raw: 'No callback. This page locks its button until one comes: now the button is dead.',
    kit: 'A tap soon after is held back as busy; after 5 s one is sent afresh. The button never goes dead.',
    rawCode: rawPay,
    kitCode: [create, 'button.onclick = () => upsdk.pay({ tn })'],
  },
  {
    id: 'double',
    group: 'pay',
    name: 'Double tap',
    chinese: '连点两下',
    action: 'pay',
    answer: 'success',
    taps: [500, 680],
    rawWaits: true,
    raw: 'Two calls are sent: two payment sheets, one above the other.',
    kit: 'The second tap is busy: not sent, and nothing is shown.',
    rawCode: rawPay,
    kitCode: [create, 'button.onclick = () => upsdk.pay({ tn })'],
  },
  {
    id: 'own',
    group: 'page',
    name: 'Own message',
    chinese: '页面自行提示',
    action: 'bioDetect',
    answer: '95',
    taps: [500],
    takesOver: true,
    rawWaits: true,
    raw: 'The page has to find words for every code, in every language.',
    kit: 'preventDefault keeps the kit quiet; message is still the text for the user.',
    rawCode: ['upsdk.pluginReady(() => upsdk.bioDetect({ success,', '  fail: (e) => showError(e.errmsg) }))'],
    kitCode: ['upsdk.bioDetect().catch((e) => {', '  e.preventDefault(); showError(e.message) })'],
  },
  {
    id: 'wallet-toast',
    group: 'page',
    name: 'Wallet toast',
    chinese: '云闪付原生提示',
    action: 'bioDetect',
    answer: '95',
    taps: [500],
    walletToasts: true,
    rawWaits: true,
    raw: 'The wallet’s toast shows what it is handed: a raw text, in Chinese only. And it never calls back.',
    kit: 'A presenter of yours shows it your way; the words are the kit’s, in the user’s language.',
    rawCode: ['upsdk.bioDetect({ success,', '  fail: (e) => upsdk.showFlashInfo(e.errmsg) })'],
    kitCode: [
      'const presenter = { ...domPresenter(),',
      '  toast: (text, { upsdk }) => upsdk.showFlashInfo(text) }',
    ],
  },
  {
    id: 'network',
    group: 'page',
    name: 'Backend offline',
    chinese: '后端请求失败',
    action: 'backend',
    answer: 'success',
    taps: [500],
    raw: 'The user reads “Failed to fetch”.',
    kit: 'notify explains errors of fetch and axios, and UnionPay’s codes in your backend’s answers.',
    rawCode: ["fetch('/api/order')", '  .catch((e) => toast(e.message))'],
    kitCode: ["fetch('/api/order')", '  .catch((e) => upsdk.notify(e))'],
  },
]

export const scenarioOf = (id: string): Scenario =>
  scenarios.find((scenario) => scenario.id === id) ?? (scenarios[0] as Scenario)

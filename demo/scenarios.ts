import { codeScenarios } from './codes'
import type { GroupId, Scenario, ScenarioId } from './scenario'

/** The scenarios: what the phone's page does when its button is tapped. */
export type * from './scenario'

export const groups: readonly GroupId[] = ['time', 'code', 'auth', 'pay', 'page']

const create = 'const upsdk = createUpsdk()'
const rawPay = ['upsdk.pluginReady(() =>', '  upsdk.pay({ tn, success, fail }))'] as const
const rawScan = ['upsdk.pluginReady(() =>', '  upsdk.scanQRCode({ success, fail }))'] as const

const scoped = "  .appletExplicitAuth({ scope: 'scope.mobile' })"

/** Makes the scenario in which the user is asked for their mobile number. */
const mobile = (id: ScenarioId, answer: string): Scenario => ({
  id,
  group: 'auth',
  action: 'appletExplicitAuth',
  answer,
  taps: [500],
  rawCode: [
    "const args = [{ scope: 'scope.mobile' }]",
    'cordova.exec(success, fail,',
    "  'UPWebSdk', 'appletExplicitAuth', args)",
  ],
  kitCode: ['const { code } = await upsdk', scoped],
})

export const scenarios: readonly Scenario[] = [
  {
    id: 'early',
    group: 'time',
    action: 'pay',
    answer: 'success',
    taps: [100],
    ready: 'early',
    rawCode: ['button.onclick = () =>', '  upsdk.pay({ tn, success, fail })'],
    kitCode: [create, 'await upsdk.pay({ tn })'],
  },
  {
    id: 'late',
    group: 'time',
    action: 'scanQRCode',
    answer: 'success',
    taps: [300, 1400],
    ready: 'late',
    rawWaits: true,
    rawCode: rawScan,
    kitCode: [create, 'const text = await upsdk.scanQRCode()'],
  },
  {
    id: 'after',
    group: 'time',
    action: 'pay',
    answer: 'success',
    taps: [300],
    ready: 'after',
    needsTouch: true,
    rawWaits: true,
    rawCode: rawPay,
    kitCode: ['const upsdk = createUpsdk({ readyTimeout: 4000 })', 'await upsdk.pay({ tn })'],
  },
  {
    id: 'never',
    group: 'time',
    action: 'bioDetect',
    answer: 'success',
    taps: [300],
    ready: 'never',
    needsTouch: true,
    rawWaits: true,
    rawCode: ['upsdk.pluginReady(() =>', '  upsdk.bioDetect({ success, fail }))'],
    kitCode: ['const upsdk = createUpsdk({ readyTimeout: 4000 })', 'await upsdk.bioDetect()'],
  },
  {
    id: 'outside',
    group: 'time',
    action: 'pay',
    answer: 'success',
    taps: [500],
    place: 'browser',
    needsTouch: true,
    rawWaits: true,
    rawCode: rawPay,
    kitCode: ['createUpsdk({ fallbacks: webFallbacks,', '  openInApp: openInApp({ encryptAppId }) })'],
  },
  ...codeScenarios,
  mobile('mobile', 'success'),
  {
    ...mobile('mobile-refused', 'refused'),
    kitCode: ['upsdk', scoped, "  .catch((e) => e.reason === 'cancelled')"],
  },
  mobile('mobile-c02', 'c02'),
  {
    id: 'paid',
    group: 'pay',
    action: 'pay',
    answer: 'success',
    taps: [500],
    rawWaits: true,
    rawCode: rawPay,
    kitCode: [create, 'await upsdk.pay({ tn })'],
  },
  {
    id: 'cancelled',
    group: 'pay',
    action: 'pay',
    answer: '01',
    taps: [500],
    rawWaits: true,
    rawCode: rawPay,
    kitCode: [create, "upsdk.pay({ tn }).catch((e) => e.reason === 'cancelled')"],
  },
  {
    id: 'unconfirmed',
    group: 'pay',
    action: 'pay',
    answer: 'empty',
    taps: [500],
    leadsOn: true,
    rawWaits: true,
    rawCode: rawPay,
    kitCode: [
      "const upsdk = createUpsdk({ actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } } })",
      "await upsdk.pay({ tn: '201811290000001' })",
    ],
  },
  {
    id: 'lost',
    group: 'pay',
    action: 'pay',
    answer: 'silent',
    taps: [500, 2600, 6200],
    leadsOn: true,
    locks: true,
    rawWaits: true,
    rawCode: rawPay,
    kitCode: [
      "const upsdk = createUpsdk({ actions: { 'payment-unconfirmed': { run: openOrder } } })",
      'button.onclick = () => upsdk.pay({ tn })',
    ],
  },
  {
    id: 'double',
    group: 'pay',
    action: 'pay',
    answer: 'success',
    taps: [500, 680],
    rawWaits: true,
    rawCode: rawPay,
    kitCode: [create, 'button.onclick = () => upsdk.pay({ tn })'],
  },
  {
    id: 'own',
    group: 'page',
    action: 'bioDetect',
    answer: '95',
    taps: [500],
    takesOver: true,
    rawWaits: true,
    rawCode: ['upsdk.pluginReady(() => upsdk.bioDetect({ success,', '  fail: (e) => showError(e.errmsg) }))'],
    kitCode: ['upsdk.bioDetect().catch((e) => {', '  e.preventDefault(); showError(e.message) })'],
  },
  {
    id: 'wallet-toast',
    group: 'page',
    action: 'bioDetect',
    answer: '95',
    taps: [500],
    walletToasts: true,
    rawWaits: true,
    rawCode: ['upsdk.bioDetect({ success,', '  fail: (e) => upsdk.showFlashInfo(e.errmsg) })'],
    kitCode: [
      'const presenter = { ...domPresenter(),',
      '  toast: (text, { upsdk }) =>',
      '    upsdk.showFlashInfo(text) }',
    ],
  },
  {
    id: 'network',
    group: 'page',
    action: 'backend',
    answer: 'success',
    taps: [500],
    rawCode: ["fetch('/api/order')", '  .catch((e) => alert(e.message))'],
    kitCode: ["fetch('/api/order')", '  .catch((e) => upsdk.notify(e))'],
  },
]

export const scenarioOf = (id: string): Scenario =>
  scenarios.find((scenario) => scenario.id === id) ?? (scenarios[0] as Scenario)

/** Pages that contradict a sentence of the tool: what it must not say of them, and what it says instead. */
import type { DevSettings } from '../../../wallet/dev'

export interface SaidPage {
  readonly script: string
  readonly settings?: DevSettings
  /** What the log, with its head, must say, and must not. */
  readonly says: readonly RegExp[]
  readonly saysNot: readonly RegExp[]
  /** ms until all is said. @default 1500 */
  readonly after?: number
}

/** No head judges. */
export const JUDGEMENT = /No mistakes|would go wrong|nothing wrong|没有发现/
const SIGNATURE = `{ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }`
const REFUSED = { answers: { config: 'c01' } }
const seen = `const show = (text) => void (document.body.append(document.createElement('p')), document.body.lastChild.textContent = text);`

export const saidPages: Readonly<Record<string, SaidPage>> = {
  'a page without upsdk, which does nothing': {
    script: `${seen} show('hello')`,
    says: [],
    saysNot: [JUDGEMENT],
  },
  'a result page that shows success after a failed payment': {
    script: `${seen} upsdk.pluginReady(() => upsdk.pay({ tn: '1', success: () => show('支付成功'), fail: () => show('支付成功') }))`,
    settings: { answers: { pay: '02' } },
    says: [/1 call, \d+ causes checked, 0 found/],
    saysNot: [JUDGEMENT],
  },
  'a page that says failed of a payment that was sent, and whose user does not pay again': {
    script: `${seen} upsdk.pluginReady(() => upsdk.pay({ tn: '1', fail: () => show('支付失败') }))`,
    settings: { answers: { pay: '02' } },
    says: [/1 call, \d+ causes checked, 1 found/, /the user may pay again/],
    saysNot: [JUDGEMENT, /the user pays again/],
  },
  'a page that cannot know of a failed payment whether it was made': {
    script: `${seen} upsdk.pluginReady(() => upsdk.pay({ tn: '1', fail: () => show('支付结果待确认') }))`,
    settings: { answers: { pay: '02' } },
    says: [/1 call, \d+ causes checked, 0 found/, /pay[\s\S]*failed/],
    saysNot: [JUDGEMENT],
  },
  'a page whose user cancels': {
    script: `${seen} upsdk.pluginReady(() => upsdk.pay({ tn: '1', fail: () => show('已取消') }))`,
    settings: { answers: { pay: 'cancelled' } },
    // upsdk calls fail for it; the text beside is native's own.
    says: [/1 call, \d+ causes checked, 0 found/, /pay[\s\S]*failed\s+用户取消支付/],
    saysNot: [JUDGEMENT, /may have been paid/],
  },
  'a page whose error nobody caught, of which a cause is': {
    script: `${seen} upsdk.pluginReady(() => { throw new Error('boom') })`,
    says: [/1 call, \d+ causes checked, 1 found(?!, 1 uncaught)/],
    saysNot: [JUDGEMENT],
  },
  'a page whose error nobody caught': {
    script: `${seen} upsdk.pluginReady(() => setTimeout(() => { throw new Error('boom') }))`,
    says: [/\d+ causes checked, 0 found, 1 uncaught error/],
    saysNot: [JUDGEMENT],
  },
  'a signed page after a refusal': {
    script: `upsdk.config(${SIGNATURE}); upsdk.error(() => {}); upsdk.ready(() => {})`,
    settings: REFUSED,
    says: [/error\s+ran/, /ready\s+registered/],
    saysNot: [/(error|ready)\s+(\d+ ms\s+)?waiting/, JUDGEMENT],
  },
  'a signed page whose config was accepted': {
    script: `upsdk.error(() => {}); upsdk.config(${SIGNATURE})`,
    says: [/error\s+registered/],
    saysNot: [/error\s+waiting/, JUDGEMENT],
  },
  'a signed page that has asked for no signature yet': {
    script: `upsdk.ready(() => {}); setTimeout(() => upsdk.config(${SIGNATURE}), 9000)`,
    says: [/has called no config so far/, /ready\s+registered/],
    saysNot: [/calls no config/, /never/],
    after: 3500,
  },
  'a signed page that asks for its signature late, and is refused': {
    script: `upsdk.ready(() => {}); setTimeout(() => upsdk.config(${SIGNATURE}), 3500)`,
    settings: REFUSED,
    says: [/ready\s+registered/, /\d+ causes checked, 0 found/],
    saysNot: [/no config/],
    after: 4500,
  },
  'a page that shows raw text, and makes no other mistake': {
    script: `${seen} upsdk.pluginReady(() => upsdk.pay({ tn: '1', fail: (error) => show(error.msg) }))`,
    settings: { answers: { pay: 'c02' } },
    says: [/0 found, raw text shown/, /Problems 1/],
    saysNot: [JUDGEMENT],
  },
  'a page whose order is no plain object, and whose callbacks run': {
    script: `${seen} function Order() { this.tn = '1'; this.success = () => show('callback ran') }; upsdk.pluginReady(() => upsdk.pay(new Order()))`,
    says: [/the wallet gets none of them/, /callback ran/],
    saysNot: [/drops all/],
  },
  'a page that sets its title, of which upsdk hears nothing': {
    script: `upsdk.pluginReady(() => upsdk.setNavigationBarTitle({ title: 'Shop' }))`,
    says: [/setNavigationBarTitle[\s\S]*never answers/],
    saysNot: [/setNavigationBarTitle[\s\S]*(success|\d ms)/],
  },
  'a page of which nothing is counted': {
    script: `upsdk.pluginReady(() => upsdk.getLocationCity({ success: () => {}, fail: () => {} }))`,
    says: [/1 call, \d+ causes checked, 0 found/],
    saysNot: [/Problems 0/, JUDGEMENT],
  },
  'a signed page outside the wallet': {
    script: `upsdk.config(${SIGNATURE})`,
    settings: { insideWallet: false },
    says: [/config[\s\S]*no result/],
    saysNot: [/config\s+waiting/, /wrong in the real wallet/, JUDGEMENT],
  },
  'a page outside the wallet that calls upsdk': {
    script: `upsdk.pluginReady(() => upsdk.pay({ tn: '1' }))`,
    settings: { insideWallet: false },
    says: [/Outside the wallet pay does nothing/],
    saysNot: [/wrong in the real wallet/, JUDGEMENT],
  },
  'a paid payment whose callback threw': {
    script: `upsdk.pluginReady(() => upsdk.pay({ tn: '1', success: () => nothing.there }))`,
    says: [/pay[\s\S]*success/, /A callback of pay threw/],
    saysNot: [/pay\s[^\n]*\s+failed/],
  },
  'a signed page in debug mode, whose config is accepted': {
    script: `upsdk.config({ ...${SIGNATURE}, debug: true })`,
    says: [/config has debug: true/],
    saysNot: [/shows with alert/, /straight to the bridge|bridge itself/],
  },
  'a signed page in debug mode outside the wallet, where upsdk shows nothing': {
    script: `upsdk.config({ ...${SIGNATURE}, debug: true })`,
    settings: { insideWallet: false },
    says: [/config[\s\S]*no result/],
    saysNot: [/debug: true/],
  },
  'a page that only logs the text of a location': {
    script: `upsdk.pluginReady(() => upsdk.getLocationGps({ success: (value) => console.log(value) }))`,
    settings: { results: { getLocationGps: { longitude: '121.47' } } },
    says: [/\d+ causes checked, 0 found/, /getLocationGps gives JSON text on Android/],
    saysNot: [],
    after: 3000,
  },
  'a page with JSON text of a method that no source shows': {
    script: `upsdk.pluginReady(() => upsdk.appletAuth({ success: (value) => void seen.push(value.code) })); window.seen = []`,
    says: [/appletAuth may give JSON text on Android/],
    saysNot: [/appletAuth gives JSON text/],
    after: 3000,
  },
  'a page with the kit that is used as the guides say': {
    script: `const wallet = UpsdkKit.createUpsdk(); wallet.pay({ tn: '1' })`,
    says: [/1 call, \d+ causes checked, 0 found/],
    saysNot: [/has called no config/],
    after: 4500,
  },
  'a signed page with the kit, twice, one destroyed': {
    script: `UpsdkKit.createUpsdk({ config: ${SIGNATURE} }).destroy(); const wallet = UpsdkKit.createUpsdk({ config: ${SIGNATURE} }); wallet.getLocationGps().catch(() => {})`,
    says: [/\d+ causes checked, 0 found/],
    saysNot: [/has called no config/, /called again before the bridge/],
    after: 4500,
  },
  'a page with the kit that calls raw upsdk too': {
    script: `const wallet = UpsdkKit.createUpsdk(); wallet.getLocationGps().catch(() => {}); upsdk.ready(() => {}); upsdk.pay({ tn: '1' })`,
    says: [/has called no config/, /\d+ causes checked, 2 found/],
    saysNot: [],
    after: 4500,
  },
}

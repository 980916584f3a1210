/**
 * What the simulated wallet says beside a call is so: each page does the same with UnionPay's own file in a wallet as in
 * the simulated one, and only the page that makes the mistake is told. What only an address tells is in
 * other tests: `sdk-at-its-time.test.ts`, `wallet-asks.test.ts`, `diagnoses.test.ts`.
 */
import { expect, it } from 'vitest'
import { pause } from '../../../wallet/shared/pause'
import type { DeskSettings } from '../../../wallet/shared/settings'
import type { DiagnosisId } from '../../../wallet/view/diagnoses/table'
import {
  BROWSER_AGENT,
  describeInBrowser,
  openPage,
  page,
  REAL_SDK,
  SDK_URL,
  script,
  walletAgent,
} from '../../browser/harness'
import { CORDOVA } from '../../support/nativeSide.mjs'
import { type SaidPage, saidPages } from './saidPages'
import { openOnDesk } from './walletOnDesk'

/** The texts that a page got, and the order number of each call in question that native got; '' if it has none. */
interface Facts {
  readonly seen: readonly string[]
  readonly reached: readonly string[]
}

interface Row {
  /** The call in question, and the name of its action at the bridge. */
  readonly method: string
  readonly action?: string
  /** What native answers to it, in the real wallet and as the settings name it. @default success */
  readonly answer?: readonly [native: object, outcome: string]
  readonly insideWallet?: boolean
  /** A page that makes the mistake, and what it comes to. */
  readonly does: readonly [code: string, facts: Facts]
  /** One that looks like it, and does not. */
  readonly doesNot: readonly [code: string, facts: Facts]
}

const HELPERS = `
window.seen = []
addEventListener('error', (event) => { if (event.message) seen.push(event.message) })
window.alert = (text) => void seen.push('alert ' + String(text).split(':')[0])
const both = { success: (value) => void seen.push('success'), fail: () => void seen.push('fail') }
const ready = (run) => upsdk.pluginReady(run)
`

/** What is told by the address of a file, of a consent page or of a share, not by what comes of a call. */
type ByAddress =
  | 'copied-sdk'
  | 'bundled-sdk'
  | 'missed-sdk'
  | 'no-sdk'
  | 'redirect-not-encoded'
  | 'redirect-not-https'
  | 'contract-without-plan'
  | 'share-to-browser'
  | 'wallet-link'

const rows: Readonly<Record<Exclude<DiagnosisId, ByAddress>, Row>> = {
  'before-ready': {
    method: 'pay',
    does: [`upsdk.pay({ tn: '1', ...both })`, { seen: [], reached: [] }],
    doesNot: [`ready(() => upsdk.pay({ tn: '1', ...both }))`, { seen: ['success'], reached: ['1'] }],
  },
  'ready-without-config': {
    method: 'ready',
    does: [`upsdk.ready(() => seen.push('ready'))`, { seen: [], reached: [] }],
    doesNot: [
      `upsdk.pluginReady(() => upsdk.ready(() => seen.push('ready')))`,
      { seen: ['ready'], reached: [] },
    ],
  },
  'kept-placeholder': {
    method: 'pay',
    does: [`const { pay } = upsdk; ready(() => pay({ tn: '1', ...both }))`, { seen: [], reached: [] }],
    doesNot: [
      `ready(() => { const { pay } = upsdk; pay({ tn: '1', ...both }) })`,
      { seen: ['success'], reached: ['1'] },
    ],
  },
  outside: {
    method: 'pay',
    insideWallet: false,
    does: [
      `ready(() => { seen.push('ready'); upsdk.pay({ tn: '1', ...both }) })`,
      { seen: ['ready'], reached: [] },
    ],
    doesNot: [
      `ready(() => { if (/UnionPay/.test(navigator.userAgent)) upsdk.pay({ tn: '1', ...both }) })`,
      { seen: [], reached: [] },
    ],
  },
  'unknown-method': {
    method: 'pay',
    does: [
      `ready(() => upsdk.pya({ tn: '1' }))`,
      { seen: ['Uncaught TypeError: upsdk.pya is not a function'], reached: [] },
    ],
    doesNot: [
      `ready(() => [].pya())`,
      { seen: ['Uncaught TypeError: [].pya is not a function'], reached: [] },
    ],
  },
  'missing-parameter': {
    method: 'pay',
    does: [`ready(() => upsdk.pay({ ...both }))`, { seen: ['fail'], reached: [] }],
    doesNot: [`ready(() => upsdk.pay({ tn: '1', ...both }))`, { seen: ['success'], reached: ['1'] }],
  },
  'async-callback': {
    method: 'pay',
    does: [
      `ready(() => upsdk.pay({ tn: '1', ...both, success: async () => void seen.push('success') }))`,
      { seen: [], reached: ['1'] },
    ],
    doesNot: [
      `ready(() => upsdk.pay({ tn: '1', ...both, success: () => Promise.resolve(seen.push('success')) }))`,
      { seen: ['success'], reached: ['1'] },
    ],
  },
  'lost-parameters': {
    method: 'pay',
    does: [
      `ready(() => { function Order() { this.tn = '1'; this.success = both.success; this.fail = both.fail }; upsdk.pay(new Order()) })`,
      { seen: ['success'], reached: [''] },
    ],
    doesNot: [`ready(() => upsdk.pay({ tn: '1', ...both }))`, { seen: ['success'], reached: ['1'] }],
  },
  'never-answers': {
    method: 'createWebView',
    action: 'createWebPage',
    does: [
      `ready(() => upsdk.createWebView({ url: 'https://mini.example/', title: 't', ...both }))`,
      { seen: [], reached: [''] },
    ],
    doesNot: [
      `ready(() => upsdk.createWebView({ url: 'https://mini.example/', title: 't' }))`,
      { seen: [], reached: [''] },
    ],
  },
  'no-fail': {
    method: 'bioDetect',
    answer: [{ fail: { errcode: '94', errmsg: 'no' } }, '94'],
    does: [`ready(() => upsdk.bioDetect({ success: both.success }))`, { seen: [], reached: [''] }],
    doesNot: [`ready(() => upsdk.bioDetect({ ...both }))`, { seen: ['fail'], reached: [''] }],
  },
  'callback-threw': {
    method: 'pay',
    does: [
      `ready(() => upsdk.pay({ tn: '1', ...both, success: () => { throw new Error('of the page') } }))`,
      { seen: ['Uncaught Error: of the page'], reached: ['1'] },
    ],
    doesNot: [
      `ready(() => upsdk.pay({ tn: '1', ...both, success: () => { try { JSON.parse('') } catch { seen.push('caught') } } }))`,
      { seen: ['caught'], reached: ['1'] },
    ],
  },
  'replaced-callback': {
    method: 'appletAuth',
    does: [
      `for (const one of [1, 2]) upsdk.appletAuth({ success: () => seen.push('success ' + one), fail: both.fail })`,
      { seen: ['success 2'], reached: [''] },
    ],
    doesNot: [
      `ready(() => { for (const one of [1, 2]) upsdk.appletAuth({ success: () => seen.push('success ' + one), fail: both.fail }) })`,
      { seen: ['success 1', 'success 2'], reached: ['', ''] },
    ],
  },
  'reused-options': {
    method: 'appletAuth',
    does: [
      `ready(() => { const options = { ...both }; upsdk.appletAuth(options); setTimeout(() => upsdk.appletAuth(options), 400) })`,
      { seen: ['success'], reached: ['', ''] },
    ],
    doesNot: [
      `ready(() => { const options = { ...both }; upsdk.appletAuth(options); setTimeout(() => upsdk.appletAuth(Object.assign(options, both)), 400) })`,
      { seen: ['success', 'success'], reached: ['', ''] },
    ],
  },
  'two-payments': {
    method: 'pay',
    answer: [{ silent: true }, 'silent'],
    does: [
      `ready(() => { upsdk.pay({ tn: '1', ...both }); upsdk.pay({ tn: '1', ...both }) })`,
      { seen: [], reached: ['1', '1'] },
    ],
    doesNot: [`ready(() => upsdk.pay({ tn: '1', ...both }))`, { seen: [], reached: ['1'] }],
  },
  'text-on-android': {
    method: 'getLocationGps',
    action: 'fetchNativeData',
    answer: [{ success: '{"longitude":"121.47"}' }, 'success'],
    does: [
      `ready(() => upsdk.getLocationGps({ success: (value) => { seen.push(typeof value + ' ' + value.longitude); document.body.append(value.longitude) }, fail: both.fail }))`,
      { seen: ['string undefined'], reached: [''] },
    ],
    doesNot: [
      `ready(() => upsdk.getLocationGps({ success: (value) => seen.push(typeof JSON.parse(value).longitude), fail: both.fail }))`,
      { seen: ['string'], reached: [''] },
    ],
  },
  'sent-told-failed': {
    method: 'pay',
    answer: [{ fail: { msg: '支付处理中' } }, '02'],
    does: [
      `ready(() => upsdk.pay({ tn: '1', ...both, fail: () => { seen.push('fail'); document.body.append('支付失败') } }))`,
      { seen: ['fail'], reached: ['1'] },
    ],
    doesNot: [
      `ready(() => upsdk.pay({ tn: '1', ...both, fail: () => { seen.push('fail'); document.body.append('支付结果待确认') } }))`,
      { seen: ['fail'], reached: ['1'] },
    ],
  },
  'debug-left-on': {
    method: 'config',
    answer: [{ fail: { errcode: 'c01', errmsg: 'no' } }, 'c01'],
    does: [
      `upsdk.config({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's', debug: true })`,
      { seen: ['alert config error'], reached: [''] },
    ],
    doesNot: [
      `upsdk.config({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's', debug: false })`,
      { seen: [], reached: [''] },
    ],
  },
}

/** ms after which nothing more comes. */
const ALL_HAPPENS_IN = 1500
/** The same with the time that a page has to use a text. */
const TEXT_USED_IN = 2500
/** ms until a page that calls `ready` has to have called config. */
const CONFIGURES_IN = 3500

const WAITS: Readonly<Record<string, number>> = {
  'text-on-android': TEXT_USED_IN,
  'ready-without-config': CONFIGURES_IN,
}

async function inRealWallet({ method, action = method, answer, insideWallet = true }: Row, code: string) {
  const given = JSON.stringify(answer?.[0] || { success: undefined })
  const opened = await openPage({
    userAgent: insideWallet ? walletAgent({ platform: 'android' }) : BROWSER_AGENT,
    before: `window.native = { calls: [], wait: 0, answers: new Proxy({}, {
      get: (_, name) => (name.endsWith('.${action}') ? ${given} : undefined),
    }) }`,
    html: page('', `<script>${HELPERS}</script><script src="${SDK_URL}"></script><script>${code}</script>`),
    routes: { [SDK_URL]: script(REAL_SDK), '**/cordova.js': script(CORDOVA) },
  })
  try {
    await pause(ALL_HAPPENS_IN)
    return await opened.evaluate<Facts>(`({ seen, reached: native.calls
      .filter(({ name }) => name.endsWith('.${action}'))
      .map(({ args }) => Object(args[0]).tn || '') })`)
  } finally {
    await opened.done()
  }
}

async function inSimulatedWallet(id: string, { method, answer, insideWallet = true }: Row, code: string) {
  const settings: DeskSettings = {
    ask: false,
    insideWallet,
    readyAfter: 300,
    latency: 50,
    ...(answer && { answers: { [method]: answer[1] } }),
  }
  const opened = await openOnDesk({ settings, script: `${HELPERS}\n${code}` })
  try {
    await opened.locator('[data-upsdk-kit=wallet] .opener').click()
    await pause(WAITS[id] ?? ALL_HAPPENS_IN)
    const facts =
      await opened.evaluate<Facts>(`({ seen, reached: window[Symbol.for('upsdk-kit.wallet')].simulator.calls
      .filter((call) => call.method === '${method}')
      .map(({ params }) => Object(params).tn || '') })`)
    const said = await opened
      .locator('[data-upsdk-kit=wallet] [data-diagnosis]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.diagnosis))
    return { ...facts, isSaid: said.includes(id) }
  } finally {
    await opened.done()
  }
}

describeInBrowser('what is said of a page is so in a real wallet', () => {
  it.each(Object.entries(rows))('%s', async (id, row) => {
    const pages = [row.does, row.doesNot] as const
    const [real, simulated] = await Promise.all([
      Promise.all(pages.map(([code]) => inRealWallet(row, code))),
      Promise.all(pages.map(([code]) => inSimulatedWallet(id, row, code))),
    ])
    expect({ real, simulated }).toEqual({
      real: pages.map(([, facts]) => facts),
      simulated: pages.map(([, facts], index) => ({ ...facts, isSaid: !index })),
    })
  })
})

/** Reads the whole log of a page: its head, its rows, and its causes, which the tab of the problems shows. */
async function logOf({ script: code, settings, after = ALL_HAPPENS_IN }: SaidPage): Promise<string> {
  const opened = await openOnDesk({
    settings: { ask: false, readyAfter: 100, latency: 50, ...settings },
    script: code,
    isProduction: true,
  })
  try {
    await opened.locator('[data-upsdk-kit=wallet] .opener').click()
    await pause(after)
    const log = opened.locator('[data-upsdk-kit=wallet] [data-part=diagnosed-log]')
    // biome-ignore lint/performance/useDomNodeTextContent: a row's parts stand apart, as a person sees them
    const all = await log.innerText()
    await log.locator('[data-tab=log-problems]').click()
    // biome-ignore lint/performance/useDomNodeTextContent: as above
    return `${all}\n${await log.innerText()}`
  } finally {
    await opened.done()
  }
}

describeInBrowser('the log says nothing that it has not seen', () => {
  it.each(Object.entries(saidPages))('of %s', async (_page, row) => {
    const log = await logOf(row)
    for (const one of row.says) expect(log).toMatch(one)
    for (const one of row.saysNot) expect(log).not.toMatch(one)
  })
})

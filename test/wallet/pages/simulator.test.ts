/**
 * The simulated wallet of 2021 gives pages the same as the real file of 2021: every method, each kind of answer and
 * each way to call, on each platform and over both bridges. Each side has one page, which makes all calls.
 */

import { expect, it } from 'vitest'
import { methodRows } from '../../../scripts/methods.mjs'
import { type Platform, userAgentOf } from '../../../wallet/simulator/userAgent'
import { describeInBrowser, globalFile, openPage, page, SDK_URL } from '../../browser/harness'
import { passing } from '../../browser/inPage'

type Told = Readonly<Record<string, string>>
interface Side {
  readonly platform: Platform
  readonly bridge: 'cordova' | 'jsbridge'
}

const places: Side[] = (['android', 'ios', 'harmony'] as const).flatMap((platform) =>
  (['cordova', 'jsbridge'] as const).map((bridge) => ({ platform, bridge })),
)

/** ready, pluginReady and config are no methods of native; the scenarios of test/contract test them. */
const WAYS_IN = ['ready', 'pluginReady', 'config', 'error', 'getNFCAdapter']
const methods = methodRows
  // The values that only native has are left out.
  .filter(({ method, present_in: presentIn }) => presentIn && !WAYS_IN.includes(method))
  .map(({ method }) => method)

/**
 * Differences that remain, by the call: `'method | way | how | answer': 'reason'`. There is none at present. Not
 * tested here, and not simulated: the functions by which native asks a shared page for its texts
 * (`unionpayWalletShareContent_…`), and on iOS over the other bridge the handlers of `registerLifecycle`, which that
 * file gives to the bridge: `fire` reaches them as it does elsewhere.
 */
const NAMED: Readonly<Record<string, string>> = {}

/** Makes all calls. It runs in the page: `native` is that side's wallet, with its answer for the next call. */
const ASK = `
const ANSWERS = {
  nothing: undefined, 'an empty text': '', 0: 0, null: null, false: false, 'a text': 'a text', 'a blank text': ' ',
  'JSON text of an object': '{"a":"b"}', 'JSON text of a list': '["a"]', 'JSON text of null': 'null', 'half of a JSON text': '{"a":',
  'a list': ['a', { b: 'c' }], 'an empty list': [], 'an object': { a: 'b', value: 'v' }, 'an empty object': {},
  'a city': { cityCd: '310000' }, 'a picture': { base64: 'b', url: 'file:///a.b/c.png ' },
  'a picture of an unusual address': { base64: 'b', url: 5 },
  'a code and a text': { errcode: '94', errmsg: 'a text' }, 'a description': { code: '01', desc: 'a text', msg: 'other' },
  'an object in a text': { msg: '{"errcode":"94"}' }, 'a number': 94, 'true': true,
}
const STATUSES = ['c02', 'c03', 'c04']
const METHODS = ${JSON.stringify(methods)}
const say = (value) => typeof value + ' ' + JSON.stringify(value)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const complete = () => ({ tn: '1', appId: 'a', shareId: '3', shareType: '1', title: 't', desc: 'd', msg: 'm', url: 'https://mini.example/', shareUrl: 'https://mini.example/', picUrl: 'p' })
const WAYS = {
  usual: (to) => ({ ...complete(), ...to }),
  'with async callbacks': (to) => ({ ...complete(), success: async (v) => to.success(v), fail: async (v) => to.fail(v) }),
  'with a generator': (to) => ({ ...complete(), success: function* (v) { to.success(v) }, fail: function* (v) { to.fail(v) } }),
  'with cancel': (to) => ({ ...complete(), success: to.success, cancel: to.fail }),
  'without callbacks': complete,
  'with texts for callbacks': () => ({ ...complete(), success: 'success', fail: 'fail' }),
  'without parameters': (to) => to,
  'with nothing': () => undefined,
  'with null': () => null,
  'with a text': () => 'text',
  'with an object without prototype': (to) => Object.assign(Object.create(null), complete(), to),
  'with a length': (to) => ({ ...complete(), ...to, length: 1 }),
  'with a frozen object': (to) => Object.freeze({ ...complete(), ...to }),
}
async function askAll() {
  const told = {}
  const ask = (way, how, answer, set) => {
    for (const method of METHODS) {
      const key = [method, way, how, answer].join(' | ')
      if (typeof upsdk[method] !== 'function') { told[key] = typeof upsdk[method]; continue }
      const heard = []
      const to = { success: (value) => heard.push('success ' + say(value)), fail: (value) => heard.push('fail ' + say(value)) }
      const params = WAYS[way](to)
      set(method)
      try { upsdk[method](params) } catch (error) { heard.push('throws ' + error.name) }
      // The properties that upsdk wrote into the page's object (H10).
      const written = params && typeof params === 'object' ? Object.keys(params).sort().join() : ''
      told[key] = () => (heard.join(', then ') || 'nothing comes') + '; ' + written
    }
  }
  ask('usual', 'before the bridge', 'a text', (method) => native.fail(method, 'a text'))
  await native.up()
  await wait(50)
  for (const way of Object.keys(WAYS)) ask(way, 'failing before pluginReady', 'a text', (method) => native.fail(method, 'a text'))
  await wait(50)
  for (const way of Object.keys(WAYS)) ask(way, 'before pluginReady', 'a text', (method) => native.succeed(method, 'a text'))
  await wait(50)
  upsdk.pluginReady(() => {})
  for (const answer of Object.keys(ANSWERS)) {
    ask('usual', 'success', answer, (method) => native.succeed(method, ANSWERS[answer]))
    ask('usual', 'failure', answer, (method) => native.fail(method, ANSWERS[answer]))
    await wait(30)
  }
  ask('usual', 'native', 'throws', (method) => native.throws(method))
  if (window.cordova) for (const code of STATUSES) {
    ask('usual', 'failure', code, (method) => native.status(method, code))
    await wait(30)
  }
  for (const way of Object.keys(WAYS)) {
    ask(way, 'success', 'a picture', (method) => native.succeed(method, ANSWERS['a picture']))
    ask(way, 'failure', 'a code and a text', (method) => native.fail(method, ANSWERS['a code and a text']))
    await wait(30)
  }
  await wait(50)
  for (const key of Object.keys(told)) if (typeof told[key] === 'function') told[key] = told[key]()
  return told
}`

/** What native requires itself: the parameters and its refusal, by method. */
const REFUSALS = Object.fromEntries(
  methodRows
    .filter((row) => row.refused_with)
    .map((row) => [row.method, { required: row.required.split(' '), code: row.refused_with }]),
)

/**
 * Returns native's answer for a value that an iPhone's page would get: on Android an object is JSON text, and a
 * scanned text is wrapped (H12); the SDK file makes a city's code and a picture of native's answer.
 */
const REAL = ({ platform }: Side) => `
const onAndroid = ${platform !== 'ios'}
const formOf = (method, value) => {
  if (method === 'scanQRCode' && onAndroid && typeof value === 'string') return { value }
  if (method === 'getLocationCity' && typeof value === 'string' && !/^[[{]/.test(value)) value = { cityCd: value }
  return onAndroid && value && typeof value === 'object' ? JSON.stringify(value) : value
}
const statuses = { c02: 'ILLEGAL_ACCESS_EXCEPTION', c03: 'INVALID_ACTION', c04: 'CLASS_NOT_FOUND_EXCEPTION' }
let next
const REFUSALS = ${JSON.stringify(REFUSALS)}
window.native.answers = new Proxy({}, { get: () => next })
Object.assign(window.native, {
  succeed(method, value) { next = { success: formOf(method, value) } },
  fail(method, value) { next = { fail: value } },
  status(method, code) { next = { status: statuses[code] } },
  throws() { next = () => { throw new RangeError('native throws') } },
  async up() { window.deviceReady ? deviceReady() : holdBridge(); while (!window.WebViewJavascriptBridge && !window.cordova) await wait(5); requireParameters() },
})
function requireParameters() {
  const { exec } = window.native
  window.native.exec = (success, fail, plugin, action, args) => {
    const { required, code } = REFUSALS[action] || {}
    if (required && !required.every((name) => args?.[0]?.[name])) next = { fail: code }
    exec(success, fail, plugin, action, args)
  }
}`

const SIMULATED = (side: Side) => `
const { installSimulator, succeed, fail } = UpsdkKit
const sim = installSimulator({ generation: '2021', readyAfter: 30, ...${JSON.stringify(side)} })
window.native = {
  succeed(method, value) { sim.answer(method, succeed(value)) },
  fail(method, value) { sim.answer(method, fail(value)) },
  status(method, code) { sim.answer(method, fail(code)) },
  throws(method) { sim.answer(method, () => { throw new RangeError('native throws') }) },
  async up() { await wait(60) },
}`

/**
 * The bridge comes up when the test says so. The browser reports errors that upsdk throws in its own callback, which
 * is expected.
 */
const BEFORE = `
window.readyAfter = 'never'
addEventListener('error', (event) => event.preventDefault())
addEventListener('unhandledrejection', (event) => event.preventDefault())
const append = HTMLHeadElement.prototype.appendChild
HTMLHeadElement.prototype.appendChild = function (node) {
  if (!/WebViewJavascriptBridge/.test(node.src)) return append.call(this, node)
  window.holdBridge = () => append.call(document.head, node)
  return node
}`

async function ask(side: Side, file: string, source: string): Promise<Told> {
  const opened = await openPage({
    userAgent: userAgentOf({ insideWallet: true, language: 'zh_CN', ...side }),
    before: BEFORE,
    html: page(`<script src="${file}"></script>`, '<script>var define</script>'),
    routes: { 'https://mini.example/simulator.js': globalFile('simulator') },
    ownTime: true,
  })
  await opened.waitForFunction('!!(window.deviceReady || window.holdBridge || window.UpsdkKit)')
  const asking = opened.evaluate<Told>(`(async () => { ${ASK}; ${source}; return askAll() })()`)
  const told = await passing(opened, asking)
  await opened.done()
  return told
}

describeInBrowser.each(places)('the simulated wallet of 2021 on $platform over $bridge', (side) => {
  it('gives pages what the real file gives them', async () => {
    const real = await ask(side, SDK_URL, REAL(side))
    const simulated = await ask(side, '/simulator.js', SIMULATED(side))
    expect(Object.keys(simulated)).toEqual(Object.keys(real))
    const differences = Object.keys(real)
      .filter((key) => real[key] !== simulated[key] && !NAMED[key])
      .map((key) => `${key}: ${real[key]} — simulated: ${simulated[key]}`)
    expect(differences).toEqual([])
  })
})

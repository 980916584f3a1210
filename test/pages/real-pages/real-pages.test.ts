/**
 * Each usage of upsdk by real pages runs raw and with the kit as window.upsdk, on the real SDK file. The comparison
 * is the assertion: the same arguments, the same number of calls, no more errors of the page, never more payments.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { inFrames, type Scenario } from '../../browser/frames'
import { BROWSER_AGENT, describeInBrowser, SDK_URL, walletAgent } from '../../browser/harness'
import { type Outcome, type Usage, usages } from '../../support/realPages'
import { oneOfEach } from '../../support/samples'

const PLACES = [
  { platform: 'android', bridge: 'cordova' },
  { platform: 'ios', bridge: 'jsbridge' },
] as const

interface Run {
  logged: [name: string, value: unknown][]
  calls: string[]
  /** Errors that would reach the page's error reporting. */
  errors: string[]
}

/** The answers of native, as source of the page. */
function answersOf({ gives, refused }: Usage, outcome: Outcome): string {
  const answer = {
    success: `{ success: ${JSON.stringify(gives) || 'undefined'} }`,
    failure: `{ fail: { errcode: '94', errmsg: 'x', desc: 'x' } }`,
    cancel: `{ fail: { desc: '用户取消支付', msg: '用户取消支付' } }`,
    c02: `window.cordova ? { status: 'ILLEGAL_ACCESS_EXCEPTION' } : { fail: { errcode: 'c02', errmsg: 'x', desc: 'x' } }`,
    silence: '{ silent: true }',
    outside: 'undefined',
  }[outcome]
  const config = refused
    ? `{ fail: { errcode: 'c01', errmsg: 'refused' } }`
    : '{ success: { jsApiList: [] } }'
  return `native.answers = new Proxy({}, { get: (_, name) => (name === 'UPWebSdk.config' ? ${config} : ${answer}) })`
}

const BEFORE = `
  window.waiting = false; window.logged = []; window.taps = []; window.errors = []; window.alert = (text) => log('alert', text)
  window.log = (name, value) => logged.push([name, value === undefined ? null : JSON.parse(JSON.stringify(value))])
  window.tap = (name, run) => taps.push(run)
  window.loadSdk = (run) => document.head.appendChild(Object.assign(document.createElement('script'), { onload: run, src: '${SDK_URL}' }))
  addEventListener('error', (event) => errors.push(event.message)); addEventListener('unhandledrejection', ({ reason }) => errors.push('rejected: ' + reason))`

/** Taps every button once all is quiet, and returns what the page's callbacks got. */
const DRIVE = `(async () => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const count = () => native.calls.length + native.answered + logged.length + taps.length + errors.length
  // The page is quiet if native owes no answer, and the last answer has had its effects. Errors of upsdk count as
  // effects too.
  const settle = async () => { let seen; do { seen = count(); await pause(15) } while (waiting || native.answered < native.calls.length || seen !== count()) }
  await settle(); await settle()
  for (let index = 0; index < taps.length; index++) { try { taps[index]() } catch (error) { errors.push(String(error)) } await settle() }
  return { logged, calls: native.calls.map((call) => call.name), errors }
})()`

const keyOf = (usage: Usage, outcome: Outcome, kind: 'raw' | 'kit') => `${usage.id} ${outcome} ${kind}`

type PlaceName = (typeof PLACES)[number]['platform'] | 'outside'

/** The cells that are run: each usage with each outcome, on one of the platforms. */
const cells = oneOfEach(
  'real pages',
  usages.flatMap((usage) =>
    usage.outcomes.flatMap((outcome) => PLACES.map(({ platform }) => ({ usage, outcome, platform }))),
  ),
  ({ usage, outcome }) => `${usage.id} ${outcome}`,
)
const placeOf = ({ outcome, platform }: (typeof cells)[number]): PlaceName =>
  outcome === 'outside' ? outcome : platform

/** Returns the results of a place, raw and with the kit, by their keys. */
async function runAll(name: PlaceName): Promise<Map<string, Run>> {
  const place = PLACES.find(({ platform }) => platform === name)
  const keys: string[] = []
  const scenarios: Scenario[] = []
  for (const { usage, outcome } of cells.filter((cell) => placeOf(cell) === name))
    for (const kind of ['raw', 'kit'] as const) {
      const before = { source: `${BEFORE}\n${answersOf(usage, outcome)}` }
      const kit = kind === 'kit' ? (['kit', { source: 'var upsdk = UpsdkKit.createUpsdk()' }] as const) : []
      keys.push(keyOf(usage, outcome, kind))
      const sdk = usage.loadsSdk ? [] : (['sdk'] as const)
      scenarios.push({ scripts: [before, ...sdk, ...kit, { source: usage.script }], run: DRIVE })
    }
  const ends = await inFrames<Run>({ userAgent: place ? walletAgent(place) : BROWSER_AGENT }, scenarios)
  return new Map(
    ends.map((end, index) => {
      const key = keys[index] || ''
      if ('error' in end) throw new Error(`${key}: ${end.error}`)
      return [key, end.value]
    }),
  )
}

const payments = ({ calls }: Run) => calls.filter((name) => /pay/i.test(name)).length

const isRefusedOutside = ([, value]: [string, unknown]): boolean =>
  /outside-wallet|Open this page in the UnionPay App/.test(JSON.stringify(value))

/** Calls that raw upsdk loses or refuses with c05 are sent, and their callbacks are called. */
function expectBetter(raw: Run, kit: Run): void {
  expect(kit.calls.length).toBeGreaterThanOrEqual(raw.calls.length)
  expect(kit.logged.length).toBeGreaterThanOrEqual(raw.logged.length)
  expect(JSON.stringify(kit.logged)).not.toContain('c05')
}

describeInBrowser('a page that real developers wrote', () => {
  const runs = new Map<PlaceName, Map<string, Run>>()
  beforeAll(async () => {
    for (const name of ['android', 'ios', 'outside'] as const) runs.set(name, await runAll(name))
  })
  const runOf = (...[usage, outcome, kind, platform]: [...Parameters<typeof keyOf>, PlaceName]): Run => {
    const run = runs.get(outcome === 'outside' ? outcome : platform)?.get(keyOf(usage, outcome, kind))
    if (!run) throw new Error('it has not been run')
    return run
  }

  describe.each(usages)('$id, $what,', (usage) => {
    it.each(cells.filter((cell) => cell.usage === usage))(
      'works with the kit as with raw upsdk if calls meet with $outcome, on $platform',
      ({ outcome, platform }) => {
        const raw = runOf(usage, outcome, 'raw', platform)
        const kit = runOf(usage, outcome, 'kit', platform)
        expect(kit.errors.slice(raw.errors.length)).toEqual([])
        expect(payments(kit)).toBeLessThanOrEqual(Math.min(payments(raw) || 1, 1))
        if (usage.better) return expectBetter(raw, kit)
        // Outside the wallet raw upsdk loses every call silently; with the kit each calls `fail`.
        const logged = kit.logged.filter((entry) => !isRefusedOutside(entry))
        if (outcome !== 'outside') expect(logged).toEqual(kit.logged)
        if (payments(raw) > 1) return expect(raw.logged).toEqual([...logged, ...logged])
        expect(logged).toEqual(raw.logged)
        expect(kit.calls).toEqual(raw.calls)
      },
    )
  })
})

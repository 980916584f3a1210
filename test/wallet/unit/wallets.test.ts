/** The list of wallets matches their reports, and each report replays in the simulator. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../field/report'
import { type WalletReport, walletReports, walletTable } from '../../../scripts/wallets.mjs'
import { traitsOf } from '../../../src/call/methods'
import { toResult } from '../../../src/call/params'
import { explain, isUpsdkError } from '../../../src/index'
import { record } from '../../../wallet/recorder'
import { fail, silent, succeed } from '../../../wallet/simulator'
import { fromShape, shapeOf } from '../../../wallet/trace/shape'
import type { Shape, Trace, TraceAnswer } from '../../../wallet/trace/trace'
import { kit, pass, recorder, useWallets, wallet } from '../../support/wallet'

useWallets()

type Run = (params: unknown, options: object) => Promise<unknown>
/** Longer than any time limit of the kit. */
const LONG = 120_000

/** Returns the outcome of each call of a trace through the kit, if the simulator answers as that wallet did. */
async function replayed(trace: Trace): Promise<unknown[]> {
  const sim = wallet({ replay: trace })
  const upsdk = kit({ locale: 'en', presenter: recorder() })
  // The bridge of that wallet was slow.
  await pass((trace.readyAfter || 0) + 1)
  const outcomes: unknown[] = []
  for (const { method, params, answers } of trace.calls) {
    const call = (upsdk as unknown as Record<string, Run>)[method] as Run
    const given = fromShape(params)
    const settled = call(given, {}).then(
      (value) => ({ how: 'success', kind: kindOf(shapeOf(value)) }),
      (error) => (isUpsdkError(error) ? { how: 'fail', code: error.code, reason: error.reason } : error),
    )
    await pass(LONG)
    // A call without an answer may stay open for ever.
    outcomes.push(answers.length ? await settled : 'unanswered')
  }
  upsdk.destroy()
  sim.uninstall()
  return outcomes
}

/** An object and its JSON text are the same for users of the kit (H12). */
const kindOf = (shape: Shape): string => (shape.is === 'json' ? kindOf(shape.of) : shape.is)

/** The outcome that a recorded answer must give. */
function told(method: string, [answer]: readonly TraceAnswer[]): unknown {
  if (!answer) return 'unanswered'
  if (answer.how === 'success') {
    const result = toResult(traitsOf(method).gives, fromShape(answer.value))
    return { how: 'success', kind: kindOf(shapeOf(result)) }
  }
  const { code, reason } = explain(fromShape(answer.value), { method })
  return { how: 'fail', code, reason }
}

const expectReplay = async (trace: Trace) =>
  expect(await replayed(trace)).toEqual(trace.calls.map(({ method, answers }) => told(method, answers)))

/** A report as the field test makes it, from a simulated wallet. */
async function madeReport(): Promise<Report> {
  const sim = wallet({
    platform: 'ios',
    bridge: 'jsbridge',
    answers: {
      getSystemInfo: succeed({ model: 'x' }),
      getMuteState: fail('c03'),
      pay: fail('01'),
      getBatteryInfo: silent(),
    },
  })
  const recording = record()
  const upsdk = kit({ presenter: recorder() })
  const calls = [upsdk.getSystemInfo(), upsdk.getMuteState(), upsdk.pay({ tn: '1' }), upsdk.getBatteryInfo()]
  const settled = Promise.all(calls.map((call) => call.catch(() => undefined)))
  await pass(LONG)
  await settled
  const trace = recording.stop()
  upsdk.destroy()
  sim.uninstall()
  return {
    report: 'upsdk-kit field test',
    version: 1,
    kit: '0.1.0',
    day: '2026-01-01',
    mode: 'kit',
    facts: {
      environment: { insideWallet: true, platform: 'ios', bridge: 'jsbridge', appVersion: 1010 },
      engine: 'iOS | <b>16.3</b>',
      sdk: 'loaded',
      hasPluginReady: true,
      generations: { 2020: [98, 98], 2021: [24, 24], latest: [0, 78] },
      jsApiList: 0,
    },
    checks: [
      { id: 'systemInfo', method: 'getSystemInfo', mode: 'kit', status: 'passed' },
      { id: 'mute', method: 'getMuteState', mode: 'kit', status: 'impossible', why: 'missing' },
    ],
    payments: [{ mode: 'kit', turn: 1, how: 'fail', reason: 'cancelled', after: 900, hidden: false }],
    trace,
  }
}

describe('the list of wallets', () => {
  it('says so if there is no report', () => {
    expect(walletTable([], 'en')).toContain('None yet')
    expect(walletTable([], 'zh')).toContain('暂无')
  })

  it('has a row for a report, whose texts cannot end a cell', async () => {
    const one: WalletReport = { name: 'ios-1010-jsbridge.json', report: await madeReport() }
    const table = walletTable([one], 'en').split('\n')
    expect(table).toHaveLength(3)
    expect(table[2]).toBe(
      '| ios | 1010 | jsbridge | iOS    b 16.3 /b  | 2026-01-01 | 1 | 0 | 1 | fail cancelled 900 ms | [JSON](../reports/wallets/ios-1010-jsbridge.json) |',
    )
  })
})

describe('each report of a real wallet (none yet: then nothing is tested)', () => {
  it('replays in the simulator', async () => {
    for (const { name, report } of walletReports()) {
      expect([name, report.report, report.version]).toEqual([name, 'upsdk-kit field test', 1])
      await expectReplay(report.trace)
    }
  })
})

it('a report of a simulated wallet replays, and a changed one does not', async () => {
  const { trace } = await madeReport()
  await expectReplay(trace)
  const changed = trace.calls.map((call) =>
    call.method === 'getMuteState'
      ? { ...call, answers: [{ how: 'success' as const, after: 1, value: { is: 'nothing' as const } }] }
      : call,
  )
  const other = await replayed({ ...trace, calls: changed })
  expect(other).not.toEqual(trace.calls.map(({ method, answers }) => told(method, answers)))
})

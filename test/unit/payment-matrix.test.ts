/** A page can rely on the outcome of a payment in every combination of what can go wrong. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk, type Reason, type Upsdk, UpsdkError } from '../../src/index'
import { installSimulator } from '../../wallet/simulator'
import { type RawAnswers, recorder, SHARED } from '../support/wallet'

const READY = ['early', 'late', 'after the deadline', 'never', 'throws'] as const
const ANSWERS = ['success', 'fail', 'both', 'neither', 'twice', 'throws', 'late'] as const
const SHAPES: Readonly<Record<string, readonly [unknown, Reason]>> = {
  'errcode and errmsg': [{ errcode: '94', errmsg: 'x' }, 'identity'],
  'code and msg': [{ code: '99', msg: 'x' }, 'identity'],
  'code and desc': [{ code: 'c02', desc: 'x' }, 'forbidden'],
  'msg alone': [{ msg: '用户取消支付' }, 'cancelled'],
  'nested JSON': [{ msg: '{"errcode":"95","errmsg":"x"}' }, 'identity'],
  'a bare code': ['c03', 'unsupported'],
  'a text': ['ILLEGAL_ACCESS_EXCEPTION', 'forbidden'],
  nothing: [undefined, 'unknown'],
}
/** No code behind the environment depends on the place, so the cells take turns. */
const PLACES = [
  { bridge: 'cordova', platform: 'android' },
  { bridge: 'jsbridge', platform: 'ios' },
  { bridge: 'cordova', platform: 'ios' },
  { bridge: 'jsbridge', platform: 'android' },
] as const
const PAGES = ['promise', 'callback', 'aborted', 'timed out', 'destroyed', 'second tap'] as const
const READY_TIMEOUT = 8000
const CALL_TIMEOUT = 2000
const LATE_ANSWER = 5000

interface Cell {
  ready: (typeof READY)[number]
  answer: (typeof ANSWERS)[number]
  shape: string
  page: (typeof PAGES)[number]
}

/** Makes a raw upsdk that answers as the cell says, and counts the calls that reach it. */
function bridgeOf({ ready, answer, shape }: Cell) {
  const [failure] = SHAPES[shape] || []
  const waiting: (() => void)[] = []
  let up = ready === 'early'
  const raw = {
    sent: 0,
    sentAt: Number.NaN,
    come() {
      up = true
      for (const run of waiting) run()
    },
    pluginReady(callback: () => void) {
      if (ready === 'throws') throw new Error('broken')
      if (up) callback()
      else waiting.push(callback)
    },
    pay(answers: RawAnswers) {
      raw.sent++
      raw.sentAt = Date.now()
      if (answer === 'throws') throw new Error('broken')
      setTimeout(() => reply(answers), answer === 'late' ? LATE_ANSWER : 20)
    },
  }
  function reply({ success, fail }: RawAnswers): void {
    if (answer === 'success' || answer === 'both' || answer === 'twice' || answer === 'late') success()
    if (answer === 'twice') success()
    if (answer === 'fail' || answer === 'both') fail(failure)
  }
  const comesAfter = {
    early: 0,
    late: 300,
    'after the deadline': READY_TIMEOUT + 1000,
    never: undefined,
    throws: undefined,
  }[ready]
  if (comesAfter) setTimeout(raw.come, comesAfter)
  return raw
}

const isSent = ({ ready, page }: Cell): boolean =>
  ready === 'early' || (ready === 'late' && page !== 'aborted' && page !== 'destroyed')

/** The reason that the first call must have; undefined means success. */
function expected(cell: Cell): Reason | undefined | 'pending' {
  const { ready, answer, shape, page } = cell
  if (ready === 'throws') return 'system'
  if (page === 'destroyed' || page === 'aborted') {
    return ready === 'early' && answer === 'throws' ? 'unknown' : 'aborted'
  }
  if (!isSent(cell)) return 'ready-timeout'
  if (answer === 'throws') return 'unknown'
  if (answer === 'neither') return page === 'timed out' ? 'timeout' : 'pending'
  if (answer === 'late') return page === 'timed out' ? 'timeout' : undefined
  return answer === 'fail' ? SHAPES[shape]?.[1] : undefined
}

let cells = 0
const uncaught = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  process.on('unhandledRejection', uncaught)
  process.on('uncaughtException', uncaught)
})
afterEach(() => {
  vi.useRealTimers()
  process.off('unhandledRejection', uncaught)
  process.off('uncaughtException', uncaught)
})
type Outcome = Pick<Cell, 'answer' | 'shape'>
/** The answers of raw upsdk. The shape of a failure matters only for a failure. */
const outcomes = ANSWERS.flatMap((answer): Outcome[] =>
  (answer === 'fail' ? Object.keys(SHAPES) : ['errcode and errmsg']).map((shape) => ({ answer, shape })),
)
/** The outcomes that differ: they are all alike if a call is never sent. */
const outcomesOf = (ready: Cell['ready']) =>
  ready === 'early' || ready === 'late' ? outcomes : outcomes.slice(0, 1)

function callOf(upsdk: Upsdk, { page }: Cell, counts: Record<string, number>, signal: AbortSignal) {
  const count = (name: string) => () => {
    counts[name] = (counts[name] || 0) + 1
  }
  const callbacks =
    page === 'callback' ? { success: count('success'), fail: count('fail'), complete: count('complete') } : {}
  const options = { signal, ...(page === 'timed out' ? { timeout: CALL_TIMEOUT } : {}) }
  return upsdk.pay({ tn: '1', ...callbacks }, options)
}

async function runCell(cell: Cell): Promise<void> {
  const simulator = installSimulator(PLACES[cells % PLACES.length])
  const raw = bridgeOf(cell)
  window.upsdk = raw
  const presenter = recorder()
  const upsdk = createUpsdk({ presenter, readyTimeout: READY_TIMEOUT })
  const controller = new AbortController()
  const counts: Record<string, number> = {}
  const settlements: (UpsdkError | undefined)[] = []
  const started = Date.now()
  let settledAt = 0
  const settle = (outcome: UpsdkError | undefined) => {
    settlements.push(outcome)
    settledAt = Date.now()
  }
  const promise = callOf(upsdk, cell, counts, controller.signal)
  // A page with callbacks need not catch the promise.
  if (cell.page === 'callback')
    promise.then(
      () => settle(undefined),
      () => settle(undefined),
    )
  else promise.then(() => settle(undefined), settle)
  let busy: unknown
  if (cell.page === 'second tap') upsdk.pay({ tn: '1' }).catch((error) => (busy = error))
  if (cell.page === 'aborted') controller.abort()
  if (cell.page === 'destroyed') upsdk.destroy()
  await vi.advanceTimersByTimeAsync(READY_TIMEOUT + LATE_ANSWER + 2000)

  const want = expected(cell)
  const sent = isSent(cell) ? 1 : 0
  expect(settlements).toHaveLength(want === 'pending' ? 0 : 1)
  expect(raw.sent).toBe(sent)
  const bound = READY_TIMEOUT + (cell.page === 'timed out' ? CALL_TIMEOUT : LATE_ANSWER)
  expect(settledAt - started).toBeLessThanOrEqual(want === 'pending' ? 0 : bound)
  const [error] = settlements
  if (error) checkError(error, want, sent === 1)
  else if (cell.page !== 'callback') expect(want === undefined || want === 'pending').toBe(true)
  if (cell.page === 'callback' && want !== 'pending') {
    const { complete = 0, success = 0, fail = 0 } = counts
    expect([complete, success, fail]).toEqual([1, want ? 0 : 1, want ? 1 : 0])
  }
  // The hold exists even if upsdk threw, since the payment may have been made. Only a payment that was refused at
  // once holds nothing back.
  if (cell.page === 'second tap' && cell.ready !== 'throws') {
    expect(busy).toMatchObject({ reason: 'busy', sent: false })
  }
  const shown = presenter.toasts.length + presenter.dialogs.length
  const quiet =
    cell.page === 'callback' ||
    cell.page === 'destroyed' ||
    !error ||
    ['cancelled', 'aborted'].includes(error.reason)
  expect(shown).toBe(quiet ? 0 : 1)
  upsdk.destroy()
  await vi.advanceTimersByTimeAsync(0)
  expect(vi.getTimerCount()).toBe(0)
  expect(document.querySelector('[data-upsdk-kit]')).toBeNull()
  simulator.uninstall()
  Reflect.deleteProperty(window, 'upsdk')
  Reflect.deleteProperty(window, SHARED)
  cells++
}

function checkError(error: UpsdkError, want: unknown, sent: boolean): void {
  expect(error).toBeInstanceOf(UpsdkError)
  expect(error.reason).toBe(want)
  expect(error.sent).toBe(sent)
  if (sent && error.reason !== 'cancelled') expect(error.retry).toBe('never')
  expect(error.message).not.toBe('')
}

describe('a payment, for every answer of native,', () => {
  it('is tried with every answer, and every shape of a failure', () => {
    const tried = outcomesOf('early')
    expect(new Set(tried.map(({ answer }) => answer))).toEqual(new Set(ANSWERS))
    expect(tried.map(({ shape }) => shape)).toEqual(expect.arrayContaining(Object.keys(SHAPES)))
  })

  it.each(READY.flatMap((ready) => PAGES.map((page) => [ready, page] as const)))(
    'with bridge %s on page %s settles once, with a true reason',
    async (ready, page) => {
      for (const { answer, shape } of outcomesOf(ready)) {
        try {
          await runCell({ ready, answer, shape, page })
        } catch (error) {
          throw new Error(`${answer}, ${shape}: ${String(error)}`)
        }
      }
      expect(uncaught).not.toHaveBeenCalled()
    },
  )
})

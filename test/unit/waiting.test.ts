/** Waiting calls cost a page one timer, and none if nothing waits. */
import { expect, it, vi } from 'vitest'
import {
  failureOf,
  give,
  ignore,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  stateOf,
  useWallets,
  visibility,
  wallet,
} from '../support/wallet'

useWallets()

it('a kit has one timer, however many calls wait, and whichever is due first', async () => {
  rawUpsdk({ getLocation() {} })
  const upsdk = kit()
  const calls: Promise<unknown>[] = []
  for (const timeout of [5000, 600, 50, 700]) {
    calls.push(failureOf(upsdk.getLocation({}, { timeout })))
    await pass(1)
    expect(vi.getTimerCount()).toBe(1)
  }
  await pass(5000)
  for (const call of calls) expect(await stateOf(call)).toMatchObject({ reason: 'timeout' })
  expect(vi.getTimerCount()).toBe(0)
})

it('a kit has one timer while calls wait for a bridge that is not up', async () => {
  wallet({ readyAfter: 'never' })
  const upsdk = kit({ readyTimeout: 5000, notify: false })
  const calls = [failureOf(upsdk.bioDetect())]
  for (const ms of [700, 30, 20]) {
    await pass(ms)
    calls.push(failureOf(upsdk.appletAuth()), failureOf(upsdk.ready() as Promise<never>))
    expect(vi.getTimerCount()).toBe(1)
  }
  await pass(10_000)
  for (const call of calls) expect(await stateOf(call)).toMatchObject({ reason: 'ready-timeout' })
  expect(vi.getTimerCount()).toBe(0)
})

it('a kit has no timer once all calls are answered', async () => {
  const answers: (() => void)[] = []
  rawUpsdk({ getLocation: ({ success }: { success(): void }) => void answers.push(success) })
  const upsdk = kit()
  const calls = [upsdk.getLocation(), upsdk.getLocation()]
  await pass(100)
  expect(vi.getTimerCount()).toBe(1)
  for (const answer of answers) answer()
  await Promise.all(calls)
  await pass(1000)
  expect(vi.getTimerCount()).toBe(0)
})

it('a destroyed kit leaves no timer behind', async () => {
  wallet({ readyAfter: 'never' })
  const upsdk = kit()
  const failure = failureOf(upsdk.bioDetect())
  expect(vi.getTimerCount()).toBe(1)
  upsdk.destroy()
  expect(vi.getTimerCount()).toBe(0)
  expect(await failure).toMatchObject({ reason: 'aborted' })
})

it('a kit has no timer while the page is hidden, and calls keep their time left', async () => {
  rawUpsdk({ getLocation() {} })
  const show = visibility()
  show(false)
  const failure = kit().getLocation({}, { timeout: 5000 })
  ignore(failure)
  await pass(4000)
  show(true)
  expect(vi.getTimerCount()).toBe(0)
  await pass(60_000)
  show(false)
  await pass(900)
  expect(await stateOf(failure)).toBe('pending')
  await pass(200)
  expect(await failureOf(failure)).toMatchObject({ reason: 'timeout' })
})

it('a page that was frozen ends no call before the answers that came meanwhile', async () => {
  const told: RawAnswers[] = []
  rawUpsdk({ getLocation: (answers: RawAnswers) => void told.push(answers) })
  const { performance } = window
  let frozenFor = 0
  give(window, 'performance', { now: () => performance.now() + frozenFor })
  const call = kit({ notify: false }).getLocation({}, { timeout: 5000 })
  await pass(1000)
  frozenFor = 60_000
  await pass(1000)
  expect(await stateOf(call)).toBe('pending')
  told[0]?.success({ latitude: '31.2' })
  expect(await stateOf(call)).toEqual({ latitude: '31.2' })
})

it.each([0, Number.POSITIVE_INFINITY])(
  'a call with timeout: %d waits for its answer for ever',
  async (timeout) => {
    const told: RawAnswers[] = []
    rawUpsdk({ getLocation: (answers: RawAnswers) => void told.push(answers) })
    const call = kit({ callTimeout: 1000 }).getLocation({}, { timeout })
    await pass(600_000)
    expect(await stateOf(call)).toBe('pending')
    told[0]?.success({ latitude: '31.2' })
    expect(await stateOf(call)).toEqual({ latitude: '31.2' })
  },
)

it('a kit without open calls listens to no visibility', async () => {
  const listeners = new Set<unknown>()
  vi.spyOn(document, 'addEventListener').mockImplementation((type, run) => {
    if (type === 'visibilitychange') listeners.add(run)
  })
  vi.spyOn(document, 'removeEventListener').mockImplementation((type, run) => {
    if (type === 'visibilitychange') listeners.delete(run)
  })
  try {
    rawUpsdk({ getLocation() {} })
    const call = failureOf(kit().getLocation({}, { timeout: 100 }))
    expect(listeners.size).toBe(1)
    await pass(2000)
    await call
    expect(listeners.size).toBe(0)
  } finally {
    vi.restoreAllMocks()
  }
})

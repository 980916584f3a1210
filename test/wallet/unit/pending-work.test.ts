/** While a page is replayed, the phone knows whether it still waits for something, so that a run ends as soon as it can. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { find, PAY, replay, useReplays } from '../../support/replayed'

useReplays()

let fetched = vi.fn()
beforeEach(() => {
  fetched = vi.fn(async () => ({ text: async () => '' }))
  vi.stubGlobal('fetch', fetched)
})

/** What the phone is busy is a little late, so that it hears nothing of what is over at once. */
const SETTLED = 50
/** Lets time go by. @returns what the phone was busy meanwhile */
async function within(busy: readonly boolean[], ms: number): Promise<boolean[]> {
  const before = busy.length
  await vi.advanceTimersByTimeAsync(ms)
  return busy.slice(before)
}

describe('a replayed page waits', () => {
  it('for its requests, failed ones too, and for the last of them', async () => {
    const { busy } = replay()
    let answer = (_value: unknown): void => undefined
    fetched.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    fetched.mockRejectedValueOnce(new TypeError('offline'))
    const answers = [fetch('/a', { method: 'POST' }), fetch('/b')]
    await expect(answers[1]).rejects.toThrow('offline')
    expect([busy, await within(busy, 60_000)]).toEqual([[true], []])
    answer({})
    expect(await within(busy, SETTLED)).toEqual([false])
    expect(fetched.mock.calls).toEqual([['/a', { method: 'POST' }], ['/b']])
    expect(fetched.mock.contexts).toEqual([window, window])
  })

  it('for requests of the older kind', async () => {
    const sent = vi.spyOn(XMLHttpRequest.prototype, 'send').mockReturnValue()
    const { busy } = replay()
    const request = new XMLHttpRequest()
    request.send('body')
    expect([sent.mock.calls, sent.mock.contexts[0] === request]).toEqual([[['body']], true])
    expect([busy, await within(busy, 60_000)]).toEqual([[true], []])
    for (const _time of [1, 2]) request.dispatchEvent(new Event('loadend'))
    expect(await within(busy, SETTLED)).toEqual([false])
  })

  it('for no request where there is no fetch', () => {
    vi.stubGlobal('fetch', undefined)
    replay()
    expect(window.fetch).toBeUndefined()
  })

  it('for a timer of at most 10 seconds, which runs before the wait is over', async () => {
    const { busy } = replay()
    const run = vi.fn()
    setTimeout(run, 10_000, 'a', 2)
    setTimeout(run, 10_001)
    expect(await within(busy, 9999)).toEqual([])
    expect(busy).toEqual([true])
    expect([await within(busy, 1 + SETTLED), run.mock.calls]).toEqual([[false], [['a', 2], []]])
  })

  it('no longer for a timer that the page has cleared, by either name', async () => {
    const { busy } = replay()
    const run = vi.fn()
    clearInterval(setTimeout(run, 3000))
    clearTimeout(setInterval(run, 3000))
    clearTimeout(undefined)
    expect(await within(busy, SETTLED)).toEqual([false])
    expect([await within(busy, 60_000), run.mock.calls.length]).toEqual([[], 0])
  })

  it('twice for a timer that repeats, and then no more', async () => {
    const { busy } = replay()
    const ticks = vi.fn()
    setInterval(ticks, 1000)
    expect(await within(busy, 1999)).toEqual([])
    expect([await within(busy, 1 + SETTLED), ticks.mock.calls.length]).toEqual([[false], 2])
    expect([await within(busy, 10_000), ticks.mock.calls.length]).toEqual([[], 12])
  })

  it.each<[string, () => unknown, boolean]>([
    ['a timer that takes long', () => setTimeout(() => undefined, 15_000), true],
    ['one that repeats', () => setInterval(() => undefined, 500), true],
    ['one that repeats and takes long', () => setInterval(() => undefined, 15_000), true],
    ['one that has been cleared', () => clearTimeout(setTimeout(() => undefined, 15_000)), false],
    ['one that is over', () => setTimeout(() => undefined, 1000), false],
  ])('and says whether timers run that it does not wait for: %s', async (_what, run, hasMore) => {
    const { busy, more } = replay()
    run()
    setTimeout(() => undefined, 2000)
    await within(busy, 2000 + SETTLED)
    expect(more).toEqual([hasMore])
  })

  it('twice for a function that sets itself again, and twice more once an action has followed', async () => {
    const { busy, act } = replay('<button>Pay</button>')
    const again = (): void => void setTimeout(() => again(), 1000)
    again()
    expect(await within(busy, 1999)).toEqual([])
    expect(await within(busy, 1 + SETTLED)).toEqual([false])
    expect(await within(busy, 10_000)).toEqual([])
    await act(PAY)
    // First for what the tap does, then for the function.
    expect(await within(busy, 10_000)).toEqual([false, true, false])
  })

  it('for pauses of different lengths, though each ends with the same function of the browser', async () => {
    const { busy } = replay()
    const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve.bind(undefined), ms))
    const over = vi.fn()
    void pause(1000)
      .then(() => pause(2000))
      .then(() => pause(3000))
      .then(() => pause(4000))
      .then(over)
    expect([await within(busy, 9999), over.mock.calls.length]).toEqual([[], 0])
    expect([await within(busy, 1 + SETTLED), over.mock.calls.length]).toEqual([[false], 1])
  })

  it('for a script that an action adds, loaded or not, and for none that no browser of today loads', async () => {
    const { busy, act } = replay('<button>Pay</button>')
    const add = (change: Partial<HTMLScriptElement>) => {
      const script = Object.assign(document.createElement('script'), change)
      // happy-dom loads what an attribute names.
      Object.defineProperty(script, 'src', { value: '/part.js' })
      document.head.append(script)
      return script
    }
    add({})
    expect(await within(busy, 0)).toEqual([])
    await act(PAY)
    await within(busy, 1000)
    const before = busy.length
    for (const unread of [{ type: 'application/json' }, { noModule: true }]) add(unread)
    await vi.advanceTimersByTimeAsync(0)
    expect(busy.length).toBe(before)
    const added = [add({}), add({ type: 'module' })]
    expect(await within(busy, 60_000)).toEqual([true])
    added[0]?.dispatchEvent(new Event('load'))
    expect(await within(busy, SETTLED)).toEqual([])
    added[1]?.dispatchEvent(new Event('error'))
    expect(await within(busy, SETTLED)).toEqual([false])
  })

  it('until a tap has had 600 ms for its effect, or has changed the page', async () => {
    const { busy, act } = replay('<button>Pay</button><p></p>')
    await act(PAY, 599)
    expect(busy).toEqual([true])
    expect(await within(busy, 1 + SETTLED)).toEqual([false])
    find('button').addEventListener('click', () => find('p').append('paying'))
    await act(PAY, SETTLED)
    expect(busy.slice(2)).toEqual([true, false])
  })

  it('until a dialog of the kit was left', async () => {
    const { busy } = replay('<div data-upsdk-kit="dialog"></div>')
    expect(find('div').isConnected).toBe(true)
    expect(await within(busy, 599)).toEqual([true])
    expect(await within(busy, 1 + SETTLED)).toEqual([false])
  })

  it('without a message for each of a thousand timers', async () => {
    const { busy } = replay()
    let left = 1000
    const next = (): void => void (left-- && setTimeout(next, 1))
    for (const ms of [0, 1, 2, 3, 4]) for (let count = 0; count < 200; count++) setTimeout(() => ms, ms)
    next()
    expect(await within(busy, 2000)).toEqual([false])
    expect(busy).toEqual([true, false])
  })
})

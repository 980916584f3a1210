/** The phone's log gets the page's by messages, and neither grows without a limit. */
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import { type LogEntry, type LogNote, MOST_ENTRIES } from '../../../wallet/shared/logStore'
import { createRemoteLog } from '../../../wallet/shared/remoteLog'
import type { RawStep } from '../../../wallet/simulator'

const entry = (id: number, steps = 0): LogEntry => ({
  id,
  method: 'logEvent',
  at: id,
  by: 'page',
  steps: Array.from({ length: steps }, (_, at) => ({
    from: 'upsdk',
    id,
    method: 'logEvent',
    at,
    type: 'reached',
    params: {},
  })),
})
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
const note = (at: number): LogNote => ({ at, kind: 'seen', text: String(at) })
const reached = (id: number): RawStep => ({ id, method: 'logEvent', at: id, type: 'reached', params: {} })

describe('the log on the phone’s side', () => {
  it('takes new entries in order, and a changed one in the place of the one it was', () => {
    const log = createRemoteLog()
    log.take([entry(1), entry(2)], [note(1)])
    log.take([entry(1, 2), entry(3)], [note(2)])
    expect(log.entries.map(({ id, steps }) => [id, steps.length])).toEqual([
      [1, 2],
      [2, 0],
      [3, 0],
    ])
    expect(log.notes.map(({ text }) => text)).toEqual(['1', '2'])
  })

  it('keeps the newest entries and notes, and counts dropped entries', () => {
    const log = createRemoteLog()
    log.take(
      numbers(1, MOST_ENTRIES).map((id) => entry(id)),
      numbers(1, 900).map(note),
    )
    log.take(
      numbers(1001, 1500).map((id) => entry(id)),
      numbers(901, 1200).map(note),
    )
    expect(log.entries.map(({ id }) => id)).toEqual(numbers(501, 1500))
    expect(log.dropped).toBe(500)
    expect(log.notes.map(({ at }) => at)).toEqual(numbers(201, 1200))
  })

  it('does not bring back an entry that it dropped', () => {
    const log = createRemoteLog()
    log.take(
      numbers(1, MOST_ENTRIES + 1).map((id) => entry(id)),
      [],
    )
    log.take([entry(1, 3)], [])
    expect(log.entries.map(({ id }) => id)).toEqual(numbers(2, MOST_ENTRIES + 1))
    expect(log.dropped).toBe(1)
  })

  it('is empty again, and counts anew, once it is cleared', () => {
    const log = createRemoteLog()
    log.take(
      numbers(1, MOST_ENTRIES + 1).map((id) => entry(id)),
      [note(1)],
    )
    log.clear()
    expect([log.entries, log.notes, log.dropped]).toEqual([[], [], 0])
    log.take([entry(1)], [])
    expect(log.entries).toHaveLength(1)
  })

  it('reads each entry only a few times, however many there are', () => {
    let looks = 0
    const counted = (id: number): LogEntry => ({
      ...entry(id),
      get id() {
        looks++
        return id
      },
    })
    const log = createRemoteLog()
    log.take(numbers(1, 40_000).map(counted), [])
    expect(looks).toBeGreaterThan(0)
    expect(looks).toBeLessThan(40_000 * 8)
  })

  it('calls a listener once for each message, until it stops', () => {
    const log = createRemoteLog()
    let heard = 0
    const stop = log.subscribe(() => heard++)
    log.take([entry(1), entry(2)], [note(1)])
    expect(heard).toBe(1)
    stop()
    log.take([entry(3)], [])
    expect(heard).toBe(1)
  })
})

describe('the log of a page that calls upsdk in a loop:', () => {
  it('the log has no new entry for a late answer to a call that it dropped', () => {
    const log = createLog()
    for (const id of numbers(1, MOST_ENTRIES + 100)) log.addRaw(reached(id))
    log.addRaw({ id: 5, method: 'logEvent', at: 9000, type: 'answered', how: 'success', value: {} })
    expect(log.entries.map(({ id }) => id)).toEqual(numbers(101, MOST_ENTRIES + 100))
    expect(log.dropped).toBe(100)
  })

  it('the log keeps a payment, and takes its answer, after 5,000 calls of other methods', () => {
    const log = createLog()
    const pay = { id: 1, method: 'pay', at: 1 }
    log.addRaw({ ...pay, type: 'reached', params: { tn: '1' } })
    for (const id of numbers(2, 5000)) log.addRaw(reached(id))
    log.addRaw({ ...pay, at: 9000, type: 'answered', how: 'success', value: '' })
    expect(log.entries).toHaveLength(MOST_ENTRIES)
    expect(log.entries[0]).toMatchObject({ method: 'pay', answered: { how: 'success' } })
    expect(log.dropped).toBe(4000)
  })

  it('the log drops the oldest payment if it has payments alone', () => {
    const log = createLog()
    for (const id of numbers(1, MOST_ENTRIES + 1)) log.addRaw({ ...reached(id), method: 'pay' })
    expect(log.entries.map(({ id }) => id)).toEqual(numbers(2, MOST_ENTRIES + 1))
  })
})

/** The receiver makes the records of a page's log: the phone, a run and a test have no other. */
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import type { LogItem, LogMessage } from '../../../wallet/shared/log'
import { createLogReceiver, MOST_ENTRIES } from '../../../wallet/shared/logReceiver'
import type { RawStep } from '../../../wallet/simulator'

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
const reached = (id: number): RawStep => ({ id, method: 'logEvent', at: id, type: 'reached', params: {} })
/** A step of a call. */
const step = (id: number, method = 'logEvent', at = id): LogItem => ({
  call: { id, method, at, by: 'page' },
  step: { ...reached(id), from: 'upsdk', method, at },
})
const note = (at: number): LogItem => ({ note: { at, kind: 'error', text: String(at) } })
const message = (items: readonly LogItem[], id = 'a', startedAt = 0): LogMessage => ({
  type: 'log',
  document: { id, startedAt },
  items,
})

describe('the receiver of a log', () => {
  it('has a record for each call, with its steps in order, and the notes', () => {
    const log = createLogReceiver()
    log.take(message([step(1), step(2), note(1)]))
    log.take(message([step(1), step(3), note(2)]))
    expect(log.entries.map(({ id, steps }) => [id, steps.length])).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
    ])
    expect(log.notes).toMatchObject([{ text: '1' }, { text: '2' }])
  })

  it('keeps the record of a call as one object', () => {
    const log = createLogReceiver()
    log.take(message([step(1)]))
    const [first] = log.entries
    log.take(message([step(1)]))
    expect(log.entries[0]).toBe(first)
  })

  it('has the calls of several documents with ids of its own, and times that go on', () => {
    const log = createLogReceiver()
    log.take(message([step(1), note(5)], 'a', 1000))
    log.take(message([step(1), note(5)], 'b', 3000))
    log.take(message([step(1, 'logEvent', 40)], 'a', 1000))
    expect(
      log.entries.map(({ id, document, at, steps }) => [id, document, at, steps.map((one) => one.at)]),
    ).toEqual([
      [1, 'a', 1, [1, 40]],
      [2, 'b', 2001, [2001]],
    ])
    expect(log.notes.map(({ at }) => at)).toEqual([5, 2005])
  })

  it('keeps the newest entries and notes, and counts dropped entries', () => {
    const log = createLogReceiver()
    log.take(message([...numbers(1, MOST_ENTRIES).map((id) => step(id)), ...numbers(1, 900).map(note)]))
    log.take(message([...numbers(1001, 1500).map((id) => step(id)), ...numbers(901, 1200).map(note)]))
    expect(log.entries.map(({ id }) => id)).toEqual(numbers(501, 1500))
    expect(log.dropped).toBe(500)
    expect(log.notes.map(({ at }) => at)).toEqual(numbers(201, 1200))
  })

  it('keeps every call in a test', () => {
    const log = createLogReceiver(Infinity)
    log.take(message(numbers(1, 3000).map((id) => step(id))))
    expect(log.entries).toHaveLength(3000)
  })

  it('drops by one rule over all documents, and keeps payments longest', () => {
    const log = createLogReceiver(2)
    log.take(message([step(1, 'pay'), step(2)], 'a'))
    log.take(message([step(1), step(2, 'pay')], 'b'))
    expect(log.entries.map(({ id, method, document }) => [id, method, document])).toEqual([
      [1, 'pay', 'a'],
      [4, 'pay', 'b'],
    ])
  })

  it('does not bring back an entry that it dropped or cleared', () => {
    const log = createLogReceiver()
    log.take(message(numbers(1, MOST_ENTRIES + 1).map((id) => step(id))))
    log.take(message([step(1)]))
    expect(log.entries.map(({ id }) => id)).toEqual(numbers(2, MOST_ENTRIES + 1))
    expect(log.dropped).toBe(1)
    log.clear()
    log.take(message([step(7)]))
    expect(log.entries).toEqual([])
  })

  it('is empty again, and counts anew, once it is cleared', () => {
    const log = createLogReceiver()
    log.take(message([...numbers(1, MOST_ENTRIES + 1).map((id) => step(id)), note(1)]))
    log.clear()
    expect([log.entries, log.notes, log.dropped]).toEqual([[], [], 0])
    log.take(message([step(1)], 'b', 9000))
    expect(log.entries).toMatchObject([{ document: 'b', at: 1 }])
  })

  it('reads each item only a few times, however many there are', () => {
    let looks = 0
    const counted = (id: number): LogItem => {
      const item = step(id)
      return Object.defineProperty({ ...item }, 'call', {
        enumerable: true,
        get() {
          looks++
          return 'call' in item ? item.call : undefined
        },
      })
    }
    const log = createLogReceiver()
    log.take(message(numbers(1, 40_000).map(counted)))
    expect(looks).toBeGreaterThan(0)
    expect(looks).toBeLessThan(40_000 * 8)
  })

  it('calls a listener once for each message, with what has changed, until it stops', () => {
    const log = createLogReceiver()
    const heard: unknown[] = []
    const stop = log.subscribe((changed) => void heard.push(changed?.length))
    log.take(message([step(1), step(1), step(2), note(1)]))
    expect(heard).toEqual([3])
    stop()
    log.take(message([step(3)]))
    expect(heard).toEqual([3])
  })

  it('has a note of its own side after everything that is there', () => {
    const log = createLogReceiver()
    log.take(message([step(9), note(5)]))
    log.note({ kind: 'leaves', text: '' })
    expect(log.notes).toMatchObject([{ at: 5 }, { at: 9, kind: 'leaves' }])
  })
})

describe('an empty log', () => {
  it('says whether it was cleared, or its page has only begun', () => {
    const log = createLogReceiver()
    expect(log.isCleared).toBe(false)
    log.clear()
    expect(log.isCleared).toBe(true)
    log.restart()
    expect(log.isCleared).toBe(false)
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

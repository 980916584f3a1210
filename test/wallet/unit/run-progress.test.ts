/** A run of a situation ends for what its page cannot do, and for nothing else. */
import { describe, expect, it } from 'vitest'
import { createRunProgress } from '../../../wallet/phone/runProgress'

const UNTRUSTED = { type: 'ended', why: 'untrusted', detail: '付款' } as const

describe('a tap after which the page did nothing, while a script of it reads isTrusted', () => {
  it('ends the run', () => {
    const run = createRunProgress({}, () => undefined)
    run.noteAction(0)
    run.receive(UNTRUSTED)
    expect(run.blocked).toEqual({ end: 'untrusted', detail: '付款' })
  })

  it('ends no run of a page that takes such taps where all goes well: here it does nothing', () => {
    const run = createRunProgress({}, () => undefined, true)
    run.noteAction(0)
    run.receive(UNTRUSTED)
    expect(run.blocked).toBeUndefined()
    run.receive({ type: 'ended', why: 'missing', detail: '付款' })
    expect(run.blocked).toMatchObject({ end: 'missing' })
  })
})

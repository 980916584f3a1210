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

describe('the pictures of a run', () => {
  const keptOf = (...pieces: readonly string[]) => {
    const run = createRunProgress({}, () => undefined)
    pieces.forEach((piece, since) => {
      const picture = { width: 375, height: 600, fragment: '', pieces: [piece] }
      run.receive({ type: 'picture', picture, texts: [], since })
    })
    return run.seen().pictures.map(({ picture }) => picture.pieces[0]?.slice(0, 2))
  }

  it('are the newest, and of a huge page the last alone', () => {
    const many = Array.from({ length: 20 }, (_, index) => `${index + 10}`)
    expect(keptOf(...many)).toEqual(many.slice(8))
    const huge = (name: string) => name.padEnd(5_000_000)
    expect(keptOf('a0', huge('b0'), huge('c0'))).toEqual(['c0'])
  })

  it('leave out those of a countdown before the one of another text', () => {
    const run = createRunProgress({}, () => undefined)
    const texts = [
      '1 s',
      '2 s',
      'alert',
      ...Array.from({ length: 20 }, (_, index) => `${index + 10} s`),
      'Paid',
    ]
    texts.forEach((text, since) => {
      const picture = { width: 375, height: 600, fragment: '', pieces: [] }
      run.receive({ type: 'picture', picture, texts: [text], since })
    })
    const kept = run.seen().pictures.map((one) => one.texts[0])
    expect(kept).toHaveLength(12)
    expect(kept[0]).toBe('alert')
    expect(kept.slice(-2)).toEqual(['29 s', 'Paid'])
  })
})

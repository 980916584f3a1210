/** The moments of a run that Compare shows: each has the picture of a text, or none. */
import { describe, expect, it } from 'vitest'
import type { SeenAt } from '../../../wallet/phone/marks'
import { lastMoment, momentOfProof, momentOfStep, momentOfText } from '../../../wallet/phone/runMoments'
import type { SituationRun } from '../../../wallet/phone/situationRun'

const picture = { width: 375, height: 600, fragment: '', pieces: [] }
const pictures = [
  { at: 100, texts: ['at 90'] },
  { at: 1200, texts: ['at 1000.6', 'at 1150', 'at 1190', 'at 1200.7'] },
  { at: 1200, texts: ['at 1200'] },
  { at: 2600, texts: ['at 2590'] },
].map((one) => ({ ...one, picture }))
const run = { actedAt: [1000.4, 2000], pictures } as unknown as SituationRun
const textAt = (at: number): SeenAt => ({ kind: 'seen', by: 'page', form: 'text', message: `at ${at}`, at })

describe('a moment of a run', () => {
  it.each([
    ['that was drawn later', 1000.6, 1200, 1],
    ['whose picture has its time in whole ms', 1200.7, 1200, 1],
    ['that another text replaced before it was drawn', 1400, undefined, undefined],
  ])('is that of a text %s', (_what, at, picturedAt, step) => {
    const moment = momentOfText(run, textAt(at))
    expect([moment?.picture.at, moment?.step]).toEqual([picturedAt, step])
  })

  it('is that of its own picture, where two were taken in the same moment', () => {
    expect(momentOfText(run, textAt(1200))?.picture).toBe(pictures[2])
    expect(momentOfText(run, textAt(1190))?.picture).toBe(pictures[1])
  })

  it('is that of the newest text of a step, and none of a step without one', () => {
    const texts = [90, 1150, 1190, 2590].map(textAt)
    expect(momentOfStep(run, texts, 1)).toMatchObject({ picture: { at: 1200 }, text: { at: 1190 } })
    expect(momentOfStep(run, texts.slice(0, 3), 2)).toBeUndefined()
  })

  it('is that of a text that proves a mark, also where a later step has none', () => {
    const newest = textAt(1190)
    expect(momentOfProof(run, newest, newest)).toMatchObject({ picture: { at: 1200 }, step: 1 })
    expect(momentOfProof(run, newest, textAt(90))).toMatchObject({ picture: { at: 100 }, step: 0 })
  })

  it('is the page as the step ended for the newest text without its own picture, and none for another text', () => {
    const [newest, gone] = [textAt(2300), textAt(1400)]
    expect(momentOfProof(run, newest, newest)).toMatchObject({ picture: { at: 2600 }, text: newest })
    expect(momentOfProof(run, newest, gone)).toBeUndefined()
    expect(momentOfProof(run, gone, gone)).toBeUndefined()
  })

  it('is the last one with the newest text, whatever a clock showed after it, or else the end of the run', () => {
    const untilThen = { ...run, actedAt: [1000] }
    expect(lastMoment(untilThen, textAt(1190))).toMatchObject({ picture: { at: 1200 }, step: 1 })
    expect(lastMoment(run, textAt(1190))).toMatchObject({ picture: { at: 2600 }, step: 2 })
    expect(lastMoment(run, textAt(1400))).toMatchObject({ picture: { at: 2600 }, text: { at: 1400 } })
    expect(lastMoment(run, undefined)).toMatchObject({ picture: { at: 2600 }, step: 2 })
    expect(lastMoment({ ...run, pictures: [] }, undefined)).toBeUndefined()
  })
})

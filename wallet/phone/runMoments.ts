/** Chooses the picture of a run that proves a mark, and the one of the other run that stands beside it. */
import type { SeenAt } from './marks'
import type { SituationRun } from './situationRun'

/** A picture of the page. */
export interface Moment {
  readonly picture: SituationRun['pictures'][number]
  /** How many actions were done by then. */
  readonly step: number
  /** What the user had just seen. */
  readonly text: SeenAt | undefined
}

/** A text has come in full so many ms later at most, and its picture is taken. */
const COMES_WITHIN = 500
/** The time of a picture is in whole ms, so it may lie a little before its text's. In ms. */
const ROUNDED_BY = 2

const stepOf = ({ actedAt }: SituationRun, time: number): number =>
  actedAt.filter((at) => at <= time + ROUNDED_BY).length

/** The page as a text had come; undefined if it was not kept. */
export function momentOfText(run: SituationRun, text: SeenAt): Moment | undefined {
  const picture = run.pictures.find(
    ({ texts, at }) =>
      texts.includes(text.message) && at >= text.at - ROUNDED_BY && at - text.at <= COMES_WITHIN,
  )
  return picture && { picture, step: stepOf(run, text.at), text }
}

/**
 * The page with the newest text that the user was told in the last step, or else as the run left it; undefined if no document came.
 *
 * A clock may have gone on after that text, with pictures of its own.
 */
export function lastMoment(run: SituationRun, newest: SeenAt | undefined): Moment | undefined {
  const picture = run.pictures[run.pictures.length - 1]
  if (!picture) return undefined
  const step = stepOf(run, picture.at)
  const told = newest && momentOfText(run, newest)
  return told?.step === step ? told : { picture, step, text: newest }
}

/** The page with the newest of these texts that came in a step; undefined if it was not kept. */
export const momentOfStep = (run: SituationRun, texts: readonly SeenAt[], step: number): Moment | undefined =>
  texts
    .filter(({ at }) => stepOf(run, at) === step)
    .map((text) => momentOfText(run, text))
    .pop()

/** Finds the page as it stood with a text that proves a mark; undefined if it was not kept. */
export function momentOfProof(
  run: SituationRun,
  newest: SeenAt | undefined,
  proof: SeenAt,
): Moment | undefined {
  const told = momentOfText(run, proof)
  if (told || proof !== newest) return told
  // The text may have come into what was there already; a later step says nothing of it.
  const last = lastMoment(run, newest)
  return last?.step === stepOf(run, proof.at) ? last : undefined
}

/** The marks of a run: what a page did to its user, as its picture or its log proves. */
import { traitsOf } from '../../src/internalsWithoutDom'
import { OPENS } from '../methods/methodTable'
import { type LogEntry, type LogNote, linesOf, type SeenText, seenTexts } from '../shared/log'
import { isCancelled, statusOf } from '../shared/logStatus'
import { paymentBefore } from '../shared/paymentBefore'
import { asksUser } from '../shared/situations'
import { saysPaid, saysPaymentFailed } from '../view/failureText'
import { isRawText } from '../view/rawText'
import type { SituationRun } from './situationRun'
import { askedAt, endOf, sentPayments } from './userCalls'

/** A fault of a run that its picture or its log proves. */
export type Mark = 'unchanged' | 'raw-text' | 'paid-twice' | 'told-failed' | 'told-paid' | 'dead'

/** The sign of a run: it has a mark, or else its log has a cause of its own, or neither. */
export type Flag = 'mark' | 'cause' | 'none'

/** A text that the user saw, in ms of the log. */
export type SeenAt = LogNote & SeenText

export interface MarkedRun {
  readonly run: SituationRun
  /** The run of the success in the same mode. */
  readonly success: SituationRun | undefined
  /** What the user saw, including what a document showed from its start. */
  readonly seen: readonly SeenAt[]
  /** The same without texts that count up or down. */
  readonly texts: readonly SeenAt[]
}

/** Finds the marks of a run, each with the text that proves it, if a text does. */
export function marksOf(marked: MarkedRun): ReadonlyMap<Mark, SeenAt | undefined> {
  const found = new Map<Mark, SeenAt | undefined>()
  for (const mark of Object.keys(MARKS) as Mark[]) {
    const proof = MARKS[mark](marked)
    if (proof) found.set(mark, proof === true ? undefined : proof)
  }
  return found
}

/** What may cost the user money comes first. */
const MARKS: Readonly<Record<Mark, (marked: MarkedRun) => SeenAt | boolean | undefined>> = {
  'paid-twice': ({ run }) => isPaidTwice(sentPayments(run)),
  'told-paid': toldPaid,
  'told-failed': toldFailed,
  unchanged: (marked) => {
    const { run, success, texts } = marked
    if (isStuck(marked)) return true
    const told = texts.filter((text) => !isUsualQuestion(text, success))
    return [...endsIn(run), ...unmadeIn(run, success)].some((at) => isUnchanged(run, told, at))
  },
  // What stands in the page from its start in each run is no answer to the user.
  'raw-text': ({ texts }) => texts.filter((text) => linesOf(text).some(isRawText)).pop(),
  dead: isDead,
}

/** Does the page ask the same, in a dialog of the browser, when all goes well? It is no message then. */
const isUsualQuestion = ({ message, answer }: SeenAt, success: SituationRun | undefined): boolean =>
  answer !== undefined && !!success && seenTexts(success.log.notes).some((one) => one.message === message)

/** Is there a canvas, whose content nobody reads? */
export const isUnreadView = ({ text }: { readonly text: string }): boolean => !text

/** Is the page unchanged from a time on: no new text, the same content on screen, the same route? */
function isUnchanged({ views, routes }: SituationRun, texts: readonly SeenAt[], at: number): boolean {
  const isStill = <Seen extends { readonly at: number }>(
    all: readonly Seen[],
    read: (one: Seen) => string,
  ) => {
    const before = all.filter((one) => one.at < at).pop() || all[0]
    return !before || all.every((one) => one.at < at || read(one) === read(before))
  }
  return (
    !texts.some((text) => text.at >= at) &&
    !views.some(isUnreadView) &&
    isStill(views, ({ text }) => text) &&
    isStill(routes, ({ path }) => path)
  )
}

/** Did the run end by itself? If it was ended from outside, nobody knows what would have come. */
const hasPlayedOut = ({ end }: SituationRun): boolean => /^(done|time|missing|hidden|disabled)$/.test(end)

/**
 * Finds the times from which on the user waits for something: a call at which they act has failed, was not answered, or
 * never left, or an action waits for upsdk for ever.
 */
function endsIn(run: SituationRun): number[] {
  if (!hasPlayedOut(run)) return []
  const [firstAction = Infinity] = run.actedAt
  const times: number[] = []
  for (const entry of run.log.entries) {
    const { at, answered, method, replaced } = entry
    const isShut = OPENS.test(method) && at >= firstAction && /^(open|none)$/.test(statusOf(entry).status)
    const isLost = asksUser(method) && !replaced && /^(open|failed)$/.test(endOf(entry))
    if (isShut || isLost) times.push(answered?.at ?? at)
  }
  for (const note of run.log.notes)
    if (note.kind === 'authorization' && /^(failed|silent)$/.test(note.end)) times.push(note.at)
  return times
}

/** Finds the time of the action that makes a call when all goes well, if the run has made none. */
function unmadeIn(run: SituationRun, success: SituationRun | undefined): number[] {
  // An action that could not be done says so itself.
  const isOver = run.end === 'done' || run.end === 'time'
  const asked = success && askedAt(success, success.actedAt[0])
  if (!isOver || asked === undefined || askedAt(run) !== undefined) return []
  return run.actedAt.slice(0, success?.actedAt.filter((at) => at <= asked).length).slice(-1)
}

/** Could an action not be done, and stands the page, without another word, as it does on its way when all goes well? */
function isStuck({ run, success, texts }: MarkedRun): boolean {
  const isBlocked = /^(missing|hidden|disabled)$/.test(run.end)
  if (!success || !isBlocked || success.actedAt.length <= run.actedAt.length) return false
  const usualLooks = success.views.map(({ text }) => text)
  const usualTexts = seenTexts(success.log.notes).map(({ message }) => message)
  return (
    run.views.length > 0 &&
    run.views.every((view) => !isUnreadView(view) && usualLooks.includes(view.text)) &&
    texts.every(({ message }) => usualTexts.includes(message))
  )
}

/** Was one order sent twice, or a second payment while the first was open? */
const isPaidTwice = (payments: readonly LogEntry[]): boolean =>
  payments.some((one, index) =>
    payments.slice(0, index).some((earlier) => {
      const order = JSON.stringify(one.reached?.params) || ''
      // A call that names no order, such as `qrCodePay`, may be for another order each time.
      const isSame = /\w/.test(order) && order === JSON.stringify(earlier.reached?.params)
      const isOpen = !earlier.answered || earlier.answered.at > one.at
      return isSame ? earlier.answered?.how !== 'fail' || isOpen : isOpen
    }),
  )

/** Finds the text that says that a payment failed although native has it and it was not cancelled. */
function toldFailed({ run, seen }: MarkedRun): SeenAt | undefined {
  const payments = sentPayments(run)
  const isAbout = (text: SeenAt) => {
    const payment = paymentBefore(payments, text.at)
    return !!payment && !isCancelled(payment)
  }
  return seen.filter((text) => isAbout(text) && linesOf(text).some(saysPaymentFailed)).pop()
}

/** Finds a text after the user's payment call that says that it was paid, before native has given any success. */
function toldPaid({ run, seen }: MarkedRun): SeenAt | undefined {
  const payments = run.log.entries.filter(({ method }) => traitsOf(method).payment)
  return seen.find(
    (text) =>
      linesOf(text).some(saysPaid) &&
      payments.some(({ at }) => at <= text.at) &&
      !payments.some(({ answered }) => answered?.how === 'success' && answered.at <= text.at),
  )
}

/** Does the tapped element stay disabled after a call that came to nothing, without another text? */
function isDead({ run, success, texts }: MarkedRun): boolean {
  const [last] = run.views.slice(-1)
  if (!last?.isDead || !hasPlayedOut(run)) return false
  const asked = run.log.entries.filter(({ method }) => asksUser(method))
  const timesOf = (entries: readonly LogEntry[]) => entries.map(({ at, answered }) => answered?.at ?? at)
  // A button that stays disabled once it was paid is no dead one.
  const lastDone = Math.max(...timesOf(asked.filter((entry) => endOf(entry) === 'done')))
  const ends = [...endsIn(run), ...unmadeIn(run, success), ...timesOf(asked.filter(isCancelled))]
  return ends.some(
    (since) =>
      since > lastDone &&
      // A text for developers does not show the user how to go on.
      !texts.some((text) => text.at >= since && !linesOf(text).some(isRawText)),
  )
}

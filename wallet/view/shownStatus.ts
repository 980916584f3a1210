/** Reads the status of a call as its row says it. */
import { traitsOf } from '../../src/internalsWithoutDom'
import { OPENS } from '../methods/methodTable'
import type { LogEntry, LogStep } from '../shared/log'
import {
  type CallStatus,
  errorText,
  failureDetail,
  type Status,
  statusOf,
  withoutThrown,
} from '../shared/logStatus'
import type { Words } from './texts/words'

/**
 * `never`: nothing is waited for, since native does not answer. `registered`: a callback that upsdk runs if it comes to
 * that, `ran`: it did. `sent`: a kit resolves such a call once it is sent, and nobody hears what native did.
 */
export type ShownStatus = Status | 'never' | 'sent' | 'registered' | 'ran'

/**
 * Reads the status of a call in words. “Waiting” is said only of what may still be answered: a method that never
 * answers, a call that the developer left without an answer, one that a later call replaced, and one of a document that
 * the page has left are none of that.
 */
export function shownStatus(
  entry: LogEntry,
  words: Words,
): Omit<CallStatus, 'status'> & {
  readonly status: ShownStatus
  /** The status in words, without the detail of a failure. */
  readonly name: string
  readonly shown: string
  /** What a callback threw that was told the outcome; '' if nothing. */
  readonly thrown: string
} {
  const thrown = thrownIn(entry)
  const { status: known, ...failure } = statusOf(thrown ? withoutThrown(entry) : entry)
  const isSilent = known === 'open' && entry.chosen?.outcome === 'silent'
  const isNever = neverTells(entry) || isSilent
  const isLost = known === 'open' && entry.isLeft
  const status = isNever
    ? 'never'
    : isOnlySent(entry)
      ? hasReachedNobody(entry)
        ? 'none'
        : 'sent'
      : (ofRegistration(entry, known) ?? (isLost ? 'none' : known))
  // It ran, and what failed is the page's own code.
  const name = hasThrownInside(entry) ? words.steps.threwInKit : words.status[status]
  return {
    ...failure,
    status,
    name,
    shown: [name, failureDetail(failure)].filter(Boolean).join(' '),
    thrown,
  }
}

/** Did the callback throw whose only run is what the call is for? */
const hasThrownInside = ({ method, threw, threwInKit }: LogEntry): boolean =>
  OPENS.test(method) && (!!threwInKit || threw?.by === 'callback')

/** Reads what a callback threw that was told how its call ended: the call ended so all the same. */
function thrownIn({ method, threw, threwInKit, told, answered, settled }: LogEntry): string {
  const thrown = threwInKit || (threw?.by === 'callback' ? threw : undefined)
  return thrown && !OPENS.test(method) && (told || answered || settled) ? errorText(thrown.error) : ''
}

/** A callback of `error` or `ready` waits for nothing that has to come: the next refusal, or the next accepted config. */
function ofRegistration({ method, told }: LogEntry, status: Status): ShownStatus | undefined {
  if (status === 'failure' || !/^(error|ready)$/.test(method)) return undefined
  return told ? 'ran' : 'registered'
}

/** Does upsdk tell the page nothing of the call, whatever native answers (H11)? */
const neverTells = ({ method, reached, told, settled, threw }: LogEntry): boolean =>
  !!reached && !told && !settled && !threw && traitsOf(method).settles === 'never'

/** Does the kit tell of it only as it ends? A `pluginReady` of the kit that waited in vain began to wait earlier. */
export const isToldAtItsEnd = ({ method, reached, settled }: LogEntry): boolean =>
  method === 'pluginReady' && !reached && !!settled

/** Did a kit end the call as a success, although upsdk tells nothing of it, or had told nothing yet? */
export function isOnlySent({ method, reached, answered, settled }: LogEntry): boolean {
  if (settled?.outcome !== 'success') return false
  const { settles } = traitsOf(method)
  const isUnanswered = !!reached && (!answered || answered.at > settled.at)
  return settles === 'never' || (settles === 'silent' && isUnanswered)
}

/** Names the kit before a step of it, unless the step's own name has it. */
export const byKit = ({ from, type }: LogStep): string =>
  from === 'kit' && type !== 'sent' ? 'upsdk-kit' : ''

/** Names a step. What a kit hears may be upsdk.js alone, without native. */
export function stepName(step: LogStep, { steps }: Words): string {
  if (step.from === 'kit' && step.type === 'answered') return steps.heard
  if (step.from === 'upsdk' && step.type === 'threw' && step.by === 'callback') return steps.threwInKit
  return steps[step.type as keyof Words['steps']] || step.type
}

/** Did upsdk keep a call back of which a kit says no more than that it was sent, as after a refused `config`? */
export const hasReachedNobody = ({ called, reached, settled }: LogEntry): boolean =>
  !!settled && !!called && !reached

/** Gets the steps of a call without an answer of native that nobody can hear. */
export const heardSteps = (entry: LogEntry): readonly LogStep[] =>
  entry.told || traitsOf(entry.method).settles !== 'never'
    ? entry.steps
    : entry.steps.filter(({ type }) => type !== 'answered')

/** Did a call fail, or get no answer where one is due? */
export const hasFailed = (entry: LogEntry, words: Words): boolean =>
  /^(failure|none)$/.test(shownStatus(entry, words).status)

/** From this time on a `pluginReady` is late, in ms. A real wallet takes some 300. */
export const LATE = 1000

/** Did a `pluginReady` run in time? Every page calls it, so that it is worth no row. */
export function isReadyInTime({ method, at, told, answered }: LogEntry): boolean {
  const end = told || answered
  return method === 'pluginReady' && !!end && end.at - at <= LATE
}

/** Names who made a call; '' for raw upsdk's caller, who may be the page or a kit that tells nothing. */
export function callerText(entry: LogEntry, words: Words): string {
  const { fromKit, fromBridge, fromUpsdk, waitOfKit } = words
  if (isToldAtItsEnd(entry)) return waitOfKit
  return { page: '', kit: fromKit, bridge: fromBridge, upsdk: fromUpsdk }[entry.by]
}

/** Names what the developer chose for a call; '' if nothing was asked. */
export function choiceText({ method, chosen }: LogEntry, words: Words): string {
  if (!chosen) return ''
  const { outcome } = chosen
  const named = words.outcomes[outcome as keyof Words['outcomes']]
  return `${words.chose}${named || [outcome, words.codeOf(method, outcome)].filter(Boolean).join(' ')}`
}

/** From this duration on, it is shown in seconds. In ms. */
const A_SECOND = 1000

/** Says how long a call took until the page was told, or until native answered; '' while it is open or if it took none. */
export function durationText(entry: LogEntry): string {
  const end = entry.settled || entry.told || (!neverTells(entry) && entry.answered)
  if (!end || isToldAtItsEnd(entry)) return ''
  const took = Math.round(end.at - entry.at)
  if (took <= 0) return ''
  return took < A_SECOND ? `${took} ms` : `${(took / 1000).toFixed(1)} s`
}

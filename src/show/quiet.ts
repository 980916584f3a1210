import { stateOf, type UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import { runSafely } from '../lib/run'
import { hasUserActed } from '../lib/userActivation'
import type { UpsdkWindow } from '../lib/window'
import type { QuietReason } from '../types/inspector'
import type { Presenters } from './dialogs'
import type { Occasion } from './show'

/** When a reason counts: as soon as the call has failed, or once the page had its turn. */
export type Moment = 'failed' | 'turn'

/** The state of the kit that the reasons depend on. */
export interface ShowState {
  readonly window: UpsdkWindow | undefined
  readonly presenters: Presenters
  readonly options: { notify?: boolean | ((error: UpsdkError) => boolean | void) }
  isClosed(): boolean
  /** Has the page begun to leave its document? */
  isLeaving(): boolean
  /** Is the same message on screen, or does it wait for its turn? */
  isOnScreen(error: UpsdkError, occasion: Occasion): boolean
}

type Test = (error: UpsdkError, occasion: Occasion, state: ShowState) => unknown

/** The call, or the page, insists on a message. */
const isInsistent = ({ requested, options }: Occasion): boolean => !!requested || options.notify === true

const unlessInsistent =
  (test: Test): Test =>
  (error, occasion, state) =>
    !isInsistent(occasion) && test(error, occasion, state)

/** Every reason to stay quiet, in the order in which they count. */
const quietReasons: readonly (readonly [Moment, QuietReason, Test])[] = [
  ['failed', 'closed', (_error, _occasion, { isClosed }) => isClosed()],
  ['failed', 'never shown', ({ explanation }) => explanation.presentation === 'none'],
  [
    'failed',
    'notify is off',
    unlessInsistent((_error, call, { options }) => [call.options.notify, options.notify].includes(false)),
  ],
  ['failed', 'quiet method', unlessInsistent((_error, { traits }) => traits.quiet)],
  ['failed', 'fail given', unlessInsistent((_error, { callbacks }) => callbacks.fail || callbacks.cancel)],
  ['failed', 'nobody tapped', unlessInsistent(needsTap)],
  ['turn', 'closed', (_error, _occasion, { isClosed, isLeaving }) => isClosed() || isLeaving()],
  ['turn', 'prevented', isPrevented],
  // Another copy of the kit keeps its own account of its errors.
  ['turn', 'shown before', (error) => stateOf(error).presented || error.presented],
  ['turn', 'no presenter', (_error, _occasion, { presenters }) => !presenters.page && !presenters.kit],
  ['turn', 'on screen already', (error, occasion, { isOnScreen }) => isOnScreen(error, occasion)],
  // The page's own `notify` is asked last of all. It may have shown the error itself.
  ['turn', 'notify is off', unlessInsistent(isUnwanted)],
  ['turn', 'prevented', isPrevented],
]

/** @returns why a failure is not shown, as far as this moment tells */
export const whyQuiet = (
  moment: Moment,
  error: UpsdkError,
  occasion: Occasion,
  state: ShowState,
): QuietReason | undefined =>
  quietReasons.filter(([when]) => when === moment).find(([, , test]) => test(error, occasion, state))?.[1]

/** On load it would only interrupt. */
function needsTap({ reason }: UpsdkError, { traits, buttonReason }: Occasion, { window }: ShowState) {
  const acting = reasons[reason].acting || (buttonReason && reasons[buttonReason].acting)
  return acting && !(traits.interactive && hasUserActed(window))
}

function isPrevented(error: UpsdkError, { requested }: Occasion) {
  return !requested && stateOf(error).prevented
}

/** A function that fails has not asked for silence. */
function isUnwanted(error: UpsdkError, _occasion: Occasion, { options: { notify } }: ShowState) {
  let wanted: unknown
  runSafely(() => {
    wanted = typeof notify === 'function' ? notify(error) : undefined
  })
  return wanted === false
}

/** Is it about a payment that may have been made? */
export const isUnconfirmed = ({ sent }: UpsdkError, { traits, unconfirmedBefore }: Occasion): boolean =>
  (!!traits.payment && sent) || !!unconfirmedBefore

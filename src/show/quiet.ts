import type { ErrorState, UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import { runSafely } from '../lib/run'
import { hasUserActed } from '../lib/userActivation'
import type { UpsdkWindow } from '../lib/window'
import type { QuietReason } from '../types/inspector'
import type { Dialogs, Presenters } from './dialogs'
import type { Occasion } from './show'

type Notify = boolean | ((error: UpsdkError) => boolean | void) | undefined

/** The call, or the page, insists on a message. */
const isInsistent = ({ requested, options }: Occasion): boolean => !!requested || options.notify === true

/** Every reason to stay quiet as soon as a call has failed, in the order in which they count. */
export function whyQuietAtOnce(
  error: UpsdkError,
  occasion: Occasion,
  notify: Notify,
  window: UpsdkWindow,
  { isClosed }: Dialogs,
): QuietReason | undefined {
  const { traits, options, callbacks } = occasion
  if (isClosed()) return 'closed'
  if (error.explanation.presentation === 'none') return 'never shown'
  if (isInsistent(occasion)) return undefined
  if (options.notify === false || notify === false) return 'notify is off'
  if (traits.quiet) return 'quiet method'
  if (callbacks.fail || callbacks.cancel) return 'fail given'
  if (!needsTap(error, occasion)) return undefined
  return traits.interactive && hasUserActed(window) ? undefined : 'nobody tapped'
}

/** Every reason to stay quiet once the page had its turn. */
export function whyQuietAfterTurn(
  error: UpsdkError,
  state: ErrorState,
  occasion: Occasion,
  notify: Notify,
  presenters: Presenters,
  { isClosed, isLeaving }: Dialogs,
  isOnScreen: (error: UpsdkError, occasion: Occasion) => boolean,
): QuietReason | undefined {
  if (isClosed() || isLeaving()) return 'closed'
  if (isPrevented(state, occasion)) return 'prevented'
  // Another copy of the kit keeps its own account of its errors.
  if (state.presented || error.presented) return 'shown before'
  if (!presenters.page && !presenters.kit) return 'no presenter'
  if (isOnScreen(error, occasion)) return 'on screen already'
  // The page's own `notify` is asked last of all. It may have shown the error itself.
  if (!isInsistent(occasion) && isUnwanted(error, notify)) return 'notify is off'
  return isPrevented(state, occasion) ? 'prevented' : undefined
}

/** On load it would only interrupt. */
const needsTap = ({ reason }: UpsdkError, { buttonReason }: Occasion): unknown =>
  reasons[reason].acting || (buttonReason && reasons[buttonReason].acting)

const isPrevented = ({ prevented }: ErrorState, { requested }: Occasion): boolean => !requested && prevented

/** A function that fails has not asked for silence. */
function isUnwanted(error: UpsdkError, notify: Notify): boolean {
  let wanted: unknown
  runSafely(() => {
    wanted = typeof notify === 'function' ? notify(error) : undefined
  })
  return wanted === false
}

/** Is it about a payment that may have been made? */
export const isUnconfirmed = ({ sent }: UpsdkError, { traits, unconfirmedBefore }: Occasion): boolean =>
  (!!traits.payment && sent) || !!unconfirmedBefore

import { stateOf, type UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import { runSafely } from '../lib/run'
import { hasUserActed } from '../lib/userActivation'
import type { QuietReason } from '../types/inspector'
import type { Occasion, ShowParts } from './show'

/** Why a failure is not shown, as far as its call, its method and its reason say. */
export function whyQuiet(
  error: UpsdkError,
  occasion: Occasion,
  { options, window }: ShowParts,
): QuietReason | undefined {
  const { traits, callbacks, buttonReason } = occasion
  const { notify } = occasion.options
  if (error.explanation.presentation === 'none') return 'never shown'
  if (notify || occasion.asked) return undefined
  if (notify === false || options.notify === false) return 'notify is off'
  if (traits.quiet) return 'quiet method'
  if (callbacks.fail || callbacks.cancel) return 'fail given'
  const acting = reasons[error.reason].acting || (buttonReason && reasons[buttonReason].acting)
  return acting && !(traits.interactive && hasUserActed(window)) ? 'nobody tapped' : undefined
}

/** Is it about a payment that may have been made? */
export const isUnconfirmed = ({ sent }: UpsdkError, { traits, unconfirmedBefore }: Occasion): boolean =>
  (!!traits.payment && sent) || !!unconfirmedBefore

/** Did the page take over, now that it had its turn? */
export function whyPrevented(error: UpsdkError, { asked }: Occasion): QuietReason | undefined {
  if (stateOf(error).prevented && !asked) return 'prevented'
  // Another copy of the kit keeps its own account of its errors.
  return stateOf(error).presented || error.presented ? 'shown before' : undefined
}

/** What the page's `notify` says, which is asked last of all. A function that fails has not asked for silence. */
export function whyUnwanted(
  error: UpsdkError,
  { asked, options: own }: Occasion,
  { notify }: ShowParts['options'],
): QuietReason | undefined {
  if (typeof notify !== 'function' || own.notify || asked) return undefined
  let wanted: unknown
  runSafely(() => {
    wanted = notify(error)
  })
  if (wanted === false) return 'notify is off'
  // It may have shown the error itself.
  return stateOf(error).prevented ? 'prevented' : undefined
}

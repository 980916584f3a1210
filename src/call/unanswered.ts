import type { UpsdkError } from '../failure/error'
import { sharedOf } from '../lib/shared'
import type { FailedCall } from '../types/failedCall'
import type { Trouble } from '../types/trouble'
import type { UpsdkWindow } from '../types/window'
import type { Hold } from './hold'

/** Shows a dialog, which closes when the promise resolves. */
export type ShowNotice = (givenUp: Promise<void>) => void

/** A payment that native has. */
interface SentPayment extends FailedCall {
  readonly context: {
    readonly window: UpsdkWindow
    explain(trouble: Trouble, call: FailedCall): UpsdkError
    readonly show: { notice(error: UpsdkError, call: FailedCall): ShowNotice | undefined }
  }
  readonly hold: Hold
  closeNotice?(): void
  atEnd(run: () => void): void
}

/**
 * Lets the next payment of the window, of any kit, show that this one has no answer. Otherwise a user who comes back from
 * a cashier that never answers would pay again without a word.
 */
export function offerNotice(call: SentPayment): void {
  const { explain, show, window } = call.context
  const shared = sharedOf(window)
  const find = () => {
    if (call.hold.record.left()) return undefined
    const showNotice = show.notice(explain({ reason: 'timeout' }, call), call)
    return (
      showNotice &&
      ((isPrevented: boolean) => {
        // It has been shown for another payment, or the call has settled.
        if (shared.unanswered !== find) return
        end()
        if (isPrevented) return
        const givenUp = new Promise<void>((resolve) => {
          call.closeNotice = resolve
        })
        showNotice(givenUp)
      })
    )
  }
  const end = () => {
    if (shared.unanswered === find) shared.unanswered = undefined
  }
  shared.unanswered = find
  call.atEnd(end)
}

import type { UpsdkErrorFields } from './error'
import type { Upsdk } from './upsdk'

/** Texts of a dialog. */
export interface DialogRequest {
  title?: string | undefined
  message: string
  /** An element under the message: a QR code, a camera. Only asked of the kit's own presenter. */
  content?: HTMLElement | undefined
  /** The label of the button that confirms, or closes; '' for none, where there is `content`. */
  confirm: string
  /** The label of a second button; without it there is one. */
  cancel?: string | undefined
  /** The language of all its texts, as a BCP 47 tag. */
  lang: string
  /** Resolves when nobody waits for the answer any more (another route, `destroy`): close the dialog. */
  givenUp?: Promise<void> | undefined
  /** It is about a payment that may have been made: it must not close by itself when the page changes its route. */
  unconfirmed?: boolean | undefined
}

/** How a toast is shown. */
export interface ToastOptions {
  /** The language of the text, as a BCP 47 tag. */
  lang: string
  /** ms on screen. */
  duration?: number | undefined
  /** The failure that it says, where it says one. */
  error?: UpsdkErrorFields | undefined
  /** The kit that shows it; none for `openInWallet`, which has none. */
  upsdk?: Upsdk | undefined
  /**
   * The wallet has answered a call on this page with a success, and `error` does not say that it cannot be reached: its
   * own toast can be trusted.
   */
  walletAnswers?: true | undefined
}

/**
 * How messages come to the screen: the port behind which a page puts its own UI. What it throws or rejects
 * with is caught, and the kit's own UI is used.
 */
export interface Presenter {
  /** Shows a short text that goes by itself. What it rejects leaves it to the kit's own UI. */
  toast(message: string, options: ToastOptions): void | Promise<void>
  /**
   * Shows a dialog. Resolves to true when the user confirms, to false when they cancel, and to undefined if it went
   * without an answer: one about an unconfirmed payment is then asked again.
   */
  dialog(request: DialogRequest): Promise<boolean | undefined>
  /**
   * Is its own toast, or dialog, on screen? Asked of a dialog that has no answer after 30 s. If it is, the next dialog
   * goes on waiting.
   *
   * @default not asked: the next dialog comes to the screen after 30 s
   */
  isOnScreen?(kind: 'toast' | 'dialog'): boolean
  /** Takes away what is on screen; called by `upsdk.destroy()`. */
  destroy?(): void
}

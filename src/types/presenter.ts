import type { UpsdkErrorFields } from './error'
import type { Upsdk } from './upsdk'

/** Texts of a dialog. */
export interface DialogRequest {
  title?: string | undefined
  /** The text below the title, or the whole message if there is no title. */
  message: string
  /** The whole message of a failure as one sentence, for a UI without titles. */
  sentence?: string | undefined
  /** An element below the message: a QR code or a camera. Only the kit's own presenter gets one. */
  content?: HTMLElement | undefined
  /** The label of the button that confirms or closes; '' for no button, only with `content`. */
  confirm: string
  /** The label of a second button. @default there is only one button */
  cancel?: string | undefined
  /** Whether neither button is the main one, such as copying a link beside a QR code. */
  quiet?: boolean | undefined
  /** The language of all its texts, as a BCP 47 tag. */
  lang: string
  /**
   * Resolves when the answer is no longer needed (another route, `destroy`, the late answer of a payment). Close the
   * dialog then.
   */
  givenUp?: Promise<void> | undefined
  /**
   * Whether it is about a payment that may have been made. Such a dialog must not close by itself when the page changes
   * its route.
   */
  unconfirmed?: boolean | undefined
}

/** How a toast is shown. */
export interface ToastOptions {
  /** The language of the text, as a BCP 47 tag. */
  lang: string
  /** ms on screen. */
  duration?: number | undefined
  /** The failure that the toast is about, if any. */
  error?: UpsdkErrorFields | undefined
  /** The kit that shows it; undefined for `openInWallet`. */
  upsdk?: Upsdk | undefined
  /**
   * Set if the wallet's own toast can be trusted: a call on this page has succeeded, and `error` does not mean that the
   * wallet cannot be reached.
   */
  walletAnswers?: true | undefined
}

/**
 * Shows messages on screen. A page may provide its own. If a function throws or rejects, the kit's own UI shows the
 * message.
 */
export interface Presenter {
  /** Shows a short text that disappears by itself. */
  toast(message: string, options: ToastOptions): void | Promise<void>
  /**
   * Shows a dialog. Resolves to true if the user confirms, to false if they cancel, and to undefined if it disappeared
   * without an answer. A dialog about an unconfirmed payment is then shown again.
   */
  dialog(request: DialogRequest): Promise<boolean | undefined>
  /**
   * Is its own toast or dialog on screen? The kit asks if a dialog has no answer after 30 s. If it is on screen, the
   * next dialog keeps waiting.
   *
   * @default the next dialog is shown after 30 s
   */
  isOnScreen?(kind: 'toast' | 'dialog'): boolean
  /** Removes everything from the screen. `upsdk.destroy()` calls it. */
  destroy?(): void
}

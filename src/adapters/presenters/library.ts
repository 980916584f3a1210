import type { DialogRequest, Presenter } from '../../types/presenter'
import { onceOnScreen, whileOnScreen } from './onScreen'

/** The functions of a UI library that `libraryPresenter` uses. */
export interface LibraryFunctions {
  /**
   * Shows a toast.
   *
   * @param options.duration ms
   */
  toast(text: string, options: { duration?: number }): unknown
  /**
   * Shows a dialog. Without `cancel`, it has one button.
   *
   * @returns whether the user pressed the confirming button
   */
  dialog(request: Pick<DialogRequest, 'title' | 'message' | 'confirm' | 'cancel'>): Promise<boolean>
  /**
   * Is the library's toast or dialog on screen? It is asked up to four times in about 0.6 s, each time after a frame.
   * If the answer stays no, the kit's own UI shows the message. A dialog that disappears later without an answer counts
   * as cancelled, but one about an unconfirmed payment is shown again.
   *
   * @default the library is trusted
   */
  isOnScreen?(kind: 'toast' | 'dialog'): boolean
  /**
   * Closes the library's dialog when its answer is no longer needed (another route, `destroy`).
   *
   * @default the dialog stays until the user closes it
   */
  close?(): void
}

/**
 * Shows messages in the toasts and dialogs of any UI library, such as NutUI, Varlet, TDesign or Taro. If a function
 * throws or rejects, the kit's own UI shows the message. For a library that renders texts as HTML, such as NutUI,
 * escape `&` and `<`.
 *
 * @example
 * const asText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
 * createUpsdk({
 *   presenter: libraryPresenter({
 *     toast: (text, { duration }) => showToast.text(asText(text), { duration }),
 *     dialog: ({ title, message, confirm, cancel }) =>
 *       new Promise((resolve) =>
 *         showDialog({
 *           title,
 *           content: asText(message),
 *           okText: confirm,
 *           cancelText: cancel,
 *           noCancelBtn: !cancel,
 *           onOk: () => resolve(true),
 *           onCancel: () => resolve(false),
 *         }),
 *       ),
 *   }),
 * })
 */
export const libraryPresenter = ({ toast, dialog, isOnScreen, close }: LibraryFunctions): Presenter => ({
  async toast(message, { duration }) {
    await Promise.all([toast(message, { duration }), isOnScreen && onceOnScreen(() => isOnScreen('toast'))])
  },
  dialog(request) {
    const { title, message, confirm, cancel } = request
    const answer = Promise.resolve(dialog({ title, message, confirm, cancel })).then(Boolean)
    return whileOnScreen(
      request,
      answer,
      () => !isOnScreen || isOnScreen('dialog'),
      (isThere) => isThere && close?.(),
    )
  },
  isOnScreen,
})

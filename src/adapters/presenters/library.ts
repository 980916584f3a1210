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
   * Shows a dialog: with one button where there is no `cancel`.
   *
   * @returns did the user press the button that confirms?
   */
  dialog(request: Pick<DialogRequest, 'title' | 'message' | 'confirm' | 'cancel'>): Promise<boolean>
  /**
   * Is the library's toast, or its dialog, on screen? Asked until it is, four times in about 0.6 s, each after a frame;
   * if it is not by then, the kit's own UI shows the message. A dialog that is gone later without an answer counts as
   * cancelled; one about an unconfirmed payment is shown again.
   *
   * @default not asked: the library is trusted
   */
  isOnScreen?(kind: 'toast' | 'dialog'): boolean
  /**
   * Closes the library's dialog: nobody waits for its answer any more (another route, `destroy`).
   *
   * @default the dialog stays until the user closes it
   */
  close?(): void
}

/**
 * Toasts and dialogs of any UI library: NutUI, Varlet, TDesign, Taro. What its functions throw, or reject with, leaves
 * the message to the kit's own UI. A library that shows texts as HTML, as NutUI does, needs `&` and `<` escaped.
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

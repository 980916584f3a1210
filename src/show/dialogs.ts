import type { Timers } from '../lib/heartbeat'
import { askPage, noop, runSafely } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { listen } from '../lib/window'
import type { DialogRequest, Presenter, ToastOptions } from '../types/presenter'
import type { UpsdkWindow } from '../types/window'

/** The page's presenter, and the kit's own for when the page has none or it fails. */
export interface Presenters {
  page?: Presenter
  kit?(): Presenter
}

/** The dialogs of one kit. Each waits for the others, including those of other kits in the window. */
export interface Dialogs {
  /**
   * Asks the user. It never rejects: the answer is false if nothing can show the dialog, or if the page is left. A
   * dialog about an unconfirmed payment stays on the page's next route, and is shown again when the page comes back. If
   * nothing else can show it, `alert` does.
   *
   * @param onShow runs each time that the dialog is shown
   */
  ask(request: DialogRequest, onShow?: () => void): Promise<boolean>
  /** Is a dialog with this message on screen, or waiting for its turn? */
  isOpen(message: string): boolean
  isClosed(): boolean
  /** Has the page begun to leave its document? */
  isLeaving(): boolean
}

/** How long the page's presenter may take to answer before the next dialog is shown, in ms of visible time. */
const PRESENTER_ANSWERS_IN = 30_000
/** The pause until a dialog without an answer is shown again, in ms: a presenter may end each at once. */
const ASKED_AGAIN_AFTER = 1000

interface OpenDialog {
  request: DialogRequest
  /** Shows the dialog. The queue holds this function for it. */
  begin(): void
  /** Ends the dialog. It does nothing if the dialog has ended. */
  end(confirmed: boolean): void
}

/** @param onEnd keeps functions that end all dialogs and remove listeners */
export function createDialogs(
  window: UpsdkWindow,
  heartbeat: Timers,
  presenters: Presenters,
  onEnd: (end: () => void) => void,
): Dialogs {
  const openDialogs = new Set<OpenDialog>()
  /** Dialogs to be shown again when the page comes back from the back-forward cache. */
  const showAgain: (() => void)[] = []
  let closed = false
  let leaving = false

  const queue = sharedOf(window).dialogs
  /** Ends dialogs, the newest first, so that ending one shows no other that ends too. */
  const endAll = (mustEnd: (dialog: OpenDialog) => boolean) => {
    for (const dialog of [...openDialogs].reverse()) if (mustEnd(dialog)) dialog.end(false)
  }
  function onPageEvent({ type }: Event): void {
    if (type === 'pagehide') leaving = true
    if (type !== 'pageshow') return endAll((dialog) => leaving || !dialog.request.unconfirmed)
    leaving = false
    for (const show of showAgain.splice(0)) show()
  }

  // Listens from the start, since a page may begin to leave before anything has failed.
  for (const type of ['popstate', 'hashchange', 'pagehide', 'pageshow'])
    onEnd(listen(window, type, onPageEvent))
  onEnd(() => {
    closed = true
    endAll(() => true)
  })

  /** Removes a dialog from the queue, and shows the next one. On a page that is being left, that would flash. */
  function leaveQueue({ begin }: OpenDialog): void {
    const place = queue.indexOf(begin)
    if (place < 0) return
    queue.splice(place, 1)
    const [next] = queue
    if (!place && !leaving && next) next()
  }

  function ask(request: DialogRequest, onShow: () => void = noop): Promise<boolean> {
    const { unconfirmed } = request
    const { page } = presenters
    return new Promise((resolve) => {
      if (closed || leaving) return resolve(false)
      let giveUp = noop
      let stopWaiting: () => void = noop
      let wasAskedAgain = false
      const givenUp = new Promise<void>((end) => {
        giveUp = end
      })
      const dialog: OpenDialog = {
        request,
        begin() {
          onShow()
          present().then(onAnswer, showByAlert)
        },
        end(confirmed) {
          if (!openDialogs.delete(dialog)) return
          giveUp()
          stopWaiting()
          leaveQueue(dialog)
          if (leaving && unconfirmed) showAgain.unshift(() => resolve(ask(request, onShow)))
          else resolve(confirmed)
        },
      }
      const enterQueue = () => {
        if (queue.push(dialog.begin) === 1) dialog.begin()
      }

      /** Shows it by the page's presenter, or by the kit's if that is missing or fails. Rejects if neither can. */
      async function present(): Promise<boolean | undefined> {
        const shown = { ...request, givenUp }
        try {
          // The page's presenter has no place for a picture.
          if (page && !request.content) {
            waitForAnswer(page)
            return await page.dialog(shown)
          }
        } catch {
          // The kit's presenter shows it instead.
          stopWaiting()
        }
        const { kit } = presenters
        return kit && openDialogs.has(dialog) ? kit().dialog(shown) : Promise.reject()
      }
      function waitForAnswer(presenter: Presenter): void {
        stopWaiting = heartbeat.after(PRESENTER_ANSWERS_IN, () => {
          const isShown = askPage(() => presenter.isOnScreen?.('dialog'))
          if (isShown) waitForAnswer(presenter)
          else if (isShown === false) onAnswer()
          else leaveQueue(dialog)
        })
      }
      /** Shows a message about an unconfirmed payment if neither presenter can. */
      function showByAlert(): void {
        if (unconfirmed && openDialogs.has(dialog))
          runSafely(() => (window as Partial<Window>).alert?.(request.sentence))
        dialog.end(false)
      }
      /** @param confirmed undefined if the dialog has gone without an answer */
      function onAnswer(confirmed?: boolean): void {
        const isDone = confirmed !== undefined || !unconfirmed || (wasAskedAgain && !page?.isOnScreen)
        if (isDone || !openDialogs.has(dialog)) return dialog.end(!!confirmed)
        wasAskedAgain = true
        stopWaiting()
        leaveQueue(dialog)
        stopWaiting = heartbeat.after(ASKED_AGAIN_AFTER, enterQueue)
      }

      openDialogs.add(dialog)
      request.givenUp?.then(() => dialog.end(false))
      enterQueue()
    })
  }

  return {
    ask,
    isOpen: (message) =>
      [...openDialogs].some(
        ({ request: { sentence, title }, begin }) =>
          (sentence === message || title === message) && queue.includes(begin),
      ),
    isClosed: () => closed,
    isLeaving: () => leaving,
  }
}

/** Shows a text, by the kit's toast if the page's throws or rejects. The page's error reporting gets the kit's errors. */
export function presentToast(text: string, options: ToastOptions, presenters: Presenters): void {
  const { page } = presenters
  const useKit = () => runSafely(() => presenters.kit?.().toast(text, options))
  if (!page) return useKit()
  new Promise((resolve) => resolve(page.toast(text, options))).catch(useKit)
}

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

/** The dialogs of one kit: they wait for each other, and for those of all other kits in the window. */
export interface Dialogs {
  /**
   * Asks the user. Never rejects: false where nobody can be asked, and where the page goes elsewhere. An unconfirmed
   * payment is true on the page's next route too, and when the page comes back. If nothing can show it, `alert` does.
   *
   * @param onShow runs each time it comes to the screen
   */
  ask(request: DialogRequest, onShow?: () => void): Promise<boolean>
  /** Is one that says so on screen, or waits for its turn? */
  isOpen(message: string): boolean
  isClosed(): boolean
  /** Has the page begun to leave its document? */
  isLeaving(): boolean
}

/** ms of visible time in which a presenter of the page's has to answer before the next dialog may come to the screen. */
const PRESENTER_ANSWERS_IN = 30_000
/** ms until what went without an answer is asked again. A presenter that ends each dialog at once then blocks nothing. */
const ASKED_AGAIN_AFTER = 1000

interface OpenDialog {
  request: DialogRequest
  /** Brings it to the screen; in the queue it stands for the dialog. */
  begin(): void
  /** Nothing, where it has ended already. */
  end(confirmed: boolean): void
}

/** @param onEnd keeps what gives up all of them, also those to come */
export function createDialogs(
  window: UpsdkWindow,
  heartbeat: Timers,
  presenters: Presenters,
  onEnd: (end: () => void) => void,
): Dialogs {
  const openDialogs = new Set<OpenDialog>()
  /** Dialogs to be shown again when the page comes back from the back-forward cache. */
  const comeAgain: (() => void)[] = []
  let closed = false
  let leaving = false

  const queue = sharedOf(window).dialogs
  /** The newest first, so that none comes to the screen on the way. */
  const endAll = (isMeant: (dialog: OpenDialog) => boolean) => {
    for (const dialog of [...openDialogs].reverse()) if (isMeant(dialog)) dialog.end(false)
  }
  function onPageEvent({ type }: Event): void {
    if (type === 'pagehide') leaving = true
    if (type !== 'pageshow') return endAll((dialog) => leaving || !dialog.request.unconfirmed)
    leaving = false
    for (const show of comeAgain.splice(0)) show()
  }

  // From the start: a page may begin to leave before anything has failed.
  for (const type of ['popstate', 'hashchange', 'pagehide', 'pageshow'])
    onEnd(listen(window, type, onPageEvent))
  onEnd(() => {
    closed = true
    endAll(() => true)
  })

  /** Lets the next one come to the screen. */
  function leaveQueue({ begin }: OpenDialog): void {
    const place = queue.indexOf(begin)
    if (place < 0) return
    queue.splice(place, 1)
    if (!place) queue[0]?.()
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
          present().then(onAnswer, sayByAlert)
        },
        end(confirmed) {
          if (!openDialogs.delete(dialog)) return
          giveUp()
          stopWaiting()
          leaveQueue(dialog)
          if (leaving && unconfirmed) comeAgain.unshift(() => resolve(ask(request, onShow)))
          else resolve(confirmed)
        },
      }
      const enterQueue = () => {
        if (queue.push(dialog.begin) === 1) dialog.begin()
      }

      /** Shows it by the page's presenter, or by the kit's if there is none or it fails. Rejects where neither can. */
      async function present(): Promise<boolean | undefined> {
        const shown = { ...request, givenUp }
        try {
          // A page's own has no place for a picture.
          if (page && !request.content) {
            waitForAnswer(page)
            return await page.dialog(shown)
          }
        } catch {
          // The user still gets to know.
          stopWaiting()
        }
        const { kit } = presenters
        return kit && openDialogs.has(dialog) ? kit().dialog(shown) : Promise.reject()
      }
      function waitForAnswer(presenter: Presenter): void {
        stopWaiting = heartbeat.after(PRESENTER_ANSWERS_IN, () => {
          const isThere = askPage(() => presenter.isOnScreen?.('dialog'))
          if (isThere) waitForAnswer(presenter)
          else if (isThere === false) onAnswer()
          else leaveQueue(dialog)
        })
      }
      /** Where neither the page's UI nor the kit's can show it, what is said of money is still said. */
      function sayByAlert(): void {
        if (unconfirmed && openDialogs.has(dialog))
          runSafely(() => (window as Partial<Window>).alert?.(request.message))
        dialog.end(false)
      }
      /** @param confirmed undefined: it went without an answer */
      function onAnswer(confirmed?: boolean): void {
        const isDone = confirmed !== undefined || !unconfirmed || (wasAskedAgain && !page?.isOnScreen)
        if (isDone || !openDialogs.has(dialog)) return dialog.end(!!confirmed)
        wasAskedAgain = true
        stopWaiting()
        leaveQueue(dialog)
        stopWaiting = heartbeat.after(ASKED_AGAIN_AFTER, enterQueue)
      }

      openDialogs.add(dialog)
      enterQueue()
    })
  }

  return {
    ask,
    isOpen: (message) =>
      [...openDialogs].some(({ request, begin }) => request.message === message && queue.indexOf(begin) >= 0),
    isClosed: () => closed,
    isLeaving: () => leaving,
  }
}

/** Shows a text. The page's toast may throw, or be async and reject. What the kit's throws, only the page hears of. */
export function presentToast(text: string, options: ToastOptions, presenters: Presenters): void {
  const { page } = presenters
  const useKit = () => runSafely(() => presenters.kit?.().toast(text, options))
  if (!page) return useKit()
  new Promise((resolve) => resolve(page.toast(text, options))).catch(useKit)
}

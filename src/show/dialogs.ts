import type { Heartbeat } from '../lib/heartbeat'
import { noop, runSafely } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { listOfSet } from '../lib/values'
import { listen, type UpsdkWindow } from '../lib/window'
import type { DialogRequest, Presenter, ToastOptions } from '../types/presenter'

/** The page's presenter, and the kit's own for when the page has none or it fails. */
export interface Presenters {
  page?: Presenter
  kit?(): Presenter
}

export interface AskOptions {
  /** Runs each time it comes to the screen. */
  onShow?(): void
  /**
   * It says that a payment is unconfirmed, which is true on the page's next route too, and when the page comes back.
   * Where nothing can show it, it is said by `alert`.
   */
  isUnconfirmed?: boolean
}

/** The dialogs of one kit: they wait for each other, and for those of all other kits in the window. */
export interface Dialogs {
  /** Asks the user. Never rejects: false where nobody can be asked, and where the page goes elsewhere. */
  ask(request: DialogRequest, options?: AskOptions): Promise<boolean>
  /** Is one that says so on screen, or waits for its turn? */
  isOpen(message: string): boolean
  isClosed(): boolean
  /** Has the page begun to leave its document? */
  isLeaving(): boolean
}

/** ms of visible time in which a presenter of the page's has to answer before the next dialog may come to the screen. */
const PRESENTER_ANSWERS_IN = 30_000

interface OpenDialog {
  request: DialogRequest
  isUnconfirmed?: boolean
  /** Brings it to the screen; in the queue it stands for the dialog. */
  begin(): void
  /** Nothing, where it has ended already. */
  end(confirmed: boolean): void
}

/** @param onEnd keeps what gives up all of them, also those to come */
export function createDialogs(
  window: UpsdkWindow,
  heartbeat: Heartbeat,
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
    for (const dialog of listOfSet(openDialogs).reverse()) if (isMeant(dialog)) dialog.end(false)
  }
  function onPageEvent({ type }: Event): void {
    if (type === 'pagehide') leaving = true
    if (type !== 'pageshow') return endAll((dialog) => leaving || !dialog.isUnconfirmed)
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

  /** Where neither the page's UI nor the kit's can show it, what is said of money is still said. */
  function sayByAlert(dialog: OpenDialog): false {
    if (dialog.isUnconfirmed && openDialogs.has(dialog))
      runSafely(() => (window as Partial<Window>).alert?.(dialog.request.message))
    return false
  }

  function ask(request: DialogRequest, options: AskOptions = {}): Promise<boolean> {
    const { onShow = noop, isUnconfirmed } = options
    return new Promise((resolve) => {
      if (closed || leaving) return resolve(false)
      let giveUp = noop
      let stopWaiting: () => void = noop
      const givenUp = new Promise<void>((end) => {
        giveUp = end
      })
      const dialog: OpenDialog = {
        request,
        isUnconfirmed,
        begin() {
          onShow()
          if (presenters.page) stopWaiting = heartbeat.after(PRESENTER_ANSWERS_IN, () => leaveQueue(dialog))
          present({ ...request, givenUp }, presenters)
            .catch(() => sayByAlert(dialog))
            .then(dialog.end)
        },
        end(confirmed) {
          if (!openDialogs.delete(dialog)) return
          giveUp()
          stopWaiting()
          leaveQueue(dialog)
          if (leaving && isUnconfirmed) comeAgain.unshift(() => resolve(ask(request, options)))
          else resolve(confirmed)
        },
      }
      openDialogs.add(dialog)
      if (queue.push(dialog.begin) === 1) dialog.begin()
    })
  }

  return {
    ask,
    isOpen: (message) =>
      listOfSet(openDialogs).some(
        ({ request, begin }) => request.message === message && queue.indexOf(begin) >= 0,
      ),
    isClosed: () => closed,
    isLeaving: () => leaving,
  }
}

/** Shows a dialog of the page's, or of the kit's where the page has none or it fails. Rejects where neither can. */
async function present(request: DialogRequest, { page, kit }: Presenters): Promise<boolean> {
  try {
    // A page's own has no place for a picture.
    if (page && !request.content) return await page.dialog(request)
  } catch {
    // The user still gets to know.
  }
  return kit ? kit().dialog(request) : Promise.reject()
}

/** Shows a text. The page's toast may throw, or be async and reject. What the kit's throws, only the page hears of. */
export function presentToast(text: string, options: ToastOptions, { page, kit }: Presenters): void {
  const useKit = () => runSafely(() => kit?.().toast(text, options))
  if (!page) return useKit()
  new Promise((resolve) => resolve(page.toast(text, options))).catch(useKit)
}

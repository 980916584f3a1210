import type { Heartbeat } from '../lib/heartbeat'
import { noop } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { listOfSet } from '../lib/values'
import type { UpsdkWindow } from '../lib/window'
import type { DialogRequest, Presenter, ToastOptions } from '../ports/presenter'

/** The page's presenter, and the kit's own for when the page has none or it fails. */
export interface Presenters {
  page?: Presenter
  kit?(): Presenter
}

export interface AskOptions {
  /** Runs when it comes to the screen. */
  onBegin?(): void
  /** Runs when the next one has its turn; perhaps twice. */
  onTurnOver?(): void
  /** It stays true on the page's next route. */
  staysOnRoute?: boolean
}

/** The dialogs of one kit: they wait for each other, and for those of all other kits in the window. */
export interface Dialogs {
  /** Asks the user. Never rejects: false where nobody can be asked, and where the page goes elsewhere. */
  ask(request: DialogRequest, options?: AskOptions): Promise<boolean>
  /** Has the page begun to leave its document? */
  isLeaving(): boolean
  /** Gives up all of them, also those to come. */
  close(): void
}

/** ms of visible time in which a presenter of the page's has to answer before the next dialog has its turn. */
const PRESENTER_ANSWERS_IN = 30_000

interface Turn {
  staysOnRoute?: boolean
  /** Nothing, where it has ended already. */
  end(confirmed: boolean): void
}

export function createDialogs(
  window: UpsdkWindow | undefined,
  heartbeat: Heartbeat,
  presenters: Presenters,
): Dialogs {
  const turns = new Set<Turn>()
  let closed = false
  let leaving = false

  const line = () => sharedOf(window).dialogs
  /** The newest first, so that none comes to the screen on the way. */
  const endAll = (isMeant: (turn: Turn) => boolean) => {
    for (const turn of listOfSet(turns).reverse()) if (isMeant(turn)) turn.end(false)
  }
  const onRoute = () => endAll((turn) => !turn.staysOnRoute)
  const onPageHide = () => {
    leaving = true
    endAll(() => true)
  }
  const onPageShow = () => {
    leaving = false
  }
  const listeners: readonly (readonly [string, () => void])[] = [
    ['popstate', onRoute],
    ['hashchange', onRoute],
    ['pagehide', onPageHide],
    ['pageshow', onPageShow],
  ]

  // From the start: a page may begin to leave before anything has failed.
  if (window) for (const [name, listener] of listeners) window.addEventListener(name, listener)

  /** Lets the next one come to the screen. */
  function leaveLine(begin: () => void, onTurnOver: () => void): void {
    onTurnOver()
    const waiting = line()
    const place = waiting.indexOf(begin)
    if (place < 0) return
    waiting.splice(place, 1)
    if (!place) waiting[0]?.()
  }

  function ask(request: DialogRequest, options: AskOptions = {}): Promise<boolean> {
    const { onBegin = noop, onTurnOver = noop, staysOnRoute } = options
    return new Promise((resolve) => {
      if (closed || leaving) return resolve(false)
      let giveUp = noop
      const givenUp = new Promise<void>((end) => {
        giveUp = end
      })
      const turn: Turn = {
        staysOnRoute,
        end(confirmed) {
          if (!turns.delete(turn)) return
          giveUp()
          stopWaiting()
          leaveLine(begin, onTurnOver)
          resolve(confirmed)
        },
      }
      let stopWaiting: () => void = noop
      const begin = () => {
        onBegin()
        if (presenters.page)
          stopWaiting = heartbeat.after(PRESENTER_ANSWERS_IN, () => leaveLine(begin, onTurnOver))
        present({ ...request, givenUp }, presenters).then(turn.end)
      }
      turns.add(turn)
      const waiting = line()
      if (waiting.push(begin) === 1) begin()
    })
  }

  return {
    ask,
    isLeaving: () => leaving,
    close() {
      closed = true
      endAll(() => true)
      if (window) for (const [name, listener] of listeners) window.removeEventListener(name, listener)
    },
  }
}

async function present(request: DialogRequest, { page, kit }: Presenters): Promise<boolean> {
  try {
    // A page's own has no place for a picture.
    if (page && !request.content) return await page.dialog(request)
  } catch {
    // The page's dialog failed; the user still gets to know.
  }
  try {
    return !!kit && (await kit().dialog(request))
  } catch {
    return false
  }
}

/** Shows a text. The page's toast may throw, or be async and reject. */
export function presentToast(text: string, options: ToastOptions, { page, kit }: Presenters): void {
  const useKit = () => kit?.().toast(text, options)
  if (!page) return void useKit()
  new Promise((resolve) => resolve(page.toast(text, options))).catch(useKit)
}

import { lazy, noop } from '../run'
import type { UpsdkWindow } from '../window'
import { onLeaving } from './leaving'
import type { DialogRequest, Presenter, ToastOptions } from './presenter'

/** The page's presenter, and the kit's own for when the page has none or it fails. */
export interface Presenters {
  page?: Presenter
  kit?(): Presenter
}

/** The dialogs of one kit: they wait for each other, and for those of other kits in the window. */
export interface Dialogs {
  /**
   * Asks the user. Never rejects: false where nobody can be asked, and where the page goes elsewhere, since what
   * waits for its turn is about a page that is gone, too.
   *
   * @param begins runs when it comes to the screen
   */
  ask(request: DialogRequest, begins?: () => void): Promise<boolean>
  /** Gives up all of them, also those to come. */
  close(): void
}

interface Turn {
  begin(): void
  answer(confirmed: boolean): void
}

/** The first is on screen. */
interface Line {
  turns: Turn[]
  stopListening(): void
}

const lines = /* @__PURE__ */ lazy(() => new WeakMap<UpsdkWindow, Line>())

/** The one line of a window. */
function lineOf(window: UpsdkWindow | undefined): Line {
  const known = window && lines().get(window)
  if (known) return known
  const line: Line = { turns: [], stopListening: noop }
  if (window) lines().set(window, line)
  return line
}

function enter(line: Line, turn: Turn, window: UpsdkWindow | undefined): void {
  const { turns } = line
  turns.push(turn)
  if (turns.length > 1) return
  if (window)
    line.stopListening = onLeaving(window, () => {
      line.stopListening()
      for (const { answer } of turns.splice(0)) answer(false)
    })
  turn.begin()
}

/** Nothing, where it has left already: a presenter of the page's may leave its dialog open, or answer late. */
function leave({ turns, stopListening }: Line, turn: Turn, confirmed: boolean): void {
  const place = turns.indexOf(turn)
  if (place < 0) return
  turns.splice(place, 1)
  turn.answer(confirmed)
  if (place) return
  if (turns[0]) turns[0].begin()
  else stopListening()
}

export function createDialogs(window: UpsdkWindow | undefined, presenters: Presenters): Dialogs {
  const line = lineOf(window)
  const own = new Set<Turn>()
  let closed = false
  return {
    close() {
      closed = true
      // The newest first: none of them gets a turn meanwhile.
      for (const turn of Array.from(own).reverse()) leave(line, turn, false)
    },
    ask: (request, begins = noop) =>
      new Promise((resolve) => {
        if (closed) return resolve(false)
        const turn: Turn = {
          begin() {
            begins()
            present(request, presenters).then((confirmed) => leave(line, turn, confirmed))
          },
          answer(confirmed) {
            own.delete(turn)
            resolve(confirmed)
          },
        }
        own.add(turn)
        enter(line, turn, window)
      }),
  }
}

async function present(request: DialogRequest, { page, kit }: Presenters): Promise<boolean> {
  try {
    // A page's own has no place for a picture.
    if (page && !request.content) return await page.dialog(request)
  } catch {
    // The page's dialog failed; the user still gets to know.
  }
  return (
    !!kit &&
    kit()
      .dialog(request)
      .catch(() => false)
  )
}

/** Shows a text. The page's toast may throw, or be async and reject. */
export function say(text: string, options: ToastOptions, { page, kit }: Presenters): void {
  const otherwise = () => kit?.().toast(text, options)
  if (!page) return otherwise()
  new Promise((resolve) => resolve(page.toast(text, options))).catch(otherwise)
}

import { noop } from '../run'
import type { UpsdkWindow } from '../window'
import { onLeaving } from './leaving'
import type { DialogRequest, Presenter, ToastOptions } from './presenter'

/** The page's presenter, and the kit's own for when the page has none or it fails. */
export interface Presenters {
  page?: Presenter
  kit?(): Presenter
}

/** The dialogs of one kit: one at a time, the others wait. */
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

export function createDialogs(window: UpsdkWindow | undefined, presenters: Presenters): Dialogs {
  interface Turn {
    begin(): void
    answer(confirmed: boolean): void
  }
  /** The first is on screen. */
  const line: Turn[] = []
  let stopListening = noop
  let closed = false

  function clear(): void {
    stopListening()
    for (const { answer } of line.splice(0)) answer(false)
  }

  return {
    close() {
      closed = true
      clear()
    },
    ask: (request, begins = noop) =>
      new Promise((answer) => {
        if (closed) return answer(false)
        const turn: Turn = {
          answer,
          begin() {
            begins()
            present(request, presenters).then((confirmed) => {
              // A presenter of the page's may leave its dialog open, or answer late.
              if (line[0] !== turn) return
              line.shift()
              answer(confirmed)
              if (line[0]) line[0].begin()
              else stopListening()
            })
          },
        }
        line.push(turn)
        if (line.length > 1) return
        if (window) stopListening = onLeaving(window, clear)
        turn.begin()
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

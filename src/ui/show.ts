import type { Clock } from '../clock'
import type { Presentation, Reason } from '../codes/reasons'
import type { UpsdkError } from '../errors'
import type { Messages } from '../messages/messages'
import { hasOwn, runSafely } from '../run'
import type { UpsdkWindow } from '../window'
import { type Dialogs, type Presenters, say } from './ask'
import type { Action, Actions, DialogRequest } from './presenter'
import type { WalletToast } from './wallet'

/** One failure on its way to the screen. */
export interface Showing {
  error: UpsdkError
  presentation: Presentation
  /** The code that buttons go by. */
  code?: string
  actions?: Actions
  /** The reason that buttons go by where there is none for its own. */
  otherwise?: Reason
  /** The number of the call that failed; undefined where the page asked for it to be shown. */
  callId?: number
  /** The number of the newest call when this one failed: those up to it were pending together. */
  pendingUpTo?: number
  /** Asked last of all. */
  isWanted?(): boolean
}

/** How failures come to the screen, one at a time. */
export interface Show {
  /** Shows it after a while in which the page is visible; the page may still prevent it. @param delay ms */
  soon(showing: Showing, delay: number): void
  /** Shows it now, or when the page is visible again. */
  now(showing: Showing): void
  /** False where nothing can show it. */
  toast(text: string): boolean
  close(): void
}

export interface ShowParts {
  clock: Clock
  window: UpsdkWindow | undefined
  messages: Messages
  actions: Actions
  /** The page's own takes the place of the wallet's toast too; in `core` the kit has none. */
  presenters: Presenters
  dialogs: Dialogs
  /** The wallet's own toast. */
  wallet?: WalletToast
}

const SHORTEST_TOAST = 2000
const LONGEST_TOAST = 3500
/** ms on screen for each character beyond the shortest time: a line of Chinese, or a word of English, a second. */
const PER_CHARACTER = 25

export function createShow({
  clock,
  window,
  messages,
  actions,
  presenters,
  dialogs,
  wallet,
}: ShowParts): Show {
  /** Up to which call each message has answered. */
  const answeredUpTo = new Map<string, number>()
  /** What dialogs say that are on screen, or wait for their turn. */
  const asked = new Set<string>()
  let onScreen = { text: '', until: 0 }
  let closed = false

  function present(showing: Showing): void {
    const { error, presentation, callId, pendingUpTo = 0 } = showing
    if (
      closed ||
      (error.defaultPrevented && callId !== undefined) ||
      error.presented ||
      !(presenters.page || presenters.kit)
    )
      return
    const text = error.message
    const answered = answeredUpTo.get(text)
    if (callId !== undefined && answered !== undefined && callId <= answered) return
    if (isOnScreen(text) || (showing.isWanted && !showing.isWanted())) return
    answeredUpTo.set(text, Math.max(answered || 0, pendingUpTo))
    const own = [showing.code, error.reason]
    const find = (keys: Keys) => actionFor(keys, showing.actions) || actionFor(keys, actions)
    const ownAction = find(own)
    const keys = ownAction || !showing.otherwise ? own : [showing.otherwise]
    const action = ownAction || find(keys)
    if (presentation === 'dialog' || action) openDialog(error, keys, action)
    else {
      error.presented = true
      toast(text, error)
    }
  }

  function isOnScreen(text: string): boolean {
    if (onScreen.text === text && performance.now() < onScreen.until) return true
    return asked.has(text)
  }

  function toast(text: string, error?: UpsdkError): void {
    if (closed) return
    const duration = Math.min(LONGEST_TOAST, SHORTEST_TOAST + text.length * PER_CHARACTER)
    onScreen = { text, until: performance.now() + duration }
    const options = { lang: messages.locale, duration }
    const inPage = () => say(text, options, presenters)
    if (presenters.page || !wallet?.show(text, error?.reason, inPage)) inPage()
  }

  function openDialog(error: UpsdkError, keys: Keys, action: Action | undefined): void {
    const text = error.message
    const labels = action ? keys.map((key) => `button-${key}`) : []
    const request: DialogRequest = {
      message: text,
      confirm: action?.label || messages.text([...labels, 'button-ok']) || 'OK',
      lang: messages.locale,
    }
    if (action) request.cancel = messages.text(['button-cancel'])
    asked.add(text)
    const begins = () => {
      error.presented = true
    }
    dialogs.ask(request, begins).then((confirmed) => {
      asked.delete(text)
      if (confirmed && action && !closed) runSafely(() => action.run(error))
    })
  }

  return {
    soon(showing, delay) {
      clock.after(delay, () => present(showing))
    },
    now(showing) {
      if (closed) return
      if (window?.document.hidden) clock.after(1, () => present(showing))
      else present(showing)
    },
    toast(text) {
      if (text.trim()) toast(text)
      return !!(presenters.page || presenters.kit)
    },
    close() {
      closed = true
      dialogs.close()
      runSafely(() => presenters.page?.destroy?.())
    },
  }
}

type Keys = readonly (string | undefined)[]

/** The first of the keys that there is an action for. */
function actionFor(keys: Keys, actions: Actions = {}): Action | undefined {
  const key = keys.filter((name) => name !== undefined && hasOwn(actions, name))[0]
  return key === undefined ? undefined : actions[key]
}

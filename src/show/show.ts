import { stateOf, type TextFinder, type UpsdkError } from '../failure/error'
import { type Reason, reasons } from '../failure/reasons'
import type { Heartbeat } from '../lib/heartbeat'
import { runSafely } from '../lib/run'
import { hasUserActed } from '../lib/userActivation'
import { hasOwn } from '../lib/values'
import type { UpsdkWindow } from '../lib/window'
import type { Action, Actions, DialogRequest, Presenter } from '../ports/presenter'
import type { EmitStep, QuietReason } from '../ports/steps'
import type { Upsdk } from '../ports/upsdk'
import { createDialogs, type Dialogs, type Presenters, presentToast } from './dialogs'

/** What showing a failure depends on, besides the failure: how it came about. */
export interface Occasion {
  id: number
  method: string
  /** When the call was made, by `performance.now()`. */
  startedAt: number
  /** The page itself asked for it to be shown. */
  readonly asked?: boolean
  readonly traits: {
    readonly interactive?: boolean
    readonly payment?: boolean
    /** A failure of this method is shown only where the call says so. */
    readonly quiet?: boolean
  }
  /** What the call says. */
  readonly options: { readonly notify?: boolean; readonly actions?: Actions }
  /** The page's own handlers. */
  readonly callbacks: { readonly fail?: unknown; readonly cancel?: unknown }
  /** Native has answered, so that its page may still be sliding away. */
  readonly answered?: boolean
  /** The same was sent afresh meanwhile. */
  readonly sentAfresh?: boolean
  /** A payment before it, which was given up, may have been made. */
  readonly unconfirmedBefore?: boolean
  /** The reason that buttons go by where there is none for its own. */
  readonly otherwise?: Reason
}

/** An action of the kit's own parts has a label in the language of the message. */
export interface KitAction extends Omit<Action, 'label'> {
  label?: string | ((texts: TextFinder) => string)
}

export interface ShowParts {
  window: UpsdkWindow | undefined
  heartbeat: Heartbeat
  emit: EmitStep
  texts: { current(): TextFinder }
  /** The kit's object, for presenters. */
  upsdk(): Upsdk
  /** The kit's own UI; in `core` there is none. */
  kitPresenter?(): Presenter
  /** The way into the app. */
  openInAppAction(): KitAction | undefined
  options: {
    /** The page's own takes the place of the kit's. */
    presenter?: Presenter
    actions?: Actions
    notify?: boolean | ((error: UpsdkError) => boolean | void)
    toastDuration?(text: string): number
  }
}

/** How failures come to the screen, or why they do not. */
export interface Show {
  readonly dialogs: Dialogs
  /** Shows a failure once the page had its turn, and may still prevent it; or now, where the page asked for it. */
  failure(error: UpsdkError, occasion: Occasion): void
  /** False where nothing can show it. */
  toast(text: string): boolean
  close(): void
}

/** ms after an interactive method's answer in which the native page is still sliding away. */
const SLIDING_AWAY = 400
/** A task of its own, after the page's handlers and the reactions of its promises. */
const NEXT_TASK = 1
/** ms in which failures that say the same are one. */
const SAME_MOMENT = 500
const SHORTEST_TOAST = 2000
const LONGEST_TOAST = 3500
/** ms on screen for each character beyond the shortest time: a line of Chinese, or a word of English, a second. */
const PER_CHARACTER = 25
/** ms; a timer that is set to more runs at once. */
const LONGEST_TIMER = 2 ** 31 - 1
/** The most characters of a toast. */
const LONGEST_TEXT = 200

export function createShow(kit: ShowParts): Show {
  const { window, heartbeat, emit, texts, options } = kit
  const presenters: Presenters = { page: options.presenter, kit: kit.kitPresenter }
  const actions = { 'outside-wallet': kit.openInAppAction(), ...options.actions }
  const dialogs = createDialogs(window, heartbeat, presenters)
  /** What has been shown a moment ago. */
  let recent: { text: string; failedAt: number; shownAt: number }[] = []
  /** What dialogs say that are on screen, or wait for their turn. */
  const inDialogs = new Set<string>()
  let toastOnScreen = { text: '', until: 0 }
  let closed = false

  /** Why the call, or its method, keeps it quiet. */
  function isQuiet(error: UpsdkError, occasion: Occasion): QuietReason | undefined {
    const { traits, callbacks, otherwise } = occasion
    const { notify } = occasion.options
    if (occasion.sentAfresh) return 'sent afresh'
    if (error.explanation.presentation === 'none') return 'never shown'
    if (notify || occasion.asked) return undefined
    if (notify === false || options.notify === false) return 'notify is off'
    if (traits.quiet) return 'quiet method'
    if (callbacks.fail || callbacks.cancel) return 'fail given'
    const acting = reasons[error.reason].acting || (otherwise && reasons[otherwise].acting)
    return acting && !(traits.interactive && hasUserActed(window)) ? 'nobody tapped' : undefined
  }

  /** A payment that may have been made. */
  const isUnconfirmed = ({ sent }: UpsdkError, { traits, unconfirmedBefore }: Occasion): boolean =>
    (!!traits.payment && sent) || !!unconfirmedBefore

  /** Why it is quiet, now that the page had its turn. */
  function isSkipped(error: UpsdkError, occasion: Occasion, failedAt: number): QuietReason | undefined {
    const text = error.message
    const { asked, startedAt } = occasion
    if (closed || dialogs.isLeaving()) return 'closed'
    if (error.defaultPrevented && !asked) return 'prevented'
    // Another copy of the kit keeps its own account of its errors.
    if (stateOf(error).presented || error.presented) return 'shown before'
    if (!presenters.page && !presenters.kit) return 'no presenter'
    if (isOnScreen(text)) return 'on screen already'
    recent = recent.filter((one) => failedAt - one.failedAt < SAME_MOMENT)
    // A tap after it was shown is a new one, and gets an answer.
    const isOneOfMany = recent.some((one) => one.text === text && startedAt <= one.shownAt)
    if (isOneOfMany && !asked && !isUnconfirmed(error, occasion)) return 'same moment'
    if (!isWanted(error, occasion)) return 'notify is off'
    // `notify` itself may show it.
    return error.defaultPrevented && !asked ? 'prevented' : undefined
  }

  function isOnScreen(text: string): boolean {
    return inDialogs.has(text) || (toastOnScreen.text === text && performance.now() < toastOnScreen.until)
  }

  /** A function that fails has not asked for silence. */
  function isWanted(error: UpsdkError, { asked, options: own }: Occasion): boolean {
    const { notify } = options
    if (typeof notify !== 'function' || own.notify || asked) return true
    let wanted: unknown
    runSafely(() => {
      wanted = notify(error)
    })
    return wanted !== false
  }

  function present(error: UpsdkError, occasion: Occasion, failedAt: number): void {
    const why = isSkipped(error, occasion, failedAt)
    if (why) return emit?.(occasion, { type: 'quiet', why })
    recent.push({ text: error.message, failedAt, shownAt: performance.now() })
    const { keys, action } = findAction(error, occasion, actions)
    if (action || error.explanation.presentation === 'dialog') openDialog(error, occasion, keys, action)
    else {
      toast(error.message, error)
      onShown(error, occasion, 'toast')
    }
  }

  function onShown(error: UpsdkError, occasion: Occasion, presentation: 'toast' | 'dialog'): void {
    stateOf(error).presented = true
    emit?.(occasion, { type: 'shown', presentation })
  }

  function toast(text: string, error?: UpsdkError): void {
    const duration = toastDuration(text)
    toastOnScreen = { text, until: performance.now() + duration }
    const lang = (error && stateOf(error).texts?.locale) || texts.current().locale
    presentToast(text, { lang, duration, error, upsdk: kit.upsdk() }, presenters)
  }

  function toastDuration(text: string): number {
    let own: unknown
    runSafely(() => {
      own = options.toastDuration?.(text)
    })
    return typeof own === 'number' && own > 0
      ? Math.min(own, LONGEST_TIMER)
      : Math.min(LONGEST_TOAST, SHORTEST_TOAST + text.length * PER_CHARACTER)
  }

  function openDialog(
    error: UpsdkError,
    occasion: Occasion,
    keys: Keys,
    action: KitAction | undefined,
  ): void {
    const language = stateOf(error).texts || texts.current()
    const text = error.message
    const label = typeof action?.label === 'function' ? action.label(language) : action?.label
    const labels = action ? keys.map((key) => `button-${key}`) : []
    const request: DialogRequest = {
      message: text,
      confirm: label || language.find([...labels, 'button-ok']) || 'OK',
      lang: language.locale,
    }
    if (action) request.cancel = language.find(['button-cancel'])
    inDialogs.add(text)
    dialogs
      .ask(request, {
        onBegin: () => onShown(error, occasion, 'dialog'),
        onTurnOver: () => inDialogs.delete(text),
        staysOnRoute: isUnconfirmed(error, occasion),
      })
      .then((confirmed) => {
        if (confirmed && action && !closed) runSafely(() => action.run(error))
      })
  }

  return {
    dialogs,
    failure(error, occasion) {
      const why = closed ? 'closed' : isQuiet(error, occasion)
      if (why) return emit?.(occasion, { type: 'quiet', why })
      const failedAt = performance.now()
      const run = () => present(error, occasion, failedAt)
      if (occasion.asked && !window?.document.hidden) return run()
      heartbeat.after(occasion.answered && occasion.traits.interactive ? SLIDING_AWAY : NEXT_TASK, run)
    },
    toast(text) {
      const short = text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '')
      if (short.trim() && !closed) toast(short)
      return !!(presenters.page || presenters.kit)
    },
    close() {
      closed = true
      dialogs.close()
      runSafely(() => presenters.page?.destroy?.())
    },
  }
}

type Keys = readonly string[]
type KitActions = Readonly<Partial<Record<string, KitAction>>>

/** Buttons given for the whole kit go by what the message says: none that is given for a reason is put on a sent payment. */
function findAction(
  error: UpsdkError,
  { options: { actions }, traits, otherwise }: Occasion,
  ofKit: KitActions,
) {
  const { code, reason, explanation } = error
  // A bare code means the common one, never one method's own.
  const named = code && explanation.source !== 'method' ? [code, reason] : [reason]
  const keys = stateOf(error).keys || named
  const own = pick([...keys, ...named], actions) || pick(keys, ofKit)
  if (own || !otherwise || !traits.interactive) return { keys, action: own }
  return { keys: [otherwise], action: pick([otherwise], actions) || pick([otherwise], ofKit) }
}

/** The first of the keys that there is an action for. */
function pick(keys: Keys, actions: KitActions = {}): KitAction | undefined {
  const key = keys.filter((name) => hasOwn(actions, name))[0]
  return key === undefined ? undefined : actions[key]
}

import { type ErrorState, stateOf, type UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import type { Timers } from '../lib/heartbeat'
import { askPage, runSafely } from '../lib/run'
import { hasUserActed } from '../lib/userActivation'
import { hasOwn, shorten } from '../lib/values'
import type { Action, Actions } from '../types/actions'
import type { FailedCall } from '../types/failedCall'
import type { EmitStep, QuietReason } from '../types/inspector'
import type { OpenInApp, OpenInAppContext } from '../types/openInApp'
import type { DialogRequest, Presenter, ToastOptions } from '../types/presenter'
import type { TextFinder } from '../types/texts'
import type { UpsdkWindow } from '../types/window'
import { createDialogs, type Presenters, presentToast } from './dialogs'

interface ShowOptions {
  /** The page's own takes the place of the kit's. */
  presenter?: Presenter
  actions?: Actions
  notify?: boolean | ((error: UpsdkError) => boolean | void)
  toastDuration?(text: string): number
}

/** How failures come to the screen, or why they do not. */
export interface Show {
  /** Shows a failure once the page had its turn, and may still prevent it; or now, where the page asked for it. */
  failure(error: UpsdkError, call: FailedCall): void
  /** False where nothing can show it. */
  toast(text: string): boolean
  /** The facts about the kit that presenters get. */
  readonly about: Pick<ToastOptions, 'upsdk' | 'walletAnswers'>
}

/** ms after an interactive method's answer in which the native page is still sliding away. */
const SLIDING_AWAY = 400
/** A task of its own, after the page's handlers and the reactions of its promises. */
const NEXT_TASK = 1
const SHORTEST_TOAST = 2000
const LONGEST_TOAST = 3500
/** ms on screen for each character beyond the shortest time: a line of Chinese, or a word of English, a second. */
const PER_CHARACTER = 25
/** ms; a timer that is set to more runs at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/**
 * @param openInApp the way into the app; undefined on a server
 * @param kitPresenter the kit's own UI; undefined in `core`
 * @param onDestroy runs it when the kit is destroyed, and returns what takes it back
 */
export function createShow(
  window: UpsdkWindow,
  heartbeat: Timers,
  emit: EmitStep,
  texts: { current(): TextFinder },
  options: ShowOptions,
  openInApp: OpenInApp | undefined,
  kitPresenter: (() => Presenter) | undefined,
  onDestroy: (run: () => void) => () => void,
): Show {
  const { clock } = heartbeat
  const { presenter, notify } = options
  const presenters: Presenters = { page: presenter, kit: kitPresenter }
  onDestroy(() => {
    presenter?.destroy?.()
    // What the page's presenter rejects later is not shown.
    delete presenters.kit
  })
  const dialogs = createDialogs(window, heartbeat, presenters, onDestroy)
  const intoApp: OpenInAppContext = {
    window,
    texts: texts.current,
    ask: dialogs.ask,
    toast: (text) => toast(text, texts.current()),
    canShowPicture: !!kitPresenter,
    onDestroy,
  }
  const actions = {
    'outside-wallet': openInApp && {
      label: openInApp.label,
      run: () => openInApp.open(intoApp),
    },
    ...options.actions,
  }
  const about: Show['about'] = {}
  let newestToast = { text: '', shownAt: 0, duration: 0 }

  /** The call, or the page, insists on a message. */
  const isInsistent = ({ requested, options: own }: FailedCall): boolean => !!requested || own.notify === true

  /** Every reason to stay quiet as soon as a call has failed, in the order in which they count. */
  function whyQuietAtOnce({ explanation, reason }: UpsdkError, call: FailedCall): QuietReason | undefined {
    const { traits, options: own, callbacks, buttonReason } = call
    if (dialogs.isClosed()) return 'closed'
    if (explanation.presentation === 'none') return 'never shown'
    if (isInsistent(call)) return undefined
    if (own.notify === false || notify === false) return 'notify is off'
    if (traits.quiet) return 'quiet method'
    if (callbacks.fail || callbacks.cancel) return 'fail given'
    // On load it would only interrupt; but a cashier may pay on load.
    const needsTap = reasons()[reason].onlyAfterTap || (buttonReason && reasons()[buttonReason].onlyAfterTap)
    const isHeard = traits.payment || (traits.interactive && hasUserActed(window))
    return needsTap && !isHeard ? 'nobody tapped' : undefined
  }

  /** Every reason to stay quiet once the page had its turn. */
  function whyQuietAfterTurn(
    error: UpsdkError,
    state: ErrorState,
    call: FailedCall,
  ): QuietReason | undefined {
    const isPrevented = () => !call.requested && state.prevented
    if (dialogs.isClosed() || dialogs.isLeaving()) return 'closed'
    if (isPrevented()) return 'prevented'
    // Another copy of the kit keeps its own account of its errors.
    if (state.presented || error.presented) return 'shown before'
    if (!presenter && !kitPresenter) return 'no presenter'
    if (isOnScreen(error, call)) return 'on screen already'
    // The page's own `notify` is asked last of all. One that fails has not asked for silence.
    const wanted = typeof notify === 'function' && !isInsistent(call) ? askPage(() => notify(error)) : true
    if (wanted === false) return 'notify is off'
    // It may have shown the error itself.
    return isPrevented() ? 'prevented' : undefined
  }

  /** Is the same on screen, or waits for it? What a later tap asks for is said anew. */
  function isOnScreen({ message }: UpsdkError, { startedAt, traits }: FailedCall): boolean {
    if (dialogs.isOpen(message)) return true
    const { text, shownAt, duration } = newestToast
    if (text !== message || clock() - shownAt >= duration) return false
    if (traits.interactive && startedAt > shownAt) return false
    // The page may have taken the kit's own away.
    return !!presenter || !!window.document.querySelector('[data-upsdk-kit=toast]')
  }

  function present(error: UpsdkError, call: FailedCall): void {
    const state = stateOf(error)
    const why = whyQuietAfterTurn(error, state, call)
    if (why) return emit(call, { type: 'quiet', why })
    const { message, sent, explanation } = error
    const { texts: ownTexts = texts.current() } = state
    const button = findAction(error, state.keys, call, actions)
    const { action } = button
    const onShown = (presentation: 'toast' | 'dialog') => {
      state.presented = true
      emit(call, { type: 'shown', presentation })
    }
    if (!action && explanation.presentation !== 'dialog') {
      toast(message, ownTexts, error)
      return onShown('toast')
    }
    // It is about a payment that may have been made.
    const unconfirmed = (call.traits.payment && sent) || call.unconfirmedBefore || undefined
    const request = toRequest(message, ownTexts, button, unconfirmed)
    dialogs
      .ask(request, () => onShown('dialog'))
      .then((confirmed) => {
        if (confirmed && action && !dialogs.isClosed()) runSafely(() => action.run(error))
      })
  }

  function toast(text: string, { locale: lang }: TextFinder, error?: UpsdkError): void {
    const asked: unknown = askPage(() => options.toastDuration?.(text))
    const duration =
      typeof asked === 'number' && asked > 0
        ? Math.min(asked, LONGEST_TIMER)
        : Math.min(LONGEST_TOAST, SHORTEST_TOAST + text.length * PER_CHARACTER)
    newestToast = { text, shownAt: clock(), duration }
    // A wallet that cannot be reached cannot show anything either.
    const unreachable = error && reasons()[error.reason].unreachable && { walletAnswers: undefined }
    presentToast(text, { lang, duration, error, ...about, ...unreachable }, presenters)
  }

  return {
    about,
    failure(error, call) {
      const why = whyQuietAtOnce(error, call)
      if (why) return emit(call, { type: 'quiet', why })
      const run = () => present(error, call)
      if (call.requested && !window.document.hidden) return run()
      heartbeat.after(call.answered && call.traits.interactive ? SLIDING_AWAY : NEXT_TASK, run)
    },
    toast(text) {
      const short = shorten(text)
      if (short.trim() && !dialogs.isClosed()) toast(short, texts.current())
      return !!(presenter || kitPresenter)
    },
  }
}

/** An action of the kit's own parts has a label in the language of the message. */
export interface KitAction extends Omit<Action, 'label'> {
  label?: string | ((texts: TextFinder) => string)
}

type Keys = readonly string[]
export type KitActions = Readonly<Partial<Record<string, KitAction>>>

/**
 * The button of a failure, and the keys that it goes by. Buttons given for the whole kit go by what the message says:
 * none that is given for a reason is put on a sent payment.
 *
 * @param keysOfMessage the most particular first; none of an error of another copy of the kit
 */
export function findAction(
  { code, reason, explanation }: UpsdkError,
  keysOfMessage: Keys | undefined,
  { options, traits, buttonReason }: FailedCall,
  ofKit: KitActions,
) {
  // A bare code means the common one, never one method's own.
  const ownKeys = code && explanation.source !== 'method' ? [code, reason] : [reason]
  const keys = keysOfMessage || ownKeys
  const action = pick([...keys, ...ownKeys], options.actions) || pick(keys, ofKit)
  if (action || !buttonReason || !traits.interactive) return { keys, action }
  return {
    keys: [buttonReason],
    action: pick([buttonReason], options.actions) || pick([buttonReason], ofKit),
  }
}

/** The first of the keys that there is an action for. */
function pick(keys: Keys, actions: KitActions = {}): KitAction | undefined {
  const key = keys.filter((name) => hasOwn(actions, name))[0]
  return key === undefined ? undefined : actions[key]
}

/**
 * Makes the texts of a dialog, all in the language of its message.
 *
 * @param unconfirmed it is about a payment that may have been made, which “cancel” would seem to cancel
 */
export function toRequest(
  message: string,
  texts: TextFinder,
  { keys, action }: ReturnType<typeof findAction>,
  unconfirmed: boolean | undefined,
): DialogRequest {
  const { find, locale: lang } = texts
  const ok = find(['button-ok']) || 'OK'
  if (!action) return { message, confirm: ok, lang, unconfirmed }
  const label = typeof action.label === 'function' ? action.label(texts) : action.label
  const confirm = label || find(keys.map((key) => `button-${key}`)) || ok
  return { message, confirm, cancel: unconfirmed ? ok : find(['button-cancel']), lang, unconfirmed }
}

import { type ErrorState, stateOf, type UpsdkError } from '../failure/error'
import { reasons } from '../failure/reasons'
import type { Timers } from '../lib/heartbeat'
import { askPage, noop, runSafely } from '../lib/run'
import { hasUserActed } from '../lib/userActivation'
import { hasOwn, shorten } from '../lib/values'
import type { Action, Actions } from '../types/actions'
import type { FailedCall, ShowUnanswered } from '../types/failedCall'
import type { EmitStep, QuietReason } from '../types/inspector'
import type { OpenInApp, OpenInAppContext } from '../types/openInApp'
import type { DialogRequest, Presenter, ToastOptions } from '../types/presenter'
import type { TextFinder } from '../types/texts'
import type { UpsdkWindow } from '../types/window'
import { createDialogs, type Presenters, presentToast } from './dialogs'

interface ShowOptions {
  /** The page's presenter, which replaces the kit's. */
  presenter?: Presenter
  actions?: Actions
  notify?: boolean | ((error: UpsdkError) => boolean | void)
  toastDuration?(text: string): number
}

/** Shows failures, or reports why not. */
export interface Show {
  /** Is the kit going to show a failure, unless the page's handlers prevent it? */
  willShow(error: UpsdkError, call: FailedCall): boolean
  /**
   * Shows a failure after the page's handlers, which may prevent it; or at once if the page asks for it.
   *
   * @param showEarlier shows an earlier payment in its place
   * @param onPlaced runs once its message is on screen, waits for its turn, or is not shown
   */
  failure(error: UpsdkError, call: FailedCall, showEarlier?: ShowUnanswered, onPlaced?: () => void): void
  /**
   * Prepares the dialog of a payment without an answer, for which another payment fails.
   *
   * @returns shows it; undefined if the page wants no message, so that no payment fails for it
   */
  notice(error: UpsdkError, call: FailedCall): ((givenUp: Promise<void>) => void) | undefined
  /** Shows a text. @returns false if there is no presenter */
  toast(text: string): boolean
  /** Records that the wallet has answered. Presenters hear of it with each toast. */
  noteAnswer(): void
  /** Records the kit's object, which presenters get with each toast. */
  noteKit(upsdk: ToastOptions['upsdk']): void
}

/** How long after an interactive method's answer its native page still slides away, in ms. */
const SLIDING_AWAY = 400
/** The delay for a new task, after the page's handlers and its promises' reactions, in ms. */
const NEXT_TASK = 1
/** The longest time between what one tap starts, in ms. */
const SAME_TAP = 1000
const SHORTEST_TOAST = 2000
const LONGEST_TOAST = 3500
/** How long each character adds to the shortest time, in ms. */
const PER_CHARACTER = 25
/** The longest delay of a timer, in ms. With a longer one it would run at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Everything of the kit that showing needs. */
interface ShowContext {
  readonly window: UpsdkWindow
  readonly heartbeat: Timers
  readonly emit: EmitStep
  readonly texts: { current(): TextFinder }
  /** Opens the page in the app. Undefined on a server. */
  readonly openInApp?: OpenInApp | undefined
  /** Gets the kit's own UI. Undefined in `core`. */
  readonly kitPresenter?: (() => Presenter) | undefined
  /** Keeps a function that runs when the kit is destroyed. @returns removes it */
  onDestroy(run: () => void): () => void
}

export function createShow(context: ShowContext, options: ShowOptions): Show {
  const { window, heartbeat, emit, texts, openInApp, kitPresenter, onDestroy } = context
  const { clock } = heartbeat
  const { presenter, notify } = options
  const presenters: Presenters = { page: presenter, kit: kitPresenter }
  onDestroy(() => {
    presenter?.destroy?.()
    // The kit does not show what the page's presenter rejects later.
    delete presenters.kit
  })
  const dialogs = createDialogs(window, heartbeat, presenters, onDestroy)
  const intoApp: OpenInAppContext = {
    window,
    texts: texts.current,
    ask: dialogs.ask,
    toast: showText,
    canShowPicture: !!kitPresenter,
    onDestroy,
  }
  const intoAppButton = openInApp && { label: openInApp.label, run: () => openInApp.open(intoApp) }
  const actions = { 'outside-wallet': intoAppButton, ...options.actions }
  const facts: Pick<ToastOptions, 'upsdk' | 'walletAnswers'> = {}
  let newestToast = { text: '', shownAt: 0, duration: 0 }
  /** When the newest call or callback began that was shown. */
  let newestShown = -Infinity

  /** Does the page or the call insist on a message? */
  const isInsistent = ({ requested, options: callOptions }: FailedCall): boolean =>
    requested || callOptions.notify === true

  /** Without a tap a message would only interrupt the user. A cashier may pay on load, though. */
  const needsTap = ({ reason }: UpsdkError, { traits, buttonReason }: FailedCall): boolean =>
    !(traits.payment || (traits.interactive && hasUserActed(window))) &&
    [reason, buttonReason].some((one) => one && reasons()[one].onlyAfterTap)

  /** Checks every reason to stay quiet that exists as soon as a call has failed. The first one counts. */
  function whyQuietAtOnce(error: UpsdkError, call: FailedCall): QuietReason | undefined {
    const { traits, options: callOptions, callbacks } = call
    if (dialogs.isClosed()) return 'closed'
    if (error.explanation.presentation === 'none') return 'never shown'
    if (isInsistent(call)) return undefined
    if (callOptions.notify === false || notify === false) return 'notify is off'
    if (traits.quiet) return 'quiet method'
    if (callbacks.fail || callbacks.cancel) return 'fail given'
    return needsTap(error, call) && !call.isTapped ? 'nobody tapped' : undefined
  }

  /** Checks every reason to stay quiet after the page's handlers. The first one counts. */
  function whyQuietAfterTurn(
    error: UpsdkError,
    state: ErrorState,
    call: FailedCall,
  ): QuietReason | undefined {
    const isPrevented = () => !call.requested && state.prevented
    if (dialogs.isClosed() || dialogs.isLeaving()) return 'closed'
    if (isPrevented()) return 'prevented'
    // An error of another copy of the kit has its state there.
    if (state.presented || error.presented) return 'shown before'
    if (!presenter && !kitPresenter) return 'no presenter'
    if (isOnScreen(error, call)) return 'on screen already'
    if (call.isTapped && needsTap(error, call) && call.startedAt - newestShown < SAME_TAP)
      return 'shown before'
    // The page's `notify` runs last. If it throws, the failure is shown.
    const wanted = typeof notify === 'function' && !isInsistent(call) ? askPage(() => notify(error)) : true
    if (wanted === false) return 'notify is off'
    // `notify` may have called `preventDefault`.
    return isPrevented() ? 'prevented' : undefined
  }

  /** Is the same message on screen, or waiting for its turn? After a later tap it is shown again. */
  function isOnScreen({ message }: UpsdkError, { isTapped, startedAt, traits }: FailedCall): boolean {
    if (dialogs.isOpen(message)) return true
    const { text, shownAt, duration } = newestToast
    if (text !== message || clock() - shownAt >= duration) return false
    if ((traits.interactive || isTapped) && startedAt > shownAt) return false
    // The page may have removed the kit's toast.
    return !!presenter || !!kitPresenter?.().isOnScreen?.('toast')
  }

  function present(error: UpsdkError, call: FailedCall, showEarlier?: ShowUnanswered): void {
    const state = stateOf(error)
    if (showEarlier) {
      showEarlier(state.prevented)
      state.presented = !state.prevented
    }
    const why = whyQuietAfterTurn(error, state, call)
    if (why) return emit(call, { type: 'quiet', why })
    const { message, sent, explanation } = error
    const { texts: ownTexts = texts.current() } = state
    const button = findAction(error, state.keys, call, actions)
    const { action } = button
    const reportShown = (presentation: 'toast' | 'dialog') => {
      state.presented = true
      newestShown = call.startedAt
      emit(call, { type: 'shown', presentation })
    }
    if (!action && explanation.presentation !== 'dialog') {
      toast(message, ownTexts, error)
      return reportShown('toast')
    }
    // No button can open the app here, so the dialog shows the other way at once.
    if (openInApp && action === intoAppButton && !openInApp.canOpen(window)) {
      const ask: typeof dialogs.ask = (request) => dialogs.ask(request, () => reportShown('dialog'))
      return void openInApp.open({ ...intoApp, ask }, message)
    }
    // The message is about a payment that may have been made.
    const unconfirmed =
      (call.traits.payment && sent) || state.keys?.[0] === 'payment-unconfirmed' || undefined
    const request = toRequest(message, ownTexts, button, unconfirmed)
    request.givenUp = call.givenUp
    dialogs
      .ask(request, () => reportShown('dialog'))
      .then((confirmed) => {
        // Its turn never came.
        if (!state.presented) emit(call, { type: 'quiet', why: 'closed' })
        else if (confirmed && action && !dialogs.isClosed()) runSafely(() => action.run(error))
      })
  }

  function toast(text: string, { locale: lang }: TextFinder, error?: UpsdkError): void {
    const wanted: unknown = askPage(() => options.toastDuration?.(text))
    const duration =
      typeof wanted === 'number' && wanted > 0
        ? Math.min(wanted, LONGEST_TIMER)
        : Math.min(LONGEST_TOAST, SHORTEST_TOAST + text.length * PER_CHARACTER)
    newestToast = { text, shownAt: clock(), duration }
    // A wallet that cannot be reached cannot show anything either.
    const unreachable = error && reasons()[error.reason].unreachable && { walletAnswers: undefined }
    presentToast(text, { lang, duration, error, ...facts, ...unreachable }, presenters)
  }

  /** Shows a text that is no failure's. */
  function showText(text: string): boolean {
    const short = shorten(text)
    if (short.trim() && !dialogs.isClosed()) toast(short, texts.current())
    return !!(presenter || kitPresenter)
  }

  return {
    noteAnswer() {
      facts.walletAnswers = true
    },
    noteKit(upsdk) {
      facts.upsdk = upsdk
    },
    notice(error, call) {
      // The page's `fail` has not run, so that is no reason to stay quiet.
      const unheard = { ...call, callbacks: {} }
      const why = whyQuietAtOnce(error, unheard) || whyQuietAfterTurn(error, stateOf(error), unheard)
      if (why && why !== 'on screen already') return undefined
      return (givenUp) => present(error, { ...unheard, requested: true, givenUp })
    },
    willShow: (error, call) => !whyQuietAtOnce(error, call),
    failure(error, call, showEarlier, onPlaced = noop) {
      // A call that fails for an earlier payment is always shown.
      const why = whyQuietAtOnce(error, showEarlier ? { ...call, requested: true } : call)
      if (why) return emit(call, { type: 'quiet', why })
      if (call.requested && !window.document.hidden) return present(error, call)
      const forget = onDestroy(() => {
        emit(call, { type: 'quiet', why: 'closed' })
        onPlaced()
      })
      const { answered, traits } = call
      // A call that the user would not miss waits until another one of the same tap is shown.
      const mustWait = answered ? traits.interactive : call.isTapped && needsTap(error, call)
      heartbeat.after(mustWait ? SLIDING_AWAY : NEXT_TASK, () => {
        forget()
        present(error, call, showEarlier)
        onPlaced()
      })
    },
    toast: showText,
  }
}

/** An action of the page or of a part. A function as its label finds it in the language of the message. */
export interface KitAction extends Omit<Action, 'label'> {
  label?: string | ((texts: TextFinder) => string)
}

type Keys = readonly string[]
export type KitActions = Readonly<Partial<Record<string, KitAction>>>

/**
 * Finds the button of a failure and its keys. Buttons of the whole kit are found by the keys of the message only, so
 * that a button for a reason does not appear with a sent payment.
 *
 * @param keysOfMessage the most specific first; undefined for an error of another copy of the kit
 */
function findAction(
  { code, reason, explanation }: UpsdkError,
  keysOfMessage: Keys | undefined,
  { options, traits, buttonReason }: FailedCall,
  ofKit: KitActions,
) {
  // A bare code is a key of the common code, never of one that a method uses in its own way.
  const ownKeys = code && explanation.source !== 'method' ? [code, reason] : [reason]
  const keys = keysOfMessage || ownKeys
  const buttonOf = (usual: Keys, ofCallOnly: Keys = []) => ({
    keys: usual,
    action: pick([...usual, ...ofCallOnly], options.actions) || pick(usual, ofKit),
  })
  const button = buttonOf(keys, ownKeys)
  return button.action || !buttonReason || !traits.interactive ? button : buttonOf([buttonReason])
}

/** Finds the action of the first key that has one. */
function pick(keys: Keys, actions: KitActions = {}): KitAction | undefined {
  const [key] = keys.filter((name) => hasOwn(actions, name))
  return key ? actions[key] : undefined
}

/**
 * Makes the texts of a dialog, all in the language of its message.
 *
 * @param unconfirmed whether it is about a payment that may have been made, which “cancel” would seem to cancel
 */
function toRequest(
  message: string,
  texts: TextFinder,
  { keys, action }: ReturnType<typeof findAction>,
  unconfirmed: boolean | undefined,
): DialogRequest {
  const { find, locale: lang } = texts
  const ok = find(['button-ok']) || 'OK'
  const title = find(['title-payment-unconfirmed'])
  // A page's own message has no title unless it begins with it and says more.
  const text = title && message.startsWith(title) && message.slice(title.length).replace(/^[\s.,。，]+/, '')
  const request: DialogRequest = {
    title: text ? title : undefined,
    message: text || message,
    sentence: message,
    confirm: ok,
    lang,
    unconfirmed,
  }
  if (!action) return request
  const label = typeof action.label === 'function' ? action.label(texts) : action.label
  request.confirm = label || find(keys.map((key) => `button-${key}`)) || ok
  request.cancel = find([unconfirmed ? 'button-close' : 'button-cancel'])
  return request
}

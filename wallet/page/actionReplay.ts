/** Plays the user's actions on the page again, one at a time, for the phone that runs all situations. */
import { type ElementLocator, nameOfAction, type PlayedAction } from '../shared/actions'
import type { ClientInFrame } from '../shared/client'
import type { AnsweredDialog, DialogAnswer } from '../shared/log'
import type { FromPage, WhyNot } from '../shared/messages'
import { pause } from '../shared/pause'
import { findElement, KIT_DIALOG } from './elementLocator'
import { change, type Filling, tap } from './hand'
import type { Log } from './log'
import { runAsPage } from './ownCode'
import { followPictures } from './pictureMoments'
import type { RunTime } from './runTime'
import { followNewestText } from './watch/newestText'
import { short } from './watch/seenTexts'
import { followView, isDisabled } from './watch/view'

/** If a page asks more often than this, it asks for ever. */
const MOST_DIALOGS = 20
/** How long a tap counts as the user's, in ms, as in browsers. */
const ACTIVE_FOR = 5000
/** How long a dialog of the kit stays, in ms, so that it is seen. */
const DIALOG_STAYS = 500

export interface Replay {
  /** Performs an action, if it can be done now. */
  act: NonNullable<ClientInFrame['act']>
  /** Reports that the page has drawn its content. @param lines of it */
  contentIsDrawn(lines: readonly string[]): void
  /** Reports to the phone what is left to report, without waiting any longer. */
  end(): void
}

export interface ReplayOptions {
  tell(message: FromPage): void
  /** Fires an event of the wallet. */
  fire(event: string): void
  bridgeUp(): void
  /** Records that a dialog of the kit is left by one of its buttons. */
  leave(locator: ElementLocator): void
  /** The title in the wallet's own bar. */
  barTitle(): string
  readonly log: Log
  readonly runTime: RunTime
}

/** Starts a replay in a new document, before the page's first script. */
export function startReplay({ tell, fire, bridgeUp, leave, barTitle, log, runTime }: ReplayOptions): Replay {
  let lastTap: number | undefined
  const dialogs = answerDialogs(tell)
  Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    get: () => ({
      hasBeenActive: lastTap !== undefined,
      isActive: lastTap !== undefined && performance.now() - lastTap < ACTIVE_FOR,
    }),
  })
  // No window opens: without a person's tap, a browser may block it.
  window.open = (address) => {
    tell({ type: 'ended', why: 'hand', detail: `window.open ${String(address || '')}` })
    return null
  }
  const view = followView({ runTime, barTitle, isNewestGone: followNewestText(log) }, (seen) =>
    tell({ type: 'view', ...seen }),
  )
  const pictures = followPictures(log, runTime, tell)
  let leftBy: readonly ElementLocator[] = []
  function leaveDialog(host: Element): void {
    pictures.takeWhatIsDue()
    for (const locator of leftBy) {
      const button = findElement(locator, (one) => isInside(one, host))
      if (!button) continue
      leftBy = leftBy.filter((one) => one !== locator)
      leave(locator)
      lastTap = performance.now()
      return tap(button)
    }
    // A modal dialog hears no key outside of it.
    host.dispatchEvent(escapeKey())
  }
  runTime.afterStep(createDialogLeaver(leaveDialog))

  function act(action: PlayedAction, answered: readonly AnsweredDialog[]): WhyNot | undefined {
    dialogs.answerAs(answered)
    if (action.kind === 'fire') return void fire(action.value)
    if (action.kind === 'bridgeUp') return void runAsPage(bridgeUp)
    if (action.kind === 'file') return 'hand'
    const { locator } = action
    const element = findElement(locator)
    if (!element) return findElement(locator, () => true) ? 'hidden' : 'missing'
    if (isDisabled(element)) return 'disabled'
    if (action.kind === 'click' && element.matches(OPENS_WINDOW)) return 'hand'
    // A person closes the kit's dialog first. Then the run leaves it, and the tap is tried again.
    if (document.querySelector(KIT_DIALOG)) return 'hidden'
    leftBy = action.leftBy
    lastTap = performance.now()
    if (action.kind !== 'click') {
      change(element, action as Filling)
      view.filled(element)
      return undefined
    }
    view.tapped(element)
    void lookForEffect(followReaction(), nameOfAction(action))
    tap(element)
    return undefined
  }

  async function lookForEffect(isIdle: () => Promise<boolean>, name: string): Promise<void> {
    if ((await isIdle()) && (await readsIsTrusted())) tell({ type: 'ended', why: 'untrusted', detail: name })
  }
  return {
    act,
    contentIsDrawn: (lines) => tell({ type: 'content', lines, since: Date.now() }),
    end() {
      view.lookAgain()
      pictures.end()
    },
  }
}

/** Matches links into a window of their own. */
const OPENS_WINDOW =
  'a[target]:not([target=""]):not([target=_self i]):not([target=_parent i]):not([target=_top i])'
/** How long the effect of a tap may take to begin, in ms. */
const REACTS_WITHIN = 600

/** Watches for effects of a tap. @returns resolves to true if there were none: document and resources are unchanged */
function followReaction(): () => Promise<boolean> {
  // newer-api: a page is replayed in the phone alone
  const resources = () => performance.getEntriesByType('resource').length
  const before = resources()
  let hasChanged = (): void => undefined
  const changed = new Promise<boolean>((resolve) => {
    hasChanged = () => resolve(true)
  })
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => !isOwnElement(target))) hasChanged()
  })
  observer.observe(document, { childList: true, characterData: true, attributes: true, subtree: true })
  return async () => {
    const isChanged = await Promise.race([changed, pause(REACTS_WITHIN)])
    observer.disconnect()
    return !isChanged && resources() === before
  }
}

const isOwnElement = (node: Node): boolean => !!(node instanceof Element && node.closest('[data-upsdk-kit]'))

/** Does a script of the page read `isTrusted`? It may refuse taps that no person made. */
async function readsIsTrusted(): Promise<boolean> {
  const texts = Array.from(document.scripts, async ({ src, textContent }) => {
    if (!src) return textContent || ''
    if (new URL(src).origin !== location.origin || src.includes('/@upsdk-kit/')) return ''
    const response = await fetch(src, { cache: 'force-cache' })
    return response.text()
  })
  for (const text of texts) if (/\.isTrusted\b/.test(await text.catch(() => ''))) return true
  return false
}

/**
 * Answers the browser's own dialogs as the user did who was asked the same, else as one in a hurry would. The log notes
 * their texts.
 */
function answerDialogs(tell: (message: FromPage) => void) {
  let count = 0
  let answered: readonly AnsweredDialog[] = []
  const asked = new Map<string, number>()
  const counted = <T>(value: T): T => {
    if (++count === MOST_DIALOGS) {
      tell({ type: 'ended', why: 'dialogs', detail: String(count) })
      throw new Error('[upsdk-kit] The page asks again and again; this run has ended.')
    }
    return value
  }
  window.alert = () => counted(undefined)
  const answerTo = (text: unknown): DialogAnswer | undefined => {
    const message = short(String(text))
    const nth = asked.get(message) || 0
    asked.set(message, nth + 1)
    const answers = answered.filter((one) => one.message === message)
    return (answers[nth] || answers[answers.length - 1])?.answer
  }
  window.confirm = (text) => counted(answerTo(text) !== false)
  window.prompt = (text, value = '') => {
    const answer = answerTo(text)
    return counted(answer === null || typeof answer === 'string' ? answer : value)
  }
  return {
    answerAs(given: readonly AnsweredDialog[]) {
      answered = given
    },
  }
}

/** Leaves each dialog of the kit once it was seen. */
function createDialogLeaver(leave: (host: Element) => void): () => void {
  const shown = new WeakSet<Element>()
  return () =>
    document.querySelectorAll(KIT_DIALOG).forEach((host) => {
      if (shown.has(host)) return
      shown.add(host)
      setTimeout(() => leave(host), DIALOG_STAYS)
    })
}

const isInside = (element: Element, host: Element): boolean =>
  host.contains(element) || !!host.shadowRoot?.contains(element)

const escapeKey = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })

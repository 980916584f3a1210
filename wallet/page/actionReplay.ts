/** Plays the user's actions on the page again, one at a time, for the phone that runs all situations. */
import { nameOfAction, type UserAction } from '../shared/actions'
import type { FromPage } from '../shared/messages'
import { pause } from '../shared/pause'
import { findElement } from './elementLocator'
import { followPendingWork, type PendingWork } from './pendingWork'

/** Does the phone around this page play actions again? It marks its frame before it opens the page. */
export function isReplayed(): boolean {
  try {
    return window.frameElement?.hasAttribute('data-replay') === true
  } catch {
    return false
  }
}

/** How long an action waits for its element, and how often it looks, in ms. */
const WAITS = 5000
const LOOKS_EVERY = 100
/** If a page asks more often than this, it asks for ever. */
const MOST_DIALOGS = 20
/** How long a tap counts as the user's, in ms, as in browsers. */
const ACTIVE_FOR = 5000
/** How long a dialog of the kit stays, in ms, so that it is seen. */
const DIALOG_STAYS = 500

export interface Replay {
  /** Performs an action once its element is there. */
  act(action: UserAction): Promise<void>
  /** The page has drawn its content. @param lines of it */
  contentIsDrawn(lines: readonly string[]): void
  /** Runs a function whose timers are the wallet's, not the page's. */
  readonly uncounted: PendingWork['uncounted']
}

/** Starts a replay in a new document, before the page's first script. @param fire fires an event of the wallet */
export function startReplay(
  tell: (message: FromPage) => void,
  fire: (event: string) => void,
  bridgeUp: () => void,
): Replay {
  let lastTap: number | undefined
  answerDialogs(tell)
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
  const work = followPendingWork((isBusy, hasMore) => tell({ type: 'busy', isBusy, hasMore }))
  work.uncounted(() => setInterval(createDialogLeaver(work.begin), LOOKS_EVERY))
  const wait: typeof pause = (ms) => work.uncounted(() => pause(ms))

  async function act(action: UserAction): Promise<void> {
    /** Tells the phone that the action follows at once. It is told first, since the action may lead the page away. */
    const tellActs = () => {
      work.beginAction()
      tell({ type: 'acted' })
    }
    if (action.kind === 'fire' || action.kind === 'bridgeUp') {
      tellActs()
      return action.kind === 'fire' ? fire(action.value) : bridgeUp()
    }
    const name = nameOfAction(action)
    if (action.kind === 'file') return tell({ type: 'ended', why: 'hand', detail: name })
    const element = await enabled(action.locator, wait)
    if (!element) {
      const isThere = (isMeant?: () => boolean) => !!findElement(action.locator, isMeant)
      const why = isThere() ? 'disabled' : isThere(() => true) ? 'hidden' : 'missing'
      return tell({ type: 'ended', why, detail: name })
    }
    if (action.kind === 'click' && element.matches(OPENS_WINDOW))
      return tell({ type: 'ended', why: 'hand', detail: name })
    lastTap = performance.now()
    if (action.kind !== 'click') {
      tellActs()
      return change(element, action as Filling)
    }
    const isIdle = followReaction(wait)
    tellActs()
    const answered = work.begin()
    tap(element)
    if ((await isIdle()) && (await work.uncounted(readsIsTrusted)))
      tell({ type: 'ended', why: 'untrusted', detail: name })
    answered()
  }
  return { act, contentIsDrawn: (lines) => tell({ type: 'content', lines }), uncounted: work.uncounted }
}

/** Matches links into a window of their own. */
const OPENS_WINDOW =
  'a[target]:not([target=""]):not([target=_self i]):not([target=_parent i]):not([target=_top i])'
/** The effect of a tap has begun within this time, in ms. */
const REACTS_WITHIN = 600

/** Watches what comes of a tap. @returns tells later whether nothing did: document and resources are as before */
function followReaction(wait: typeof pause): () => Promise<boolean> {
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
    const isChanged = await Promise.race([changed, wait(REACTS_WITHIN)])
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

const isDisabled = (element: Element): boolean =>
  element.matches(':disabled, [aria-disabled=true], fieldset:disabled *')

async function enabled(
  locator: Parameters<typeof findElement>[0],
  wait: typeof pause,
): Promise<Element | undefined> {
  const end = performance.now() + WAITS
  for (;;) {
    const element = findElement(locator)
    if (element && !isDisabled(element)) return element
    if (performance.now() > end) return undefined
    await wait(LOOKS_EVERY)
  }
}

/** Dispatches what a finger does. */
function tap(element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect()
  const at = { clientX: left + width / 2, clientY: top + height / 2 }
  const mouse = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1, ...at }
  const pointer = { ...mouse, pointerId: 1, pointerType: 'touch', isPrimary: true }
  // newer-api: it runs in the phone alone, in a browser of today
  element.dispatchEvent(new PointerEvent('pointerdown', pointer))
  const isStarted = touch(element, 'touchstart', at)
  // newer-api: it runs in the phone alone, in a browser of today
  element.dispatchEvent(new PointerEvent('pointerup', pointer))
  // A page that cancels a touch gets no mouse events and no click of it, and may make a click of its own.
  if (!touch(element, 'touchend', at) || !isStarted) return
  element.dispatchEvent(new MouseEvent('mousedown', mouse))
  if (element instanceof HTMLElement) element.focus({ preventScroll: true })
  element.dispatchEvent(new MouseEvent('mouseup', mouse))
  element.dispatchEvent(new MouseEvent('click', mouse))
}

/** @returns whether the page has not cancelled it */
function touch(element: Element, type: string, at: { clientX: number; clientY: number }): boolean {
  if (typeof TouchEvent !== 'function' || typeof Touch !== 'function') return true
  const one = new Touch({ identifier: 1, target: element, ...at })
  const touches = type === 'touchend' ? [] : [one]
  return element.dispatchEvent(
    new TouchEvent(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      touches,
      targetTouches: touches,
      changedTouches: [one],
    }),
  )
}

type Filling = Exclude<UserAction, { kind: 'fire' } | { kind: 'bridgeUp' } | { kind: 'click' | 'file' }>

/** Sets a field as a person would: frameworks read the value in `input`, and watch its own setter. */
function change(element: Element, action: Filling): void {
  if (action.kind === 'check') {
    // A click also changes it.
    if (element instanceof HTMLInputElement && element.checked !== action.value) element.click()
    return
  }
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set
  if (setter) setter.call(element, action.value)
  for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }))
}

/** Answers the browser's own dialogs as a user in a hurry would. The log has noted their texts. */
function answerDialogs(tell: (message: FromPage) => void): void {
  let count = 0
  const counted = <T>(value: T): T => {
    if (++count === MOST_DIALOGS) {
      tell({ type: 'ended', why: 'dialogs', detail: String(count) })
      throw new Error('[upsdk-kit] The page asks again and again; this run has ended.')
    }
    return value
  }
  window.alert = () => counted(undefined)
  window.confirm = () => counted(true)
  window.prompt = (_text?: string, value?: string) => counted(value ?? '')
}

/** Leaves each dialog of the kit once it was seen, as the Escape key does. @param begin the page waits until then */
function createDialogLeaver(begin: () => () => void): () => void {
  const shown = new WeakMap<Element, { readonly since: number; readonly left: () => void }>()
  return () =>
    document.querySelectorAll('[data-upsdk-kit=dialog]').forEach((host) => {
      const dialog = shown.get(host) || { since: performance.now(), left: begin() }
      shown.set(host, dialog)
      if (performance.now() - dialog.since < DIALOG_STAYS) return
      document.dispatchEvent(escapeKey())
      dialog.left()
    })
}

const escapeKey = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })

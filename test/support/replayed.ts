/** Replays actions on a page of the test, and puts back what a replay changes of the window. */
import { afterEach, beforeEach, vi } from 'vitest'
import { startReplay } from '../../wallet/page/actionReplay'
import { createLog } from '../../wallet/page/log'
import type { ElementLocator, RunAction } from '../../wallet/shared/actions'
import type { AnsweredDialog } from '../../wallet/shared/log'
import type { FromPage, ReplayEnd } from '../../wallet/shared/messages'
import { elementIn } from './onScreen'
import { putBack } from './putBack'

/** Uses fake time in every test of a file, and cleans the window after it. */
export function useReplays(): void {
  const { send } = XMLHttpRequest.prototype
  const { matches } = Element.prototype
  beforeEach(() => {
    vi.useFakeTimers()
    const timers = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']
    for (const name of ['open', 'alert', 'confirm', 'prompt', 'fetch', ...timers])
      vi.stubGlobal(name, Reflect.get(window, name))
    Object.assign(document, { getAnimations: () => [] })
    // happy-dom reads the flag of a selector only behind quotation marks.
    vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
      return matches.call(this, selector.replace(/=(\w+) i]/g, '="$1" i]'))
    })
  })
  afterEach(() => {
    XMLHttpRequest.prototype.send = send
    Reflect.deleteProperty(document, 'getAnimations')
    Reflect.deleteProperty(navigator, 'userActivation')
    putBack()
  })
}

export const ended = (why: ReplayEnd, detail = 'Pay') => ({ type: 'ended', why, detail })
/** A tap on the button with this name. */
export const PAY = { kind: 'click', locator: { by: 'role', role: 'button', name: 'Pay' } } as const

/** Starts a replay on a page. What it tells the phone, and what it does with the wallet, is kept in order. */
export function replay(html = '') {
  document.body.innerHTML = html
  const told: (
    | FromPage
    | { type: 'fired'; event: string }
    | { type: 'left'; locator: ElementLocator }
    | { type: 'bridge is up' }
  )[] = []
  const steps: (() => void)[] = []
  const replayed = startReplay({
    tell: (message) => void (/^(view|picture)$/.test(message.type) || told.push(message)),
    fire: (event) => void told.push({ type: 'fired', event }),
    leave: (locator) => void told.push({ type: 'left', locator }),
    barTitle: () => '',
    bridgeUp: () => void told.push({ type: 'bridge is up' }),
    log: createLog(),
    runTime: {
      afterStep: (run) => void steps.push(run),
      whenSeen: () => undefined,
      onLeave: () => undefined,
    },
  })
  /** Performs an action, and lets time go by. @returns why it was not done */
  const act = async (
    action: RunAction,
    ms = 0,
    answered: readonly AnsweredDialog[] = [],
    leftBy: readonly ElementLocator[] = [],
  ) => {
    const why = replayed.act({ ...action, pause: 0, leftBy }, answered)
    await vi.advanceTimersByTimeAsync(ms)
    return why
  }
  const step = () => {
    for (const run of steps) run()
  }
  return { told, act, step, ends: () => told.filter(({ type }) => type === 'ended') }
}

export const find = <Found extends Element = HTMLElement>(selector: string): Found =>
  elementIn<Found>(document, selector)

/** Takes back after a test what a watcher adds to the page for good: all files of a worker share one window. */
import { vi } from 'vitest'

const additions: (() => void)[] = []

/** Follows the listeners of targets, and the observers of the document, from now until `putBack`. */
export function followAdditions(...targets: readonly EventTarget[]): void {
  for (const target of targets) {
    const add = target.addEventListener.bind(target)
    vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
      add(type, listener, options)
      additions.push(() => target.removeEventListener(type, listener, options))
    })
  }
  class Observer extends MutationObserver {
    constructor(callback: MutationCallback) {
      super(callback)
      additions.push(() => this.disconnect())
    }
  }
  vi.stubGlobal('MutationObserver', Observer)
}

/** Gives the window its own functions back. What was spied on or stubbed under fake timers is fake, so it goes first. */
export function restoreGlobals(): void {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
}

/** Takes everything back, and the test's own changes too. */
export function putBack(): void {
  for (const takeBack of additions.splice(0)) takeBack()
  restoreGlobals()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
}

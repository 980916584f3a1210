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

/** Takes everything back, and the test's own changes too. */
export function putBack(): void {
  for (const takeBack of additions.splice(0)) takeBack()
  vi.restoreAllMocks()
  // Before the real timers: what was stubbed then was fake, and would come back after them.
  vi.unstubAllGlobals()
  vi.useRealTimers()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
}

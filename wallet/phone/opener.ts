/** Opens documents in the phone: each begins the log and the user's actions anew. */
import type { ActionCollector } from './actionHistory'
import type { PageFrame } from './pageFrame'
import type { PhoneLog } from './phoneLog'

export interface Opener {
  open(path: string): void
  reload(): void
}

export function createOpener(page: PageFrame, actions: ActionCollector, log: PhoneLog): Opener {
  function beginWithNext(): void {
    actions.beginWithNext()
    log.beginWithNext()
  }
  return {
    open(path) {
      beginWithNext()
      page.open(path)
    },
    reload() {
      beginWithNext()
      page.reload(pathNow())
    },
  }
}

/** Reads the page's path, which stands behind the phone's `#`. Only a path is opened, never another origin. */
export function pathNow(): string {
  const path = location.hash.slice(1)
  return /^\/(?![/\\])/.test(path) ? path : document.body.dataset.home || '/'
}

import type { UpsdkWindow } from '../window'

const LEAVING = ['popstate', 'hashchange', 'pagehide'] as const

/**
 * Where the page goes elsewhere, a dialog about where it was has no place any more.
 *
 * @returns ends listening
 */
export function onLeaving(window: UpsdkWindow, run: () => void): () => void {
  for (const name of LEAVING) window.addEventListener(name, run)
  return () => {
    for (const name of LEAVING) window.removeEventListener(name, run)
  }
}

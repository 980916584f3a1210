/** Follows whether the page has made a kit. */

import { consoleInspector, kitBehind } from '../../src/internals'
import { read } from '../../src/internalsWithoutDom'
import type { Inspector } from '../../src/types/inspector'
import type { UpsdkWindow } from '../../src/types/window'
import { bothInspectors } from '../shared/bothInspectors'
import type { Log } from './log'
import { missedTag } from './watch/sdkTags'

/** The kits that the page makes. */
export interface PageKit {
  /** Has the page made one? */
  isThere(): boolean
  /** Would a kit load upsdk itself, if the wallet were not simulated? */
  loadsSdk(): boolean
  /** Looks whether a kit is `window.upsdk`. A production build registers with no tools, so it is found there alone. */
  look(): void
  /** Calls a listener for each kit that the page makes, and at once if it has made one. */
  subscribe(listener: () => void): void
  /** Makes the inspector of a kit, which writes its steps into the log. */
  inspector(): Inspector
}

/** @param writes does each kit write to the console too? */
export function followKit(log: Log, writes: boolean): PageKit {
  let isThere = false
  let loadsSdk = false
  const listeners: (() => void)[] = []
  function found(): void {
    isThere = true
    log.kitIsThere()
    for (const listener of listeners) listener()
  }
  const follow: Inspector = {
    created({ options }) {
      if (read(options, 'script')) loadsSdk = true
      found()
    },
    step(step) {
      log.addKit(step)
      const tag = step.type === 'settled' && step.outcome === 'sdk-missing' && missedTag()
      if (tag) log.markMissedSdk(step.id, tag)
    },
  }
  return {
    isThere: () => isThere,
    loadsSdk: () => loadsSdk,
    look() {
      if (!isThere && kitBehind((window as UpsdkWindow).upsdk)) found()
    },
    subscribe(listener) {
      listeners.push(listener)
      if (isThere) listener()
    },
    inspector: () => (writes ? bothInspectors(consoleInspector(), follow) : follow),
  }
}

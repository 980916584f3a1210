/** Follows whether the page has made a kit. */

import { consoleInspector, findShared } from '../../src/internals'
import { read } from '../../src/internalsWithoutDom'
import type { Inspector } from '../../src/types/inspector'
import { bothInspectors } from '../shared/bothInspectors'
import type { RawStep } from '../simulator/steps'
import type { Log } from './log'
import { missedTag } from './watch/sdkTags'

/** The kits that the page makes. */
export interface PageKit {
  /** Has the page made one? */
  isThere(): boolean
  /** Would a kit load upsdk itself, if the wallet were not simulated? */
  loadsSdk(): boolean
  /** Looks for a kit. One of a production build uses no tools, but has made the record that all kits share. */
  look(): void
  /** Does a kit make this call for itself? It has said so right before, in that record. */
  owns(step: RawStep): boolean
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
      if (!isThere && findShared(window)) found()
    },
    owns({ type, method }) {
      const shared = findShared(window)
      if (type !== 'called' || shared?.own !== method) return false
      delete shared.own
      return true
    },
    subscribe(listener) {
      listeners.push(listener)
      if (isThere) listener()
    },
    inspector: () => (writes ? bothInspectors(consoleInspector(), follow) : follow),
  }
}

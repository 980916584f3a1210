/** Marks each call of `upsdk.ready` whose callback never runs, since the page calls no config (H29). */
import { traitsOf } from '../../../src/internalsWithoutDom'
import type { LogEntry } from '../../shared/log'
import type { Log } from '../log'

/** How long a page may take to get its signature, in ms. */
const CONFIGURES_WITHIN = 3000

const configures = ({ method }: LogEntry): boolean => method === 'config' || traitsOf(method).configures

export function followReady(log: Log): void {
  const known = new Set<LogEntry['id']>()
  function look(entry: LogEntry): void {
    const { id, method, called } = entry
    if (method !== 'ready' || !called || called.state === 'outside' || known.has(id)) return
    known.add(id)
    setTimeout(() => {
      if (!entry.told && !log.entries.some(configures)) log.markNeverReady(entry)
    }, CONFIGURES_WITHIN)
  }
  log.subscribe((changed) =>
    changed?.forEach((one) => {
      if ('steps' in one) look(one)
    }),
  )
}

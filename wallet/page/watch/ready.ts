/** Marks each call of `upsdk.ready` for which no config has come: its callback does not run without one (H29). */
import type { LogEntry } from '../../shared/log'
import { configures } from '../../shared/logStatus'
import type { Log } from '../log'

/** How long a page may take to get its signature, in ms. */
const CONFIGURES_WITHIN = 3000

export function followReady(log: Log): void {
  const known = new Set<LogEntry['id']>()
  function look(entry: LogEntry): void {
    const { id, method, called } = entry
    if (method !== 'ready' || !called || called.state === 'outside' || known.has(id)) return
    known.add(id)
    setTimeout(() => {
      if (!entry.told && !log.entries.some((one) => configures(one.method))) log.markNeverReady(entry)
    }, CONFIGURES_WITHIN)
  }
  log.subscribe((changed) =>
    changed?.forEach((one) => {
      if ('steps' in one) look(one)
    }),
  )
}

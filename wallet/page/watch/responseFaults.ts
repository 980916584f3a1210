/** Notes faults of the responses that this page got. Its server has seen them; the browser shows no difference. */
import type { ResponseFault } from '../../shared/responseFaults'
import type { Words } from '../../view/texts/words'
import type { Log } from '../log'

/** ms from a response until the server is asked, for all responses of that time at once. */
const ASKS_AFTER = 300

/** Asks the server whenever the page has got responses. @param address where the server lists the faults */
export function followResponseFaults(address: string, log: Log, words: Words): void {
  if (typeof PerformanceObserver !== 'function') return
  // The page may replace it.
  const ownFetch = window.fetch.bind(window)
  let lastId = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function take({ id, ago, kind, path }: ResponseFault): void {
    // Another document of this server may have met an earlier one.
    if (id > lastId && ago < performance.now()) log.addNote('server', words.responseFaults[kind](path))
    lastId = Math.max(lastId, id)
  }

  function ask(): void {
    timer = undefined
    ownFetch(address)
      .then((response) => response.json())
      .then((faults: readonly ResponseFault[]) => faults.forEach(take))
      // The server has ended.
      .catch(() => undefined)
  }

  function askSoon(): void {
    timer = timer || setTimeout(ask, ASKS_AFTER)
  }

  // newer-api: feature-detected above
  const observer = new PerformanceObserver((list) => {
    if (list.getEntries().some(({ name }) => name !== address)) askSoon()
  })
  observer.observe({ type: 'resource', buffered: true })
  askSoon()
}

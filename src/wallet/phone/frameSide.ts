/** The client's half of the phone: tells the phone what happens in its frame, and does what the phone asks for. */
import type { Log } from '../log/log'
import type { LogEntry, LogNote } from '../log/store'
import type { PageState } from '../pageState'
import type { DeskSettings } from '../settings'
import { type FromPage, type FromPhone, listenTo, send, sendNow } from './protocol'

/** Is this window the page in a phone's frame? */
export function isInPhone(): boolean {
  try {
    return window.parent !== window && window.frameElement?.getAttribute('data-upsdk-kit') === 'page'
  } catch {
    // A page that has set `document.domain`, or a frame of another origin.
    return false
  }
}

export interface FrameSideParts {
  readonly log: Log
  settings(): DeskSettings
  change(changed: DeskSettings): void
  fire(event: string): void
  bridgeUp(): void
  close(): void
}

export interface FrameSide {
  state(state: PageState): void
  /** The page has made a kit of its own. */
  kit(): void
}

/** ms in which steps are gathered into one message. */
const GATHER = 50
/** Notes that the page is about to leave. */
const LEAVING = /^(server|authorization|leaves)$/
/** ms between looks at the address, in a browser that does not tell of `pushState`. */
const LOOK = 300

type WithNavigation = { navigation?: EventTarget }

export function connectToPhone({ log, settings, change, fire, bridgeUp, close }: FrameSideParts): FrameSide {
  const phone = window.parent
  // Kept, since a page may replace them.
  const { history } = window
  const tell = (message: FromPage) => send(phone, message)
  const tellNow = (message: FromPage) => sendNow(phone, message)

  // It empties the phone's log: nothing of this document may be heard before it.
  tellNow({ type: 'started', settings: settings() })

  const changedEntries = new Set<LogEntry>()
  let changedNotes: LogNote[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  function flush(tellLog: typeof tell): void {
    clearTimeout(timer)
    timer = undefined
    const entries: LogEntry[] = []
    changedEntries.forEach((entry) => void entries.push(entry))
    tellLog({ type: 'log', entries, notes: changedNotes })
    changedEntries.clear()
    changedNotes = []
  }
  log.subscribe((one) => {
    if (!one) return
    if ('steps' in one) changedEntries.add(one)
    else changedNotes = [...changedNotes, one]
    // Once another page has the frame, nothing comes from this one.
    if (one && LEAVING.test('kind' in one ? one.kind : '')) return flush(tellNow)
    timer = timer || setTimeout(() => flush(tell), GATHER)
  })
  // What has been gathered must not go with the document.
  window.addEventListener('pagehide', () => flush(tellNow))

  let told = ''
  function tellAddress(): void {
    const { pathname, search, hash } = location
    const path = pathname + search + hash
    const now = `${path}\n${document.title}`
    if (now === told) return
    told = now
    tell({ type: 'address', path, title: document.title })
  }
  const { navigation } = window as unknown as WithNavigation
  if (navigation) navigation.addEventListener('currententrychange', tellAddress)
  setInterval(tellAddress, LOOK)
  tellAddress()

  listenTo<FromPhone>(
    () => phone,
    (message) => {
      if (message.type === 'change') change(message.settings)
      else if (message.type === 'fire') fire(message.event)
      else if (message.type === 'bridge-up') bridgeUp()
      else if (message.type === 'back') history.back()
      else if (message.type === 'close') close()
    },
  )
  return { state: (state) => tell({ type: 'state', state }), kit: () => tell({ type: 'kit' }) }
}

/** The client's half of the phone: reports to the phone what happens in its frame, and does what the phone asks for. */

import type { TimedAction } from '../shared/actions'
import type { LogDocument, LogItem, LogMessage, NoteKind } from '../shared/log'
import type { FromPage, FromPhone } from '../shared/messages'
import type { PageState } from '../shared/pageState'
import type { DeskSettings } from '../shared/settings'
import { listenTo, send, sendNow } from '../view/frameMessages'
import type { Log } from './log'
import type { RunTime } from './runTime'

/** Is this window the page inside a phone's frame? */
export function isInPhone(): boolean {
  try {
    return window.parent !== window && window.frameElement?.getAttribute('data-upsdk-kit') === 'page'
  } catch {
    // The page has set `document.domain`, or the frame around it has another origin.
    return false
  }
}

/** What the phone asks of the page. */
export interface PhoneCommands {
  change(changed: DeskSettings): void
  fire(event: string): void
  bridgeUp(): void
  close(): void
}

export interface PhoneConnection {
  /** Sends a message that arrives at once: the page may be gone afterwards. */
  readonly tell: typeof tellPhone
  /** Hands on the log of a frame in the page. */
  relay(message: LogMessage): void
  state(state: PageState): void
  /** Reports what a person has done. */
  action(action: TimedAction): void
  /** Reports that the page has made a kit of its own. */
  kit(): void
  /** Does what the phone asks for from now on. */
  obey(commands: PhoneCommands): void
}

/** Steps within these ms are sent in one message. */
const GATHER = 50
/** More steps are sent at once: a page that calls upsdk in a loop must not fill the memory of its tab. */
const MOST_WAITING = 1000
/** Kinds of notes after which the page may be gone. */
const LEAVING: readonly NoteKind[] = ['server', 'authorization', 'leaves']
/** How often the address is read, in ms: some browsers have no event for `pushState`. */
const LOOK_EVERY = 300

type WithNavigation = { navigation?: EventTarget }

/** Sends a message to the phone that arrives at once: the page may be gone afterwards. */
export const tellPhone = (message: FromPage): void => sendNow(window.parent, message)

/** Connects the page to its phone, which hears all that the log gets from now on: in a run, after each step of the page. */
export function connectToPhone(log: Log, settings: () => DeskSettings, runTime?: RunTime): PhoneConnection {
  const phone = window.parent
  // The page may replace `window.history` later.
  const { history } = window
  const sendToPhone = (message: FromPage) => send(phone, message)
  const sendToPhoneNow = (message: FromPage) => sendNow(phone, message)
  /** In a run, the order of all messages is that of the page's time. */
  const sendSoon = runTime ? sendToPhoneNow : sendToPhone

  // This message may empty the phone's log, so it has to be the first one of this document.
  sendToPhoneNow({ type: 'started', settings: settings(), isReload: isReload() })

  let waiting: LogItem[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let source: LogDocument | undefined
  function flush(sendLog: typeof sendToPhone): void {
    clearTimeout(timer)
    timer = undefined
    if (source && waiting.length) sendLog({ type: 'log', document: source, items: waiting })
    waiting = []
  }
  log.give(({ document: from, items }) => {
    source = from
    waiting.push(...items)
    // These notes cannot wait, since the frame may have another page soon.
    if (items.some((item) => 'note' in item && LEAVING.includes(item.note.kind))) return flush(sendToPhoneNow)
    if (waiting.length >= MOST_WAITING) return flush(runTime ? sendToPhoneNow : sendToPhone)
    timer = timer || (runTime ? undefined : setTimeout(() => flush(sendToPhone), GATHER))
  })
  // The waiting steps would get lost with the document.
  window.addEventListener('pagehide', () => flush(sendToPhoneNow))

  let sentAddress = ''
  function sendAddress(): void {
    const { pathname, search, hash } = location
    const path = pathname + search + hash
    const now = `${path}\n${document.title}`
    if (now === sentAddress) return
    sentAddress = now
    sendSoon({ type: 'address', path, title: document.title, since: Date.now() })
  }
  const { navigation } = window as unknown as WithNavigation
  if (navigation) navigation.addEventListener('currententrychange', sendAddress)
  if (runTime)
    runTime.afterStep(() => {
      flush(sendToPhoneNow)
      sendAddress()
    })
  else setInterval(sendAddress, LOOK_EVERY)
  sendAddress()

  return {
    tell: sendToPhoneNow,
    relay: sendSoon,
    state: (state) => sendSoon({ type: 'state', state }),
    // The tap may lead away from the page.
    action: (action) => sendToPhoneNow({ type: 'action', action }),
    kit: () => sendSoon({ type: 'kit' }),
    obey: ({ change, fire, bridgeUp, close }) =>
      listenTo<FromPhone>(
        () => phone,
        (message) => {
          if (message.type === 'change') change(message.settings)
          else if (message.type === 'fire') fire(message.event)
          else if (message.type === 'bridge-up') bridgeUp()
          else if (message.type === 'back') history.back()
          else if (message.type === 'close') close()
        },
      ),
  }
}

/** Was this document loaded by a reload? The newer field is missing on iOS 10. */
const isReload = (): boolean => performance.navigation?.type === 1

/** A page of ours in the simulated wallet, without the phone around it: for the film, and for pages of the site. */
import { createLogReceiver, type LogReceiver } from '../wallet/shared/logReceiver'
import type { FromPage } from '../wallet/shared/messages'
import { INITIAL_STATE } from '../wallet/shared/pageState'
import type { DeskSettings } from '../wallet/shared/settings'
import { DESK, type WindowWithDesk } from '../wallet/view/deskOfFrame'
import { listenTo, send } from '../wallet/view/frameMessages'
import { createTitleBar } from '../wallet/view/titleBar'
import { make, openInFrame } from './dom'
import { type Language, walletWords } from './language'

export interface FramedPage {
  /** The wallet's title bar. */
  readonly bar: HTMLElement
  readonly frame: HTMLIFrameElement
  /** The page's log, which begins anew with each document. */
  readonly log: LogReceiver
  /** Opens a page with settings of the wallet. `replace` keeps it out of the browser's history. */
  open(address: string, settings: DeskSettings): void
  end(): void
}

/** The settings of each frame, which its page asks for at its start. */
const settingsOf = new WeakMap<Element, DeskSettings>()

export function createFramedPage(language: Language): FramedPage {
  const around = window as WindowWithDesk
  around[DESK] ||= { start: (own, frame) => ({ ...own, ...settingsOf.get(frame) }) }

  const frame = make('iframe', { 'data-upsdk-kit': 'page' })
  const log = createLogReceiver()
  let title = ''
  let state = INITIAL_STATE
  const bar = createTitleBar({
    words: walletWords[language],
    onBack: () => tell('back'),
    onClose: () => tell('close'),
    onRightButton: () =>
      frame.contentWindow && send(frame.contentWindow, { type: 'fire', event: 'rightbtnclick' }),
  })
  const tell = (type: 'back' | 'close') => frame.contentWindow && send(frame.contentWindow, { type })
  const draw = () => bar.show(state.titleBar, title)
  draw()

  const end = listenTo<FromPage>(
    () => frame.contentWindow,
    (message) => {
      if (message.type === 'started') {
        log.clear()
        state = INITIAL_STATE
      } else if (message.type === 'log') log.take(message)
      else if (message.type === 'state') state = message.state
      else if (message.type === 'address') title = message.title
      draw()
    },
  )

  return {
    bar: bar.host,
    frame,
    log,
    open(address, settings) {
      settingsOf.set(frame, settings)
      log.clear()
      openInFrame(frame, address)
    },
    end,
  }
}

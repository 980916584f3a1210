/**
 * The simulated wallet inside a page in development: it draws itself, asks its developer, and keeps a log of all calls.
 * Around the page is its control or the phone. Development servers and `upsdk-kit/dev` use it; a production build never
 * has it.
 */

import { installDevTools } from '../../src/internals'
import { isWalletAgent } from '../../src/internalsWithoutDom'
import { CLIENT, type ClientInFrame, type ClientOfKit, type ClientOfStandIn } from '../shared/client'
import type { LogMessage } from '../shared/log'
import type { PageState } from '../shared/pageState'
import { WHOLE } from '../shared/portable'
import type { ClientOptions, DeskSettings } from '../shared/settings'
import type { Simulator } from '../simulator/wallet'
import { testText } from '../view/test/testText'
import { wordsNow } from '../view/texts/wordsNow'
import { answerCalls } from './answeredCalls'
import type { AnswerSources } from './answerer'
import { showControl } from './control'
import { createDrawings } from './drawings'
import { connectToDriver } from './driver'
import { followVisit, type Visit } from './earlierDocuments'
import { exampleFor } from './exampleFor'
import { createLog, type Log } from './log'
import { followKit, type PageKit } from './pageKit'
import { createPageSettings, type PageSettings } from './pageSettings'
import { followPerson, type Person } from './person'
import { connectToPhone, isInPhone, type PhoneConnection, tellPhone } from './phoneConnection'
import { joinRunClock, type RunTime } from './runTime'
import { createStateStore, type StateStore } from './stateStore'
import { noStore, pageStore, phoneStore, type Store, serverStore } from './storage'
import { textAtOwnServer } from './targetAddress'
import { followKitCallbacks } from './watch/kitCallbacks'
import { followReady } from './watch/ready'
import { isOnPage } from './watch/seenTexts'
import { followUsedTexts } from './watch/usedTexts'
import { watchPage } from './watchPage'
import { whenParsed } from './whenParsed'

/** The wallet in this page, for tools that drive it from outside. */
export interface WalletClient extends ClientInFrame, ClientOfKit, ClientOfStandIn {
  readonly log: Log
  readonly simulator: Simulator
  readonly settings: PageSettings['chosen']
  readonly change: PageSettings['change']
  pageState(): PageState
  /** Hands the log of a frame in this page to the phone. */
  takeFrom(frame: LogMessage): void
}

type WithClient = { [CLIENT]?: WalletClient }

/** Starts the client, once per page. In a real wallet, nothing is simulated. */
export function start(options: ClientOptions): WalletClient | undefined {
  const { simulator, inspector } = options
  // Joined before anything reads the time. A page that loads `upsdk-kit/dev` itself starts a second client, which does nothing.
  const runTime = options.driver || CLIENT in window ? undefined : joinRunClock()
  const log = createLog(options.driver ? WHOLE : undefined)
  const kit = followKit(log, inspector)
  const hasTools = inspector || simulator
  if (!installDevTools({ inspector: hasTools ? kit.inspector : undefined }) || !simulator) return undefined
  // In a test, the browser has the wallet's user agent although the wallet is simulated.
  if (!options.driver && isWalletAgent(navigator.userAgent)) return undefined
  const client = simulate(simulator === true ? {} : simulator, options, log, kit, runTime)
  Object.defineProperty(window, CLIENT, { value: client, configurable: true })
  return client
}

/** Makes the wallet: what it knows, what it draws, what answers, who acts, what follows the page, and what is around it. */
function simulate(
  given: DeskSettings,
  options: ClientOptions,
  log: Log,
  kit: PageKit,
  runTime: RunTime | undefined,
): WalletClient {
  const { driver: driverName, settingsAddress, targetOrigin } = options
  const address = location.href
  const words = wordsNow()
  const settings = createPageSettings(given, storeFor(driverName, settingsAddress), !!settingsAddress)
  const { chosen, inForce, change } = settings
  const state = createStateStore()
  const phone = isInPhone() ? connectToPhone(log, chosen, runTime) : undefined
  const driver = driverName ? connectToDriver(driverName, log) : undefined
  // newer-api: a test must not wait for a tap, and no old WebView is driven by one
  const isAsking = () => inForce().ask ?? !navigator.webdriver
  const drawings = createDrawings({
    words,
    log,
    state,
    keepAnswer: settings.keepAnswer,
    showsPages: () => isAsking() || !!phone,
  })
  const exampleOf = (method: string, params: unknown) => exampleFor(method, params).value
  const sources: AnswerSources = { isAsking, asker: drawings.asker, exampleOf }
  // A test has no diagnoses, and HarmonyOS answers as Android does.
  const usedTexts =
    driver || inForce().platform === 'ios' ? undefined : followUsedTexts(log, !!chosen().inPlace)
  if (!driver) followReady(log)
  const calls = answerCalls({ log, kit, settings, state, sources, driver, usedTexts, targetOrigin })
  const { upsdk } = inForce()
  if (upsdk === 'given') calls.runFile()
  const person = followPerson({
    simulator: calls.simulator,
    isTest: !!driver,
    phone,
    log,
    barTitle: () => state.now().titleBar.title || '',
    runTime,
  })
  const { actions, replay } = person
  person.actions?.subscribe(log.addAct)
  watchPage({ client: options, words, log, kit, settings, state, sources, drawings, replay, runTime })

  const above = clientAbove()
  const ownVisit = (): Visit => ({ log, actions: actions?.list || [], address, title: document.title })
  // A tab has one document of the page at a time.
  const visit = driver || (above && !phone) ? ownVisit : followVisit(ownVisit)
  const asTest = () =>
    textAtOwnServer(
      testText({
        ...visit(),
        settings: chosen(),
        exampleOf,
        hasKit: kit.isThere(),
        locale: navigator.language,
        isOnPage,
      }),
      targetOrigin,
    )
  if (phone) reportTo(phone, { settings, state, kit, person })
  // A frame inside a page with the client needs no control of its own. A test has no control either, since it looks for
  // the page's own texts and buttons.
  else if (!driver && above) log.give(above.takeFrom)
  else if (!driver)
    whenParsed(() => {
      const control = showControl({
        words,
        log,
        read: chosen,
        change,
        bridgeUp: person.bridgeUp,
        asTest,
        titleBar: () => state.now().titleBar,
        onRightButton: () => person.fire('rightbtnclick'),
      })
      state.subscribe(control.refresh)
      settings.subscribe(control.refresh)
    })
  return {
    log,
    simulator: calls.simulator,
    settings: chosen,
    change,
    pageState: state.now,
    takeFrom(frame) {
      const message = { ...frame, document: { ...frame.document, isFrame: true } } as const
      if (phone) phone.relay(message)
      else above?.takeFrom(message)
    },
    sdkLoaded() {
      if (upsdk === 'loaded') calls.runFile()
    },
    bridgeLoaded: calls.simulator.bridgeUp,
    asTest,
    ...(replay && { act: person.act, endRun: replay.end }),
    followKit: (made) => (driver ? made : followKitCallbacks(made, log, usedTexts)),
  }
}

interface ReportOptions {
  readonly settings: PageSettings
  readonly state: StateStore
  readonly kit: PageKit
  readonly person: Person
}

/** Reports to the phone what changes, and does what it asks for. */
function reportTo(phone: PhoneConnection, { settings, state, kit, person }: ReportOptions): void {
  const { fire, bridgeUp } = person
  phone.obey({
    change: settings.replace,
    fire,
    bridgeUp,
    close: () => state.set({ ...state.now(), isClosed: true }),
  })
  person.actions?.subscribe(phone.action)
  state.subscribe(phone.state)
  // A kit in upsdk's place was not made by the page.
  kit.subscribe(() => {
    if (!settings.chosen().inPlace) phone.kit()
  })
}

/** Finds who keeps the settings: nobody in a test, the phone around the page, the server, or the page itself. */
function storeFor(driver: string | undefined, settingsAddress: string | undefined): Store {
  if (driver) return noStore
  if (isInPhone()) return phoneStore(tellPhone)
  return settingsAddress ? serverStore(settingsAddress) : pageStore
}

/** Finds the client of the page around this frame. */
function clientAbove(): WalletClient | undefined {
  try {
    return window.parent === window ? undefined : (window.parent as WithClient)[CLIENT]
  } catch {
    return undefined
  }
}

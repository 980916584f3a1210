/**
 * The simulated wallet inside a page in development: it draws itself, asks its developer, and keeps a log of all calls.
 * Around the page is its control or the phone. Development servers and `upsdk-kit/dev` use it; a production build never
 * has it.
 */

import { installDevTools } from '../../src/internals'
import { isWalletAgent } from '../../src/internalsWithoutDom'
import { CLIENT, type ClientInFrame, type ClientOfKit, type ClientOfStandIn } from '../shared/client'
import { afterCall, type PageState, textParam } from '../shared/pageState'
import { WHOLE } from '../shared/portable'
import type { ClientOptions, DeskSettings } from '../shared/settings'
import { installWallet, type Simulator } from '../simulator/wallet'
import { guardLayers } from '../view/layer'
import { testText } from '../view/test/testText'
import { wordsNow } from '../view/texts/wordsNow'
import { isReplayed, startReplay } from './actionReplay'
import { answerNow, answerToAuthorization } from './answerer'
import { createAsker } from './asker'
import { showControl } from './control'
import { showSheet } from './draw/sheet'
import { createWalletPages } from './draw/walletPage'
import { showWalletToast } from './draw/walletToast'
import { connectToDriver } from './driver'
import { exampleFor } from './exampleFor'
import { createLog, type Log } from './log'
import { followKit, type PageKit } from './pageKit'
import { createPageSettings, type PageSettings } from './pageSettings'
import { connectToPhone, isInPhone, tellPhone } from './phoneConnection'
import { sdkEncoding } from './sdkEncoding'
import { createStateStore } from './stateStore'
import { createMemory, noStore, pageStore, phoneStore, type Store, serverStore } from './storage'
import { addressAt, addressHere, followOwnAddress, leadSocketsHere, textAtOwnServer } from './targetAddress'
import { followActions } from './watch/actions'
import { followAnswerFaults } from './watch/answerFaults'
import { followAuthorization } from './watch/authorization'
import { followErrors } from './watch/errors'
import { followKitCallbacks } from './watch/kitCallbacks'
import { followMissingSdk } from './watch/missingSdk'
import { followRefusals } from './watch/refused'
import { keepSdkOut, type SdkSource } from './watch/sdkFile'
import { followFailedScripts, followOwnTag } from './watch/sdkTags'
import { followSeenTexts, isOnPage } from './watch/seenTexts'
import { followUsedTexts } from './watch/usedTexts'
import { followWalletLinks } from './watch/walletLinks'
import { whenParsed } from './whenParsed'

/** The wallet in this page, for tools that drive it from outside. */
export interface WalletClient extends ClientInFrame, ClientOfKit, ClientOfStandIn {
  readonly log: Log
  readonly simulator: Simulator
  readonly settings: PageSettings['chosen']
  readonly change: PageSettings['change']
  pageState(): PageState
}

type WithClient = { [CLIENT]?: WalletClient }

/** Starts the client, once per page. In a real wallet, nothing is simulated. */
export function start(options: ClientOptions): WalletClient | undefined {
  const { simulator, inspector } = options
  const log = createLog(options.driver ? WHOLE : undefined)
  const kit = followKit(log, inspector)
  const hasTools = inspector || simulator
  if (!installDevTools({ inspector: hasTools ? kit.inspector : undefined }) || !simulator) return undefined
  // In a test, the browser has the wallet's user agent although the wallet is simulated.
  if (!options.driver && isWalletAgent(navigator.userAgent)) return undefined
  const client = simulate(simulator === true ? {} : simulator, options, log, kit)
  Object.defineProperty(window, CLIENT, { value: client, configurable: true })
  return client
}

/** Makes the wallet: what it knows, what it draws, what answers, what follows the page, and what is around the page. */
function simulate(
  given: DeskSettings,
  { sdkAddress, settingsAddress, faultsAddress, targetOrigin, notes = [], driver: driverName }: ClientOptions,
  log: Log,
  kit: PageKit,
): WalletClient {
  // The settings and the state.
  const address = location.href
  const words = wordsNow()
  const inPhone = isInPhone()
  const settings = createPageSettings(given, storeFor(driverName, settingsAddress), !!settingsAddress)
  const { chosen, inForce, change } = settings
  const state = createStateStore()
  const isInside = () => inForce().insideWallet
  // newer-api: a test must not wait for a tap, and no old WebView is driven by one
  const isAsking = () => inForce().ask ?? !navigator.webdriver

  // The drawings.
  const pages = createWalletPages({
    words,
    onBack: () => state.set({ ...state.now(), walletPage: undefined }),
    onOpenAgain: () => location.reload(),
  })
  state.subscribe((next) => {
    if (isAsking() || inPhone) pages.show(next)
  })
  const memories = { scanned: createMemory('scanned'), returnTo: createMemory('return-to') }
  const asker = createAsker({
    show: (question, choose, leaveAll) =>
      showSheet(question, choose, leaveAll, {
        words,
        memories,
        exampleOf: ({ method, params }) => exampleFor(method, params),
      }),
    onChoice: ({ method }, { outcome }) => log.markOutcome(method, outcome),
    keep: settings.keepAnswer,
  })

  // The answers.
  const exampleOf = (method: string, params: unknown) => exampleFor(method, params).value
  const sources = { isAsking, asker, exampleOf }
  const driver = driverName ? connectToDriver(driverName, log) : undefined
  // A test has no diagnoses, and HarmonyOS answers as Android does.
  const usedTexts =
    driver || inForce().platform === 'ios' ? undefined : followUsedTexts(log, !!chosen().inPlace)
  const { insideWallet, platform, bridge, language, readyAfter, upsdk } = inForce()
  const { simulator, runFile } = installWallet({
    insideWallet,
    platform,
    bridge,
    language,
    readyAfter,
    examples: true,
    encoding: sdkEncoding,
    otherwise: (method, params) =>
      driver ? driver.answerTo(method, params, sources) : answerNow(method, inForce(), sources),
    latency: () => inForce().latency,
    address: () => addressAt(targetOrigin),
    observe(step) {
      kit.look()
      log.addRaw(step)
      usedTexts?.observe(step)
      if (step.type !== 'reached') return
      const { method, params } = step
      // Otherwise the log would show the call as waiting.
      if (inForce().answers?.[method] === 'silent') log.markOutcome(method, 'silent')
      if (method === 'showFlashInfo') whenParsed(() => showWalletToast(textParam(params, 'msg')))
      whenParsed(() => state.set(afterCall(state.now(), method, params)))
    },
  })
  const isGiven = upsdk === 'given'
  if (isGiven && chosen().situation !== 'sdk-missing') runFile()

  // The watchers of the page. `guardLayers` hides events of the drawings from listeners that are added later.
  const actions = driver ? undefined : followActions()
  guardLayers()
  const fire = (event: string) => {
    actions?.add({ kind: 'fire', value: event })
    simulator.fire(event)
  }
  const bridgeUp = () => {
    actions?.add({ kind: 'bridgeUp' })
    simulator.bridgeUp()
  }
  // `followSeenTexts` notes the dialogs that the replay answers, so it comes later.
  const isReplay = inPhone && !driver && isReplayed()
  const replay = isReplay ? startReplay(tellPhone, fire, bridgeUp) : undefined
  followSeenTexts(log, replay && ((lines) => tellPhone({ type: 'content', lines })))
  followWalletLinks(log, isInside, (walletPage) => state.set({ ...state.now(), walletPage }))
  followFailedScripts()
  const noteOwnTag =
    isGiven && !driver
      ? followOwnTag(kit.loadsSdk, (tag) => log.addNote('own-tag', words.ownTag[tag]))
      : undefined
  keepSdkOut(sdkSource(), (address, tag) => {
    log.addNote('sdk', address)
    noteOwnTag?.(address, tag)
  })
  function sdkSource(): SdkSource {
    if (driverName) return { kind: 'own address' }
    return sdkAddress ? { kind: 'stand-in', address: sdkAddress } : { kind: 'nothing' }
  }
  followAuthorization({
    isInside,
    answer: (authorization) => answerToAuthorization(authorization, inForce(), sources),
    toHere: (address) => addressHere(address, targetOrigin),
    returnsHere: () => memories.returnTo.get() === 'here',
    log,
    words,
  })
  followRefusals(log)
  if (!driver) followMissingSdk(log, () => !isInside() || kit.loadsSdk())
  if (targetOrigin) {
    leadSocketsHere(targetOrigin)
    followOwnAddress(targetOrigin, (path) => log.addNote('server', words.ownAddress(path)))
    // A replay counts the page's requests.
    if (faultsAddress && !replay) followAnswerFaults(faultsAddress, log, words)
  }
  followErrors(log)

  // The control or the phone around the page.
  const asTest = () =>
    textAtOwnServer(
      testText({
        log,
        actions: actions?.list || [],
        settings: chosen(),
        address,
        title: document.title,
        exampleOf,
        hasKit: kit.isThere(),
        locale: navigator.language,
        isOnPage,
      }),
      targetOrigin,
    )
  if (inPhone) {
    const phone = connectToPhone({
      log,
      settings: chosen,
      change: settings.replace,
      fire,
      bridgeUp,
      close: () => state.set({ ...state.now(), isClosed: true }),
      act(deed) {
        if (!replay) return
        // `fire` and `bridgeUp` record themselves. Other replayed actions are not trusted, so nothing else records them.
        if (deed.kind !== 'fire' && deed.kind !== 'bridgeUp') actions?.add(deed)
        void replay.act(deed)
      },
    })
    actions?.subscribe(phone.action)
    state.subscribe(phone.state)
    // A kit in upsdk's place is none that the page has made.
    kit.subscribe(() => {
      if (!chosen().inPlace) phone.kit()
    })
  }
  // A frame inside a page with the client needs no control of its own. A test has no control either, since it looks for
  // the page's own texts and buttons.
  else if (!driver && !isBesideClient())
    whenParsed(() => {
      const control = showControl({
        words,
        log,
        read: chosen,
        change,
        bridgeUp,
        asTest,
        titleBar: () => state.now().titleBar,
        onRightButton: () => fire('rightbtnclick'),
      })
      state.subscribe(control.refresh)
      settings.subscribe(control.refresh)
    })
  // The phone listens to the log from here on.
  for (const kind of notes) log.addNote('server', words.serverNotes[kind])
  if (!notes.includes('policy'))
    whenParsed(() => {
      if (hasDisabledPolicy()) log.addNote('server', words.serverNotes.policy)
    })
  return {
    log,
    simulator,
    settings: chosen,
    change,
    pageState: state.now,
    sdkLoaded: () => void (isGiven || runFile()),
    bridgeLoaded() {
      simulator.bridgeUp()
      simulator.fire('deviceready')
    },
    asTest,
    followKit: (made) => (driver ? made : followKitCallbacks(made, log, usedTexts)),
  }
}

/** Has the server disabled a policy that came behind the page's first script? */
const hasDisabledPolicy = (): boolean =>
  !!document.querySelector('meta[http-equiv^="x-content-security-policy" i]')

/** Finds who keeps the settings: nobody in a test, the phone around the page, the server, or the page itself. */
function storeFor(driver: string | undefined, settingsAddress: string | undefined): Store {
  if (driver) return noStore
  if (isInPhone()) return phoneStore(tellPhone)
  return settingsAddress ? serverStore(settingsAddress) : pageStore
}

function isBesideClient(): boolean {
  try {
    return window.parent !== window && !!(window.parent as WithClient)[CLIENT]
  } catch {
    return false
  }
}

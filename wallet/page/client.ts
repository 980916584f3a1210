/**
 * The wallet on the desk, inside the page: a simulated wallet that draws itself and asks its developer, a log of all
 * calls, and a control or the phone around the page. Development servers and `upsdk-kit/dev` use it; a production build
 * never has it.
 */

import { isWalletAgent, read } from '../../src/plainTools'
import { consoleInspector, installDevTools, kitBehind } from '../../src/tools'
import type { Inspector } from '../../src/types/inspector'
import type { UpsdkWindow } from '../../src/types/window'
import { testText } from '../playwright/text/testText'
import { bothInspectors } from '../shared/bothInspectors'
import { CLIENT, type ClientInFrame } from '../shared/client'
import { afterCall, INITIAL_STATE, type PageState, textOf } from '../shared/pageState'
import { WHOLE } from '../shared/portable'
import type { ClientOptions, DeskSettings } from '../shared/settings'
import { exampleCode, WEB_AUTHORIZATION } from '../shared/webAuthorization'
import { installSimulator, type RawStep, type Simulator } from '../simulator'
import { exampleOf } from '../simulator/examples'
import { guardLayers } from '../view/layer'
import { wordsNow } from '../view/texts/texts'
import { answerNow, answerToAuthorization } from './answers'
import { type Choice, createAsker } from './asker'
import { type Choices, createChoices } from './choices'
import { type Control, showControl } from './control'
import { showSheet } from './draw/sheet'
import { createWalletPages } from './draw/walletPage'
import { showWalletToast } from './draw/walletToast'
import { connectToDriver } from './driver'
import { connectToPhone, type FrameSide, isInPhone, tellPhone } from './frameSide'
import { createLog, type Log } from './log'
import { isReplayed, startReplay } from './replay'
import { createMemory, noStore, pageStore, serverStore } from './storage'
import { followActions } from './watch/actions'
import { followAuthorization } from './watch/authorization'
import { followMissingSdk } from './watch/missingSdk'
import { followWalletLinks } from './watch/navigation'
import { followRefusals } from './watch/refused'
import { keepSdkOut } from './watch/sdkFile'
import { followTexts, isOnPage } from './watch/seen'
import {
  addressAt,
  addressHere,
  followOwnAddress,
  leadSocketsHere,
  pathOf,
  textAtOwnServer,
} from './watch/targetAddress'
import { followUsedTexts } from './watch/usedTexts'

/** The wallet in this page, for tools that drive it from outside. */
export interface WalletClient extends ClientInFrame {
  readonly log: Log
  readonly simulator: Simulator
  readonly settings: Choices['chosen']
  readonly change: Choices['change']
  pageState(): PageState
  /** Does what UnionPay's own bridge script does: brings the bridge up, even for an upsdk inside the page's bundle. */
  bridgeLoaded(): void
}

type WithClient = { [CLIENT]?: WalletClient }

/** Starts the client, once per page. In a real wallet, nothing is simulated. */
export function start(options: ClientOptions): WalletClient | undefined {
  const { simulator, inspector } = options
  const log = createLog(options.driver ? WHOLE : undefined)
  const kit: OwnKit = {
    isThere: false,
    loadsSdk: false,
    listener: () => undefined,
    found() {
      kit.isThere = true
      log.kitIsThere()
      kit.listener()
    },
  }
  const follow: Inspector = {
    created({ options }) {
      if (read(options, 'script')) kit.loadsSdk = true
      kit.found()
    },
    step: log.addKit,
  }
  const make = () => (inspector ? bothInspectors(consoleInspector(), follow) : follow)
  const hasTools = inspector || simulator
  if (!installDevTools({ inspector: hasTools ? make : undefined }) || !simulator) return undefined
  // In a test, the browser has the wallet's user agent although the wallet is simulated.
  if (!options.driver && isWalletAgent(navigator.userAgent)) return undefined
  const client = simulate(simulator === true ? {} : simulator, options, log, kit)
  Object.defineProperty(window, CLIENT, { value: client, configurable: true })
  return client
}

/** Whether the page has made a kit. */
interface OwnKit {
  isThere: boolean
  /** Would a kit load upsdk itself, if the wallet were not simulated? */
  loadsSdk: boolean
  /** Runs for each kit that the page makes. */
  listener(): unknown
  found(): void
}

/** A production build registers with no tools, so it is found only if it is `window.upsdk`. */
const isKitInPlace = (): boolean => !!kitBehind((window as UpsdkWindow).upsdk)

function simulate(
  given: DeskSettings,
  { sdkAddress = '', stateAddress, targetOrigin, notes = [], driver: driverName }: ClientOptions,
  log: Log,
  kit: OwnKit,
): WalletClient {
  const words = wordsNow()
  const store = driverName ? noStore : stateAddress ? serverStore(stateAddress) : pageStore
  const { chosen, current, change, replace, keep } = createChoices(given, store, !!stateAddress, () =>
    control?.refresh(),
  )
  let state = INITIAL_STATE
  let control: Control | undefined
  let phone: FrameSide | undefined

  // newer-api: a test must not wait for a tap, and no old WebView is driven by one
  const isAsking = () => current().ask ?? !navigator.webdriver
  const exampleFor = (method: string, params: unknown) =>
    method === WEB_AUTHORIZATION
      ? { value: { code: exampleCode() }, invented: false }
      : exampleOf(method, params) || {
          value: method === 'config' ? { jsApiList: [] } : undefined,
          invented: false,
        }
  const chooseNoted =
    (method: string, choose: (choice: Choice) => void) =>
    (choice: Choice): void => {
      log.markChosen(method, choice.outcome)
      choose(choice)
    }
  const asker = createAsker({
    show: (question, choose, leaveAll) =>
      showSheet(question, chooseNoted(question.method, choose), leaveAll, {
        words,
        memory: createMemory('scanned'),
        exampleOf: ({ method, params }) => exampleFor(method, params),
      }),
    keep,
  })
  const parts = {
    isAsking,
    asker,
    exampleOf: (method: string, params: unknown) => exampleFor(method, params).value,
  }
  const driver = driverName ? connectToDriver(driverName, log) : undefined

  const isInside = () => current().insideWallet
  // A test has no diagnoses, and HarmonyOS answers as Android does.
  const usedTexts = driver || current().platform === 'ios' ? undefined : followUsedTexts(log)

  function setState(next: PageState): void {
    if (next === state) return
    state = next
    if (isAsking() || phone) pages.show(state)
    phone?.state(state)
    control?.refresh()
  }
  const pages = createWalletPages({
    words,
    onBack: () => setState({ ...state, walletPage: undefined }),
    onOpenAgain: () => location.reload(),
  })

  function observe(step: RawStep): void {
    if (!kit.isThere && isKitInPlace()) kit.found()
    log.addRaw(step)
    // Nothing is waited for then.
    if (step.type === 'reached' && current().answers?.[step.method] === 'silent')
      log.markChosen(step.method, 'silent')
    usedTexts?.observe(step)
    if (step.type !== 'reached') return
    const { method, params } = step
    if (method === 'showFlashInfo') whenThere(() => showWalletToast(textOf(params, 'msg')))
    whenThere(() => setState(afterCall(state, method, params)))
  }

  function bridgeLoaded(): void {
    if (current().readyAfter === 'never') return
    simulator.bridgeUp()
    simulator.fire('deviceready')
  }

  const address = location.href
  // Runs before `guardLayers`, which hides events of the drawings from later listeners.
  const actions = driver ? undefined : followActions((action) => phone?.action(action))
  // Before `followTexts`, which notes the dialogs that this answers.
  const replay =
    !driver && isInPhone() && isReplayed()
      ? startReplay(
          tellPhone,
          (event) => fire(event),
          () => bridgeUp(),
        )
      : undefined
  guardLayers()
  followTexts(log)
  followWalletLinks(isInside, (address) => {
    const [link = '', query] = address.split('?')
    log.addNote('wallet-link', link)
    const params: Record<string, string> = {}
    new URLSearchParams(query).forEach((value, name) => {
      params[name] = value
    })
    setState({ ...state, walletPage: { method: link, params } })
  })
  keepSdkOut(sdkAddress, (address) => log.addNote('sdk', address), bridgeLoaded)
  followAuthorization({
    isInside,
    answer: (authorization) => answerToAuthorization(authorization, current(), parts),
    toHere: (address) => addressHere(address, targetOrigin),
    done({ scope, redirectUri }, { kind }, back) {
      const { back: leadsBack, refused, stays, malformed } = words.authorization
      const text = back
        ? (kind === 'succeed' ? leadsBack : refused)(scope, pathOf(back))
        : kind === 'silent'
          ? stays(scope)
          : malformed(redirectUri)
      log.addNote('authorization', text)
    },
  })
  followRefusals(log)
  if (!driver) followMissingSdk(log, () => !isInside() || kit.loadsSdk)
  if (targetOrigin) {
    leadSocketsHere(targetOrigin)
    followOwnAddress(targetOrigin, (path) => log.addNote('server', words.ownAddress(path)))
  }
  window.addEventListener('error', ({ message }) => {
    if (/is not a function|upsdk/i.test(message)) log.addNote('error', message)
  })
  const isMissing = chosen().situation === 'sdk-missing'
  const { insideWallet, platform, bridge, language, readyAfter } = current()
  const simulator = installSimulator({
    insideWallet,
    platform,
    bridge,
    language,
    readyAfter: isMissing ? 'never' : readyAfter,
    examples: true,
    otherwise: (method, params) =>
      driver ? driver.answerTo(method, params, parts) : answerNow(method, current(), parts),
    latency: () => current().latency,
    address: () => addressAt(targetOrigin),
    observe,
  })
  // The user agent stays the wallet's.
  if (isMissing) Reflect.deleteProperty(window, 'upsdk')
  const client: WalletClient = {
    log,
    simulator,
    settings: chosen,
    change,
    pageState: () => state,
    bridgeLoaded,
    asTest() {
      const text = testText({
        log,
        actions: actions?.list || [],
        settings: chosen(),
        address,
        title: document.title,
        exampleOf: (method, params) => exampleFor(method, params).value,
        hasKit: kit.isThere,
        locale: navigator.language,
        isOnPage,
      })
      return textAtOwnServer(text, targetOrigin)
    },
  }
  const fire = (event: string) => {
    actions?.add({ kind: 'fire', value: event })
    simulator.fire(event)
  }
  const bridgeUp = () => {
    actions?.add({ kind: 'bridgeUp' })
    simulator.bridgeUp()
  }
  const onRightButton = () => fire('rightbtnclick')
  if (isInPhone()) {
    const connected = connectToPhone({
      log,
      settings: client.settings,
      change: replace,
      fire,
      bridgeUp,
      close: () => setState({ ...state, isClosed: true }),
      act(deed) {
        if (!replay) return
        if (deed.kind !== 'fire' && deed.kind !== 'bridgeUp') actions?.add(deed)
        void replay.act(deed)
      },
    })
    phone = connected
    const tellKit = () => chosen().inPlace || connected.kit()
    kit.listener = tellKit
    if (kit.isThere) tellKit()
  }
  // A frame inside a page with the client needs no control of its own. A test has no control either, since it looks for
  // the page's own texts and buttons.
  else if (!driver && !isBesideClient())
    whenThere(() => {
      control = showControl({
        words,
        log,
        read: client.settings,
        change,
        bridgeUp,
        asTest: client.asTest,
        titleBar: () => state.titleBar,
        onRightButton,
      })
    })
  // The phone listens to the log from here on.
  for (const kind of notes) log.addNote('server', words.serverNotes[kind])
  return client
}

function isBesideClient(): boolean {
  try {
    return window.parent !== window && !!(window.parent as WithClient)[CLIENT]
  } catch {
    return false
  }
}

/** Runs a function as soon as the document has an element to draw beside. */
function whenThere(run: () => void): void {
  if (document.readyState !== 'loading') run()
  else document.addEventListener('DOMContentLoaded', run, { once: true })
}

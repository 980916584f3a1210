/**
 * The wallet on the desk, in the page: a simulated wallet that is drawn and asks at the tap, a log of all calls, and a
 * control. For the Vite plug-in and `upsdk-kit/dev`; never in a build for production.
 */
import { installDevTools } from '../devTools'
import { isWalletAgent } from '../gate/environment'
import { consoleInspector } from '../inspector/console'
import { installSimulator, type RawStep, type Simulator } from '../simulator'
import { exampleOf } from '../simulator/examples'
import { methodsOf } from '../simulator/methods'
import type { Inspector } from '../types/inspector'
import { answerNow } from './answers'
import { type Choice, createAsker } from './asker'
import { type Control, showControl } from './control/control'
import { guardLayers } from './draw/layer'
import { showSheet } from './draw/sheet'
import { createWalletPages } from './draw/walletPage'
import { showWalletToast } from './draw/walletToast'
import { createLog, type Log } from './log/log'
import { afterCall, INITIAL_STATE, type PageState, textOf } from './pageState'
import { keepSdkOut } from './sdkFile'
import { AT_START, type ClientOptions, readSettings, type WalletSettings } from './settings'
import { createMemory, forget, stored, storeSettings } from './storage'
import { wordsNow } from './texts/texts'

/** Property of the window that has the client: another copy finds it, and does nothing. */
const CLIENT = /* @__PURE__ */ Symbol.for('upsdk-kit.wallet')

/** The wallet in this page, for tools that drive it from outside. */
export interface WalletClient {
  readonly log: Log
  readonly simulator: Simulator
  settings(): WalletSettings
  /** Takes over changed settings; undefined: those at the start. What a page reads at its start loads it anew. */
  change(changed: WalletSettings | undefined): void
  pageState(): PageState
}

/** Starts it, once in a page. In a real wallet the simulated one stands aside. */
export function start(options: ClientOptions): WalletClient | undefined {
  const { simulator, inspector } = options
  const log = createLog()
  const follow: Inspector = { step: log.addKit }
  const make = () => (inspector ? both(consoleInspector(), follow) : follow)
  if (!installDevTools({ inspector: inspector || simulator ? make : undefined }) || !simulator)
    return undefined
  if (isWalletAgent(navigator.userAgent)) return undefined
  const client = simulate(simulator === true ? {} : simulator, options, log)
  Object.defineProperty(window, CLIENT, { value: client, configurable: true })
  return client
}

/** Two inspectors as one. */
const both = (first: Inspector, second: Inspector): Inspector => ({
  created(context) {
    first.created?.(context)
    second.created?.(context)
  },
  step(step) {
    first.step(step)
    second.step(step)
  },
})

/** ms, as in a wallet: neither the bridge nor an answer is there at once. */
const USUAL: WalletSettings = { latency: 300, readyAfter: 300 }

/** The page's address, as at its own server. */
function addressAt(origin: string | undefined): string {
  const { href, protocol, host } = location
  const here = `${protocol}//${host}`
  return origin && href.startsWith(`${here}/`) ? origin + href.slice(here.length) : href
}

function simulate(
  given: WalletSettings,
  { sdkAddress = '', targetOrigin, notes = [] }: ClientOptions,
  log: Log,
): WalletClient {
  const words = wordsNow()
  const report = (name: string) =>
    console.warn(`[upsdk-kit] The setting "${name}" of the simulated wallet is malformed.`)
  const defaults = { ...USUAL, ...readSettings(given, report) }
  let settings: WalletSettings = { ...defaults, ...readSettings(stored(), report) }
  let state = INITIAL_STATE
  let control: Control | undefined

  // A test must not wait for a tap.
  const isAsking = () => settings.ask ?? !navigator.webdriver
  const givenBy = (method: string, params: unknown) =>
    exampleOf(method, params) || { value: undefined, invented: false }
  const asker = createAsker({
    show: (question, choose, leaveAll) =>
      showSheet(question, choose, leaveAll, {
        words,
        memory: createMemory('scanned'),
        exampleOf: ({ method, params }) => givenBy(method, params),
      }),
    keep,
  })
  const parts = {
    isAsking,
    asker,
    exampleOf: (method: string, params: unknown) => givenBy(method, params).value,
  }
  const methods = [...methodsOf('latest'), 'appletExplicitAuth']

  /** The developer's choice becomes a setting: with the value that was chosen, or with the method's example. */
  function keep(method: string, { outcome, value }: Choice): void {
    const { answers, results } = settings
    if (outcome === 'success' && value !== undefined) change({ results: { ...results, [method]: value } })
    else change({ answers: { ...answers, [method]: outcome } })
  }

  function answersNow(): Record<string, ReturnType<typeof answerNow>> {
    const answers: Record<string, ReturnType<typeof answerNow>> = {}
    for (const method of methods) answers[method] = answerNow(method, settings, parts)
    return answers
  }

  function change(changed: WalletSettings | undefined): void {
    const before = settings
    settings = changed ? { ...settings, ...changed } : defaults
    if (changed) storeSettings(settings)
    else forget()
    if (AT_START.some((name) => before[name] !== settings[name])) return location.reload()
    const answers = answersNow()
    for (const method of methods) simulator.answer(method, answers[method])
    control?.refresh()
  }

  function setState(next: PageState): void {
    if (next === state) return
    state = next
    if (isAsking()) pages.show(state)
    control?.refresh()
  }
  const pages = createWalletPages({
    words,
    onBack: () => setState({ ...state, walletPage: undefined }),
    onOpenAgain: () => location.reload(),
  })

  function observe(step: RawStep): void {
    log.addRaw(step)
    if (step.type !== 'reached') return
    const { method, params } = step
    if (method === 'showFlashInfo') whenThere(() => showWalletToast(textOf(params, 'msg')))
    whenThere(() => setState(afterCall(state, method, params)))
  }

  guardLayers()
  /** UnionPay's own script brings the bridge up, also for upsdk inside the page's bundle. */
  function bridgeLoaded(): void {
    if (settings.readyAfter === 'never') return
    simulator.bridgeUp()
    simulator.fire('deviceready')
  }
  keepSdkOut(sdkAddress, (address) => log.addNote('sdk', address), bridgeLoaded)
  for (const kind of notes) log.addNote(kind, words.serverNotes[kind])
  const simulator = installSimulator({
    ...settings,
    examples: true,
    answers: answersNow(),
    latency: () => settings.latency ?? 0,
    address: () => addressAt(targetOrigin),
    observe,
  })
  const client: WalletClient = {
    log,
    simulator,
    settings: () => settings,
    change,
    pageState: () => state,
  }
  whenThere(() => {
    control = showControl({
      words,
      log,
      read: client.settings,
      change,
      bridgeUp: simulator.bridgeUp,
      titleBar: () => state.titleBar,
      onRightButton: () => simulator.fire('rightbtnclick'),
    })
  })
  return client
}

/** Runs it once there is an element to draw beside. */
function whenThere(run: () => void): void {
  if (document.readyState !== 'loading') run()
  else document.addEventListener('DOMContentLoaded', run, { once: true })
}

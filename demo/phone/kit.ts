import {
  type Actions,
  createUpsdk,
  domPresenter,
  type Presenter,
  type Step,
  type Upsdk,
  UpsdkError,
} from '../../src/index'
import type { Action, Scenario } from '../scenarios'
import { DEADLINE, type ErrorFacts, LATENCY, PATIENCE, type Setup, type Shown } from '../setup'
import { lineOf, lines, type Runner, resultOf, scope, type Tell, tn } from './calls'
import { isByBrowser, keepHere, outsideOptions } from './outside'
import type { Screen } from './screen'
import { type Call, tools } from './tools'
import { watch } from './watch'

type Make = (upsdk: Upsdk, options: { actions?: Actions }) => Promise<unknown>

const makers: Readonly<Record<Exclude<Action, 'backend'>, Make>> = {
  pay: (upsdk, options) => upsdk.pay({ tn }, options),
  bioDetect: (upsdk, options) => upsdk.bioDetect({}, options),
  scanQRCode: (upsdk, options) => upsdk.scanQRCode({}, options),
  appletExplicitAuth: (upsdk, options) => upsdk.appletExplicitAuth({ scope }, options),
}

/** What is known of a call of the page's. */
interface Known {
  calledAt: number
  sentAt?: number
  settled?: boolean
  /** What is shown, where the call failed. */
  message?: string
}

/** The page with the kit: what its timeline tells are the steps of an inspector. */
export function createKitRunner(setup: Setup, scenario: Scenario, screen: () => Screen, tell: Tell): Runner {
  const known = new Map<number, Known>()
  /** How the call that is made now is written; calls of the presenter's have no line. */
  let line: string | undefined
  /** How many calls of the page's button have not settled. */
  let open = 0
  /** The call that what comes to the screen belongs to. */
  let newest = 0
  /** What `notify` is told of; calls have numbers above 0. */
  let told = 0
  /** What was shown, and is about to come to the screen. */
  let shown: { id: number; how: string } | undefined
  const walletToasts: Presenter = {
    ...domPresenter(),
    toast: (text, { upsdk: kit }) => void kit?.showFlashInfo(text),
  }
  const upsdk = createUpsdk({
    locale: setup.locale,
    readyTimeout: DEADLINE,
    inspector: { step },
    ...(scenario.walletToasts && { presenter: walletToasts }),
    ...outsideOptions(setup),
  })

  const openSettings = { run: () => screen().say('→ openSettings()') }
  const openOrder = { run: () => screen().say('→ openOrder()') }
  const actions: Actions = { 96: openSettings, 99: openSettings, 'payment-unconfirmed': openOrder }
  const ownButtons = scenario.leadsOn ? { actions } : {}
  watch({
    takeShown(how) {
      if (shown?.how !== how) return undefined
      const { id } = shown
      shown = undefined
      return id
    },
    gone: (id) => tell({ kind: 'gone', id }),
    after: (how, text) => tell({ kind: 'after', id: newest, how, text, lang: upsdk.locale }),
  })
  if (setup.place !== 'wallet')
    keepHere(setup, (text) => tell({ kind: 'after', id: newest, how: 'link', text, lang: 'en' }))

  function begin(id: number, method: string, at = performance.now()): void {
    newest = id
    known.set(id, { calledAt: at })
    tell({ kind: 'called', id, line: line ?? method, byBrowser: isByBrowser(setup, method) })
    line = undefined
  }

  function step(taken: Step): void {
    const { method, at, type } = taken
    if (type === 'called' && line !== undefined) begin(taken.id, method, at)
    const id = method ? taken.id : -told
    const call = known.get(id)
    if (!call) return
    if (type === 'sent') {
      call.sentAt = at
      tell({ kind: 'sent', id })
    } else if (type === 'settled') {
      const { outcome, code } = taken
      call.settled = true
      const waited = (call.sentAt ?? at) - call.calledAt
      tell({ kind: 'settled', id, outcome, code, sent: call.sentAt !== undefined, waited })
    } else if (type === 'shown') {
      const { presentation } = taken
      const how = scenario.walletToasts && presentation === 'toast' ? 'wallet-toast' : presentation
      if (how !== 'none') tellShown(id, how, call.message ?? '')
      shown = { id, how }
    } else if (type === 'quiet') tell({ kind: 'quiet', id, why: taken.why })
    else if (type === 'unanswered') tell({ kind: 'note', id, note: 'unanswered' })
    else if (type === 'late') tell({ kind: 'note', id, note: 'late' })
  }

  function tellShown(id: number, how: Shown, text: string): void {
    tell({ kind: 'shown', id, how, text, lang: upsdk.locale })
  }

  function failed(id: number, error: unknown): void {
    if (!(error instanceof UpsdkError)) return
    tell({ kind: 'explained', id, error: facts(error) })
    const call = known.get(id)
    if (call) call.message = error.message
    if (!scenario.takesOver) return
    error.preventDefault()
    screen().say(error.message)
    tell({ kind: 'note', id, note: 'prevented' })
    tellShown(id, 'page', error.message)
  }

  function run(): void {
    const { action } = scenario
    if (action === 'backend') return askBackend()
    let isOpen = true
    const end = () => {
      if (isOpen) open--
      isOpen = false
      screen().waiting(open > 0)
    }
    const options = { ...ownButtons, onHoldEnd: end }
    const { id, promise } = follow(lines[action], () => makers[action](upsdk, options))
    setTimeout(() => tellSilence(id), LATENCY + PATIENCE)
    // A second tap that is held back says nothing of the first, which is still open.
    screen().waiting(++open > 0)
    promise.then((value) => {
      end()
      screen().done()
      if (action === 'appletExplicitAuth') tell({ kind: 'result', id, text: resultOf(value) })
    }, end)
  }

  function tellSilence(id: number): void {
    if (scenario.answer !== 'silent' || known.get(id)?.settled) return
    tell({ kind: 'note', id, note: 'silence' })
  }

  /** As where a phone has no connection: what fetch rejects with then. */
  function askBackend(): void {
    const failure = new TypeError('Failed to fetch')
    told++
    line = lines.backend
    begin(-told, 'notify')
    const call = known.get(-told)
    if (call) call.message = upsdk.explain(failure).message
    const error = upsdk.notify(failure)
    if (error) failed(-told, error)
  }

  /** Makes a call, and tells what becomes of it. */
  function follow<T>(written: string, make: () => Promise<T>): { id: number; promise: Promise<T> } {
    line = written
    const promise = make()
    const id = newest
    promise.catch((error: unknown) => failed(id, error))
    return { id, promise }
  }

  const call: Call = (method, ...args) =>
    follow(lineOf(method, args[0]), () => upsdk.call(method, ...args)).promise

  return {
    locale: upsdk.locale,
    run,
    use: (name) => tools[name](call, upsdk.locale),
  }
}

function facts({ code, reason, retry, sent, hint, detail, message }: UpsdkError): ErrorFacts {
  return { code, reason, retry, sent, hint, detail, message }
}

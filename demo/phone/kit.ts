import { type Actions, type CallRecord, createUpsdk, type Upsdk, UpsdkError } from '../../src/index'
import type { Action, Scenario } from '../scenarios'
import { DEADLINE, type ErrorFacts, LATENCY, PATIENCE, type Setup, type Shown } from '../setup'
import { createCalls, lineOf, lines, type Runner, type Tell, tn } from './calls'
import { keepHere, outsideOptions } from './outside'
import type { Screen } from './screen'
import { type Call, tools } from './tools'
import { type Failure, nextToTell, watch } from './watch'

type Make = (upsdk: Upsdk, options: { actions?: Actions }) => Promise<unknown>

const makers: Readonly<Record<Exclude<Action, 'backend'>, Make>> = {
  pay: (upsdk) => upsdk.pay({ tn }),
  bioDetect: (upsdk, options) => upsdk.bioDetect({}, options),
  scanQRCode: (upsdk) => upsdk.scanQRCode(),
}

/** The page with the kit. */
export function createKitRunner(setup: Setup, scenario: Scenario, screen: () => Screen, tell: Tell): Runner {
  const calls = createCalls(setup, tell)
  const records: CallRecord[] = []
  const settledIds = new Set<number>()
  const failures: Failure[] = []
  /** The call that what comes to the screen belongs to. */
  let newest = 0
  const upsdk = createUpsdk({
    locale: setup.locale,
    readyTimeout: DEADLINE,
    onCall: (record) => records.push(record),
    ...outsideOptions(setup),
  })

  const openSettings = { run: () => screen().say('→ openSettings()') }
  const actions: Actions = { 96: openSettings, 99: openSettings }
  const ownButtons = scenario.id === '96' || scenario.id === '99' ? { actions } : {}
  watch({
    failures,
    shown: ({ id, error }, how) => shown(id, how, error.message),
    gone: (id) => tell({ kind: 'gone', id }),
    after: (how, text) => tell({ kind: 'after', id: newest, how, text, lang: upsdk.locale }),
  })
  if (setup.place !== 'wallet')
    keepHere(setup, (text) => tell({ kind: 'after', id: newest, how: 'link', text, lang: 'en' }))

  function begin(method: string, line: string): number {
    newest = calls.begin(method, line)
    return newest
  }

  function shown(id: number, how: Shown, text: string): void {
    tell({ kind: 'shown', id, how, text, lang: upsdk.locale })
  }

  /** What `onCall` was told of this call: it hears of each just before the page does, in the same order. */
  function settled(id: number): void {
    const record = records.shift()
    settledIds.add(id)
    calls.settled(id)
    if (!record) return
    const { outcome, code, sent, waited } = record
    tell({ kind: 'settled', id, outcome, code, sent, waited })
  }

  function failed(id: number, error: unknown): void {
    if (!(error instanceof UpsdkError)) return
    tell({ kind: 'explained', id, error: facts(error) })
    failures.push({ id, error })
    if (!scenario.takesOver) return
    error.preventDefault()
    screen().say(error.message)
    tell({ kind: 'note', id, text: 'The page called preventDefault(): the kit stays quiet.' })
    shown(id, 'page', error.message)
  }

  function run(): void {
    if (scenario.action === 'backend') return askBackend()
    const id = begin(scenario.action, lines[scenario.action])
    screen().waiting(true)
    setTimeout(() => tellSilence(id), LATENCY + PATIENCE)
    follow(id, makers[scenario.action](upsdk, ownButtons)).then(
      () => {
        screen().waiting(false)
        screen().done()
      },
      (error: unknown) => {
        // A second tap that was held back says nothing of the first.
        if (!(error instanceof UpsdkError && error.reason === 'busy')) screen().waiting(false)
      },
    )
  }

  function tellSilence(id: number): void {
    if (scenario.answer !== 'silent' || settledIds.has(id)) return
    tell({
      kind: 'note',
      id,
      text: 'No answer came. The kit does not guess about money; after 5 s a tap is sent afresh.',
    })
  }

  /** As where a phone has no connection: what fetch rejects with then. */
  function askBackend(): void {
    const id = begin('notify', lines.backend)
    const error = upsdk.notify(new TypeError('Failed to fetch'))
    calls.settled(id)
    if (error) failed(id, error)
  }

  function greet(): void {
    follow(begin('appletAuth', 'appletAuth()'), upsdk.appletAuth()).catch(() => undefined)
  }

  /** Tells what becomes of a call. */
  async function follow<T>(id: number, promise: Promise<T>): Promise<T> {
    try {
      const value = await promise
      settled(id)
      return value
    } catch (error) {
      settled(id)
      failed(id, error)
      throw error
    }
  }

  const call: Call = (method, ...args) =>
    follow(begin(method, lineOf(method, args[0])), upsdk.call(method, ...args))

  return {
    locale: upsdk.locale,
    run,
    use: (name) => tools[name](call, upsdk.locale),
    greet,
    reached: calls.reached,
    walletToast(text) {
      const failure = nextToTell(failures)
      if (failure) {
        failure.told = true
        shown(failure.id, 'wallet-toast', text)
      }
      screen().walletToast(text, () => failure && tell({ kind: 'gone', id: failure.id }))
    },
  }
}

function facts({ code, reason, retry, sent, hint, detail, message }: UpsdkError): ErrorFacts {
  return { code, reason, retry, sent, hint, detail, message }
}

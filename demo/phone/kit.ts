import { type Actions, type CallRecord, createUpsdk, type Upsdk, UpsdkError } from '../../src/index'
import type { Action, Scenario } from '../scenarios'
import { DEADLINE, type ErrorFacts, LATENCY, PATIENCE, type Setup, type Shown } from '../setup'
import { createCalls, lines, type Runner, type Tell, tn } from './calls'
import type { Screen } from './screen'

type Make = (upsdk: Upsdk, options: { actions?: Actions }) => Promise<unknown>

const makers: Readonly<Record<Exclude<Action, 'backend'>, Make>> = {
  pay: (upsdk) => upsdk.pay({ tn }),
  bioDetect: (upsdk, options) => upsdk.bioDetect({}, options),
  scanQRCode: (upsdk) => upsdk.scanQRCode(),
}

/** The page with the kit. */
export function createKitRunner(setup: Setup, scenario: Scenario, screen: () => Screen, tell: Tell): Runner {
  const calls = createCalls(tell)
  const records: CallRecord[] = []
  const settledIds = new Set<number>()
  const failures: { id: number; error: UpsdkError; told?: boolean }[] = []
  const upsdk = createUpsdk({
    locale: setup.locale,
    readyTimeout: DEADLINE,
    onCall: (record) => records.push(record),
  })

  const openSettings = { run: () => screen().say('→ openSettings()') }
  const actions: Actions = { 96: openSettings, 99: openSettings }
  const ownButtons = scenario.id === '96' || scenario.id === '99' ? { actions } : {}
  watch(failures, shown)

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
    const id = calls.begin(lines[scenario.action])
    screen().waiting(true)
    setTimeout(() => tellSilence(id), LATENCY + PATIENCE)
    makers[scenario.action](upsdk, ownButtons).then(
      () => {
        settled(id)
        screen().waiting(false)
        screen().done()
      },
      (error: unknown) => {
        settled(id)
        // A second tap that was held back says nothing of the first.
        if (!(error instanceof UpsdkError && error.reason === 'busy')) screen().waiting(false)
        failed(id, error)
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
    const id = calls.begin(lines.backend)
    const error = upsdk.notify(new TypeError('Failed to fetch'))
    calls.settled(id)
    if (error) failed(id, error)
  }

  function greet(): void {
    const id = calls.begin('appletAuth()')
    upsdk.appletAuth().then(
      () => settled(id),
      (error: unknown) => {
        settled(id)
        failed(id, error)
      },
    )
  }

  return {
    locale: upsdk.locale,
    run,
    greet,
    reached: calls.reached,
    walletToast(text) {
      const failure = failures.find(({ error, told }) => error.presented && !told)
      if (failure) {
        failure.told = true
        shown(failure.id, 'wallet-toast', text)
      }
      screen().walletToast(text, () => failure && tell({ kind: 'gone', id: failure.id }))
    },
  }

  /** Looks at what the kit puts into the page, and takes away again. */
  function watch(list: typeof failures, show: typeof shown): void {
    const onScreen = new Map<Node, number>()
    new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        addedNodes.forEach((node) => {
          const how = node instanceof HTMLElement && node.dataset.upsdkKit
          const failure = list.find(({ error, told }) => error.presented && !told)
          if ((how !== 'toast' && how !== 'dialog') || !failure) return
          failure.told = true
          onScreen.set(node, failure.id)
          show(failure.id, how, failure.error.message)
        })
        removedNodes.forEach((node) => {
          const id = onScreen.get(node)
          if (id) tell({ kind: 'gone', id })
        })
      }
    }).observe(document.documentElement, { childList: true, subtree: true })
  }
}

function facts({ code, reason, retry, sent, hint, detail, message }: UpsdkError): ErrorFacts {
  return { code, reason, retry, sent, hint, detail, message }
}

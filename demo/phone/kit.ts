import {
  type Actions,
  type CallOptions,
  createUpsdk,
  domPresenter,
  type Inspector,
  type Presenter,
  type Upsdk,
  UpsdkError,
} from '../../src/index'
import type { PlayedCall, Scenario } from '../scenarios'
import { DEADLINE, type ErrorFacts, type PhoneMessage, type Setup } from '../setup'
import { askBackend, type Runner, scope, tn } from './calls'
import { keepHere, outsideOptions } from './outside'
import type { Screen } from './screen'
import { type Call, tools } from './tools'

type Make = (upsdk: Upsdk, options: CallOptions) => Promise<unknown>

const makers: Readonly<Record<Exclude<PlayedCall, 'backend'>, Make>> = {
  pay: (upsdk, options) => upsdk.pay({ tn }, options),
  bioDetect: (upsdk, options) => upsdk.bioDetect({}, options),
  scanQRCode: (upsdk, options) => upsdk.scanQRCode({}, options),
  appletExplicitAuth: (upsdk, options) => upsdk.appletExplicitAuth({ scope }, options),
}

/** Everything that the page with the kit needs. */
interface KitPage {
  readonly setup: Setup
  readonly scenario: Scenario
  screen(): Screen
  readonly inspector: Inspector
  send(message: PhoneMessage): void
}

/** Makes the page with the kit. */
export function createKitRunner({ setup, scenario, screen, inspector, send }: KitPage): Runner {
  /** How many calls of the page's button are open. */
  let open = 0
  const walletToasts: Presenter = {
    ...domPresenter(),
    toast: (text, { upsdk: kit }) => void kit?.showFlashInfo(text),
  }
  const upsdk = createUpsdk({
    locale: setup.locale,
    readyTimeout: DEADLINE,
    inspector,
    ...(scenario.walletToasts && { presenter: walletToasts }),
    ...outsideOptions(setup),
  })

  const openSettings = { run: () => screen().say('→ openSettings()') }
  const openOrder = { run: () => screen().say('→ openOrder()') }
  const actions: Actions = { 96: openSettings, 99: openSettings, 'payment-unconfirmed': openOrder }
  const ownButtons = scenario.leadsOn ? { actions } : {}
  if (setup.place !== 'wallet') keepHere(setup)

  function failed(method: string, error: unknown): void {
    if (!(error instanceof UpsdkError)) return
    send({ kind: 'caught', method, error: facts(error) })
    if (!scenario.takesOver) return
    error.preventDefault()
    screen().say(error.message)
  }

  function run(): void {
    const { action } = scenario
    if (action === 'backend')
      return void askBackend().catch((error: unknown) => failed('notify', upsdk.notify(error)))
    let isOpen = true
    const end = () => {
      if (isOpen) open--
      isOpen = false
      screen().waiting(open > 0)
    }
    const promise = makers[action](upsdk, { ...ownButtons, onHoldEnd: end })
    // The first call is still open when a second tap is rejected.
    screen().waiting(++open > 0)
    promise.then(
      () => {
        end()
        screen().done()
      },
      (error: unknown) => {
        end()
        failed(action, error)
      },
    )
  }

  const call: Call = (method, ...args) => {
    const promise = upsdk.call(method, ...args)
    promise.catch((error: unknown) => failed(method, error))
    return promise
  }

  return { locale: upsdk.locale, run, use: (name) => tools[name](call, upsdk.locale) }
}

function facts({ code, reason, retry, sent, hint, detail, message }: UpsdkError): ErrorFacts {
  return { code, reason, retry, sent, hint, detail, message }
}

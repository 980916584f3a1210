import type { Scenario } from '../scenarios'
import { localeOf, type Setup } from '../setup'
import { tapAuthButton } from './authButton'
import { askBackend, type Runner, scope, tn } from './calls'
import type { Screen } from './screen'
import { type Call, tools } from './tools'

type RawMethod = (params: object) => void
interface RawWindow {
  upsdk: Record<string, RawMethod> & { pluginReady(callback: () => void): void }
}

/** Makes the same page with upsdk only, as it is usually written. */
export function createRawRunner(setup: Setup, scenario: Scenario, screen: () => Screen): Runner {
  const { upsdk } = window as unknown as RawWindow
  // The page itself uses the user's language, but upsdk's failures do not.
  const locale = localeOf(setup)

  function show(text: string): void {
    if (scenario.walletToasts) upsdk.showFlashInfo?.({ msg: text })
    else screen().pageAlert(text)
  }

  function run(): void {
    const { action, locks } = scenario
    if (action === 'backend') return void askBackend().catch(({ message }: Error) => show(message))
    if (locks && screen().button.disabled) return
    const answered = () => {
      screen().waiting(false)
      screen().button.disabled = false
    }
    screen().waiting(true)
    if (locks) screen().button.disabled = true
    const params = {
      ...(action === 'pay' && { tn }),
      success() {
        answered()
        screen().done()
      },
      fail(failure: unknown) {
        answered()
        show(textOf(failure))
      },
    }
    const send = () => upsdk[action]?.(params)
    if (action === 'appletExplicitAuth') tapAuthButton(scope, params.success, params.fail)
    else if (scenario.rawWaits) upsdk.pluginReady(send)
    else send()
  }

  /** Calls a method outside the wallet, where all are empty functions. */
  const call: Call = (method, ...args) =>
    new Promise((success, fail) => {
      upsdk.pluginReady(() => upsdk[method]?.({ ...(args[0] as object), success, fail }))
    })

  return { locale, run, use: (name) => tools[name](call, locale) }
}

/** Finds the text that pages usually show: any that upsdk gave. */
function textOf(failure: unknown): string {
  if (typeof failure === 'string') return failure
  const { errmsg, msg } = (failure || {}) as { errmsg?: unknown; msg?: unknown }
  return String(errmsg || msg || 'undefined')
}

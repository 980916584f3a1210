import type { Scenario } from '../scenarios'
import { LATENCY, PATIENCE, READY, type Setup } from '../setup'
import { tapAuthButton } from './authButton'
import { createCalls, lineOf, lines, type Runner, resultOf, scope, type Tell, tn } from './calls'
import type { Screen } from './screen'
import { type Call, tools } from './tools'

type RawMethod = (params: object) => void
interface RawWindow {
  upsdk: Record<string, RawMethod> & { pluginReady(callback: () => void): void }
}

const PAGE_LOCALES: Readonly<Record<Setup['language'], string>> = {
  zh_CN: 'zh-Hans',
  zh_HK: 'zh-Hant',
  en_US: 'en',
}

/** The same page with upsdk alone, as it is usually written. */
export function createRawRunner(setup: Setup, scenario: Scenario, screen: () => Screen, tell: Tell): Runner {
  const calls = createCalls(tell)
  const { upsdk } = window as unknown as RawWindow
  // The page itself may well speak the user's language; what upsdk tells of failures does not.
  const locale = PAGE_LOCALES[setup.language]

  function run(): void {
    const { action, locks } = scenario
    const isAuth = action === 'appletExplicitAuth'
    if (locks && screen().button.disabled) return
    const id = calls.begin(action === 'backend' ? "fetch('/api/order')" : lines[action])
    let answered = false
    const answer = (outcome: string) => {
      answered = true
      calls.settled(id)
      screen().waiting(false)
      screen().button.disabled = false
      tell({ kind: 'settled', id, outcome, sent: true, waited: 0 })
    }
    const show = (text: string) => {
      const native = scenario.walletToasts && upsdk.showFlashInfo
      tell({ kind: 'shown', id, how: native ? 'wallet-toast' : 'page', text, lang: 'zh-Hans' })
      if (native) native({ msg: text })
      else screen().pageAlert(text, () => tell({ kind: 'gone', id }))
    }
    if (action === 'backend') {
      answer('rejected')
      return show('Failed to fetch')
    }
    screen().waiting(true)
    if (locks) screen().button.disabled = true
    const params = {
      tn,
      success(value: unknown) {
        answer('success')
        screen().done()
        if (isAuth) tell({ kind: 'result', id, text: textOfResult(value) })
      },
      fail(failure: unknown) {
        answer('fail')
        show(textOf(failure))
      },
    }
    const send = () => upsdk[action]?.(params)
    if (isAuth) tapAuthButton(scope, params.success, params.fail)
    else if (scenario.rawWaits) upsdk.pluginReady(send)
    else send()
    setTimeout(() => answered || tellSilence(id), lastMoment(setup) + PATIENCE)
  }

  function tellSilence(id: number): void {
    tell({ kind: 'note', id, note: 'unheard' })
  }

  /** Outside the wallet, where all methods are empty functions. */
  const call: Call = (method, ...args) => {
    const params = args[0]
    const id = calls.begin(lineOf(method, params))
    setTimeout(() => tellSilence(id), PATIENCE)
    return new Promise((success, fail) => {
      upsdk.pluginReady(() => upsdk[method]?.({ ...(params as object), success, fail }))
    })
  }

  return {
    locale,
    run,
    use: (name) => tools[name](call, locale),
    reached: calls.reached,
  }
}

/** How long an answer may take at the most. */
function lastMoment({ ready }: Setup): number {
  const readyAfter = READY[ready]
  return LATENCY + (readyAfter === 'never' ? 0 : readyAfter)
}

/** As it came: JSON text on Android. */
const textOfResult = (value: unknown): string => (typeof value === 'string' ? value : resultOf(value))

/** What pages show: whatever text came. */
function textOf(failure: unknown): string {
  if (typeof failure === 'string') return failure
  const { errmsg, msg } = (failure || {}) as { errmsg?: unknown; msg?: unknown }
  return String(errmsg || msg || 'undefined')
}

/** Collects facts about the wallet and the browser from the user agent and upsdk, and none about the user. */
import { createEnvironment } from '../src/gate/environment'
import { isFunction, isObject, read } from '../src/lib/values'
import type { Environment } from '../src/types/environment'
import type { RawUpsdk } from '../src/types/window'
import { type Generation, methodsOf } from '../wallet/methods/generations'
import { type AgentFacts, agentFacts, engineOf } from './agent'

export interface Facts {
  readonly environment: Environment
  /** Set in the simulated wallet. A report of an earlier version does not say it. */
  readonly isSimulated?: true
  /** The wallet's own fields of the user agent. */
  readonly agent?: AgentFacts
  /** The browser engine: Chrome 78, iOS 16.3, ArkWeb 4.1 (Chrome 114). */
  readonly engine?: string
  /** The state of upsdk.js. */
  readonly sdk: 'loading' | 'loaded' | 'failed' | 'there'
  /** ms until upsdk.js had run. */
  readonly sdkAfter?: number
  /** ms from then until `pluginReady` fired. */
  readonly readyAfter?: number
  readonly hasPluginReady: boolean
  /** How many of the methods that each generation added this upsdk has, and how many there are. */
  readonly generations: Readonly<Record<Generation, readonly [has: number, of: number]>>
  readonly jsApiList: number
}

/** The property under which the simulated wallet is found in its page. */
const SIMULATED = Symbol.for('upsdk-kit.wallet')
const SDK_URL = 'https://open.95516.com/s/open/js/upsdk.js'

const upsdk = (): RawUpsdk | undefined => {
  const raw: unknown = (window as { upsdk?: unknown }).upsdk
  return isObject(raw) || isFunction(raw) ? (raw as unknown as RawUpsdk) : undefined
}

const { read: environment } = createEnvironment(window, upsdk)
const startedAt = performance.now()
let sdk: Facts['sdk'] = 'loading'
let sdkAfter: number | undefined
let readyAfter: number | undefined

function generations(): Facts['generations'] {
  const raw = upsdk()
  const counted = (generation: Generation, before: readonly string[]): readonly [number, number] => {
    const own = methodsOf(generation).filter((name) => !before.includes(name))
    return [own.filter((name) => isFunction(read(raw, name))).length, own.length]
  }
  return {
    2020: counted('2020', []),
    2021: counted('2021', methodsOf('2020')),
    latest: counted('latest', methodsOf('2021')),
  }
}

/** Collects the current facts. Methods come with the bridge. */
export function factsNow(): Facts {
  const raw = upsdk()
  const api = read(raw, 'jsApiList')
  return {
    environment: environment(),
    ...(SIMULATED in window && { isSimulated: true }),
    agent: agentFacts(navigator.userAgent),
    engine: engineOf(navigator.userAgent),
    sdk,
    sdkAfter,
    readyAfter,
    hasPluginReady: isFunction(read(raw, 'pluginReady')),
    generations: generations(),
    jsApiList: Array.isArray(api) ? api.length : 0,
  }
}

/** Loads upsdk.js unless it is there, and calls back at each change. */
export function loadSdk(onChange: () => void): void {
  const arrived = (how: Facts['sdk']) => {
    sdk = how
    sdkAfter = Math.round(performance.now() - startedAt)
    waitForReady(onChange)
    onChange()
  }
  if (upsdk()) return arrived('there')
  const script = document.createElement('script')
  script.onload = () => arrived('loaded')
  script.onerror = () => arrived('failed')
  script.src = SDK_URL
  document.head.appendChild(script)
}

function waitForReady(onChange: () => void): void {
  const raw = upsdk()
  const since = performance.now()
  const pluginReady = read(raw, 'pluginReady')
  if (!raw || !isFunction(pluginReady)) return
  pluginReady.call(raw, () => {
    if (readyAfter !== undefined) return
    readyAfter = Math.round(performance.now() - since)
    onChange()
  })
}

import type { Reason, Retry } from '../src/index'

/** When the bridge comes up, in ms after the page opens. */
export const READY = { now: 0, early: 300, late: 3000, after: 6000, never: 'never' } as const
export type Ready = keyof typeof READY

/** ms to wait for the bridge: shorter than the kit's own 8 s, so that nobody has to wait for it here. */
export const DEADLINE = 4000
/** ms in which the wallet's own screen is up. */
export const LATENCY = 1100
/** ms after the last moment at which an answer could come. */
export const PATIENCE = 1200

/** Where the page is opened. Outside the wallet: this browser as it is, or what says that it is a phone's. */
export type Place = 'wallet' | 'browser' | 'phone'

/** What is chosen beside the phone. */
export interface Settings {
  ready: Ready
  place: Place
  platform: 'android' | 'ios' | 'harmony'
  bridge: 'cordova' | 'jsbridge'
  locale: 'auto' | 'zh-Hans' | 'zh-Hant' | 'en'
  language: 'zh_CN' | 'zh_HK' | 'en_US'
  theme: 'light' | 'dark'
}

export const DEFAULTS: Settings = {
  ready: 'now',
  place: 'wallet',
  platform: 'android',
  bridge: 'cordova',
  locale: 'auto',
  language: 'zh_CN',
  theme: 'light',
}

/** What the page in the phone speaks. */
export function localeOf({ locale, language }: Settings): string {
  if (locale !== 'auto') return locale
  return { zh_CN: 'zh-Hans', zh_HK: 'zh-Hant', en_US: 'en' }[language]
}

export type Mode = 'kit' | 'raw'

/** How a scenario is shown: message by message; once, with the last message left on the screen; that message alone. */
export type Pace = 'usual' | 'once' | 'end'

/** All that a phone needs to know when it opens. */
export interface Setup extends Settings {
  /** Makes the address another one, so that the same scenario opens anew. */
  run: number
  scenario: string
  mode: Mode
  pace: Pace
}

/** What the phone tells of an error: all but `raw`. */
export interface ErrorFacts {
  code?: string
  reason: Reason
  retry: Retry
  sent: boolean
  hint: string
  detail: string
  message: string
}

/** What the phone tells beside its log. */
export type Told =
  /** ms of its own clock at which its page opened: the log's times are of that clock. */
  | { kind: 'opened'; at: number }
  /** The scenario taps only once the user has: see `needsTouch`. */
  | { kind: 'awaits-tap' }
  /** What the page caught. */
  | { kind: 'caught'; method: string; error: ErrorFacts }

const USUAL: Setup = { ...DEFAULTS, run: 0, scenario: 'early', mode: 'kit', pace: 'usual' }

/** The phone's address for a setup: what is as usual is left out, so that a QR code of it stays coarse. */
export function addressOf(setup: Setup): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(setup))
    if (value !== USUAL[name as keyof Setup]) query.set(name, String(value))
  return `phone.html?${query}`
}

/** Reads a setup back; a phone that is opened by itself has the usual one. */
export function readSetup(search: string): Setup {
  const given = new URLSearchParams(search)
  const texts = Object.keys(USUAL).map((name) => [name, given.get(name)] as const)
  const known = Object.fromEntries(texts.filter(([, value]) => value !== null))
  return { ...USUAL, ...known, run: Number(known.run ?? 0) }
}

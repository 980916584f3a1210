import type { Reason, Retry } from '../src/index'

/** When the bridge comes up, in ms after the page opens. */
export const READY = { now: 0, early: 300, late: 3000, after: 6000, never: 'never' } as const
export type Ready = keyof typeof READY

/** How long to wait for the bridge, in ms. It is shorter than the kit's own 8 s, so that readers need not wait. */
export const DEADLINE = 4000
/** How long the wallet's own screen is open, in ms. */
export const LATENCY = 1100
/** ms to wait after the last moment at which an answer could come. */
export const PATIENCE = 1200

/**
 * Where the page is opened. Outside the wallet: `browser` is this browser as it is, `phone` one with a phone's user
 * agent.
 */
export type Place = 'wallet' | 'browser' | 'phone'

/** The settings beside the phone. */
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

/** Finds the language of the page in the phone. */
export function localeOf({ locale, language }: Settings): string {
  if (locale !== 'auto') return locale
  return { zh_CN: 'zh-Hans', zh_HK: 'zh-Hant', en_US: 'en' }[language]
}

export type Mode = 'kit' | 'raw'

/** How a scenario is shown: message by message, or once with the last message left on screen, or only that message. */
export type Pace = 'usual' | 'once' | 'end'

/** Everything that a phone needs when it opens. */
export interface Setup extends Settings {
  /** Changes the address, so that the same scenario opens again. */
  run: number
  scenario: string
  mode: Mode
  pace: Pace
}

/** The phone's report of an error: all fields but `raw`. */
export interface ErrorFacts {
  code?: string
  reason: Reason
  retry: Retry
  sent: boolean
  hint: string
  detail: string
  message: string
}

/** The phone's messages beside its log. */
export type PhoneMessage =
  /** The time in ms at which its page opened, by its own clock, as in the log. */
  | { kind: 'opened'; at: number }
  /** The scenario waits for the user's tap: see `needsTouch`. */
  | { kind: 'awaits-tap' }
  /** The error that the page caught. */
  | { kind: 'caught'; method: string; error: ErrorFacts }

const USUAL: Setup = { ...DEFAULTS, run: 0, scenario: 'early', mode: 'kit', pace: 'usual' }

/** Makes the phone's address for a setup. Default values are left out, so that a QR code of it stays coarse. */
export function addressOf(setup: Setup): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(setup))
    if (value !== USUAL[name as keyof Setup]) query.set(name, String(value))
  return `phone.html?${query}`
}

/** Reads a setup from an address. A phone that is opened directly has the default one. */
export function readSetup(search: string): Setup {
  const given = new URLSearchParams(search)
  const texts = Object.keys(USUAL).map((name) => [name, given.get(name)] as const)
  const known = Object.fromEntries(texts.filter(([, value]) => value !== null))
  return { ...USUAL, ...known, run: Number(known.run ?? 0) }
}

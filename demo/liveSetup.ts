import type { Step } from '../src/index'
import type { RawStep } from '../src/simulator'

/** A call that a page of the site makes in a phone of its own. */
export interface LiveSetup {
  /** Tells the reports of this phone from those of the one before it. */
  run: number
  language: 'zh' | 'en'
  /** Of the kit. */
  locale: string
  /** What is called with `params`. */
  method: string
  params?: object
  /** `success`, `silent`, or the code that it fails with. @default the reader is asked, as a user of the wallet is */
  answer?: string
  /** The answer is one of the server's, which the page tells of with `notify`. */
  isFromServer?: boolean
}

/** A step, or what the page got: JSON, or nothing. */
export type LiveHappening =
  | { kind: 'raw'; step: RawStep }
  | { kind: 'kit'; step: Step }
  | { kind: 'ended'; result?: string }

export interface LiveReport {
  run: number
  happening: LiveHappening
}

/** The address of a phone for a call. */
export const liveAddress = (setup: LiveSetup): string =>
  `live.html?${new URLSearchParams({ setup: JSON.stringify(setup) })}`

export const readLiveSetup = (search: string): LiveSetup =>
  JSON.parse(new URLSearchParams(search).get('setup') ?? 'null') as LiveSetup

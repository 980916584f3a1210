import type { Step } from '../src/index'
import type { RawStep } from '../wallet/simulator'

/** A call that a page of the site makes in its own phone. */
export interface LiveSetup {
  /** Distinguishes the reports of this phone from those of an earlier one. */
  run: number
  language: 'zh' | 'en'
  /** The locale of the kit. */
  locale: string
  /** The method that is called with `params`. */
  method: string
  params?: object
  /** `success`, `silent`, or the code that it fails with. @default the wallet asks the reader, as it asks its user */
  answer?: string
  /** Whether the answer comes from the server, so that the page passes it to `notify`. */
  isFromServer?: boolean
}

/** A step of the call, or the page's result as JSON. */
export type LiveHappening =
  | { kind: 'raw'; step: RawStep }
  | { kind: 'kit'; step: Step }
  | { kind: 'ended'; result?: string }

export interface LiveReport {
  run: number
  happening: LiveHappening
}

/** Makes the address of the phone for a call. */
export const liveAddress = (setup: LiveSetup): string =>
  `live.html?${new URLSearchParams({ setup: JSON.stringify(setup) })}`

export const readLiveSetup = (search: string): LiveSetup =>
  JSON.parse(new URLSearchParams(search).get('setup') ?? 'null') as LiveSetup

import type { UpsdkWindow } from '../lib/window'
import type { Queue } from './gate'
import type { RawSource } from './raw'

/** Loads upsdk.js; rejects where that fails: the part `scriptLoading`. */
export type LoadScript = (window: UpsdkWindow, url: string, isMissing: () => boolean) => Promise<void>

/** Where UnionPay serves the SDK file. */
const OFFICIAL_SCRIPT = 'https://open.95516.com/s/open/js/upsdk.js'

/** Is it a script element that brings upsdk? */
export const isUpsdkScript = (element: unknown): boolean =>
  /\/upsdk(\.min)?\.js($|[?#])/.test(String((element as HTMLScriptElement | null)?.src))

export interface MissingParts {
  window: UpsdkWindow | undefined
  source: RawSource
  queue: Queue
  options: {
    /** The address to load upsdk.js from where it is missing; true: the official one. */
    script?: boolean | string
  }
  parts: { loadScript?: LoadScript }
  /** The file has run. */
  loaded(): void
}

/** Decides about calls while there is no upsdk (H7). */
export interface Missing {
  /** @param isNew for a new call: only that asks again for a file that failed, or brought none */
  ask(isNew: boolean): void
  /** A script element of the page's has failed. */
  onScriptError(element: unknown): void
}

export function createMissing({ window, source, queue, options, parts, loaded }: MissingParts): Missing {
  const url = options.script === true ? OFFICIAL_SCRIPT : options.script
  const { loadScript } = parts
  const load = url && loadScript && window && (() => loadScript(window, url, () => !source.get()))
  let loading = false
  let failed = false

  const refuse = () => queue.refuseAll({ reason: 'sdk-missing' })
  const end = (then: () => void) => () => {
    loading = false
    then()
  }

  return {
    ask(isNew) {
      if (!load) return failed ? refuse() : undefined
      if (!isNew || loading) return
      loading = true
      load().then(end(loaded), end(refuse))
    },
    onScriptError(element) {
      if (!isUpsdkScript(element)) return
      failed = true
      if (!load && !source.get()) refuse()
    },
  }
}

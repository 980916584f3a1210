import { leadsBack } from './gate/links'
import { readString } from './lib/values'
import { globalWindow } from './lib/window'
import type { Inspector } from './types/inspector'

/** Property of the window with the tools of `upsdk-kit/dev` and the Vite plug-in, for every copy of the kit. */
const TOOLS = /* @__PURE__ */ Symbol.for('upsdk-kit.dev')

/** Tools that the development build uses by itself. */
export interface DevTools {
  /** Makes an inspector for a kit. */
  readonly inspector?: (() => Inspector) | undefined
}

type WithTools = { [TOOLS]?: DevTools } | undefined

/** Puts tools into the window. @returns false if the window already has some, or there is no window */
export function installDevTools(tools: DevTools): boolean {
  const window = globalWindow() as WithTools
  if (!window || window[TOOLS]) return false
  window[TOOLS] = tools
  return true
}

/** Adds the tools' inspector to those that a page gives to its kit. */
export function withDevInspector(
  given: Inspector | readonly Inspector[] | undefined,
): Inspector | readonly Inspector[] | undefined {
  const make = (globalWindow() as WithTools)?.[TOOLS]?.inspector
  return make ? [make()].concat(given || []) : given
}

/**
 * Makes a function that warns once on the console if a shared address opens in a browser. It is for the development
 * build only. An inspector cannot warn, since steps have no parameters.
 */
export function createShareUrlWarning(): (method: string, params: unknown) => void {
  let warned = false
  return (method, params) => {
    const address = readString(params, 'shareUrl')
    if (!address || leadsBack(address) || warned) return
    warned = true
    console.warn(
      `[upsdk-kit] ${method}: shareUrl is the bare address of a page, which opens in a browser, outside the app. ` +
        'shareLink of upsdk-kit/open-in-app makes one that leads back into the mini-program.',
    )
  }
}

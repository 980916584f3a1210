import { readString } from '../lib/values'
import { globalWindow } from '../lib/window'
import type { Inspector } from '../types/inspector'

/** Property of the window in which `upsdk-kit/dev` and the Vite plug-in leave their tools, also for other copies. */
const TOOLS = /* @__PURE__ */ Symbol.for('upsdk-kit.dev')

/** Tools that the development build takes up by itself. */
export interface DevTools {
  /** Makes an inspector for a kit. */
  readonly inspector?: (() => Inspector) | undefined
}

type WithTools = { [TOOLS]?: DevTools } | undefined

/** Leaves them in the window. @returns false where there are some, or no window */
export function installDevTools(tools: DevTools): boolean {
  const window = globalWindow() as WithTools
  if (!window || window[TOOLS]) return false
  window[TOOLS] = tools
  return true
}

/** Adds the tools' inspector to those that a page gives its kit. */
export function withDevInspector(
  given: Inspector | readonly Inspector[] | undefined,
): Inspector | readonly Inspector[] | undefined {
  const make = (globalWindow() as WithTools)?.[TOOLS]?.inspector
  return make ? [make()].concat(given || []) : given
}

/** UnionPay's own pages, one of which leads back into a mini-program. */
const OWN_PAGES = /^https?:\/\/([\w-]+\.)*95516\.com([/:?#]|$)/i

/**
 * Makes what says on the console, once, that what is shared opens in a browser. For the development build alone: an
 * inspector cannot say it, since no parameter is in a step.
 */
export function createShareUrlWarning(): (method: string, params: unknown) => void {
  let warned = false
  return (method, params) => {
    const address = readString(params, 'shareUrl')
    if (!address || OWN_PAGES.test(address) || warned) return
    warned = true
    console.warn(
      `[upsdk-kit] ${method}: shareUrl is the bare address of a page, which opens in a browser, outside the app. ` +
        'shareLink of upsdk-kit/open-in-app makes one that leads back into the mini-program.',
    )
  }
}

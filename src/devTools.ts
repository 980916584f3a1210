import { globalWindow } from './lib/window'
import type { Inspector } from './types/inspector'

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

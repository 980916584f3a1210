import { type Fallback, type FallbackContext, Refusal, stopIfOver, type WebWindow } from './fallback'

/** A toast of the page's; `unsupported` in `core` without a presenter. */
export const showFlashInfo: Fallback<'showFlashInfo'> = (params, { toast }) => {
  const text = typeof params === 'string' ? params : params.msg
  if (text && !toast(text)) throw new Refusal('unsupported')
}

/** The title of the document. */
export const setNavigationBarTitle: Fallback<'setNavigationBarTitle'> = (params, { window }) => {
  const title: unknown = typeof params === 'string' ? params : params.title
  if (typeof title !== 'string') throw new Refusal('invalid-params')
  window.document.title = title
}

/** ms in which a browser begins to leave a page, where it does. */
const LEAVES_IN = 300

/** What tells that a page is left, or gone back in; `beforeunload` comes before a slow network has answered. */
const LEAVING = ['beforeunload', 'pagehide', 'popstate'] as const

/** Runs it; resolves to whether the page is left then. */
function leaves(window: WebWindow, onEnd: FallbackContext['onEnd'], run: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const yes = () => resolve(true)
    for (const name of LEAVING) window.addEventListener(name, yes)
    const timer = setTimeout(() => resolve(false), LEAVES_IN)
    onEnd(() => {
      clearTimeout(timer)
      for (const name of LEAVING) window.removeEventListener(name, yes)
    })
    run()
  })
}

/** Goes back where there is somewhere to go back to, else closes the window; a browser may refuse: `unsupported`. */
export const closeWebApp: Fallback<'closeWebApp'> = async (_params, context) => {
  const { window, onEnd } = context
  // A length above 1 may also be of pages that lie ahead.
  if (window.history.length > 1 && (await leaves(window, onEnd, () => window.history.back()))) return
  stopIfOver(context)
  if (!(await leaves(window, onEnd, () => window.close()))) throw new Refusal('unsupported')
}

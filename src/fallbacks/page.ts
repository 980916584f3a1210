import type { Fallback, FallbackContext } from '../types/fallbacks'
import { Refusal, stopIfOver } from './fallback'

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

/** ms in which a browser goes back, where it does: a page before this one may have to be loaded anew. */
const GOES_BACK_IN = 2000
/** ms in which a browser closes a window, where it lets a script do that. */
const CLOSES_IN = 300

/** Events that tell that the user leaves the page, or goes back in it; `beforeunload` comes before a slow network has answered. */
const LEAVING = ['beforeunload', 'pagehide', 'popstate'] as const

/** Runs it; resolves to whether the page is left then. */
function leaves({ window, onEnd }: FallbackContext, run: () => void, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const yes = () => resolve(true)
    for (const name of LEAVING) window.addEventListener(name, yes)
    const timer = setTimeout(() => resolve(false), ms)
    onEnd(() => {
      clearTimeout(timer)
      for (const name of LEAVING) window.removeEventListener(name, yes)
    })
    run()
  })
}

/** Goes back where there is somewhere to go back to, else closes the window; a browser may refuse: `unsupported`. */
export const closeWebApp: Fallback<'closeWebApp'> = async (_params, context) => {
  const { window } = context
  const { navigation } = window as { navigation?: { canGoBack: boolean } }
  // A length above 1 may also be of pages that lie ahead; newer browsers tell.
  const mayGoBack = navigation ? navigation.canGoBack : window.history.length > 1
  if (mayGoBack && (await leaves(context, () => window.history.back(), GOES_BACK_IN))) return
  stopIfOver(context)
  if (!(await leaves(context, () => window.close(), CLOSES_IN))) throw new Refusal('unsupported')
}

import type { Fallback, FallbackContext } from '../types/fallbacks'
import { Refusal, stopIfOver } from './fallback'

/** Shows the page's own toast. Rejects with `unsupported` in `core` without a presenter. */
export const showFlashInfo: Fallback<'showFlashInfo'> = (params, { toast }) => {
  const text = typeof params === 'string' ? params : params.msg
  if (text && !toast(text)) throw new Refusal('unsupported')
}

/** Sets the title of the document. */
export const setNavigationBarTitle: Fallback<'setNavigationBarTitle'> = (params, { window }) => {
  const title: unknown = typeof params === 'string' ? params : params.title
  if (typeof title !== 'string') throw new Refusal('invalid-params')
  window.document.title = title
}

/** How long to wait for a browser to go back, in ms. The page before this one may have to load. */
const GOES_BACK_IN = 2000
/** How long to wait for a browser to close the window, in ms, if it allows that. */
const CLOSES_IN = 300

/** Events of leaving the page, or of going back inside it. `beforeunload` comes even before a slow network answers. */
const LEAVING = ['beforeunload', 'pagehide', 'popstate'] as const

/** Runs a function. Resolves to whether the page is left within some ms. */
function tryToLeave({ window, onEnd }: FallbackContext, run: () => void, ms: number): Promise<boolean> {
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

/**
 * Goes back if there is a page to go back to, else closes the window. Rejects with `unsupported` if the browser
 * refuses.
 */
export const closeWebApp: Fallback<'closeWebApp'> = async (_params, context) => {
  const { window } = context
  const { navigation } = window as { navigation?: { canGoBack: boolean } }
  // `history.length` also counts pages ahead. Only newer browsers say whether the page can go back.
  const mayGoBack = navigation ? navigation.canGoBack : window.history.length > 1
  if (mayGoBack && (await tryToLeave(context, () => window.history.back(), GOES_BACK_IN))) return
  stopIfOver(context)
  if (!(await tryToLeave(context, () => window.close(), CLOSES_IN))) throw new Refusal('unsupported')
}

import { type Fallback, Refusal } from './fallback'

/** A toast of the page's. */
export const showFlashInfo: Fallback<'showFlashInfo'> = (params, { toast }) => {
  const text = typeof params === 'string' ? params : params.msg
  if (text) toast(text)
}

/** The title of the document. */
export const setNavigationBarTitle: Fallback<'setNavigationBarTitle'> = (params, { window }) => {
  const title: unknown = typeof params === 'string' ? params : params.title
  if (typeof title !== 'string') throw new Refusal('invalid-params')
  window.document.title = title
}

/** ms in which a browser closes a window, where it lets a script do that. */
const CLOSES_IN = 300

/** Goes back where there is somewhere to go back to, else closes the window; a browser may refuse: `unsupported`. */
export const closeWebApp: Fallback<'closeWebApp'> = (_params, { window }) => {
  if (window.history.length > 1) return window.history.back()
  window.close()
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Refusal('unsupported')), CLOSES_IN)
  })
}

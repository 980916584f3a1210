import type { Fallback } from '../types/fallbacks'
import { webAddress } from './webAddress'

/** Opens the address in this window; with `isFinish: '1'` in place of the page. */
export const createWebView: Fallback<'createWebView'> = ({ url, isFinish }, { window }) => {
  const address = webAddress(window, url)
  if (isFinish === '1') window.location.replace(address)
  else window.location.assign(address)
}

/** Opens `url` in this window. */
export const navigateTo: Fallback<'navigateTo'> = (params, { window }) =>
  window.location.assign(webAddress(window, params?.url))

/** Opens `url` in place of the page. */
export const redirectTo: Fallback<'redirectTo'> = (params, { window }) =>
  window.location.replace(webAddress(window, params?.url))

/** Goes back, by `delta` pages where it is given. */
export const navigateBack: Fallback<'navigateBack'> = (params, { window }) =>
  window.history.go(-(Number(params?.delta) || 1))

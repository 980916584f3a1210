import type { Fallback } from '../types/fallbacks'
import { webAddress } from './webAddress'

/** Opens the address in this window. With `isFinish: '1'`, it replaces the page in the history. */
export const createWebView: Fallback<'createWebView'> = ({ url, isFinish }, { window }) => {
  const address = webAddress(window, url)
  if (isFinish === '1') window.location.replace(address)
  else window.location.assign(address)
}

/** Opens `url` in this window. */
export const navigateTo: Fallback<'navigateTo'> = (params, { window }) =>
  window.location.assign(webAddress(window, params?.url))

/** Opens `url` in this window and replaces the page in the history. */
export const redirectTo: Fallback<'redirectTo'> = (params, { window }) =>
  window.location.replace(webAddress(window, params?.url))

/** Goes back by `delta` pages, by default one. */
export const navigateBack: Fallback<'navigateBack'> = (params, { window }) =>
  window.history.go(-(Number(params?.delta) || 1))

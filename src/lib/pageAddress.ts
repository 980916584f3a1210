import type { UpsdkWindow } from '../types/window'

const ADDRESS = /^(https?:\/\/)(?:[^/?#]*@)?([^?#]*)(\?[^#]*)?(#.*)?$/i

/**
 * The address of the page, fit to be handed on: path and hash route, without user name, password, session or query,
 * since no parameter tells by its name whether it is a secret. Undefined for what is no web address.
 *
 * @param keep names of the parameters that are handed on
 */
export function pageAddress(
  window: UpsdkWindow | undefined,
  keep: readonly string[] = [],
): string | undefined {
  const found = ADDRESS.exec(String(window?.document.location?.href))
  if (!found) return undefined
  const [, scheme, path = '', query = '', hash = ''] = found
  // Servers of Java put the session into the path, after a semicolon.
  return scheme + path.replace(/;[^/]*/g, '') + keptOf(query, keep) + routeOf(hash, keep)
}

/** A hash that is no route may be an authorization's answer: #access_token=…, also behind a route. */
function routeOf(hash: string, keep: readonly string[]): string {
  const found = /^(#!?\/[^?#&;]*)[^?#]*(\?[^#]*)?/.exec(hash)
  return found ? found[1] + keptOf(found[2] || '', keep) : ''
}

function keptOf(query: string, keep: readonly string[]): string {
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => keep.includes(pair.split('=')[0] || ''))
  return kept.length ? `?${kept.join('&')}` : ''
}

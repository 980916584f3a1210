import type { UpsdkWindow } from '../types/window'

const ADDRESS = /^(https?:\/\/)(?:[^/?#]*@)?([^?#]*)(\?[^#]*)?(#.*)?$/i

/**
 * Makes the page's address safe to pass on: path and hash route, without user name, password, session or query, since a
 * parameter's name does not show whether it is a secret. Undefined for anything but a web address.
 *
 * @param keep names of the query parameters to keep
 */
export function pageAddress(
  window: UpsdkWindow | undefined,
  keep: readonly string[] = [],
): string | undefined {
  const found = ADDRESS.exec(String(window?.document.location?.href))
  if (!found) return undefined
  const [, scheme, path = '', query = '', hash = ''] = found
  // Java servers put the session into the path, after a semicolon.
  return scheme + path.replace(/;[^/]*/g, '') + keptOf(query, keep) + routeOf(hash, keep)
}

/** Keeps the route of a hash. The rest may be the answer of an authorization, such as #access_token=… */
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

import type { WebWindow } from '../types/fallbacks'
import { Refusal } from './fallback'

/** A web address, also a relative one. Refuses with `invalid-params` what is none, or would run as a script. */
export function webAddress({ document }: WebWindow, url: unknown): string {
  const link = document.createElement('a')
  if (typeof url === 'string' && url) link.href = url
  if (!/^https?:$/.test(link.protocol)) throw new Refusal('invalid-params')
  return link.href
}

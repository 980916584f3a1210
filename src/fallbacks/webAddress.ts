import type { WebWindow } from '../types/fallbacks'
import { Refusal } from './fallback'

/** Reads a web address, which may be relative. Refuses anything else with `invalid-params`, including a script. */
export function webAddress({ document }: WebWindow, url: unknown): string {
  const link = document.createElement('a')
  if (typeof url === 'string' && url) link.href = url
  if (!/^https?:$/.test(link.protocol)) throw new Refusal('invalid-params')
  return link.href
}

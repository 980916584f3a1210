import { parseObject } from '../run'
import type { Traits } from './traits'

/** What a page gets for what upsdk gave to `success`: the same on Android and iOS (H12). */
export function normalise(gives: Traits['gives'], value: unknown): unknown {
  if (gives === 'nothing') return undefined
  if (gives === 'object' && typeof value === 'string') return parseObject(value) || value
  if (gives === 'text' && typeof value === 'number') return String(value)
  return value
}

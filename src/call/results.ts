import { isFunction, isObject, parseObject } from '../lib/values'
import type { Traits } from './methods'

/** What a page gets for what upsdk gave to `success`: the same on Android and iOS (H12). */
export function toResult(gives: Traits['gives'], value: unknown): unknown {
  if (gives === 'nothing') return undefined
  const result = gives === 'object' && typeof value === 'string' ? parseObject(value) || value : value
  if (gives === 'text' && typeof result === 'number') return String(result)
  return isPromiseLike(result) ? undefined : result
}

/** A promise would call it, or fail to look at it: no wallet gives such a thing, and the call must not hang on it. */
function isPromiseLike(value: unknown): boolean {
  try {
    return (isObject(value) || isFunction(value)) && isFunction((value as { then?: unknown }).then)
  } catch {
    return true
  }
}

import { isObject } from '../run'

/** Keeps a second tap from sending a second payment sheet (H20). */
export interface Busy {
  /** Is the same call open, and young enough that something native may cover the page? */
  has(key: string): boolean
  /** Marks it as open. @returns `sent` starts its time, `release` ends it */
  hold(key: string, forMs: number): Hold
}

export interface Hold {
  sent(): void
  release(): void
}

export function createBusy(): Busy {
  const open = new Map<string, { until: number }>()
  return {
    has(key) {
      const held = open.get(key)
      return !!held && performance.now() < held.until
    },
    hold(key, forMs) {
      const held = { until: Infinity }
      open.set(key, held)
      return {
        sent() {
          held.until = performance.now() + forMs
        },
        release() {
          if (open.get(key) === held) open.delete(key)
        },
      }
    },
  }
}

/** One text for one method with equal parameters; undefined where they cannot be compared. */
export function busyKey(method: string, params: unknown): string | undefined {
  try {
    return method + JSON.stringify(params, sortKeys)
  } catch {
    return undefined
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (!isObject(value) || Array.isArray(value)) return value
  const sorted = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(value).sort()) sorted[key] = value[key]
  return sorted
}

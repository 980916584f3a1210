import { vi } from 'vitest'

/** Looks again until a check passes. Vitest's own limit of a second is one that a busy machine breaks. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, 60_000)

import { isFunction, isObject } from '../run'
import type { RawUpsdk } from '../window'

/** What stood in the place of a method before the page put a function of its own there. */
export interface Beneath {
  method: string
  under: unknown
}

/**
 * Pages wrap methods to log them: `const { pay } = upsdk; upsdk.pay = (params) => pay(params)`. With the kit in
 * place of the global, `pay` is the kit's, and the wrapper stands on the raw upsdk: what is called from inside it
 * has to go to what it wraps, or it would go round for ever.
 */
export interface Wrappers {
  /** Puts a function in the place of a method. */
  write(raw: RawUpsdk, method: string, wrapper: unknown): void
  /** Is the method called by its own wrapper, at once, or later with the parameters that this was given? */
  beneath(method: string, params: unknown): Beneath | undefined
  /** Calls what stands in the place of a method. */
  run(raw: RawUpsdk, target: (argument: unknown) => void, argument: unknown): void
}

export function createWrappers(): Wrappers {
  /** Most pages wrap nothing, and pay nothing for those that do. */
  let any = false
  /** By wrapper. */
  const wrapped = new WeakMap<object, Beneath>()
  /** By the function that hears of success, of what was given to a wrapper. */
  const handedOn = new WeakMap<object, Beneath>()
  let inside: Beneath | undefined
  return {
    write(raw, method, wrapper) {
      if (isFunction(wrapper)) {
        any = true
        wrapped.set(wrapper, { method, under: raw[method] })
      }
      raw[method] = wrapper
    },
    beneath(method, params) {
      if (!any) return undefined
      if (inside?.method === method) return inside
      const success = isObject(params) ? params.success : undefined
      const handed = isFunction(success) ? handedOn.get(success) : undefined
      return handed?.method === method ? handed : undefined
    },
    run(raw, target, argument) {
      const found = any ? wrapped.get(target) : undefined
      if (!found) return target.call(raw, argument)
      const outer = inside
      inside = found
      if (isObject(argument) && isFunction(argument.success)) handedOn.set(argument.success, found)
      try {
        target.call(raw, argument)
      } finally {
        inside = outer
      }
    },
  }
}

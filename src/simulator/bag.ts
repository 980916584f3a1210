import { isFunction } from '../lib/values'

/** Parameters of a call, of whatever kind they are. */
export type Bag = Record<string, unknown>
export type Callback = ((...values: unknown[]) => unknown) | undefined

/** Parameters, or an empty object where there are none. */
export const bagOf = (params: unknown): Bag => (params || {}) as Bag

/** The SDK file takes a function by its tag: an `async` one has another, and is none (H21). */
export const callbackOf = (value: unknown): Callback =>
  isFunction(value) && Object.prototype.toString.call(value) === '[object Function]' ? value : undefined

/** Writes into a page's object as the file does, which is not strict: what cannot be written is left as it is. */
export const write = (bag: Bag, name: string, value: unknown): void =>
  void Reflect.set(Object(bag), name, value)

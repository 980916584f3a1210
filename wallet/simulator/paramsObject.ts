import { isFunction } from '../../src/internalsWithoutDom'

/** Parameters of a call, of any kind. */
export type ParamsObject = Record<string, unknown>
export type Callback = ((...values: unknown[]) => unknown) | undefined

/** Gets the parameters, or an empty object if there are none. */
export const paramsObject = (params: unknown): ParamsObject => (params || {}) as ParamsObject

/**
 * Gets a callback as the SDK file does. The file checks a function's tag, so it ignores `async` functions, which have
 * another one (H21).
 */
export const callbackOf = (value: unknown): Callback =>
  isFunction(value) && Object.prototype.toString.call(value) === '[object Function]' ? value : undefined

/** Writes into a page's object. The SDK file is not in strict mode, so a failed write is ignored. */
export const write = (bag: ParamsObject, name: string, value: unknown): void =>
  void Reflect.set(Object(bag), name, value)

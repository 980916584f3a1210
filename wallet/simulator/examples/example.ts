import type { Fields } from '../../../src/types/method'
import type { ParamsObject } from '../paramsObject'

/** A value, or a function that makes it from the call's parameters. */
type Made<Value> = Value | ((params: ParamsObject) => Value)

/** Examples have the optional fields too, since a page may read them. */
type Complete<Value> = Value extends object ? Required<Value> : Value

/**
 * An example of a method's result, as a page gets it on an iPhone. If no document names the fields of the result, the
 * example must be an object marked as invented.
 */
export type Example<Result> = Fields extends Result
  ? { readonly value: Made<object>; readonly invented: true }
  : { readonly value: Made<Complete<Result>>; readonly invented?: true }

/** An example for each method with a result. Methods without one have no example. */
export type Examples<Methods> = {
  readonly [M in keyof Methods as GivesNothing<Methods[M]> extends true ? never : M]: Methods[M] extends {
    result: infer Result
  }
    ? Example<Result>
    : never
}

type GivesNothing<Method> = Method extends { result: infer Result }
  ? [Result] extends [void]
    ? true
    : false
  : true

type Invented = { readonly value: Made<object>; readonly invented: true }

/** Marks an object as invented: no document names its fields. */
export const invented = (value: Made<object>): Invented => ({ value, invented: true })

/** Makes the same invented object for methods that only do something, and whose result no document describes. */
export function done<M extends string>(...methods: M[]): { readonly [Name in M]: Invented } {
  const all = {} as { [Name in M]: Invented }
  for (const method of methods) all[method] = invented({ code: '00' })
  return all
}

/** A PNG file of one pixel, as base64. */
export const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgjkkDAAFDAM4cGyKpAAAAAElFTkSuQmCC'
/** The size of that file in bytes. */
export const PICTURE_SIZE = 69
/** A chunk of a recording, as base64. No player can play it. */
export const RECORDING = 'ZXhhbXBsZQ=='

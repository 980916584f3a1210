import type { Fields } from '../../types/method'
import type { Bag } from '../bag'

/** A value, or what makes one of the parameters of the call. */
type Made<Value> = Value | ((params: Bag) => Value)

/** A page may read an optional field too. */
type Complete<Value> = Value extends object ? Required<Value> : Value

/**
 * An example of what a method gives, as a page gets it on an iPhone. Where no document names the fields of the
 * result, the example has to be an object and to say that it is invented.
 */
export type Example<Result> = Fields extends Result
  ? { readonly value: Made<object>; readonly invented: true }
  : { readonly value: Made<Complete<Result>>; readonly invented?: true }

/** An example for each method that gives something. */
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

export const invented = (value: Made<object>): Invented => ({ value, invented: true })

/** Methods that do something, and whose result no document describes: one invented object for all. */
export function done<M extends string>(...methods: M[]): { readonly [Name in M]: Invented } {
  const all = {} as { [Name in M]: Invented }
  for (const method of methods) all[method] = invented({ code: '00' })
  return all
}

/** A picture of one pixel: base64 of its PNG file. */
export const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgjkkDAAFDAM4cGyKpAAAAAElFTkSuQmCC'
/** Its bytes. */
export const PICTURE_SIZE = 69
/** A chunk of a recording, which no player takes for one. */
export const RECORDING = 'ZXhhbXBsZQ=='

import type { UpsdkMethods } from './methods'

/**
 * The argument of `fail` (H13). Each method of upsdk fills other fields, and a few give just a code or a text instead
 * of an object. Old code reads `errmsg || msg`. The `UpsdkError` of the promise has one `code`.
 */
export interface RawFailure {
  errcode?: string
  errmsg?: string
  code?: string
  msg?: string
  desc?: string
}

/** Callbacks as in upsdk, for code that was written for it. They run in addition to the promise. */
export interface Callbacks<Value = unknown> {
  /** Gets upsdk's value unchanged. */
  success?(value: Value): void
  /**
   * Gets upsdk's failure unchanged, or `{ errcode, errmsg, code, msg }` for a failure of the kit. The kit then shows
   * nothing.
   */
  fail?(failure: RawFailure): void
  /** Runs only if there is no `fail`, as in upsdk. */
  cancel?(failure: RawFailure): void
  /** Always runs, as the last one. */
  complete?(outcome: unknown): void
}

/** The name of a method of upsdk. */
export type MethodName = keyof UpsdkMethods
/** Parameters of a method. */
export type Params<M extends MethodName> = UpsdkMethods[M] extends { params: infer P }
  ? P
  : Record<string, unknown> | undefined
/** The value that the promise of a method resolves to. */
export type Result<M extends MethodName> = UpsdkMethods[M] extends { result: infer R } ? R : unknown
/**
 * The argument of `success`: native's result. Android often gives an object as JSON text (H12), so the type lets old
 * code treat it as either. The promise gives the object on both platforms. Some methods use `success` for their event
 * (H15).
 */
export type RawResult<M extends MethodName> = UpsdkMethods[M] extends { success: infer Value }
  ? Value
  : Result<M> extends object
    ? Result<M> & string
    : Result<M> extends string
      ? Result<M>
      : unknown
/** `Result` for any name: unknown for methods that are not in the map. For a simulator's answers. */
export type ResultOf<M extends string> = M extends MethodName ? Result<M> : unknown

/** Lets an optional parameter be undefined, even under `exactOptionalPropertyTypes`. */
type OrUndefined<P> = { [Name in keyof P]: undefined extends P[Name] ? P[Name] | undefined : P[Name] }

/** Adds the callbacks, even to methods without parameters. */
type WithCallbacks<P, Value> = [P] extends [void]
  ? Callbacks<Value>
  : P extends object
    ? OrUndefined<P> & Callbacks<Value>
    : P

/** The arguments of a method. The first one is required if a parameter is. */
export type CallArguments<P, Options, Value = unknown> = undefined extends P
  ? [params?: WithCallbacks<P, Value>, options?: Options]
  : // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
    {} extends P
    ? [params?: WithCallbacks<P, Value>, options?: Options]
    : [params: WithCallbacks<P, Value>, options?: Options]

/** Every method of upsdk, as a function that resolves to its result. */
export type Methods<Options> = {
  // This form keeps a method's docs visible in editors.
  [M in keyof UpsdkMethods]: (...args: CallArguments<Params<M>, Options, RawResult<M>>) => Promise<Result<M>>
}

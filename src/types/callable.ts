import type { UpsdkMethods } from './methods'

/**
 * The argument of `fail` (H13): upsdk's methods each fill other fields, and a few give a bare code or a text in place of
 * an object. Old code reads `errmsg || msg`; the `UpsdkError` that the promise rejects with has one `code`.
 */
export interface RawFailure {
  errcode?: string
  errmsg?: string
  code?: string
  msg?: string
  desc?: string
}

/** Callbacks as upsdk takes them, for code that was written for it. They run besides the promise. */
export interface Callbacks<Value = unknown> {
  /** Gets what upsdk gave, as it came. */
  success?(value: Value): void
  /** Gets the failure as it came, or `{ errcode, errmsg, code, msg }` where it is the kit's. The kit then shows nothing. */
  fail?(failure: RawFailure): void
  /** Only called where there is no `fail`, as in upsdk. */
  cancel?(failure: RawFailure): void
  /** Always called, last. */
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
 * The argument of `success`: the result as native gave it. Where that is an object, Android often gives it as JSON text
 * (H12), so the type lets old code treat it as either; the promise gives the object on both. Some methods have
 * `success` for their event (H15).
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

/** A parameter that may be left out may be undefined too, also under `exactOptionalPropertyTypes`. */
type OrUndefined<P> = { [Name in keyof P]: undefined extends P[Name] ? P[Name] | undefined : P[Name] }

/** Methods without parameters take callbacks too. */
type WithCallbacks<P, Value> = [P] extends [void]
  ? Callbacks<Value>
  : P extends object
    ? OrUndefined<P> & Callbacks<Value>
    : P

/** Required parameters make the argument required. */
export type CallArguments<P, Options, Value = unknown> = undefined extends P
  ? [params?: WithCallbacks<P, Value>, options?: Options]
  : // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
    {} extends P
    ? [params?: WithCallbacks<P, Value>, options?: Options]
    : [params: WithCallbacks<P, Value>, options?: Options]

/** Every method of upsdk, as a function that resolves to its result. */
export type Methods<Options> = {
  // In this form, a method's docs are seen where it is used.
  [M in keyof UpsdkMethods]: (...args: CallArguments<Params<M>, Options, RawResult<M>>) => Promise<Result<M>>
}

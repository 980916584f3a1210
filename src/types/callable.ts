import type { UpsdkMethods } from './methods'

/** Callbacks as upsdk takes them, for code that was written for it. They run besides the promise. */
export interface Callbacks {
  /** Gets what upsdk gave, as it came. */
  success?(value: unknown): void
  /** Gets the failure as it came, or `{ errcode, errmsg, code, msg }` where it is the kit's. The kit then shows nothing. */
  fail?(failure: unknown): void
  /** Only called where there is no `fail`, as in upsdk. */
  cancel?(failure: unknown): void
  /** Always called, last. */
  complete?(outcome: unknown): void
}

/** The name of a method of upsdk. */
export type MethodName = keyof UpsdkMethods
/** What a method takes. */
export type Params<M extends MethodName> = UpsdkMethods[M] extends { params: infer P }
  ? P
  : Record<string, unknown> | undefined
/** What the promise of a method resolves to. */
export type Result<M extends MethodName> = UpsdkMethods[M] extends { result: infer R } ? R : unknown
/** `Result` for any name: unknown for methods that are not in the map. For a simulator's answers. */
export type ResultOf<M extends string> = M extends MethodName ? Result<M> : unknown

/** Methods without parameters take callbacks too. */
type WithCallbacks<P> = [P] extends [void] ? Callbacks : P extends object ? P & Callbacks : P

/** Required parameters make the argument required. */
export type CallArguments<P, Options> = undefined extends P
  ? [params?: WithCallbacks<P>, options?: Options]
  : // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
    {} extends P
    ? [params?: WithCallbacks<P>, options?: Options]
    : [params: WithCallbacks<P>, options?: Options]

/** Every method of upsdk, as a function that resolves to its result. */
export type Methods<Options> = {
  // In this form, a method's docs are seen where it is used.
  [M in keyof UpsdkMethods]: (...args: CallArguments<Params<M>, Options>) => Promise<Result<M>>
}

/** Native answers with success. */
export interface Succeed {
  kind: 'succeed'
  value: unknown
}
/** Native answers with failure: a code, which takes the shape that generation, bridge and method give it, or anything raw. */
export interface Fail {
  kind: 'fail'
  failure: unknown
}
/** Native never answers. */
export interface Silent {
  kind: 'silent'
}

/** What native says to a call; a function decides from the parameters. */
export type Answer = Succeed | Fail | Silent | ((params: unknown) => Answer)

/** Answers with success. An object arrives as JSON text on Android, as it does there (H12). */
export const succeed = (value?: unknown): Succeed => ({ kind: 'succeed', value })

/** Answers with failure. @param failure a code such as '94' or 'c02', or what native gives, as it is */
export const fail = (failure?: unknown): Fail => ({ kind: 'fail', failure })

/** Never answers. */
export const silent = (): Silent => ({ kind: 'silent' })

/** What an answer comes to for these parameters. */
export function resolveAnswer(answer: Answer | undefined, params: unknown): Succeed | Fail | Silent {
  let current: Answer = answer || succeed()
  for (let depth = 0; typeof current === 'function' && depth < 10; depth++) current = current(params)
  return typeof current === 'function' ? silent() : current
}

/** What a person did on a page, for a test that repeats it. */

/** One recorded action. */
export interface Action {
  /** The time of `performance.now()`, in ms. */
  readonly at: number
  /** The line of a test that repeats it, without `await`. */
  readonly code: string
}

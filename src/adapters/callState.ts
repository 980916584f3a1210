import type { UpsdkError } from '../failure/error'
import type { CallArguments, MethodName, Params, Result } from '../types/callable'
import type { CallOptions } from '../types/callOptions'
import type { Upsdk } from '../types/upsdk'

/** The state that a component shows of its calls of one method. */
export interface CallState<Data> {
  readonly data: Data | undefined
  readonly error: UpsdkError | undefined
  readonly pending: boolean
}

/** The event that `@click="run"` and `onClick={run}` pass. */
interface HandledEvent {
  preventDefault(): void
}
/** The arguments of `run`. It also takes an event if the method needs no parameters. */
export type RunArguments<M extends MethodName> =
  | CallArguments<Params<M>, CallOptions>
  | (undefined extends Params<M> ? [event: HandledEvent] : never)

/** The result of a settled call, or its error. */
export type CallEnd<Data> = readonly [data?: Data | undefined, error?: UpsdkError]

/** The state of the newest call, which is the one shown. */
export type Shown<Data> = readonly [pending: boolean, outcome: CallEnd<Data>]

/** The state before the first call. */
export const NOTHING_YET: Shown<never> = [false, []]

/** A call of the component. */
interface ShownCall<Data> {
  isOpen: boolean
  outcome?: CallEnd<Data>
  /** The call before it. It is shown instead of a call that never began because it was `busy`. */
  instead?: ShownCall<Data>
}

/**
 * Makes the state of a component's calls, for both frameworks. It shows the newest call. The outcome of an older one no
 * longer changes it.
 *
 * @param page the component's kit, method and options, read at each call
 * @param changed gets the shown state while the component is mounted
 */
export function createCallState<M extends MethodName>(
  page: { readonly method: M; readonly upsdk: Upsdk; readonly options: CallOptions | undefined },
  changed: (now: Shown<Result<M>>) => void,
) {
  let newest: ShownCall<Result<M>> = { isOpen: false }
  let shown: Shown<Result<M>> = NOTHING_YET
  const listeners = new Set<() => void>()
  /** A signal that aborts when the component unmounts. Old WebViews have no `AbortController`. */
  const leaving = {
    aborted: false,
    addEventListener: (_type: 'abort', listener: () => void) => listeners.add(listener),
    removeEventListener: (_type: 'abort', listener: () => void) => listeners.delete(listener),
  }

  function show(): void {
    while (newest.instead) newest = newest.instead
    shown = [newest.isOpen, newest.outcome || shown[1]]
    if (!leaving.aborted) changed(shown)
  }

  function execute(params?: unknown, own?: CallOptions): Promise<Result<M>> {
    const before = newest
    const call: ShownCall<Result<M>> = { isOpen: true }
    newest = call
    show()
    const end = (outcome?: CallEnd<Result<M>>, instead?: ShownCall<Result<M>>) => {
      call.isOpen = false
      call.outcome = outcome
      call.instead = instead
      if (call === newest) show()
    }
    const options: CallOptions = { ...page.options, ...own }
    // An option that is undefined, of a prop that is not given, is none.
    const { beforeSending = leaving, onHoldEnd = end } = options
    // The kit throws if it lacks the part that the method needs.
    const promise = new Promise<Result<M>>((resolve) => {
      const start = page.upsdk.call as (...all: unknown[]) => Promise<Result<M>>
      // `@click="run"` and `onClick={run}` pass the event, which the kit takes for no parameters.
      resolve(
        start(page.method, params, {
          ...options,
          beforeSending,
          // A button must not stay disabled for ever if native never answers.
          onHoldEnd() {
            end()
            onHoldEnd()
          },
        }),
      )
    })
    promise.then(
      (data) => end([data]),
      (error: UpsdkError) => (error.reason === 'busy' ? end(undefined, before) : end([undefined, error])),
    )
    return promise
  }

  return {
    execute,
    run: (params?: unknown, own?: CallOptions) => void execute(params, own).catch(() => {}),
    /**
     * Call it when the component mounts, or mounts again. @returns call it at unmounting: aborts calls that have not
     * been sent
     */
    enter(): () => void {
      leaving.aborted = false
      // The state may have changed while the component was unmounted.
      changed(shown)
      return () => {
        leaving.aborted = true
        listeners.forEach((run) => void run())
      }
    },
  }
}

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

/** The event that `@click="run"` and `onClick={run}` hand over. */
interface HandledEvent {
  preventDefault(): void
}
/** The arguments of `run`: an event too, where the method needs no parameters. */
export type RunArguments<M extends MethodName> =
  | CallArguments<Params<M>, CallOptions>
  | (undefined extends Params<M> ? [event: HandledEvent] : never)

/** What a settled call has given, or how it failed. */
export type Outcome<Data> = readonly [data?: Data | undefined, error?: UpsdkError]

/** The state that is shown now: of the newest call. */
export type Shown<Data> = readonly [pending: boolean, outcome: Outcome<Data>]

/** Before the first call. */
export const NOTHING_YET: Shown<never> = [false, []]

/** A call that the component has made. */
interface ShownCall<Data> {
  isOpen: boolean
  outcome?: Outcome<Data>
  /** The call before it, which is shown in the place of one that was busy and never began. */
  instead?: ShownCall<Data>
}

/**
 * The state of calls that both frameworks share. It shows the newest call; an older one's outcome no longer changes it.
 *
 * @param page what the component has at the time of a call
 * @param changed gets what is shown now, as long as the component is there
 */
export function createCallState<M extends MethodName>(
  page: { readonly method: M; readonly upsdk: Upsdk; readonly options: CallOptions | undefined },
  changed: (now: Shown<Result<M>>) => void,
) {
  let newest: ShownCall<Result<M>> = { isOpen: false }
  let shown: Shown<Result<M>> = NOTHING_YET
  const listeners = new Set<() => void>()
  /** Aborts where the component goes: old WebViews have no `AbortController`. */
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
    const end = (outcome?: Outcome<Result<M>>, instead?: ShownCall<Result<M>>) => {
      call.isOpen = false
      call.outcome = outcome
      call.instead = instead
      if (call === newest) show()
    }
    let promise: Promise<Result<M>>
    try {
      promise = (page.upsdk.call as (...all: unknown[]) => Promise<Result<M>>)(
        page.method,
        // `@click="run"` and `onClick={run}` give the event: it is no parameter.
        (params as Event | undefined)?.preventDefault ? undefined : params,
        // Native may never answer: a button must not stay disabled for ever.
        { beforeSending: leaving, onHoldEnd: end, ...page.options, ...own },
      )
    } catch (lackingPart) {
      promise = Promise.reject(lackingPart)
    }
    promise.then(
      (data) => end([data]),
      (error: UpsdkError) => (error.reason === 'busy' ? end(undefined, before) : end([undefined, error])),
    )
    return promise
  }

  return {
    execute,
    run: (params?: unknown, own?: CallOptions) => void execute(params, own).catch(() => {}),
    /** The component is there, perhaps again. @returns gives up what has not been sent: it goes */
    enter(): () => void {
      leaving.aborted = false
      // It may have changed while the component was away.
      changed(shown)
      return () => {
        leaving.aborted = true
        listeners.forEach((run) => void run())
      }
    },
  }
}

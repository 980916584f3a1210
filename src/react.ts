/**
 * `upsdk-kit/react`: hooks for React 16.8 to 19.
 *
 * @module upsdk-kit/react
 */
import {
  createContext,
  createElement,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import {
  type CallState,
  createCallState,
  NOTHING_YET,
  type RunArguments,
  type Shown,
} from './adapters/callState'
import type { CallArguments, MethodName, Params, Result } from './types/callable'
import type { CallOptions } from './types/callOptions'
import type { EventData, EventName, EventParams } from './types/events'
import type { Upsdk } from './types/upsdk'

export type { CallState, RunArguments }

const Context = /* @__PURE__ */ createContext<Upsdk | undefined>(undefined)

/**
 * Provides the kit to all components below. Make the kit once, outside of components, since `destroy` is final.
 *
 * @example <UpsdkProvider upsdk={upsdk}><App /></UpsdkProvider>
 */
export const UpsdkProvider = ({ upsdk, children }: { upsdk: Upsdk; children?: ReactNode }): ReactElement =>
  createElement(Context.Provider, { value: upsdk }, children)

const problem = (cure: string) => new Error(`upsdk-kit/react: ${cure}`)

/** Gets the kit of the page. Throws without an `UpsdkProvider` above. */
export function useUpsdk(): Upsdk {
  if (!useContext) throw problem('needs React 16.8 or newer')
  const upsdk = useContext(Context)
  if (!upsdk) throw problem('put it in <UpsdkProvider upsdk={upsdk}>')
  return upsdk
}

/**
 * Listens for an event while the component is mounted, and calls the newest handler.
 *
 * @param params the parameters of the registration: `useUpsdkEvent('rightbtnclick', share, { title: 'Share' })`
 */
export function useUpsdkEvent<E extends EventName>(
  event: E,
  handler: (data: EventData<E>) => void,
  // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
  ...[params]: {} extends EventParams<E> ? [params?: EventParams<E>] : [params: EventParams<E>]
): void {
  const upsdk = useUpsdk()
  const newest = useRef(handler)
  newest.current = handler
  useEffect(() => {
    let stop: (() => void) | undefined
    // StrictMode mounts, unmounts and mounts again at once. The microtask registers only what stays mounted.
    Promise.resolve().then(() => {
      stop = stop || (upsdk.on as OnAny)(event, (data) => newest.current(data as EventData<E>), params)
    })
    return () => {
      if (stop) stop()
      else stop = () => {}
    }
    // Parameters are compared as JSON, since a page may make a new object at each render.
  }, [upsdk, event, JSON.stringify(params)])
}

type OnAny = (event: EventName, handler: (data: unknown) => void, params: unknown) => () => void

/** The result of `useUpsdkCall`. */
export interface UpsdkCall<M extends MethodName> extends CallState<Result<M>> {
  /**
   * Makes a call and returns its own promise. It rejects with the `UpsdkError`, so that nothing after `await execute({
   * tn })` runs for a payment that failed.
   */
  execute(...args: CallArguments<Params<M>, CallOptions>): Promise<Result<M>>
  /** Makes a call, for event handlers. It returns nothing and never throws; the outcome is in `data` and `error`. */
  run(...args: RunArguments<M>): void
}

/**
 * Calls one method, and gives the state of the newest call. Unmounting aborts a call that has not been sent (`execute`
 * rejects with `aborted`), unless it has a `beforeSending` of its own. A call that was sent goes on, and its failure is
 * still shown.
 *
 * @param options options of every call; those of `execute` override them
 * @example const { pending, run } = useUpsdkCall('scanQRCode')
 */
export function useUpsdkCall<M extends MethodName>(method: M, options?: CallOptions): UpsdkCall<M> {
  const upsdk = useUpsdk()
  const [[pending, [data, error]], setState] = useState<Shown<Result<M>>>(NOTHING_YET)
  const page = Object.assign(useRef({}).current, { method, upsdk, options })
  const [{ execute, run, enter }] = useState(() => createCallState(page, setState))
  useEffect(enter, [])
  return { data, error, pending, execute, run } as UpsdkCall<M>
}

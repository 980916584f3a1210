/**
 * `upsdk-kit/vue`: a plug-in and composables for Vue 3 and Vue 2.7.
 *
 * @module upsdk-kit/vue
 */
import type { Ref } from 'vue'
import * as Vue from 'vue'
import { createCallState, type RunArguments } from './adapters/callState'
import type { UpsdkError } from './failure/error'
import type { CallArguments, MethodName, Params, Result } from './types/callable'
import type { CallOptions } from './types/callOptions'
import type { EventData, EventName, EventParams } from './types/events'
import type { Upsdk } from './types/upsdk'

export type { RunArguments }

/** The members of Vue 3's app, or of Vue 2's constructor, that the plug-in uses. */
interface VueApp {
  config: { globalProperties?: WithUpsdk }
  prototype: WithUpsdk
}

/** The place of the kit: `this.$upsdk` in the options API and in templates. */
interface WithUpsdk {
  $upsdk?: Upsdk
}

/**
 * Provides the kit to all components: `app.use(upsdkPlugin(upsdk))`, in Vue 2.7 `Vue.use(upsdkPlugin(upsdk))`.
 * Templates and the options API have it as `$upsdk`.
 */
export const upsdkPlugin = (upsdk: Upsdk) => ({
  /** Vue calls it. */
  install(app: unknown): void {
    const { config, prototype } = app as VueApp
    // Vue 2 has a prototype instead of global properties.
    ;(config.globalProperties || prototype).$upsdk = upsdk
  },
})

const problem = (cure: string) => new Error(`upsdk-kit/vue: ${cure}`)

/** Gets the kit of the page. Call it in `setup`. Throws elsewhere, and without the plug-in. */
export function useUpsdk(): Upsdk {
  if (!Vue.getCurrentInstance) throw problem('needs Vue 2.7 or newer')
  const instance = Vue.getCurrentInstance() as { proxy: WithUpsdk | null } | null
  if (!instance) throw problem('call it in setup()')
  const { $upsdk } = instance.proxy || {}
  if (!$upsdk) throw problem('first app.use(upsdkPlugin(upsdk))')
  return $upsdk
}

/**
 * Listens for an event while the component is mounted, and under `<KeepAlive>` while it is active.
 *
 * @param handler gets plain data, as with `on`
 * @param params the parameters of the registration: `useUpsdkEvent('rightbtnclick', share, { title: 'Share' })`
 */
export function useUpsdkEvent<E extends EventName>(
  event: E,
  handler: (data: EventData<E>) => void,
  // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
  ...params: {} extends EventParams<E> ? [params?: EventParams<E>] : [params: EventParams<E>]
): void {
  const upsdk = useUpsdk()
  let stop: (() => void) | undefined
  const start = () => {
    stop = stop || upsdk.on(event, handler, ...params)
  }
  const end = () => {
    if (stop) stop()
    stop = undefined
  }
  Vue.onMounted(start)
  Vue.onActivated(start)
  Vue.onDeactivated(end)
  Vue.onBeforeUnmount(end)
}

/** The result of `useUpsdkCall`. */
export interface UpsdkCall<M extends MethodName> {
  data: Ref<Result<M> | undefined>
  error: Ref<UpsdkError | undefined>
  pending: Ref<boolean>
  /**
   * Makes a call and returns its own promise. It rejects with the `UpsdkError`, so that nothing after `await execute({
   * tn })` runs for a payment that failed.
   */
  execute(...args: CallArguments<Params<M>, CallOptions>): Promise<Result<M>>
  /** Makes a call, for templates. It returns nothing and never throws; the outcome is in `data` and `error`. */
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
  const page = { method, upsdk: useUpsdk(), options }
  const data = Vue.shallowRef<Result<M>>()
  const error = Vue.shallowRef<UpsdkError>()
  const pending = Vue.ref(false)
  const { execute, run, enter } = createCallState(page, (now) => {
    ;[pending.value, [data.value, error.value]] = now
  })
  Vue.onBeforeUnmount(enter())
  return { data, error, pending, execute, run } as UpsdkCall<M>
}

import { withMethods } from './call/proxy'
import type { EventHandler } from './events/events'
import { KIT } from './gate/raw'
import type { BuiltIn } from './kit/parts'
import { Kit } from './kit/wiring'
import { isFunction, read } from './lib/values'
import type { UpsdkOptions } from './options'
import type { CallOptions, NotifyOptions } from './types/callOptions'
import type { Upsdk } from './types/upsdk'

/** Makes the object that a page gets: the kit's members, and a function for every method of upsdk. */
export function createKit(options: UpsdkOptions, builtIn: BuiltIn): Upsdk {
  const kit: Kit = new Kit(options, builtIn, () => upsdk)
  const members = membersOf(kit)
  const names = Object.keys(members)
  // JavaScript may hand in anything as a method.
  members.call = (method, params, callOptions) => {
    const name = typeof method === 'string' ? method : ''
    // A page, or a test, may have put a function of its own in the place of a method.
    const own = written.get(name) || (names.includes(name) ? undefined : read(members, name))
    return isFunction(own)
      ? new Promise((resolve) => resolve(own(params, callOptions)))
      : kit.run(name, params, callOptions)
  }
  Object.defineProperty(members, KIT, { value: kit.source.get, configurable: true })
  const { upsdk: made, written } = withMethods(members, kit)
  const upsdk = made as unknown as Upsdk
  kit.begin()
  return upsdk
}

/** What the kit has besides the methods of upsdk; see `Upsdk` for what each does. */
function membersOf(kit: Kit) {
  const { ready, config, error, supports } = kit.waits
  return {
    call: undefined as unknown as (
      method: unknown,
      params?: unknown,
      options?: CallOptions,
    ) => Promise<unknown>,
    on: (event: string, handler: EventHandler, params?: object) => kit.on(event, handler, params),
    ready,
    pluginReady: ready,
    config,
    error,
    supports,
    /** The one method that answers at once, with an object. */
    getNFCAdapter() {
      const raw = kit.source.get()
      const get = read(raw, 'getNFCAdapter')
      return isFunction(get) ? get.call(raw) : undefined
    },
    explain: (failure: unknown, asked?: { method?: string; payment?: boolean }) =>
      kit.understand(failure, asked).error.explanation,
    notify: (failure: unknown, asked?: NotifyOptions) => kit.notify(failure, asked),
    toast(text?: unknown) {
      kit.show.toast(text === undefined || text === null ? '' : String(text))
    },
    setLocale: (tag: string) => kit.setLocale(tag),
    destroy: () => kit.destroy(),
    get environment() {
      return kit.environment()
    },
    get isInsideWallet() {
      return read(kit.source.get(), 'isInsideWallet') === true
    },
    get checkSdkSupport() {
      return read(kit.source.get(), 'checkSdkSupport') === true
    },
    get jsApiList() {
      return kit.jsApiList()
    },
    get locale() {
      return kit.texts.current().locale
    },
  }
}

import { EVENT_TABLE } from '../call/methodTable'
import type { EventCallbacks } from '../call/params'
import { memoize, noop, runSafely } from '../lib/run'
import { isFunction, isObject, parseObject, read, toComparable, withoutPrototype } from '../lib/values'

/** Runs at each event, with plain data. */
export type EventHandler = (data: Record<string, unknown>) => void

/** Lets many handlers share the one slot that upsdk has for each event. */
export interface Events {
  /** Adds a handler. @returns removes it, and cancels the registration with the last one */
  on(event: string, handler: EventHandler, params?: object): () => void
  /**
   * Takes the handlers that old code passes to the method itself. They run beside the handlers of `on`, with the event
   * object. As in upsdk, the next one replaces such a handler.
   */
  takeHandlers(method: string, params: unknown): EventCallbacks | undefined
  /** Restores the registration of the handlers of `on` after one by the method itself has failed. */
  onFailure(method: string): void
  /**
   * Remembers the handlers of the events that a call cancels, if any.
   *
   * @returns removes those handlers; runs once the call is sent. A handler that the page registered meanwhile stays
   */
  stopping(method: string): () => void
  destroy(): void
}

/** How one event of upsdk is registered and cancelled. */
interface EventSource {
  event: string
  /** The method that registers. */
  method: string
  /** The parameter that takes the handler; upsdk has one slot for each event (H15). */
  slot: string
  /** The method that cancels it, if upsdk has one. */
  stop?: string
}

/** One event, and its handlers. */
interface Hub extends EventSource {
  readonly handlers: Set<EventHandler>
  /** The handler that was passed to the method itself. */
  direct?: (event: unknown) => void
  /** The value by which its parameters are compared if it is registered; else undefined. */
  registeredAs?: unknown
  params: object
  /** The callback in upsdk's slot. @returns whether it got the event, rather than the registration's own answer */
  receive(value: unknown): boolean
}

/**
 * Makes the events of a kit: what the part `events` holds.
 *
 * @param register calls the method that registers, with the kit's callbacks
 * @param stop calls the method that cancels; `onSent` runs once upsdk has it
 */
export type CreateEvents = (
  document: Document,
  register: (method: string, params: object, callbacks: EventCallbacks) => Promise<unknown>,
  stop: (method: string, onSent: () => void) => void,
) => Events

const createEvents: CreateEvents = (document, register, stop) => {
  const hubs = new Map<string, Hub>()

  function hubOf(source: EventSource): Hub {
    const known = hubs.get(source.event)
    if (known) return known
    const hub: Hub = {
      ...source,
      handlers: new Set(),
      params: {},
      receive: (value) => deliver(hub, value, document),
    }
    hubs.set(source.event, hub)
    return hub
  }

  function registerHub(hub: Hub): void {
    const registeredAs = identityOf(hub.params)
    if (hub.registeredAs === registeredAs) return
    hub.registeredAs = registeredAs
    register(hub.method, hub.params, withoutPrototype({ [hub.slot]: hub.receive })).then(noop, () => {
      // The next `on` tries again.
      if (hub.registeredAs === registeredAs) hub.registeredAs = undefined
    })
  }

  function cancelHub(hub: Hub): void {
    if (hub.handlers.size || hub.direct || !hub.stop) return
    document.removeEventListener(hub.event, hub.receive as EventListener)
    const { stop: method } = hub
    if (hub.registeredAs) stop(method, stopping(method))
    hub.registeredAs = undefined
  }

  function stopping(method: string): () => void {
    const stopped = [...hubs.values()]
      .filter(({ stop: stopMethod }) => stopMethod === method)
      .map((hub) => ({ hub, direct: hub.direct }))
    return () =>
      stopped.forEach(({ hub, direct }) => {
        if (hub.direct !== direct) return
        hub.direct = hub.registeredAs = undefined
        if (hub.handlers.size) registerHub(hub)
        else document.removeEventListener(hub.event, hub.receive as EventListener)
      })
  }

  return {
    on(event, handler, params) {
      const source = findEvent(event)
      if (!source) throw new TypeError(`upsdk-kit: there is no event "${event}"`)
      if (!isFunction(handler)) throw new TypeError('upsdk-kit: an event handler must be a function')
      const hub = hubOf(source)
      // Each `on` gets a function of its own, so that the same handler can be added twice.
      const entry: EventHandler = (data) => handler(data)
      hub.handlers.add(entry)
      if (params) hub.params = { ...params }
      registerHub(hub)
      return () => {
        if (hub.handlers.delete(entry)) cancelHub(hub)
      }
    },
    takeHandlers(method, params) {
      let callbacks: EventCallbacks | undefined
      for (const source of eventsOf(method)) {
        const handler = read(params, source.slot)
        const hub = isFunction(handler) ? hubOf(source) : hubs.get(source.event)
        if (!hub) continue
        if (isFunction(handler)) hub.direct = handler
        // Native has this registration now. The next `on` with other parameters registers again.
        hub.registeredAs = isFunction(handler) ? identityOf(hub.params) : {}
        callbacks = withoutPrototype({ ...callbacks, [hub.slot]: hub.receive })
      }
      return callbacks
    },
    onFailure(method) {
      hubs.forEach((hub) => {
        if (hub.method !== method) return
        hub.registeredAs = undefined
        // Handlers of `on` may depend on this registration.
        if (hub.handlers.size) registerHub(hub)
      })
    },
    stopping,
    destroy() {
      hubs.forEach((hub) => {
        hub.handlers.clear()
        hub.direct = undefined
        cancelHub(hub)
      })
    },
  }
}

/** Makes what parameters are compared by. Those that JSON cannot represent equal no others. */
const identityOf = (params: object): unknown => toComparable(params) || {}

/** Passes an event to its handlers. Every value is one, but `monitorScreenShot` uses `success` for its answer too. */
function deliver(hub: Hub, value: unknown, document: Document): boolean {
  if (hub.method === 'monitorScreenShot' && read(value, 'type') !== hub.event) return false
  const { direct } = hub
  if (direct) runSafely(() => direct(value))
  if (!hub.handlers.size) return true
  const data = toData(value, document)
  // A copy, so that a handler that another one adds does not get this event.
  for (const handler of [...hub.handlers]) runSafely(() => handler(data))
  return true
}

/** Extracts native's fields. One bridge copies them onto the event object, the other passes them as they are. */
function toData(value: unknown, document: Document): Record<string, unknown> {
  const fields = (typeof value === 'string' && parseObject(value)) || value
  if (!isObject(fields)) return fields === undefined || fields === null ? {} : { value: fields }
  const blank: object = isFunction(fields.preventDefault)
    ? document.createEvent('Event')
    : Object.create(null)
  const data: Record<string, unknown> = {}
  for (const key of Object.keys(fields)) {
    if (!(key in blank)) data[key] = fields[key]
  }
  return data
}

/** Finds the rows with a word in a column. */
function rowsWith(word: string, column: 0 | 1): EventSource[] {
  const rows = EVENT_TABLE.split('\n').map((line) => line.split(' '))
  return rows.filter((row) => row[column] === word).map(toSource)
}

/**
 * Reads a row: the event, the method that registers it, and, if the slot is not `callback`, the slot and the method that
 * cancels it. What `on…` or `register…` registers in a `callback` is cancelled by `off…` or `cancel…`.
 */
function toSource([event = '', method = '', slot, stop]: string[]): EventSource {
  if (slot) return { event, method, slot, stop }
  return {
    event,
    method,
    slot: 'callback',
    stop: method.replace(/^on/, 'off').replace(/^register/, 'cancel'),
  }
}

/** Finds the event of a name; undefined if upsdk has none. */
export const findEvent = (name: string): EventSource | undefined => rowsWith(name, 0)[0]

/** Lists the events that a method registers. Most methods register none. */
export const eventsOf = /* @__PURE__ */ memoize((method: string): readonly EventSource[] =>
  rowsWith(method, 1),
)

export const events: { readonly events: CreateEvents } = { events: createEvents }

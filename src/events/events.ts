import type { Slots } from '../call/params'
import { noop, runSafely } from '../lib/run'
import { isFunction, isObject, parseObject, read, toComparable, withoutPrototype } from '../lib/values'
import { type EventSource, eventsOf, findEvent } from './table'

/** Hears of one event, with plain data. */
export type EventHandler = (data: Record<string, unknown>) => void

/** Many handlers on upsdk's one slot for each event. */
export interface Events {
  /** @returns stops it; the last one cancels the registration */
  on(event: string, handler: EventHandler, params?: object): () => void
  /**
   * Old code gives its handler to the method itself: it is put beside the handlers of `on`, and gets the event
   * object. As in upsdk the next one given so takes its place.
   */
  takeHandlers(method: string, params: unknown): Slots | undefined
  /** A registration by the method itself has failed: what stood before it stands again. */
  hasFailed(method: string): void
  /** The page cancels an event by its method. */
  wasStopped(method: string): void
  destroy(): void
}

/** One event, and who hears of it. */
interface Hub extends EventSource {
  readonly handlers: Set<EventHandler>
  /** Given to the method itself. */
  direct?: (event: unknown) => void
  /** Is it registered? Undefined: not; else what its parameters are compared by. */
  registeredAs?: unknown
  params: object
  /** Stands in upsdk's slot. Tells whether it was the event, and not a registration's own answer. */
  hear(value: unknown): boolean
}

/**
 * Makes the events of a kit: what the part `events` holds.
 *
 * @param register calls upsdk, with functions of the kit's own in its slots
 * @param stop calls what cancels
 */
export type CreateEvents = (
  document: Document,
  register: (method: string, params: object, slots: Slots) => Promise<unknown>,
  stop: (method: string) => void,
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
      hear: (value) => deliver(hub, value, document),
    }
    hubs.set(source.event, hub)
    return hub
  }

  function registerHub(hub: Hub): void {
    const registeredAs = identityOf(hub.params)
    if (hub.registeredAs === registeredAs) return
    hub.registeredAs = registeredAs
    register(hub.method, hub.params, withoutPrototype({ [hub.slot]: hub.hear })).then(noop, () => {
      // The next `on` tries again.
      if (hub.registeredAs === registeredAs) hub.registeredAs = undefined
    })
  }

  function cancelHub(hub: Hub): void {
    if (hub.handlers.size || hub.direct || !hub.stop) return
    document.removeEventListener(hub.event, hub.hear as EventListener)
    if (hub.registeredAs) stop(hub.stop)
    hub.registeredAs = undefined
  }

  return {
    on(event, handler, params) {
      const source = findEvent(event)
      if (!source) throw new TypeError(`upsdk-kit: there is no event "${event}"`)
      if (!isFunction(handler)) throw new TypeError('upsdk-kit: an event handler must be a function')
      const hub = hubOf(source)
      // A handler of its own for each `on`, so that the same function can be given twice.
      const entry: EventHandler = (data) => handler(data)
      hub.handlers.add(entry)
      if (params) hub.params = { ...params }
      registerHub(hub)
      return () => {
        if (hub.handlers.delete(entry)) cancelHub(hub)
      }
    },
    takeHandlers(method, params) {
      let slots: Slots | undefined
      for (const source of eventsOf(method)) {
        const handler = read(params, source.slot)
        const hub = isFunction(handler) ? hubOf(source) : hubs.get(source.event)
        if (!hub) continue
        if (isFunction(handler)) hub.direct = handler
        // It is what native knows now: the next `on` with other parameters registers anew.
        hub.registeredAs = isFunction(handler) ? identityOf(hub.params) : {}
        slots = withoutPrototype({ ...slots, [hub.slot]: hub.hear })
      }
      return slots
    },
    hasFailed(method) {
      hubs.forEach((hub) => {
        if (hub.method !== method) return
        hub.registeredAs = undefined
        // `on` may have counted on this registration.
        if (hub.handlers.size) registerHub(hub)
      })
    },
    wasStopped(method) {
      hubs.forEach((hub) => {
        if (hub.stop !== method) return
        hub.direct = hub.registeredAs = undefined
        if (hub.handlers.size) registerHub(hub)
        else document.removeEventListener(hub.event, hub.hear as EventListener)
      })
    },
    destroy() {
      hubs.forEach((hub) => {
        hub.handlers.clear()
        hub.direct = undefined
        cancelHub(hub)
      })
    },
  }
}

/** What parameters are compared by; what JSON cannot say is equal to nothing. */
const identityOf = (params: object): unknown => toComparable(params) || {}

/** `monitorScreenShot` has `success` for its answer and its event; the others have every value for an event. */
function deliver(hub: Hub, value: unknown, document: Document): boolean {
  if (hub.method === 'monitorScreenShot' && read(value, 'type') !== hub.event) return false
  const { direct } = hub
  if (direct) runSafely(() => direct(value))
  if (!hub.handlers.size) return true
  const data = toData(value, document)
  // Not those that a handler adds.
  for (const handler of [...hub.handlers]) runSafely(() => handler(data))
  return true
}

/** Native's fields, which it copies onto the event object; on the other bridge it gives them as they are. */
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

export const events: { readonly events: CreateEvents } = { events: createEvents }

import type { Reason } from '../codes/reasons'
import { isFunction, isObject } from '../run'
import type { Actions } from '../ui/presenter'
import { copyParams, type UpsdkWindow } from '../window'
import type { Traits } from './traits'

/** What a page may say of one call. */
export interface CallOptions {
  /** ms from sending to an answer, in place of `callTimeout`; 0 or Infinity: none. */
  timeout?: number
  /** Gives the call up: it rejects with `aborted`, and is not sent where it has not been. */
  signal?: AbortSignal
  /** Show a failure? In place of the instance's `notify`. */
  notify?: boolean
  /** Buttons of this call's dialogs, before the instance's. */
  actions?: Actions
}

export type Callback = (value: unknown) => void

const CALLBACKS = ['success', 'fail', 'cancel', 'complete'] as const
type Callbacks = { [Name in (typeof CALLBACKS)[number]]?: Callback }

/** The kit's own functions in the parameters of an event method; one in `success` tells what was an event. */
export type Slots = Readonly<Record<string, (value: unknown) => boolean>>

/** One call, from the page to its settlement. */
export interface Call {
  readonly id: number
  readonly method: string
  readonly traits: Traits
  readonly options: CallOptions
  readonly callbacks: Callbacks
  readonly slots: Slots
  /** Times of `performance.now()`. */
  readonly startedAt: number
  sentAt?: number
  settledAt?: number
  /** A fallback of the page has taken it over. */
  stoodIn?: boolean
}

/** Why a call fails: a reason of the kit's own, what upsdk gave to `fail`, or what it threw. */
export interface Trouble {
  reason?: Reason
  raw?: unknown
  /** `raw` came through `fail`. */
  answered?: boolean
  /** `raw` was thrown. */
  thrown?: boolean
  /** A hint more particular than the reason's. */
  hint?: string
  /** A text for the user more particular than the reason's. */
  text?: string
}

export type Succeed = (value?: unknown, answered?: boolean) => void
export type Fail = (trouble: Trouble) => void

/** Where upsdk wants numbers as text (upsdk-behaviour §4); no other method's parameters are touched. */
const NUMERIC_METHOD =
  /^(setScreenBrightness|read(Album|\w+Recording|Face\w+)Data|chooseFileFromAlbum|start\w+Recording|navi|openLocation|getLocation)$/
const NUMERIC_TEXT =
  /^(brightness|bufferSize|fromOffset|maxSize|maxTime|[sd]L(at|on)|latitude|longitude|scale|cacheTimeout)$/

/** Takes a copy of the parameters, and the callbacks out of it. May throw what a getter of the page throws. */
export function takeParams(call: Call, params: unknown, window: UpsdkWindow | undefined): unknown {
  if (typeof params === 'string') return params
  const copy = copyParams(window, isObject(params) ? params : {})
  for (const name of CALLBACKS) {
    const callback = copy[name]
    if (isFunction(callback)) call.callbacks[name] = callback
    // An object that never had it stays fast.
    if (callback !== undefined) delete copy[name]
  }
  // Where every success is an event, none is the call's own.
  if (call.slots.success && call.traits.settles === 'never') delete call.callbacks.success
  if (NUMERIC_METHOD.test(call.method)) {
    for (const key of Object.keys(copy)) {
      if (typeof copy[key] === 'number' && NUMERIC_TEXT.test(key)) copy[key] = String(copy[key])
    }
  }
  return copy
}

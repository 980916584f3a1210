/** One method of upsdk: what it takes, and what its promise resolves to. */
export interface Method<Params, Result> {
  params: Params
  result: Result
}

/**
 * A method whose parameters no document describes, so that only its name shows what it does. Its result is `unknown`
 * too, unless its kind is known (methods.tsv): text, an object, or nothing.
 */
export type Undocumented<Result = unknown> = Method<Record<string, unknown> | undefined, Result>

/** An object of undocumented fields. */
export type Fields = Record<string, unknown>

/**
 * A number, or a number as text: real pages write both. If upsdk expects text, a number is sent as text: `brightness:
 * 0.5` reaches upsdk as "0.5".
 */
export type NumericString = string | number

/** A number in a result. Some wallets give it as text, so use `Number(value)`. */
export type NumberOrText = number | string

/** True and false in the Bluetooth methods (upsdk-behaviour §4). */
export type YesNo = 'yes' | 'no'

/** True and false in most other methods: '1' and '0' (upsdk-behaviour §4). */
export type Flag = '0' | '1'

/** A chunk of a file (upsdk-behaviour §4). */
export interface Chunk {
  /** The bytes of the chunk as base64 text. */
  data: string
  /** '1' in the last chunk. */
  isFinished: Flag
}

/** The parameters for a chunk of a file (upsdk-behaviour §4). */
export interface ChunkRequest {
  /** Bytes per chunk, at most 524288. */
  bufferSize: NumericString
  /** Bytes from the beginning of the file. */
  fromOffset: NumericString
}

/**
 * Parameters of a method that registers an event. All except the handler are undocumented. The handler goes through
 * `on` and gets the event object, as old code expects. New code uses `upsdk.on`.
 */
export interface EventRegistration<Data = Fields> {
  /** Runs at each event. Native's fields are on the event object. */
  callback?(event: Event & Data): void
  [name: string]: unknown
}

/** Registers an event whose handler is the parameter `callback`. */
export type RegistersEvent<Data = Fields> = Method<EventRegistration<Data> | undefined, unknown>

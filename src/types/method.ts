/** One method of upsdk: what it takes, and what its promise resolves to. */
export interface Method<Params, Result> {
  params: Params
  result: Result
}

/**
 * A method whose parameters no document describes, so that only its name says what it does. The result is
 * `unknown` too, unless the way it answers is known (methods.tsv): text, an object, or nothing.
 */
export type Undocumented<Result = unknown> = Method<Record<string, unknown> | undefined, Result>

/** An object of undocumented fields. */
export type Fields = Record<string, unknown>

/**
 * A number, or a number as text: real pages write both. Where upsdk wants text, a number is sent as text:
 * `brightness: 0.5` reaches upsdk as "0.5".
 */
export type NumericString = string | number

/** A number in a result: some wallets give it as text, so use `Number(value)`. */
export type NumberOrText = number | string

/** How the Bluetooth methods say true and false (upsdk-behaviour §4). */
export type YesNo = 'yes' | 'no'

/** How most other methods say true and false: '1' and '0' (upsdk-behaviour §4). */
export type Flag = '0' | '1'

/** A chunk of a file (upsdk-behaviour §4). */
export interface Chunk {
  /** The bytes of the chunk as base64 text. */
  data: string
  /** '1' with the last chunk. */
  isFinished: Flag
}

/** Which chunk of a file (upsdk-behaviour §4). */
export interface ChunkRequest {
  /** Bytes a chunk, 524288 at the most. */
  bufferSize: NumericString
  /** Bytes from the beginning of the file. */
  fromOffset: NumericString
}

/**
 * Parameters of a method that registers an event. But for the handler they are undocumented. The handler goes
 * through `on`, and gets the event object, as old code expects; new code uses `upsdk.on`.
 */
export interface EventRegistration<Data = Fields> {
  /** Hears of the event. Native's fields are on the event object. */
  callback?(event: Event & Data): void
  [name: string]: unknown
}

/** Registers an event whose handler is the parameter `callback`. */
export type RegistersEvent<Data = Fields> = Method<EventRegistration<Data> | undefined, unknown>

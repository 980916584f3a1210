/**
 * `upsdk-kit/recorder`: from a real phone to the simulator. Follows raw upsdk, and keeps what a wallet does without
 * anything that somebody said; `installSimulator({ replay: trace })` answers as that wallet did.
 *
 * @module upsdk-kit/recorder
 */
export { type Recording, record } from './recorder/record'
export type { Shape, Trace, TraceAnswer, TraceCall } from './recorder/trace'

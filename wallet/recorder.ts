/**
 * `upsdk-kit/recorder`: brings the behaviour of a real phone to the simulator. It records what a wallet does at raw
 * upsdk, without any contents; `installSimulator({ replay: trace })` answers as that wallet did.
 *
 * @module upsdk-kit/recorder
 */
export { type Recording, record } from './recorder/record'
export type { Shape, Trace, TraceAnswer, TraceCall } from './trace/trace'

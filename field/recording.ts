/** Records the trace of the whole visit, and lets it be read meanwhile. */
import { type Recording, record, type Trace } from '../wallet/recorder'

let recording: Recording = record()
const ended: { trace: Trace; at: number }[] = []
let startedAt = performance.now()
const zero = startedAt

/** Reads the trace so far. Reading ends a recording, so the next one starts at once. */
export function traceNow(): Trace {
  ended.push({ trace: recording.stop(), at: Math.round(startedAt - zero) })
  recording = record()
  startedAt = performance.now()
  const newest = (ended[ended.length - 1] as (typeof ended)[number]).trace
  const first = ended.filter(({ trace }) => trace.readyAfter !== undefined)[0]
  const readyAfter = first && first.at + Number(first.trace.readyAfter)
  const calls = ended.reduce<Trace['calls'][number][]>(
    (all, { trace, at }) => all.concat(trace.calls.map((call) => ({ ...call, at: call.at + at }))),
    [],
  )
  return { ...newest, ...(readyAfter !== undefined && { readyAfter }), calls }
}

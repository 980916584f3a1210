/** The trace of the whole visit, which can be looked at while it goes on. */
import { type Recording, record, type Trace } from '../src/recorder'

let recording: Recording = record()
const ended: { trace: Trace; at: number }[] = []
let startedAt = performance.now()
const zero = startedAt

/** What was recorded until now. A recording ends when it is read, so the next one begins at once. */
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

import { fromShape } from '../recorder/shape'
import { TRACE_VERSION, type Trace, type TraceCall } from '../recorder/trace'
import { type Answer, fail, silent, succeed } from './answers'

/** The simulator's options, out of a trace. */
export interface Replay {
  readonly insideWallet: boolean
  readonly platform: 'android' | 'ios'
  readonly bridge: 'cordova' | 'jsbridge'
  readonly language: string
  readonly readyAfter: number | 'never'
  readonly answers: Readonly<Record<string, Answer>>
  /** The methods that this wallet has: others are missing here too. */
  readonly methods: readonly string[]
}

/** Answers as a recorded wallet did: each call of a method gets what that call of it got, the last again and again. */
export function toReplay(trace: Trace): Replay {
  if (trace.version !== TRACE_VERSION)
    throw new TypeError(`upsdk-kit: a trace of version ${trace.version} cannot be replayed`)
  const { insideWallet, platform, bridge = 'cordova', language = 'zh-CN' } = trace.environment
  const answers: Record<string, Answer> = {}
  for (const { method } of trace.calls)
    answers[method] = answers[method] || inTurn(trace.calls.filter((call) => call.method === method))
  return {
    insideWallet,
    platform: platform === 'ios' ? 'ios' : 'android',
    bridge,
    language: language.replace('-', '_'),
    readyAfter: insideWallet ? (trace.readyAfter ?? 'never') : 0,
    answers,
    methods: trace.methods,
  }
}

function inTurn(calls: readonly TraceCall[]): Answer {
  let index = 0
  return () => {
    const call = calls[Math.min(index++, calls.length - 1)]
    const [answer] = call?.answers || []
    if (!answer) return silent()
    const value = fromShape(answer.value)
    return answer.how === 'success' ? succeed(value) : fail(value)
  }
}

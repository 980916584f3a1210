import { hasOwn } from '../../src/internalsWithoutDom'
import { fromShape } from '../trace/shape'
import { TRACE_VERSION, type Trace, type TraceCall } from '../trace/trace'
import { type Answers, succeed } from './answers'
import type { Platform } from './userAgent'

/** What a recorded call is replayed with: the values that the page got from upsdk, not those that upsdk got from native. */
export interface ReplayedCall {
  readonly thrown?: string | undefined
  readonly answers: readonly {
    readonly how: 'success' | 'fail'
    readonly after: number
    readonly during: boolean
    readonly value: unknown
  }[]
}

/** A recorded wallet, read from a trace: options of the simulator, and its calls. */
export interface RecordedWallet {
  readonly insideWallet: boolean
  readonly platform: Platform
  readonly bridge: 'cordova' | 'jsbridge'
  readonly language: string
  readonly readyAfter: number | 'never'
  /** Gets what the next call is replayed with, by method. */
  readonly calls: ReadonlyMap<string, () => ReplayedCall>
  /** The answer to `config`. All that a trace has of it is the list of granted methods. */
  readonly answers: Answers
  /** The methods of the recorded wallet. The simulated one has no others. */
  readonly methods: readonly string[]
}

/** Reads a trace. The first call of a method gets the first recorded one, and so on; the last one repeats. */
export function readTrace(trace: Trace): RecordedWallet {
  if (trace.version !== TRACE_VERSION)
    throw new TypeError(`upsdk-kit: a trace of version ${trace.version} cannot be replayed`)
  const { insideWallet, platform, bridge = 'cordova', language = 'zh-CN' } = trace.environment
  const calls = new Map<string, () => ReplayedCall>()
  for (const { method } of trace.calls)
    if (!calls.has(method)) calls.set(method, inTurn(trace.calls.filter((call) => call.method === method)))
  return {
    insideWallet,
    platform: platform === 'other' ? 'android' : platform,
    bridge,
    language: language.replace('-', '_'),
    readyAfter: insideWallet ? (trace.readyAfter ?? 'never') : 0,
    calls,
    answers: { config: succeed({ jsApiList: trace.jsApiList }) },
    methods: trace.methods,
  }
}

function inTurn(calls: readonly TraceCall[]): () => ReplayedCall {
  let index = 0
  return () => {
    const { thrown, answers } = calls[Math.min(index++, calls.length - 1)] as TraceCall
    return {
      thrown,
      answers: answers.map(({ how, after, during = false, value }) => ({
        how,
        after,
        during,
        value: fromShape(value),
      })),
    }
  }
}

const ERRORS: Readonly<Record<string, ErrorConstructor>> = {
  TypeError,
  ReferenceError,
  RangeError,
  SyntaxError,
  Error,
}

/** Makes an error of the kind that upsdk threw in the recorded wallet. */
export const errorOfKind = (kind: string): Error =>
  new ((hasOwn(ERRORS, kind) && ERRORS[kind]) || Error)('upsdk threw here in the recorded wallet')

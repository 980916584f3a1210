import { hasOwn } from '../lib/values'
import { fromShape } from '../recorder/shape'
import { TRACE_VERSION, type Trace, type TraceCall } from '../recorder/trace'
import { type Answers, succeed } from './answers'
import type { Platform } from './userAgent'

/** The outcome of one call of a recorded wallet: as the page got it from upsdk, not as upsdk got it from native. */
export interface RecordedBehaviour {
  readonly thrown?: string | undefined
  readonly answers: readonly {
    readonly how: 'success' | 'fail'
    readonly after: number
    readonly value: unknown
  }[]
}

/** The simulator's options, out of a trace. */
export interface Replay {
  readonly insideWallet: boolean
  readonly platform: Platform
  readonly bridge: 'cordova' | 'jsbridge'
  readonly language: string
  readonly readyAfter: number | 'never'
  /** By method: what becomes of its next call. */
  readonly recorded: ReadonlyMap<string, () => RecordedBehaviour>
  /** The answer to config: a trace has no more of it than the methods that it granted. */
  readonly answers: Answers
  /** The methods that this wallet has: others are missing here too. */
  readonly methods: readonly string[]
}

/** Answers as a recorded wallet did: each call of a method gets what that call of it got, the last again and again. */
export function toReplay(trace: Trace): Replay {
  if (trace.version !== TRACE_VERSION)
    throw new TypeError(`upsdk-kit: a trace of version ${trace.version} cannot be replayed`)
  const { insideWallet, platform, bridge = 'cordova', language = 'zh-CN' } = trace.environment
  const recorded = new Map<string, () => RecordedBehaviour>()
  for (const { method } of trace.calls)
    if (!recorded.has(method))
      recorded.set(method, inTurn(trace.calls.filter((call) => call.method === method)))
  return {
    insideWallet,
    platform: platform === 'other' ? 'android' : platform,
    bridge,
    language: language.replace('-', '_'),
    readyAfter: insideWallet ? (trace.readyAfter ?? 'never') : 0,
    recorded,
    answers: { config: succeed({ jsApiList: trace.jsApiList }) },
    methods: trace.methods,
  }
}

function inTurn(calls: readonly TraceCall[]): () => RecordedBehaviour {
  let index = 0
  return () => {
    const { thrown, answers } = calls[Math.min(index++, calls.length - 1)] as TraceCall
    return {
      thrown,
      answers: answers.map(({ how, after, value }) => ({ how, after, value: fromShape(value) })),
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

/** An error of the kind that upsdk threw there. */
export const errorOfKind = (kind: string): Error =>
  new ((hasOwn(ERRORS, kind) && ERRORS[kind]) || Error)('upsdk threw here in the recorded wallet')

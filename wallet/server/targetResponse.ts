import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { ServerNote } from '../shared/settings'
import type { RequestFacts } from './exchange'
import type { DocumentRewriter } from './inject'

/** The response of a target or a folder, on its way back. */
export interface TargetResponse {
  readonly status: number
  readonly message?: string | undefined
  /** Changed in place. */
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
  /** Changes by this server, for the log. */
  readonly notes?: readonly ServerNote[]
  /** Makes what rewrites the document. */
  readonly rewriter?: () => DocumentRewriter
}

/** One step on the way back. */
export type ResponseStep = (response: TargetResponse, request: RequestFacts) => TargetResponse

/** Takes a response through steps, in their order. */
export const runResponseSteps = (
  response: TargetResponse,
  request: RequestFacts,
  steps: readonly ResponseStep[],
): TargetResponse => steps.reduce((now, step) => step(now, request), response)

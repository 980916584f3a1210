import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { ServerNote } from '../shared/settings'
import type { IncomingRequest } from './exchange'

/** The answer of a target or a folder, on its way back. */
export interface OutgoingResponse {
  readonly status: number
  readonly message?: string | undefined
  /** Changed in place. */
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
  /** Changes by this server, for the log. */
  readonly notes?: readonly ServerNote[]
  /** Changes the document, or its beginning, as text with one character per byte. */
  readonly change?: (html: string) => string
}

/** One step on the way back. */
export type Change = (answer: OutgoingResponse, incoming: IncomingRequest) => OutgoingResponse

/** Takes an answer through steps, in their order. */
export const applyChanges = (
  answer: OutgoingResponse,
  incoming: IncomingRequest,
  changes: readonly Change[],
): OutgoingResponse => changes.reduce((now, change) => change(now, incoming), answer)

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { isWalletAgent } from '../../src/internalsWithoutDom'

/** A request, and what it asks for, read once as it came. On its way to the target, its headers are rewritten. */
export interface RequestFacts {
  readonly request: IncomingMessage
  readonly method: string
  readonly host: string
  /** The path, without query. */
  readonly path: string
  readonly isDocument: boolean
  /** Does it ask for the script of a service worker? */
  readonly isWorker: boolean
  /** Does it come from a real wallet? Then nothing is simulated. */
  readonly isReal: boolean
}

export interface Exchange extends RequestFacts {
  readonly response: ServerResponse
}

/** One step in answering a request. @returns whether it has answered; if not, the next step follows */
export type RequestStep = (exchange: Exchange) => boolean | Promise<boolean>

export function readRequest(request: IncomingMessage): RequestFacts {
  const { method = '', url = '', headers } = request
  return {
    request,
    method,
    host: headers.host || '',
    path: url.split(/[?#]/)[0] || '',
    isDocument: isDocumentRequest(headers),
    isWorker: headers['service-worker'] === 'script',
    isReal: isRealWallet(headers),
  }
}

/** Does a request come from a real wallet? */
export const isRealWallet = (headers: IncomingHttpHeaders): boolean =>
  isWalletAgent(String(headers['user-agent']))

const DOCUMENTS = ['document', 'iframe', 'frame']

/**
 * Does a request ask for a document to show? Browsers say so in `Sec-Fetch-Dest`, but not over plain http in a network
 * (`--lan`). There, only a document is asked for as `text/html` first, and not by a script.
 */
function isDocumentRequest(headers: IncomingHttpHeaders): boolean {
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined) return DOCUMENTS.includes(String(destination))
  return /^\s*text\/html/i.test(headers.accept || '') && headers['x-requested-with'] === undefined
}

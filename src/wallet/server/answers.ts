/** Sends the answer of a target or a folder, and changes documents on the way. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import type { ServerNote } from '../settings'
import { isConsentPage } from '../webAuthorization'
import { decompressed, isChangeable, streamDocument } from './document'
import { isDocumentRequest } from './documentRequest'
import { isRealWallet, turnDocument } from './headers'
import { withoutPolicies } from './inject'
import { consentPage, UNREGISTER } from './ownPages'
import { sendPage, sendScript } from './send'

export interface Answer {
  readonly status: number
  readonly message?: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
}

/** Headers that belong to one connection. Node makes its own for the other one. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'trailer', 'upgrade']

const isScript = ({ status, headers }: Answer): boolean =>
  (status === 304 || (status >= 200 && status < 300)) &&
  (status === 304 || /javascript|ecmascript/i.test(headers['content-type'] || ''))

/** Headers of a redirect that do not fit the page that replaces it. */
const CHANGED = ['location', 'content-length', 'content-encoding', 'content-security-policy']

/** Does the target's server redirect to UnionPay's consent page? No browser event comes before that. */
const isConsentRedirect = ({ status, headers }: Answer): boolean =>
  status >= 300 && status < 400 && isConsentPage(headers.location || '')

/** The request as it came. On its way to the target, it is rewritten. */
export interface Asked {
  readonly host: string
  readonly isDocument: boolean
  readonly isWorker: boolean
  /** The request comes from a real wallet. */
  readonly isReal: boolean
}

export const askedBy = ({ headers }: IncomingMessage): Asked => ({
  host: headers.host || '',
  isDocument: isDocumentRequest(headers),
  isWorker: headers['service-worker'] === 'script',
  isReal: isRealWallet(headers),
})

/** Puts the client into a document. @param notes changes by this server, for the log */
export type WithClient = (html: string, asked: Asked, notes: readonly ServerNote[]) => string

export function sendAnswer(
  answer: Answer,
  asked: Asked,
  response: ServerResponse,
  withClient: WithClient,
  notes: readonly ServerNote[],
): void {
  const { status, headers, body } = answer
  if (asked.isWorker && !isScript(answer)) {
    body.resume()
    return sendScript(response, UNREGISTER, 'no-cache')
  }
  if (asked.isDocument && !asked.isReal && isConsentRedirect(answer)) {
    body.resume()
    const page = withClient(consentPage(headers.location || ''), asked, notes)
    for (const name of CHANGED) delete headers[name]
    setHeaders(response, headers)
    return sendPage(response, 200, page)
  }
  const isChanged = asked.isDocument && isChangeable(status, headers)
  const encoding = headers['content-encoding']
  const found = new Set([...notes, ...(isChanged ? turnDocument(headers) : [])])
  if (answer.message) response.statusMessage = answer.message
  setHeaders(response, headers)
  // Throws if Node cannot send such a head.
  response.writeHead(status)
  if (response.req.method === 'HEAD') {
    body.resume()
    return void response.end()
  }
  if (!isChanged) {
    // An event stream is open before its first event, so its headers cannot wait.
    if (headers['content-length'] === undefined) response.flushHeaders()
    // Whichever side breaks off, the other one does too, so that no file and no connection stays open.
    return void pipeline(body, response, ignore)
  }
  streamDocument(decompressed(body, encoding), response, (html) => {
    const open = withoutPolicies(html)
    if (open !== html) found.add('policy')
    return withClient(open, asked, Array.from(found))
  })
}

function ignore(): void {}

function setHeaders(response: ServerResponse, headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    try {
      if (value !== undefined && !OF_CONNECTION.includes(name)) response.setHeader(name, value)
    } catch {
      // Node refuses some characters that a target may send.
    }
  }
}

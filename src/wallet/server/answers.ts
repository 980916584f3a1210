/** Sends what a target or a folder answers, changed where it is a document. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { ClientOptions, ServerNote } from '../settings'
import { isConsentPage } from '../webAuthorization'
import { decompressed, isChangeable, streamDocument } from './document'
import { isDocumentRequest } from './documentRequest'
import { isRealWallet, turnDocument } from './headers'
import { inject, withoutPolicies } from './inject'
import { consentPage, UNREGISTER } from './ownPages'
import { sendPage, sendScript } from './send'

export interface Answer {
  readonly status: number
  readonly message?: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
}

/** Headers of one connection; Node makes its own for the other one. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding']

const isScript = ({ status, headers }: Answer): boolean =>
  (status === 304 || (status >= 200 && status < 300)) &&
  (status === 304 || /javascript|ecmascript/i.test(headers['content-type'] || ''))

/** Headers of a redirect that do not fit a page in its place. */
const CHANGED = ['location', 'content-length', 'content-encoding', 'content-security-policy']

/** Does the target's server send the page to UnionPay's consent page? No browser tells of that before it happens. */
const isConsentRedirect = ({ status, headers }: Answer): boolean =>
  status >= 300 && status < 400 && isConsentPage(headers.location || '')

/** What is asked for, as it came: on its way to the target the request is turned. */
export interface Asked {
  readonly host: string
  readonly isDocument: boolean
  readonly isWorker: boolean
  /** A real wallet asks. */
  readonly isReal: boolean
}

export const askedBy = ({ headers }: IncomingMessage): Asked => ({
  host: headers.host || '',
  isDocument: isDocumentRequest(headers),
  isWorker: headers['service-worker'] === 'script',
  isReal: isRealWallet(headers),
})

/** What stands in a document for the client. @param notes what the log is to say of the way here */
export type OptionsFor = (asked: Asked, notes: readonly ServerNote[]) => ClientOptions

export function sendAnswer(
  answer: Answer,
  asked: Asked,
  response: ServerResponse,
  optionsFor: OptionsFor,
  notes: readonly ServerNote[],
): void {
  const { status, headers, body } = answer
  if (asked.isWorker && !isScript(answer)) {
    body.resume()
    return sendScript(response, UNREGISTER)
  }
  if (asked.isDocument && !asked.isReal && isConsentRedirect(answer)) {
    body.resume()
    const page = inject(consentPage(headers.location || ''), optionsFor(asked, notes))
    for (const name of CHANGED) delete headers[name]
    setHeaders(response, headers)
    return sendPage(response, 200, page)
  }
  const isChanged = asked.isDocument && isChangeable(status, headers)
  const stream = isChanged ? decompressed(body, headers) : body
  const found = new Set([...notes, ...(isChanged ? turnDocument(headers) : [])])
  response.statusCode = status
  if (answer.message) response.statusMessage = answer.message
  setHeaders(response, headers)
  if (response.req.method === 'HEAD') {
    body.resume()
    return void response.end()
  }
  if (!isChanged) {
    // An event stream is open before its first event.
    if (headers['content-length'] === undefined) response.flushHeaders()
    // What breaks off there breaks off here.
    body.on('error', () => response.destroy())
    return void body.pipe(response)
  }
  streamDocument(stream, response, (html) => {
    const open = withoutPolicies(html)
    if (open !== html) found.add('policy')
    return inject(open, optionsFor(asked, Array.from(found)))
  })
}

function setHeaders(response: ServerResponse, headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    try {
      if (value !== undefined && !OF_CONNECTION.includes(name)) response.setHeader(name, value)
    } catch {
      // Node refuses letters in it that a target may send.
    }
  }
}

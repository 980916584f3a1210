/** Forwards requests to the target, and its responses back. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { createProxyServer } from 'httpxy'
import type { ResponseFault } from '../shared/responseFaults'
import { isCertificateError, isTestHost } from './certificate'
import { rewriteCookies } from './cookies'
import { type Exchange, type RequestFacts, readRequest } from './exchange'
import { rewriteRequest, rewriteResponse } from './headers'
import { lookup as lookupTarget } from './lookup'
import { failedPage, waitingPage } from './ownPages'
import { sendInstead, sendPage, sendText } from './send'
import { type ServerTexts, textsOf } from './serverTexts'
import { type ResponseStep, runResponseSteps, type TargetResponse } from './targetResponse'

export interface TargetOptions {
  readonly target: URL
  /** Whether any certificate is accepted. */
  readonly insecure: boolean
  /** Makes the wallet's user agent. */
  agent(): string
  /** Sends a response of the target. It may throw if it cannot be sent. */
  respond(received: TargetResponse, exchange: Exchange): void
  /** Gets each fault of a response that has begun. */
  faulty?(fault: Pick<ResponseFault, 'path' | 'kind'>): void
  readonly texts: ServerTexts
  /** Prints a line in the terminal. */
  notice(text: string): void
  /** Finds the address of a host. @default the system's lookup, except for localhost */
  lookup?: LookupFunction
}

export interface Target {
  /** Forwards a request. Whatever the target does, it is answered. */
  forward(exchange: Exchange): void
  /** Forwards a WebSocket. */
  connect(request: IncomingMessage, socket: Socket, head: Uint8Array): void
  /** Closes connections that are kept open. */
  stop(): void
}

/** How long an idle connection is kept open, in ms. Servers keep theirs longer. */
const KEPT = 4000

/** Codes for a target that does not listen (yet). */
const ABSENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]

export function createTarget(options: TargetOptions): Target {
  const { target, insecure, respond, faulty, texts, notice, lookup = lookupTarget } = options
  const hostname = target.hostname.replace(/^\[|\]$/g, '')
  const isSecure = target.protocol === 'https:'
  const { Agent } = isSecure ? https : http
  const targetSteps: readonly ResponseStep[] = [rewriteResponse(target), rewriteCookies(target)]
  const connection = { lookup, autoSelectFamily: true }
  const agent = new Agent({ ...connection, keepAlive: true, timeout: KEPT })
  /** Each WebSocket has a connection of its own. */
  const socketAgent = new Agent(connection)
  /** The target, as httpxy takes it. */
  const proxyOptions = {
    target: {
      protocol: target.protocol,
      host: hostname,
      hostname,
      port: target.port || (isSecure ? 443 : 80),
    },
    secure: !insecure && !isTestHost(target.hostname),
  }
  const proxy = createProxyServer({})
  /** The open exchanges by request, since httpxy's listeners get only the request of each. */
  const exchanges = new WeakMap<IncomingMessage, Exchange>()
  /** The target's responses that have begun. */
  const begun = new WeakMap<Exchange, IncomingMessage>()
  const socketRequests = new WeakMap<IncomingMessage, RequestFacts>()

  /** Answers in place of a target that does not answer, or whose response cannot be sent. */
  function fail(error: unknown, { request, response, isDocument }: Exchange): void {
    const { code = 'ERR', message } = error as NodeJS.ErrnoException
    const isAbsent = ABSENT.includes(code)
    const isRefused = isCertificateError(code)
    const reasonIn = (language: ServerTexts): string => {
      if (isRefused) return language.certificate(target.host)
      if (isAbsent) return language.waiting(target.origin)
      return language.failed(target.origin, `${code}: ${message}`)
    }
    if (isRefused) notice(reasonIn(texts))
    sendInstead(response, () => {
      if (!isDocument) return sendText(response, 502, reasonIn(texts))
      const pageTexts = textsOf(request, texts)
      // The waiting page loads itself again, always by GET.
      const isWaiting = isAbsent && request.method === 'GET'
      const page = isWaiting
        ? waitingPage(pageTexts, target.origin)
        : failedPage(pageTexts, reasonIn(pageTexts))
      sendPage(response, 502, page)
    })
  }

  proxy.on('proxyRes', (received, request) => {
    const exchange = exchanges.get(request)
    if (!exchange) return
    const { path, response } = exchange
    begun.set(exchange, received)
    // A browser may leave before the end, too.
    received.once('error', () => {
      if (!received.complete && !response.destroyed) faulty?.({ path, kind: 'cut-off' })
    })
    const { statusCode: status = 502, statusMessage: message, headers } = received
    try {
      respond(runResponseSteps({ status, message, headers, body: received }, exchange, targetSteps), exchange)
    } catch (error) {
      received.destroy()
      fail(error, exchange)
    }
  })
  // A target may answer 101 unasked: without a listener, Node closes the connection, and the page waits for ever.
  proxy.on('proxyReq', (sent, request) => {
    const exchange = exchanges.get(request)
    sent.once('upgrade', (_received, socket) => {
      socket.destroy()
      if (exchange) fail(new Error('101'), exchange)
    })
  })
  // The headers of the response to a WebSocket are turned before httpxy writes them.
  proxy.on('proxyReqWs', (sent, request) => {
    const incoming = socketRequests.get(request)
    const turn = (received: IncomingMessage) =>
      incoming &&
      runResponseSteps({ status: 101, headers: received.headers, body: received }, incoming, targetSteps)
    sent.once('upgrade', turn)
    sent.once('response', turn)
  })
  proxy.on('error', (error, request, response) => {
    const exchange = request && exchanges.get(request)
    const received = exchange && begun.get(exchange)
    if (!exchange) response?.destroy()
    // A response that has begun is sent as far as it comes, by who sends its body.
    else if (!received) fail(error, exchange)
    else if (received.complete && isParseError(error)) faulty?.({ path: exchange.path, kind: 'longer' })
  })

  return {
    forward(exchange) {
      const { request, response } = exchange
      exchanges.set(request, exchange)
      rewriteRequest(exchange, target, options.agent())
      proxy
        .web(request, undestroyed(response), { ...proxyOptions, agent, selfHandleResponse: true })
        .catch(ignore)
    },
    connect(request, socket, head) {
      const incoming = readRequest(request)
      socketRequests.set(request, incoming)
      rewriteRequest(incoming, target, options.agent())
      proxy.ws(request, socket, { ...proxyOptions, agent: socketAgent }, head).catch(ignore)
    },
    stop() {
      agent.destroy()
      socketAgent.destroy()
    },
  }
}

/** The error has already reached the listener for errors. */
function ignore(): void {}

/** Something came behind the end of a response. */
const isParseError = (error: unknown): boolean => /^HPE_/.test(String((error as NodeJS.ErrnoException).code))

/** Hides `destroy` from httpxy, which calls it where a response breaks off, before what has come of it is sent. */
const undestroyed = (response: ServerResponse): ServerResponse =>
  new Proxy(response, {
    get: (target, name) => (name === 'destroy' ? ignore : (Reflect.get(target, name) as unknown)),
  })

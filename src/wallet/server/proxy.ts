/** Forwards requests to the target, and its answers back. */
import http, { type IncomingMessage, ServerResponse } from 'node:http'
import https from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { createProxyServer } from 'httpxy'
import { type Asked, askedBy, sendAnswer, type WithClient } from './answers'
import { isCertificateError, isPrivateHost } from './certificate'
import { turnAnswer, turnRequest } from './headers'
import { lookup as lookupTarget } from './lookup'
import { failedPage, waitingPage } from './ownPages'
import { sendInstead, sendPage, sendText } from './send'
import type { ServerTexts } from './texts'

export interface ProxyOptions {
  readonly target: URL
  /** Whether any certificate is accepted. */
  readonly insecure: boolean
  /** Makes the wallet's user agent. */
  agent(): string
  readonly withClient: WithClient
  readonly texts: ServerTexts
  /** Prints a line in the terminal. */
  notice(text: string): void
  /** Finds the address of a host. @default the system's lookup, except for localhost */
  lookup?: LookupFunction
}

export interface Proxy {
  web(request: IncomingMessage, response: ServerResponse): void
  socket(request: IncomingMessage, socket: Socket, head: Uint8Array): void
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

export function createProxy(options: ProxyOptions): Proxy {
  const { target, insecure, withClient, texts, notice, lookup = lookupTarget } = options
  const hostname = target.hostname.replace(/^\[|\]$/g, '')
  const isSecure = target.protocol === 'https:'
  const { Agent } = isSecure ? https : http
  const connection = { lookup, autoSelectFamily: true }
  const agent = new Agent({ ...connection, keepAlive: true, timeout: KEPT })
  /** Each WebSocket has a connection of its own. */
  const socketAgent = new Agent(connection)
  const place = {
    target: {
      protocol: target.protocol,
      host: hostname,
      hostname,
      port: target.port || (isSecure ? 443 : 80),
    },
    secure: !insecure && !isPrivateHost(target.hostname),
  }
  const asked = new WeakMap<IncomingMessage, Asked>()
  const proxy = createProxyServer({})

  function turn(request: IncomingMessage): void {
    const seen = askedBy(request)
    asked.set(request, seen)
    turnRequest(request.headers, target, options.agent(), seen.isDocument)
  }

  /** Answers in place of a target that does not answer, or whose answer cannot be sent. */
  function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const { code = 'ERR', message } = error as NodeJS.ErrnoException
    const isDocument = !!asked.get(request)?.isDocument
    const isAbsent = ABSENT.includes(code)
    const isRefused = isCertificateError(code)
    const text = isRefused
      ? texts.certificate(target.host)
      : isAbsent
        ? texts.waiting(target.origin)
        : texts.failed(target.origin, `${code}: ${message}`)
    if (isRefused) notice(text)
    sendInstead(response, () => {
      if (!isDocument) return sendText(response, 502, text)
      const isWaiting = isAbsent && request.method === 'GET'
      sendPage(response, 502, isWaiting ? waitingPage(texts, target.origin) : failedPage(texts, text))
    })
  }

  proxy.on('proxyRes', (answer, request, response) => {
    const seen = asked.get(request)
    if (!seen) return
    const { statusCode: status = 502, statusMessage: message, headers } = answer
    try {
      const notes = turnAnswer(headers, target, seen.host)
      sendAnswer({ status, message, headers, body: answer }, seen, response, withClient, notes)
    } catch (error) {
      answer.destroy()
      fail(error, request, response)
    }
  })
  // Without a listener, Node closes the connection, and the page would wait for ever.
  proxy.on('proxyReq', (sent, request, response) => {
    sent.once('upgrade', (_answer, socket) => {
      socket.destroy()
      fail(new Error('101'), request, response)
    })
  })
  // The headers of a WebSocket's answer are turned before httpxy writes them.
  proxy.on('proxyReqWs', (sent, request) => {
    const turn = ({ headers }: IncomingMessage) => turnAnswer(headers, target, asked.get(request)?.host || '')
    sent.once('upgrade', turn)
    sent.once('response', turn)
  })
  proxy.on('error', (error, request, response) => {
    if (request && response instanceof ServerResponse) fail(error, request, response)
    else response?.destroy()
  })

  return {
    web(request, response) {
      turn(request)
      proxy.web(request, response, { ...place, agent, selfHandleResponse: true }).catch(ignore)
    },
    socket(request, socket, head) {
      turn(request)
      proxy.ws(request, socket, { ...place, agent: socketAgent }, head).catch(ignore)
    },
    stop() {
      agent.destroy()
      socketAgent.destroy()
    },
  }
}

/** The error has already reached the listener for errors. */
function ignore(): void {}

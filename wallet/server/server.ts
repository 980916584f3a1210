/**
 * The command's server, from top to bottom: a request goes through the steps until one answers it; the response of the
 * target, or of the folder, goes back through `responseSteps`.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { createDesk, type Desk } from '../shared/desk'
import { askForConsent } from './consentRedirect'
import { changeDocument, type WithClient } from './document'
import { type Exchange, type RequestStep, readRequest } from './exchange'
import { createFaults } from './faults'
import type { BuiltFiles } from './files'
import { answerFromFolder } from './folder'
import { isToThisServer, refuseOtherHosts } from './hosts'
import { createRewriter } from './inject'
import { createKey, enterWithKey, mayChoose, mayEnter, refuseWithoutKey } from './lan'
import { PHONE_PATH } from './paths'
import { createRoutes, type OwnRoutes } from './routes'
import { createSdkAddresses } from './sdkRoute'
import { answerSafely, sendResponse, sendText } from './send'
import type { ServerTexts } from './serverTexts'
import { isOwnSocket, refuseOtherSites } from './sites'
import { createTarget } from './target'
import { type ResponseStep, runResponseSteps, type TargetResponse } from './targetResponse'
import { isWebSocket, refuseSocket, withoutUpgrade } from './upgrade'
import { unregisterWorker } from './worker'

export interface WalletServerOptions {
  /** The target, or the path of a folder to serve. */
  readonly target: URL | string
  readonly startPath: string
  readonly lan: boolean
  readonly insecure: boolean
  readonly texts: ServerTexts
  readonly files: BuiltFiles
  /** Prints a line in the terminal. */
  notice(text: string): void
  /** Gets each request that was answered. */
  answered?(method: string, path: string, status: number): void
}

export interface WalletServer {
  readonly desk: Desk
  /** The key for requests from the network; undefined without `--lan`. */
  readonly key: string | undefined
  /** Starts to listen. @param port the first port to try @returns the port that was free */
  listen(port: number): Promise<number>
  close(): Promise<void>
}

export function createWalletServer(options: WalletServerOptions): WalletServer {
  const { target: given, startPath, lan, texts, files } = options
  const key = lan ? createKey() : undefined
  const desk = createDesk()
  const sdkAddresses = createSdkAddresses()
  const faults = createFaults()
  const routes = createRoutes({
    desk,
    files,
    sdkAddresses,
    faults: faults.list,
    home: () => startPath,
    mayChoose: (request) => mayChoose(request, key),
  })
  const withClient: WithClient = ({ isReal }, notesOf) =>
    createRewriter({
      options(hasPolicy) {
        const notes = notesOf(hasPolicy)
        const client = isReal
          ? { simulator: false, inspector: true, recorder: true }
          : {
              simulator: desk.settings(),
              inspector: true,
              ...(typeof given !== 'string' && { targetOrigin: given.origin }),
            }
        return { ...client, ...(notes.length && { notes }) }
      },
      replacesSdk: !isReal,
      removesPolicies: true,
      found: sdkAddresses.add,
    })

  const responseSteps: readonly ResponseStep[] = [unregisterWorker, askForConsent, changeDocument(withClient)]
  const respond = (received: TargetResponse, exchange: Exchange): void =>
    sendResponse(exchange.response, runResponseSteps(received, exchange, responseSteps))
  const target =
    typeof given === 'string'
      ? undefined
      : createTarget({ ...options, target: given, agent: desk.agent, respond, faulty: faults.add })

  const steps: readonly RequestStep[] = [
    refuseOtherHosts(lan, texts),
    enterWithKey(key, startPath),
    refuseWithoutKey(key, texts),
    refuseOtherSites(texts),
    answerOwn(routes),
    async (exchange) => {
      if (target) target.forward(exchange)
      else respond(await answerFromFolder(String(given), exchange, texts), exchange)
      return true
    },
  ]

  const sockets = new Set<Socket>()
  function upgrade(request: IncomingMessage, socket: Socket, head: Uint8Array): void {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    // A socket has no response, so the checks of `steps` stand here too.
    const isAllowed = isToThisServer(request, lan) && mayEnter(request, key) && isOwnSocket(request)
    if (!isAllowed) refuseSocket(socket, '403 Forbidden')
    else if (!target || isOwnPath(readRequest(request).path)) refuseSocket(socket, '404 Not Found')
    else target.connect(request, socket, head)
  }

  const server = createServer((request, response) => {
    // A connection that breaks off needs no response.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    const exchange = { ...readRequest(request), response }
    const { method, path } = exchange
    response.on('finish', () => options.answered?.(method, path, response.statusCode))
    answerSafely(response, async () => {
      for (const step of steps) if (await step(exchange)) return
    })
  })
  // An upload may take any time.
  server.requestTimeout = 0
  server.on('upgrade', (request, socket: Socket, head) => {
    if (isWebSocket(request)) upgrade(request, socket, head)
    else withoutUpgrade(server, request, socket, head)
  })

  return {
    desk,
    key,
    listen: (port) => listenFrom(server, port, lan ? '0.0.0.0' : '127.0.0.1'),
    async close() {
      target?.stop()
      for (const socket of Array.from(sockets)) socket.destroy()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

const isOwnPath = (path: string): boolean => `${path}/`.startsWith(PHONE_PATH)

/** Answers for our own addresses, none of which reaches the target. */
const answerOwn =
  (routes: OwnRoutes): RequestStep =>
  ({ request, response, path }) => {
    if (!isOwnPath(path)) return false
    if (!routes(request, response)) sendText(response, 404, '404')
    return true
  }

/** The most ports that are tried. */
const MOST_PORTS = 50

/** The last port that is tried. */
export const lastPort = (first: number): number => Math.min(first + MOST_PORTS - 1, 65535)

function listenFrom(server: Server, first: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let port = first
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      if (!isTaken || ++port > lastPort(first)) return reject(error)
      server.listen(port, host)
    })
    server.on('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
    server.listen(port, host)
  })
}

/** The command's server: the guard, our own addresses, and behind them the target or the folder. */
import { Buffer } from 'node:buffer'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { askedBy, sendAnswer, type WithClient } from './answers'
import { createDesk, type Desk } from './desk'
import type { DeskFiles } from './files'
import { answerFromFolder } from './folder'
import { isLocalHost, isNetworkHost, judge, judgeSocket, originOf } from './guard'
import { inject, PHONE_PATH } from './inject'
import { createKey, keyCookie, mayEnter } from './lan'
import { askPage, failedPage, MOST_FORM } from './ownPages'
import { createProxy } from './proxy'
import { createRoutes } from './routes'
import { createSdkAddresses } from './sdkRoute'
import { answerSafely, redirect, sendPage, sendText } from './send'
import type { ServerTexts } from './texts'

export interface WalletServerOptions {
  /** The target, or the path of a folder to serve. */
  readonly target: URL | string
  readonly startPath: string
  readonly lan: boolean
  readonly insecure: boolean
  readonly texts: ServerTexts
  readonly files: DeskFiles
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

type Answerer = (request: IncomingMessage, response: ServerResponse) => unknown

const pathOf = ({ url = '' }: IncomingMessage): string => url.split(/[?#]/)[0] || ''

/** Is the request for one of our own addresses? */
const isOurs = (request: IncomingMessage): boolean => `${pathOf(request)}/`.startsWith(PHONE_PATH)

export function createWalletServer(options: WalletServerOptions): WalletServer {
  const { target, startPath, lan, texts, files } = options
  const key = lan ? createKey() : undefined
  const desk = createDesk()
  const sdkAddresses = createSdkAddresses()
  const ownRoutes = createRoutes({
    desk,
    files,
    sdkAddresses,
    home: () => startPath,
    // Whoever is on another machine has come in with the key.
    mayChoose: () => true,
  })
  const withClient: WithClient = (html, { isReal }, notes) => {
    const options = {
      simulator: !isReal && desk.settings(),
      inspector: true,
      ...(isReal && { recorder: true }),
      ...(typeof target !== 'string' && !isReal && { targetOrigin: target.origin }),
      ...(notes.length && { notes }),
    }
    return inject(html, options, sdkAddresses.add)
  }
  const proxy =
    typeof target === 'string'
      ? undefined
      : createProxy({ ...options, target, agent: desk.agent, withClient })
  const behind: Answerer = proxy ? proxy.web : serveFolder(String(target), withClient)
  const sockets = new Set<Socket>()

  /**
   * Refuses a request that may not enter. The answer reveals nothing about the target. @returns whether it was refused
   */
  function isRefused(request: IncomingMessage, response: ServerResponse): boolean {
    const { host } = request.headers
    const isKnown = isLocalHost(host) || (lan && isNetworkHost(host))
    // `GET http://…` is a request to a proxy.
    if (!isKnown || !request.url?.startsWith('/')) sendText(response, 403, texts.refused)
    else if (mayEnter(request, key)) return false
    else {
      const cookie = keyCookie(request, key)
      if (!cookie) sendText(response, 403, texts.noKey)
      else {
        response.setHeader('Set-Cookie', cookie)
        redirect(response, startPath)
      }
    }
    return true
  }

  function answer(request: IncomingMessage, response: ServerResponse): unknown {
    if (isRefused(request, response)) return
    const verdict = judge(request)
    if (verdict === 'refuse') return sendText(response, 403, texts.refused)
    if (verdict === 'ask') return void ask(request, response, texts)
    if (!isOurs(request)) return behind(request, response)
    const cookie = keyCookie(request, key)
    if (cookie) {
      response.setHeader('Set-Cookie', cookie)
      return redirect(response, startPath)
    }
    if (!ownRoutes(request, response)) sendText(response, 404, '404')
  }

  function upgrade(request: IncomingMessage, socket: Socket, head: Uint8Array): void {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const isIn = mayEnter(request, key) && !!request.url?.startsWith('/')
    if (!proxy || !isIn || judgeSocket(request) !== 'pass')
      return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    proxy.socket(request, socket, head)
  }

  const server = createServer((request, response) => {
    const { method = '' } = request
    response.on('finish', () => options.answered?.(method, pathOf(request), response.statusCode))
    answerSafely(response, () => answer(request, response))
  })
  // An upload may take any time.
  server.requestTimeout = 0
  server.on('upgrade', upgrade)

  return {
    desk,
    key,
    listen: (port) => listenFrom(server, port, lan ? '0.0.0.0' : '127.0.0.1'),
    async close() {
      proxy?.stop()
      for (const socket of Array.from(sockets)) socket.destroy()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

const serveFolder =
  (folder: string, withClient: WithClient): Answerer =>
  async (request, response) => {
    const asked = askedBy(request)
    sendAnswer(await answerFromFolder(folder, request, asked.isDocument), asked, response, withClient, [])
  }

/** Asks whether to send a form from another site, with its fields in the page. */
function ask(request: IncomingMessage, response: ServerResponse, texts: ServerTexts): void {
  const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] || '')
  const chunks: Buffer[] = []
  let size = 0
  const refuse = () => sendPage(response, 403, failedPage(texts, texts.askTooMuch))
  if (!isForm) {
    request.resume()
    return refuse()
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= MOST_FORM) chunks.push(chunk)
  })
  request.on('end', () => {
    if (size > MOST_FORM) return refuse()
    const { html, charset } = askPage(
      texts,
      originOf(request.headers.host),
      request.url || '/',
      Buffer.concat(chunks).toString('latin1'),
    )
    // The other site must not frame this page and steer the tap.
    response.setHeader('Content-Security-Policy', "frame-ancestors 'self'")
    sendPage(response, 200, html, charset)
  })
}

/** The most ports that are tried. */
const MOST_PORTS = 50

function listenFrom(server: Server, first: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let port = first
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      if (!isTaken || ++port >= first + MOST_PORTS || port > 65535) return reject(error)
      server.listen(port, host)
    })
    server.on('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
    server.listen(port, host)
  })
}

/** Starts the test's own target and the command's server in front of it, and sends requests as a browser would. */
import { createServer, type IncomingHttpHeaders, type RequestListener, request, type Server } from 'node:http'
import { createServer as createSecureServer, request as secureRequest } from 'node:https'
import { type AddressInfo, connect, createServer as createRawServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createServer as createViteServer, type Plugin } from 'vite'
import { onTestFinished } from 'vitest'
import { createWalletServer, type WalletServer } from '../../../wallet/server/server'
import { textsFor } from '../../../wallet/server/serverTexts'

export const texts = textsFor({ LANG: 'en' })
export const CLIENT = 'window.isClient = true'

/** Runs something after the test that asks for it, the last one first. Files share this module, so no hook stands here. */
export const later = (end: () => unknown) => onTestFinished(async () => void (await end()))

function closed(server: Server, sockets: Set<Socket>): Promise<void> {
  // WebSockets are closed too.
  for (const socket of sockets) socket.destroy()
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}

/** @returns its origin, and the server */
export async function startTarget(
  answer: RequestListener,
  {
    secure,
    port = 0,
    address = '127.0.0.1',
  }: { secure?: { key: string; cert: string }; port?: number; address?: string } = {},
): Promise<{ origin: string; port: number; server: Server }> {
  const server = secure ? createSecureServer(secure, answer) : createServer(answer)
  await new Promise<void>((resolve) => server.listen(port, address, resolve))
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  later(() => closed(server as Server, sockets))
  const { port: found } = server.address() as AddressInfo
  return {
    origin: `${secure ? 'https' : 'http'}://127.0.0.1:${found}`,
    port: found,
    server: server as Server,
  }
}

/**
 * Starts a target that answers what no HTTP server would.
 *
 * @param answer sends its answer to the head of a request
 */
export async function startRawTarget(answer: (socket: Socket, head: string) => unknown): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createRawServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => answer(socket, chunk.toString('latin1')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  later(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A connection of a client that writes what it likes. */
export interface RawClient {
  readonly socket: Socket
  /** Everything that has arrived, one character per byte. */
  got(): string
  /** Waits until the server has ended the connection. */
  readonly closed: Promise<void>
}

export function connectRaw({ port }: Pick<Started, 'port'>, text: string | Uint8Array): RawClient {
  const socket = connect(port, '127.0.0.1')
  later(() => socket.destroy())
  let got = ''
  socket.on('data', (chunk: Buffer) => {
    got += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  socket.write(text)
  return { socket, got: () => got, closed: new Promise((resolve) => socket.on('close', () => resolve())) }
}

/** The head of a request, as text. */
export const headOf = (
  { host }: Pick<Started, 'host'>,
  headers: Record<string, string>,
  line = 'GET / HTTP/1.1',
): string => {
  const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}`)
  return [line, ...lines, '', ''].join('\r\n')
}

export interface Started {
  server: WalletServer
  port: number
  /** Host and port of the page. */
  host: string
  said: string[]
  printed: string[]
}

export async function startWallet(
  target: string,
  options: { lan?: boolean; insecure?: boolean; startPath?: string } = {},
): Promise<Started> {
  const [said, printed]: [string[], string[]] = [[], []]
  const server = createWalletServer({
    target: /^https?:/.test(target) ? new URL(target) : target,
    startPath: '/',
    lan: false,
    insecure: false,
    texts,
    files: { read: (name) => `${CLIENT} // ${name}` },
    notice: (text) => void said.push(text),
    answered: (method, path, status) => void printed.push(`${method} ${path} ${status}`),
    ...options,
  })
  later(() => server.close())
  const port = await server.listen(0)
  return { server, port, host: `page.localhost:${port}`, said, printed }
}

/** Starts Vite's own server for a project. A plug-in's `config` may change that of the server. */
export async function startVite(root: string, ...plugins: object[]): Promise<Pick<Started, 'port' | 'host'>> {
  const server = await createViteServer({
    root,
    configFile: false,
    logLevel: 'silent',
    cacheDir: join(root, 'cache'),
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    // Vite prepares nothing in the background, since servers of other tests use the folder.
    optimizeDeps: { noDiscovery: true },
    plugins: plugins as Plugin[],
  })
  await server.listen()
  later(() => server.close())
  const { port } = (server.httpServer?.address() || {}) as AddressInfo
  return { port, host: `localhost:${port}` }
}

export interface Asked {
  path?: string
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** The address that is connected to. */
  address?: string
  /** Whether by https, with any certificate. */
  isSecure?: boolean
}

export interface Got {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  text: string
}

/** The headers of a browser for a document that its user opens. */
export const DOCUMENT = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
}

/** The headers of a browser for a `fetch` of the page itself. */
export const OWN_FETCH = {
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'same-origin',
}

export function ask(
  { port, host }: Pick<Started, 'port' | 'host'>,
  { path = '/', method = 'GET', headers, body, address = '127.0.0.1', isSecure }: Asked = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? secureRequest : request)(
      {
        host: address,
        rejectUnauthorized: false,
        port,
        path,
        method,
        headers: { host, ...(body && { 'content-length': String(Buffer.byteLength(body)) }), ...headers },
        agent: false,
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        const done = () => {
          const bytes = Buffer.concat(chunks)
          resolve({
            status: answer.statusCode || 0,
            headers: answer.headers,
            bytes,
            text: bytes.toString('utf8'),
          })
        }
        answer.on('end', done)
        answer.on('error', done)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

export const open = (wallet: Pick<Started, 'port' | 'host'>, asked: Asked = {}): Promise<Got> =>
  ask(wallet, { ...asked, headers: { ...DOCUMENT, ...asked.headers } })

/** Starts a target that records what reaches it. */
export async function withTarget(options: { lan?: boolean } = {}) {
  const reached: { method: string; url: string; headers: Record<string, unknown>; body: string }[] = []
  const target = await startTarget((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('latin1')
    })
    request.on('end', () => {
      reached.push({ method: request.method || '', url: request.url || '', headers: request.headers, body })
      response.setHeader('Content-Type', 'text/html')
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Access-Control-Allow-Credentials', 'true')
      response.end('<html><head></head><body>secret</body></html>')
    })
  })
  return { ...target, wallet: await startWallet(target.origin, options), reached }
}

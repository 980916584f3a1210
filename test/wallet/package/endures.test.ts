/** The command and Vite survive the requests of an attack: they still answer, and keep neither files nor memory. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import upsdkKit from '../../../wallet/vite'
import { walletAgent } from '../../support/nativeSide.mjs'
import { DOCUMENT, later, OWN_FETCH, open, type Started, startVite, startWallet } from './servers'

type Server = Pick<Started, 'port' | 'host'>

let folder = ''
/** Vite reads each page of a project at its start, and is slow with `scripts.html`. */
let project = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-endures-'))
  writeFileSync(join(folder, 'index.html'), '<html><head></head><body>home</body></html>')
  writeFileSync(join(folder, 'scripts.html'), '<script>'.repeat(1 << 17))
  writeFileSync(join(folder, 'large.bin'), Buffer.alloc(8 << 20))
  symlinkSync('/etc', join(folder, 'outer'))
  project = join(folder, 'project')
  mkdirSync(project)
  copyFileSync(join(folder, 'index.html'), join(project, 'index.html'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HTML = 'Content-Type: text/html\r\n'
/** The answers of a target by path. */
const ANSWERS: Readonly<Record<string, string>> = {
  '/': `HTTP/1.1 200 OK\r\n${HTML}Connection: close\r\n\r\n<html><head></head><body>home</body></html>`,
  '/099': `HTTP/1.1 099 OK\r\n${HTML}Content-Length: 1\r\n\r\na`,
  '/101': 'HTTP/1.1 101 OK\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
  '/reason': `HTTP/1.1 200 a\x01b\r\n${HTML}Content-Length: 1\r\n\r\na`,
  '/encoding': `HTTP/1.1 200 OK\r\n${HTML}Content-Encoding: constructor\r\nContent-Length: 1\r\n\r\na`,
  '/gzip': `HTTP/1.1 200 OK\r\n${HTML}Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\na`,
  '/trailer': `HTTP/1.1 200 OK\r\n${HTML}Trailer: Expires\r\nContent-Length: 1\r\n\r\na`,
  '/short': `HTTP/1.1 200 OK\r\n${HTML}Content-Length: 100\r\n\r\na`,
  '/scripts.html': `HTTP/1.1 200 OK\r\n${HTML}Connection: close\r\n\r\n${'<script>'.repeat(1 << 17)}`,
  '/large.bin': `HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${'a'.repeat(8 << 20)}`,
  '/nothing': '',
}

async function startTarget(): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      const [, path = ''] = /^\S+ ([^ ?]*)/.exec(String(chunk)) || []
      socket.end(ANSWERS[path] ?? ANSWERS['/'] ?? '', 'latin1')
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  later(() => server.close())
  return `http://127.0.0.1:${port}`
}

interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Closes the connection after the first bytes of the answer, or before there are any. */
  readonly leaves?: 'reading' | 'at once'
}

const state = (body: string): Sent => ({
  method: 'POST',
  path: '/@upsdk-kit/state',
  headers: { 'content-type': 'application/json' },
  body,
})
const range = (text: string): Sent => ({ path: '/large.bin', headers: { range: text }, leaves: 'reading' })
const REAL = { 'user-agent': walletAgent({}) }

const REQUESTS: readonly Sent[] = [
  ...['hasOwnProperty', '__proto__', 'valueOf', 'constructor', 'toString'].map((name) =>
    state(`{"${name}":"x"}`),
  ),
  state('{'),
  state(`{"results":{"a":${'['.repeat(9999)}${']'.repeat(9999)}}}`),
  state('{"language":"a\\r\\nb: c"}'),
  state('{"language":"中文"}'),
  state('{"kitOptions":{"script":"//evil"}}'),
  state(`"${'x'.repeat(2 << 20)}"`),
  {
    ...state('{"ask":'),
    headers: { 'content-type': 'application/json', 'content-length': '999' },
    leaves: 'at once',
  },
  ...['bytes=5-1', 'bytes=0-99999999999999999999', 'bytes=99999999999999999999-', 'bytes=-1', 'x'].map(range),
  ...Object.keys(ANSWERS).flatMap((path): Sent[] => [
    { path },
    { path, method: 'HEAD' },
    { path, leaves: 'reading' },
    { path, leaves: 'at once' },
    { path, headers: DOCUMENT },
    { path, headers: DOCUMENT, method: 'HEAD' },
    { path, headers: DOCUMENT, leaves: 'reading' },
  ]),
  ...['/outer/passwd', '/%', '/%00', '/..%2f', '/missing.js', '//evil', '/@upsdk-kit/none'].map((path) => ({
    path,
  })),
  ...[
    'https://evil.example/upsdk.js',
    '//evil/upsdk.js',
    '%',
    'upsdk.js',
    'https://open.95516.com/upsdk.js',
  ].map((own) => ({ path: `/@upsdk-kit/upsdk.js?${encodeURIComponent(own)}`, headers: REAL })),
  { path: '/@upsdk-kit/upsdk.js?%E4%%', headers: REAL },
  { path: '/@upsdk-kit/upsdk.js?https://open.95516.com/cordova.js', leaves: 'at once' },
  {
    path: '//evil',
    method: 'POST',
    body: 'a=1',
    headers: {
      ...DOCUMENT,
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    },
  },
  { path: '/', headers: { upgrade: 'websocket', connection: 'Upgrade' } },
  { path: '/', headers: { upgrade: 'h2c', connection: 'Upgrade' } },
  { path: '*' },
  { path: 'http://evil/' },
  { path: '/', method: 'TRACE' },
  { path: '/', method: 'CONNECT' },
  { path: '/', headers: { 'transfer-encoding': 'chunked' }, body: 'zz\r\n' },
]

/** Vite answers the other requests itself, and keeps sockets of upgrades that it does not know. */
const OF_PLUGIN = [
  { path: '/', headers: DOCUMENT },
  ...REQUESTS.filter(({ path }) => path.startsWith('/@upsdk-kit/')),
]

/** Sends a raw request, and waits until the connection has ended. */
const send = (
  { port, host }: Server,
  { method = 'GET', path, headers, body = '', leaves }: Sent,
): Promise<void> =>
  new Promise((resolve) => {
    const lines = Object.entries({
      host,
      origin: `http://${host}`,
      ...OWN_FETCH,
      connection: 'close',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`)
    const socket = connect(port, '127.0.0.1', () => {
      socket.write([`${method} ${path} HTTP/1.1`, ...lines, '', body].join('\r\n'))
      if (leaves === 'at once') setTimeout(() => socket.destroy(), 3)
    })
    // Some connections wait for more of the request.
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('error', () => undefined)
    socket.on('data', () => leaves === 'reading' && socket.destroy())
    socket.on('close', () => resolve())
  })

async function sendAll(server: Server, requests: readonly Sent[]): Promise<void> {
  for (let at = 0; at < requests.length; at += 20)
    await Promise.all(requests.slice(at, at + 20).map((one) => send(server, one)))
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}
/** Returns the number of open files, which only Linux lists. */
const opened = (): number => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)

describe.each<[string, () => Promise<Server>, readonly Sent[]]>([
  ['the command before a target', async () => startWallet(await startTarget()), REQUESTS],
  ['the command before a folder', () => startWallet(folder), REQUESTS],
  ['Vite', () => startVite(project, upsdkKit()), OF_PLUGIN],
])('after malformed and aborted requests, %s', (_what, start, requests) => {
  it('still answers, and keeps neither a file nor memory', async () => {
    const server = await start()
    // Modules that the first requests load stay in memory.
    await sendAll(server, requests)
    const [files, memory] = [opened(), heap()]
    for (let turn = 0; turn < 5; turn++) await sendAll(server, requests)
    const answer = await open(server)
    expect(answer).toMatchObject({ status: 200 })
    expect(answer.text).toContain('/@upsdk-kit/client.js')
    expect(answer.text).toContain('home')
    expect(answer.text).not.toContain('evil')
    await expect.poll(opened).toBeLessThan(files + 10)
    await expect.poll(heap).toBeLessThan(memory + 10e6)
  })
})

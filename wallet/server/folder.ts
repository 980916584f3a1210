/** Serves a folder in place of a target, reading it anew at each request. */
import { Buffer } from 'node:buffer'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isAbsolute, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { lookup } from 'mrmime'
import type { RequestFacts } from './exchange'
import { missingPage } from './ownPages'
import { type ServerTexts, textsOf } from './serverTexts'
import type { TargetResponse } from './targetResponse'

/** Answers a request from a folder. A page's route, which is no file, gets the folder's index.html. */
export async function answerFromFolder(
  folder: string,
  { request, method, path: given, isDocument }: RequestFacts,
  texts: ServerTexts,
): Promise<TargetResponse> {
  if (method !== 'GET' && method !== 'HEAD') return empty(405, { allow: 'GET, HEAD' })
  try {
    const path = decoded(given)
    const file =
      path !== undefined &&
      ((await findFile(folder, path)) || (isDocument && isRoute(path) && (await findFile(folder, '/'))))
    if (file) return await answerFile(file, request, isDocument ? {} : request.headers)
    const isNamed = isDocument && path !== undefined
    return isNamed ? await answerMissing(folder, path, textsOf(request, texts)) : empty(404)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (GONE.includes(code)) return empty(404)
    if (LOCKED.includes(code)) return empty(403)
    throw error
  }
}

/** Answers for a document that is missing, with a page that lists those of the folder. */
async function answerMissing(folder: string, path: string, texts: ServerTexts): Promise<TargetResponse> {
  const body = Buffer.from(missingPage(texts, path.slice(0, 200), await pagesOf(folder)))
  return {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': String(body.length) },
    body: Readable.from([body]),
  }
}

/** The most pages in the list, the most entries that are looked at, and the deepest folder. */
const MOST_PAGES = 50
const MOST_ENTRIES = 2000
const DEEPEST = 4

/** Lists the paths of a folder's pages. Hidden files, symbolic links and packages are left out. */
async function pagesOf(folder: string): Promise<string[]> {
  const found: string[] = []
  let looked = 0
  async function look(path: string, depth: number): Promise<void> {
    const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      if (found.length >= MOST_PAGES || ++looked > MOST_ENTRIES) return
      const own = `${path}/${entry.name}`
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isFile() && /\.html?$/i.test(entry.name)) found.push(own)
      if (entry.isDirectory() && depth < DEEPEST) await look(own, depth + 1)
    }
  }
  await look('', 0)
  return found
}

/** Codes for a path without a file, and for a file that cannot be read. A build may remove a file at any time. */
const GONE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EISDIR', 'EINVAL']
const LOCKED = ['EACCES', 'EPERM']

const empty = (status: number, headers: TargetResponse['headers'] = {}): TargetResponse => ({
  status,
  headers: { 'content-length': '0', ...headers },
  body: Readable.from([]),
})

/** Decodes the path of an address, without a slash at its end; undefined if it is malformed or hidden. */
function decoded(given: string): string | undefined {
  try {
    const path = decodeURIComponent(given).replace(/\/$/, '')
    return path.includes('\0') || isHidden(path) ? undefined : path
  } catch {
    return undefined
  }
}

/** Is it a hidden file, such as `.env` or `.git`, or one in the folder above? They are never served. */
const isHidden = (path: string): boolean =>
  path.split(/[\\/]/).some((part) => part.startsWith('.') && part !== '.well-known')

/** A path with an extension is a missing file, and no route of the page. */
const isRoute = (path: string): boolean => !/\.[^/]*$/.test(path)

interface File {
  /** The path without symbolic links. */
  readonly path: string
  readonly type: string | undefined
}

/** Finds the file of a path. A symbolic link that leads out of the folder, or to a hidden file, is not followed. */
async function findFile(folder: string, path: string): Promise<File | undefined> {
  const root = await realpath(folder)
  for (const end of ['', '.html', '/index.html', '.htm', '/index.htm']) {
    const name = path + end
    try {
      const real = await realpath(join(root, name))
      const inside = relative(root, real)
      // A named pipe would never end.
      if (isAbsolute(inside) || isHidden(inside) || !(await stat(real)).isFile()) continue
      return { path: real, type: lookup(name) }
    } catch (error) {
      if (!GONE.includes((error as NodeJS.ErrnoException).code || '')) throw error
    }
  }
  return undefined
}

async function answerFile(
  { path, type }: File,
  { method, socket }: IncomingMessage,
  { range, 'if-range': ifRange, 'if-none-match': known }: IncomingHttpHeaders,
): Promise<TargetResponse> {
  const file = await open(path)
  let isSent = false
  try {
    const { size, mtime } = await file.stat()
    const etag = `W/"${size}-${mtime.getTime()}"`
    const headers = {
      // No encoding: a page in GBK declares its own.
      ...(type && { 'content-type': type }),
      'cache-control': 'no-cache',
      'last-modified': mtime.toUTCString(),
      'accept-ranges': 'bytes',
      etag,
    }
    if (known === etag) return { status: 304, headers: { etag }, body: Readable.from([]) }
    // A weak validator cannot say that the parts fit together.
    const part = ifRange === undefined ? partOf(range, size) : undefined
    if (part === 'outside') return empty(416, { 'content-range': `bytes */${size}` })
    const { start, end } = part || { start: 0, end: size - 1 }
    const length = end - start + 1
    const status = part ? 206 : 200
    const all = {
      ...headers,
      ...(part && { 'content-range': `bytes ${start}-${end}/${size}` }),
      'content-length': String(length),
    }
    if (method === 'HEAD' || !length) return { status, headers: all, body: Readable.from([]) }
    const body = file.createReadStream({ start, end })
    isSent = true
    // A file that has become shorter must not look complete.
    body.on('end', () => body.bytesRead < length && socket.destroy())
    return { status, headers: all, body }
  } finally {
    if (!isSent) await file.close()
  }
}

interface Part {
  readonly start: number
  readonly end: number
}

/** Reads `Range` for a file; undefined for the whole file, also if it is malformed or has several parts. */
function partOf(range = '', size: number): Part | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) || []
  if ((!first && !last) || (first && last && Number(last) < Number(first))) return undefined
  const start = first ? Number(first) : Math.max(size - Number(last), 0)
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1
  return start >= size ? 'outside' : { start, end }
}

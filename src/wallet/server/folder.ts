/** Serves a folder in place of a target. */

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import sirv, { type RequestHandler } from 'sirv'

/** The answer of a folder or a target. */
export interface FolderAnswer {
  readonly status: number
  /** Headers, with names in lower case. */
  readonly headers: Record<string, string>
  readonly body?: Readable
}

export type Folder = (request: IncomingMessage) => FolderAnswer

/** Serves a folder, reading it anew at each request. Paths without an extension get its index.html. */
export function createFolder(path: string): Folder {
  // A path with an extension is a missing file, and no route of the page.
  const serve = sirv(path, { dev: true, single: true, etag: true, ignores: /\.[^/]*$/ })
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return { status: 405, headers: { allow: 'GET, HEAD' } }
    if (isHidden(request.url || '')) return { status: 404, headers: {} }
    return take(request, serve)
  }
}

/** Is it a hidden file, such as `.env` or `.git`? They are never served. */
function isHidden(url: string): boolean {
  let path = url.split('?')[0] || ''
  try {
    path = decodeURIComponent(path)
  } catch {
    return true
  }
  return path.split(/[\\/]/).some((part) => part.startsWith('.') && part !== '.well-known')
}

/** Collects what sirv would send, so that a document can be changed. */
function take(request: IncomingMessage, serve: RequestHandler): FolderAnswer {
  let status = 200
  const headers: Record<string, string> = {}
  const put = (given: OutgoingHttpHeaders = {}) => {
    for (const name of Object.keys(given)) headers[name.toLowerCase()] = String(given[name])
  }
  const body = Object.assign(new PassThrough(), {
    getHeader: (name: string) => headers[name.toLowerCase()],
    setHeader: (name: string, value: string) => put({ [name]: value }),
    writeHead(code: number, given?: OutgoingHttpHeaders) {
      status = code
      put(given)
    },
    set statusCode(code: number) {
      status = code
    },
  })
  let isFound = true
  serve(request, body as unknown as ServerResponse, () => {
    isFound = false
  })
  if (!isFound) return { status: 404, headers: {} }
  // sirv declares every page as UTF-8, but a page in GBK declares its own encoding.
  if (headers['content-type']?.startsWith('text/html')) headers['content-type'] = 'text/html'
  return { status, headers, body }
}

/** A folder in the place of a target. */

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import sirv, { type RequestHandler } from 'sirv'

/** What a folder or a target answers. */
export interface FolderAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Record<string, string>
  readonly body?: Readable
}

export type Folder = (request: IncomingMessage) => FolderAnswer

/** Serves a folder as it is at each request; paths without an extension give its index.html. */
export function createFolder(path: string): Folder {
  // A missing file is none of the page's routes.
  const serve = sirv(path, { dev: true, single: true, etag: true, ignores: /\.[^/]*$/ })
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return { status: 405, headers: { allow: 'GET, HEAD' } }
    if (isHidden(request.url || '')) return { status: 404, headers: {} }
    return take(request, serve)
  }
}

/** `.env`, `.git` and the like are for nobody. */
function isHidden(url: string): boolean {
  let path = url.split('?')[0] || ''
  try {
    path = decodeURIComponent(path)
  } catch {
    return true
  }
  return path.split(/[\\/]/).some((part) => part.startsWith('.') && part !== '.well-known')
}

/** Takes what sirv would send, so that a document can be changed. */
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
  // sirv says UTF-8 of every page: those in GBK say themselves what they are.
  if (headers['content-type']?.startsWith('text/html')) headers['content-type'] = 'text/html'
  return { status, headers, body }
}

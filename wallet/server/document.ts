/** Puts the tools into documents. Everything else stays as it came. */
import type { IncomingHttpHeaders } from 'node:http'
import type { ServerNote } from '../shared/settings'
import type { RequestFacts } from './exchange'
import type { DocumentRewriter } from './inject'
import { canDecompress } from './stream'
import type { ResponseStep, TargetResponse } from './targetResponse'

/** Makes what puts the client into a document. @param notesOf makes the notes for the log: changes by this server */
export type WithClient = (
  incoming: RequestFacts,
  notesOf: (hasPolicy: boolean) => readonly ServerNote[],
) => DocumentRewriter

export const changeDocument =
  (withClient: WithClient): ResponseStep =>
  (response, incoming) => {
    if (!incoming.isDocument || !isHtml(response)) return response
    const { headers, notes = [] } = response
    const all = [...notes, ...notesOf(headers)]
    for (const name of REMOVED) delete headers[name]
    headers['cache-control'] = 'no-store'
    // The page's own rule about frames is removed, since the phone frames it. Only this origin may frame it now.
    headers['content-security-policy'] = "frame-ancestors 'self'"
    const withPolicy = (hasPolicy: boolean) =>
      hasPolicy && !all.includes('policy') ? [...all, 'policy' as const] : all
    return { ...response, notes: all, rewriter: () => withClient(incoming, withPolicy) }
  }

/** Headers that a changed document does not fit, and policies that would block the tools or the phone around it. */
const REMOVED = [
  'content-security-policy',
  'content-security-policy-report-only',
  'x-frame-options',
  'etag',
  'last-modified',
  'content-length',
  'content-md5',
  'digest',
  'accept-ranges',
  'expires',
]

const notesOf = (headers: IncomingHttpHeaders): readonly ServerNote[] => [
  ...(headers['content-security-policy'] !== undefined ? (['policy'] as const) : []),
  ...(headers['x-frame-options'] !== undefined ? (['frame'] as const) : []),
]

/** Is the response an HTML document that can be changed? */
function isHtml({ status, headers }: TargetResponse): boolean {
  const type = headers['content-type'] || ''
  return (
    /^\s*text\/html\b/i.test(type) &&
    // In these encodings, a tag would need two or four bytes per character.
    !/utf-?(16|32)/i.test(type) &&
    !/^\s*attachment/i.test(String(headers['content-disposition'] || '')) &&
    canDecompress(headers['content-encoding']) &&
    status !== 204 &&
    status !== 304
  )
}

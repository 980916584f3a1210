/** Puts the tools into documents. Everything else stays as it came. */
import type { IncomingHttpHeaders } from 'node:http'
import type { ServerNote } from '../shared/settings'
import type { RequestFacts } from './exchange'
import { withoutPolicies } from './inject'
import { canDecompress } from './stream'
import type { AnswerStep, TargetAnswer } from './targetAnswer'

/** Puts the client into a document. @param notes changes by this server, for the log */
export type WithClient = (html: string, incoming: RequestFacts, notes: readonly ServerNote[]) => string

export const changeDocument =
  (withClient: WithClient): AnswerStep =>
  (answer, incoming) => {
    if (!incoming.isDocument || !isHtml(answer)) return answer
    const { headers, notes = [] } = answer
    const all = [...notes, ...notesOf(headers)]
    for (const name of REMOVED) delete headers[name]
    headers['cache-control'] = 'no-store'
    // The page's own rule about frames is removed, since the phone frames it. Only this origin may frame it now.
    headers['content-security-policy'] = "frame-ancestors 'self'"
    return {
      ...answer,
      notes: all,
      rewriteHtml(html) {
        const opened = withoutPolicies(html)
        const hadOwnPolicy = opened !== html && !all.includes('policy')
        return withClient(opened, incoming, hadOwnPolicy ? [...all, 'policy'] : all)
      },
    }
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

/** Is the answer an HTML document that can be changed? */
function isHtml({ status, headers }: TargetAnswer): boolean {
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

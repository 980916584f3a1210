import type { IncomingHttpHeaders } from 'node:http'

const DOCUMENTS = ['document', 'iframe', 'frame']

/**
 * Does a request ask for a document to show? Browsers say so in `Sec-Fetch-Dest`, but not over plain http in a network
 * (`--lan`). There, only a document is asked for as `text/html` first, and not by a script.
 */
export function isDocumentRequest(headers: IncomingHttpHeaders): boolean {
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined) return DOCUMENTS.includes(String(destination))
  return /^\s*text\/html/i.test(headers.accept || '') && headers['x-requested-with'] === undefined
}

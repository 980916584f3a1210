import type { IncomingHttpHeaders } from 'node:http'

const DOCUMENTS = ['document', 'iframe', 'frame']

/**
 * Is a document asked for, to be shown? Browsers say so, but not on plain http in a network (`--lan`): there a document
 * is asked for as `text/html` first, and no script says that it asks.
 */
export function isDocumentRequest(headers: IncomingHttpHeaders): boolean {
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined) return DOCUMENTS.includes(String(destination))
  return /^\s*text\/html/i.test(headers.accept || '') && headers['x-requested-with'] === undefined
}

/** The address of the chosen settings, for the phone and for pages. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseChecked, type Desk } from '../shared/desk'
import { readBody } from './body'
import { sendEmpty, sendJson, sendText } from './send'
import { textsFor, textsOf } from './serverTexts'

/** The most bytes of settings that are accepted. Each document has them in it. */
const MOST_BYTES = 1 << 20

/**
 * @param mayChoose whether whoever sends the request may change the settings; a page of another site never may
 */
export function answerSettings(
  desk: Desk,
  mayChoose: (request: IncomingMessage) => boolean,
  request: IncomingMessage,
  response: ServerResponse,
): unknown {
  const { method = '' } = request
  if (method === 'GET' || method === 'HEAD') return sendJson(response, desk.settings())
  if (method !== 'POST') return sendEmpty(response, 405)
  if (!isOwnPage(request)) return sendEmpty(response, 403)
  if (!mayChoose(request)) return sendText(response, 403, textsOf(request, textsFor({})).noKey)
  return takeSettings(desk, request, response)
}

/**
 * Does a page of this server send JSON? Browsers name the origin of each POST, whatever the page's referrer policy. Vite
 * may serve https, so only the hosts are compared.
 */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { origin = '', host, 'content-type': type = '', 'sec-fetch-site': site } = headers
  const isOwnOrigin = !!host && origin.toLowerCase().replace(/^https?:\/\//, '') === host.toLowerCase()
  return isOwnOrigin && (site === undefined || site === 'same-origin') && /^application\/json\b/i.test(type)
}

/** Takes a choice; `null` restores the initial settings. */
async function takeSettings(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request, MOST_BYTES)
  if (!body) return sendText(response, 413, `more than ${MOST_BYTES} bytes`)
  const given = parsed(body.toString('utf8'))
  if (typeof given !== 'object' || Array.isArray(given)) return sendText(response, 400, 'no JSON object')
  const problems = chooseChecked(desk, given)
  if (problems) return sendText(response, 400, problems)
  sendEmpty(response, 204)
}

/** Parses JSON; undefined if it is malformed. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

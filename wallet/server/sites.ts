/** Pages of other sites must neither read nor reach the target through this server. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { readBody } from './body'
import type { Exchange, RequestStep } from './exchange'
import { originOf } from './hosts'
import { askPage, failedPage, MOST_FORM } from './ownPages'
import { sendPage, sendText } from './send'
import { type ServerTexts, textsOf } from './serverTexts'

/** Does the request come from our own pages, or from the address bar? */
function isOwn({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  const isOwnOrigin = origin?.toLowerCase() === originOf(host)
  // Our own page may send `null` because of its referrer policy, or after a redirect through another origin.
  if (origin !== undefined && !isOwnOrigin && (origin !== 'null' || site !== 'same-origin')) return false
  return site === undefined || site === 'same-origin' || site === 'none'
}

/**
 * Refuses what another site asks for. A login elsewhere comes back by a GET navigation, which passes, or by a form,
 * about which the developer is asked.
 */
export const refuseOtherSites =
  (texts: ServerTexts): RequestStep =>
  async (exchange) => {
    const { request, response, method, isDocument } = exchange
    if (isOwn(request.headers)) return false
    const mode = request.headers['sec-fetch-mode']
    const isNavigation = isDocument && (mode === undefined || mode === 'navigate')
    if (isNavigation && (method === 'GET' || method === 'HEAD')) return false
    if (isNavigation && method === 'POST') await ask(exchange, texts)
    else sendText(response, 403, texts.refused)
    return true
  }

/** Asks whether to send a form from another site, with its fields in the page. */
async function ask({ request, response, host }: Exchange, terminal: ServerTexts): Promise<void> {
  const texts = textsOf(request, terminal)
  const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] || '')
  const form = isForm && (await readBody(request, MOST_FORM))
  if (!form) return sendPage(response, 403, failedPage(texts, texts.askTooMuch, texts.askTitle))
  const { html, charset } = askPage(texts, originOf(host), request.url || '/', form.toString('latin1'))
  // The other site must not frame this page and steer the tap.
  response.setHeader('Content-Security-Policy', "frame-ancestors 'self'")
  sendPage(response, 200, html, charset)
}

/** Does our own page open a WebSocket? A browser lets any site open one, and sends the cookies. */
export const isOwnSocket = ({ headers }: IncomingMessage): boolean =>
  headers.origin?.toLowerCase() === originOf(headers.host) && isOwn(headers)

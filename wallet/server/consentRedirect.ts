/** A target's server may redirect to UnionPay's consent page. No browser event comes before that. */
import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { isConsentPage } from '../shared/webAuthorization'
import { consentPage } from './ownPages'
import type { ResponseStep } from './targetResponse'

/** Headers of the redirect that do not fit the page that replaces it. */
const OF_REDIRECT = ['location', 'content-length', 'content-encoding', 'content-security-policy']

/** Replaces the redirect by a page that navigates there, so that the client in it can show the sheet instead. */
export const askForConsent: ResponseStep = (response, { isDocument, isReal }) => {
  const { status, headers, body } = response
  const { location = '' } = headers
  if (!isDocument || isReal || status < 300 || status >= 400 || !isConsentPage(location)) return response
  body.resume()
  for (const name of OF_REDIRECT) delete headers[name]
  headers['content-type'] = 'text/html; charset=utf-8'
  return {
    ...response,
    status: 200,
    message: undefined,
    body: Readable.from([Buffer.from(consentPage(location))]),
  }
}

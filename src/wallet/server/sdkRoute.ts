/** Answers for upsdk.js: an empty script in a simulated wallet, the page's own file in a real one. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { isWalletAgent } from '../../gate/upsdk'
import { isSdkFile, standsInFor } from '../sdkFile'

/** Answers a request. @param url the address of the request, with the page's own address of upsdk.js behind `?` */
export function answerForSdk(url: string, headers: IncomingHttpHeaders, response: ServerResponse): void {
  const own = standsInFor(url)
  const address = isWalletAgent(String(headers['user-agent'])) && isSdkFile(own) ? resolved(own, headers) : ''
  if (address) {
    response.statusCode = 302
    response.setHeader('Location', address)
    return void response.end()
  }
  response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
  response.end('/* The simulated wallet of upsdk-kit is in the place of this file. */\n')
}

/** Resolves an address, which may be relative to the page. */
function resolved(address: string, { referer }: IncomingHttpHeaders): string {
  try {
    return new URL(address, referer ? String(referer) : undefined).href
  } catch {
    return ''
  }
}

/** Answers for upsdk.js, or for the wallet's bridge: a stand-in in a simulated wallet, the page's own file in a real one. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { isOfficial, isSdkFile, replacedAddress } from '../shared/sdkAddress'
import type { DeskSettings } from '../shared/settings'
import { standInFor } from '../shared/standIn'
import { isRealWallet } from './exchange'
import { redirect, sendEmpty, sendScript } from './send'

/** The addresses of upsdk.js in the documents of a server since it started. */
export interface SdkAddresses {
  add(address: string): void
  has(address: string): boolean
}

/** The most addresses that are kept. A page may write another one into each document. */
const MOST = 1000

export function createSdkAddresses(): SdkAddresses {
  const kept = new Set<string>()
  return {
    add(address) {
      kept.delete(address)
      kept.add(address)
      for (const oldest of kept) {
        if (kept.size <= MOST) break
        kept.delete(oldest)
      }
    },
    has: (address) => kept.has(address),
  }
}

/**
 * Answers a request. A real wallet is led to UnionPay's file, or to one that a document here has asked for, and nowhere
 * else.
 *
 * @param url the address of the request, with the page's own address of upsdk.js behind `?`
 */
export function answerForSdk(
  url: string,
  headers: IncomingHttpHeaders,
  response: ServerResponse,
  { known, settings }: { readonly known: SdkAddresses; readonly settings: DeskSettings },
): void {
  const own = replacedAddress(url)
  if (!isRealWallet(headers)) return answerSimulated(own, response, settings)
  const isAllowed = isSdkFile(own) && (isOfficial(own) || known.has(own))
  const address = isAllowed ? resolved(own, headers) : ''
  if (address) redirect(response, address)
  else sendEmpty(response, 404)
}

function answerSimulated(own: string, response: ServerResponse, settings: DeskSettings): void {
  const standIn = standInFor(own, settings)
  if (!standIn) return sendEmpty(response, 404)
  const send = () => sendScript(response, standIn.script)
  if (!standIn.after) return send()
  const timer = setTimeout(send, standIn.after)
  response.on('close', () => clearTimeout(timer))
}

/** Resolves an address, which may be relative to the page: one of this server, since another one could send a `Referer`. */
function resolved(address: string, { host = '', referer = '' }: IncomingHttpHeaders): string {
  try {
    const here = new URL(`http://${host}/`)
    const page = referer ? new URL(referer) : here
    return new URL(address, page.host === here.host ? page : here).href
  } catch {
    return ''
  }
}

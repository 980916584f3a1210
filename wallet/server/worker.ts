/** A service worker that another project has left at this address would answer in place of the target. */
import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { UNREGISTERING_WORKER } from './ownPages'
import type { ResponseStep, TargetResponse } from './targetResponse'

/** Replaces what is no script by a service worker that unregisters itself. */
export const unregisterWorker: ResponseStep = (response, { isWorker }) => {
  if (!isWorker || isScript(response)) return response
  response.body.resume()
  const headers = { 'cache-control': 'no-cache', 'content-type': 'text/javascript; charset=utf-8' }
  return { status: 200, headers, body: Readable.from([Buffer.from(UNREGISTERING_WORKER)]) }
}

const isScript = ({ status, headers }: TargetResponse): boolean =>
  status === 304 ||
  (status >= 200 && status < 300 && /javascript|ecmascript/i.test(headers['content-type'] || ''))

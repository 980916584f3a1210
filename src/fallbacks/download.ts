import type { Fallback, FallbackContext, WebWindow } from '../types/fallbacks'
import { fromBase64, toBase64 } from './bytes'
import { Refusal, signalOf, stopIfOver } from './fallback'

/** The kinds of pictures, by the beginning of their base64 text. */
const KINDS = [
  [/^\/9j\//, 'image/jpeg', 'jpg'],
  [/^iVBOR/, 'image/png', 'png'],
  [/^R0lG/, 'image/gif', 'gif'],
  [/^UklG.{8}RUJQ/, 'image/webp', 'webp'],
  [/^Qk/, 'image/bmp', 'bmp'],
] as const

/** This many bytes are enough to recognise the kind. */
const HEAD = 12

/** After this many ms, a download has begun. */
const BEGINS_IN = 10_000

/**
 * Downloads the picture. The wallet's parameters are not documented. The fallback uses the first text among `base64`,
 * `data`, `image` (base64 text, a data URL or an address) and `url` (an address). Rejects with `network` if the address
 * cannot be read, `system` if it is no picture, and `unsupported` if the browser cannot download.
 */
export const saveImage: Fallback<'saveImage'> = async (params, context) => {
  const { window } = context
  const link = window.document.createElement('a')
  if (!('download' in link)) throw new Refusal('unsupported')
  const { base64, data, image, url } = params || {}
  const [content] = [base64, data, image].filter(isText)
  const given = content || url
  if (!isText(given)) throw new Refusal('invalid-params')
  const found = await toBlob(context, given, !content)
  const head = await toBase64(found.slice(0, HEAD))
  const [kind] = KINDS.filter(([start]) => start.test(head))
  if (!kind && !/^image\//.test(found.type)) throw new Refusal('system')
  stopIfOver(context)
  if (kind) save(window, link, found.slice(0, found.size, kind[1]), kind[2])
  else save(window, link, found, found.type.replace(/^image\/|[^a-z0-9].*/g, ''))
}

const isText = (value: unknown): value is string => typeof value === 'string' && !!value

const isAddress = (text: string) => /^(https?:|blob:|\/)/.test(text) && !text.startsWith('/9j/')

function toBlob(context: FallbackContext, given: string, isUrl: boolean): Blob | Promise<Blob> {
  const isData = /^data:/i.test(given)
  if (!isData && (isUrl || isAddress(given))) return fetchBlob(context, given)
  try {
    return isData ? ofDataUrl(given) : fromBase64(given, '')
  } catch {
    throw new Refusal('invalid-params')
  }
}

async function fetchBlob(context: FallbackContext, address: string): Promise<Blob> {
  try {
    const response = await context.window.fetch(address, { signal: signalOf(context) })
    if (response.ok) return await response.blob()
  } catch {
    // A server that forbids reading by other origins ends here too.
  }
  throw new Refusal('network')
}

/** Decodes a data URL. `fetch` would need `data:` in `connect-src` of a strict policy. */
function ofDataUrl(url: string): Blob {
  const comma = url.indexOf(',')
  if (comma < 0) throw new TypeError()
  const [type, ...more] = url.slice('data:'.length, comma).split(';')
  const text = decodeURIComponent(url.slice(comma + 1))
  return more.includes('base64') ? fromBase64(text, String(type)) : new Blob([text], { type })
}

function save({ document, URL }: WebWindow, link: HTMLAnchorElement, blob: Blob, extension: string): void {
  const address = URL.createObjectURL(blob)
  link.href = address
  link.download = `image-${Date.now()}.${extension}`
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), BEGINS_IN)
}

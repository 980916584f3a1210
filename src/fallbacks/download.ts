import { fromBase64 } from './bytes'
import { type Fallback, Refusal, stopIfOver, type WebWindow } from './fallback'

/** How base64 text of a kind of picture begins. */
const KINDS = [
  ['/9j/', 'image/jpeg', 'jpg'],
  ['iVBOR', 'image/png', 'png'],
  ['R0lG', 'image/gif', 'gif'],
  ['UklG', 'image/webp', 'webp'],
] as const

/** ms in which a download has begun. */
const BEGINS_IN = 10_000

/**
 * Downloads the picture. The wallet's parameters are not documented: the first text among `base64`, `data`, `image`
 * and `url` is taken, as base64 text or as an address. `network` where the address cannot be read.
 */
export const saveImage: Fallback<'saveImage'> = async (params, context) => {
  const { window } = context
  const given = [params?.base64, params?.data, params?.image, params?.url].filter(
    (value): value is string => typeof value === 'string' && !!value,
  )[0]
  if (!given) throw new Refusal('invalid-params')
  const blob =
    /^(https?:|blob:|\/)/.test(given) && !given.startsWith('/9j/')
      ? await read(window, given)
      : toPicture(given)
  stopIfOver(context)
  save(window, blob)
}

async function read(window: WebWindow, address: string): Promise<Blob> {
  try {
    const response = await window.fetch(address)
    if (response.ok) return await response.blob()
  } catch {
    // Also where the other server does not allow it to be read.
  }
  throw new Refusal('network')
}

function toPicture(given: string): Blob {
  const base64 = given.replace(/^data:[^,]*,/, '')
  const kind = KINDS.filter(([start]) => base64.startsWith(start))[0]
  try {
    return fromBase64(base64, kind ? kind[1] : 'image/jpeg')
  } catch {
    throw new Refusal('invalid-params')
  }
}

function save({ document, URL }: WebWindow, blob: Blob): void {
  const kind = KINDS.filter(([, type]) => type === blob.type)[0]
  const link = document.createElement('a')
  const address = URL.createObjectURL(blob)
  link.href = address
  link.download = `image-${Date.now()}.${kind ? kind[2] : 'jpg'}`
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), BEGINS_IN)
}

import { noop } from '../lib/run'
import type { FallbackContext, WebWindow } from '../types/fallbacks'
import { Refusal } from './fallback'
import { textOf, unreadablePicture } from './texts'

/** A picture to draw, with its size in px. */
export interface Picture {
  source: ImageBitmap | HTMLImageElement
  width: number
  height: number
  /** Frees its pixels at once. */
  close(): void
}

/** Decodes a chosen file, the right way up. Rejects with `unsupported` for what the browser cannot decode. */
export async function decode(context: FallbackContext, file: Blob): Promise<Picture> {
  const { window } = context
  try {
    // `createImageBitmap` needs no address, so a strict policy lets it through.
    const browser: Partial<WebWindow> = window
    if (browser.createImageBitmap) {
      const source = await browser.createImageBitmap(file)
      return { source, width: source.width, height: source.height, close: () => source.close() }
    }
    const source = await load(window, file)
    return { source, width: source.naturalWidth, height: source.naturalHeight, close: noop }
  } catch {
    throw new Refusal('unsupported', textOf(context, unreadablePicture))
  }
}

function load({ document, URL }: WebWindow, file: Blob): Promise<HTMLImageElement> {
  const image = document.createElement('img')
  const address = URL.createObjectURL(file)
  return new Promise<HTMLImageElement>((resolve, reject) => {
    image.onload = () => {
      URL.revokeObjectURL(address)
      resolve(image)
    }
    image.onerror = () => {
      URL.revokeObjectURL(address)
      reject(new Error('not a picture'))
    }
    image.src = address
  })
}

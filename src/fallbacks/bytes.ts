import { bytesOf } from '../lib/base64'

/** Encodes a file or a blob as base64 text. */
export function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** Decodes base64 text into a blob. */
export const fromBase64 = (base64: string, type: string): Blob => new Blob([bytesOf(base64)], { type })

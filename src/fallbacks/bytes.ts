import { bytesOf } from '../lib/base64'

/** The bytes of a file or a blob as base64 text. */
export function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** A blob of base64 text. */
export const fromBase64 = (base64: string, type: string): Blob => new Blob([bytesOf(base64)], { type })

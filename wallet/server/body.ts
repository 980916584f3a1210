import { Buffer } from 'node:buffer'
import type { IncomingMessage } from 'node:http'

/** Reads a request's body. @param most the most bytes that are kept @returns undefined if it is longer, or cut off */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
    })
    request.on('end', () => resolve(size <= most ? Buffer.concat(chunks) : undefined))
    request.on('close', () => resolve(undefined))
  })
}

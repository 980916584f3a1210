import { bytesOf } from '../lib/base64'
import { DEV } from '../lib/development'
import { isAborted } from '../lib/values'
import type { AbortSignalLike, CallOptions } from '../types/callOptions'
import type { Upsdk } from '../types/upsdk'
import { helperError } from './failure'

/** Methods that read a file in chunks. */
export type ChunkMethod =
  | 'readAlbumData'
  | 'readAudioRecordingData'
  | 'readVideoRecordingData'
  | 'readFaceVideoData'
  | 'readFaceImageData'

/** Options of `readChunks`. */
export interface ReadChunksOptions {
  /** The file's `url` from `chooseFileFromAlbum`. Recordings need none. */
  url?: string | undefined
  /** The size of the file in bytes, if it is known. It is for `onProgress`, and for noticing a file that never ends. */
  size?: number | undefined
  /** The media type of the Blob: 'image/jpeg'. */
  type?: string | undefined
  /** Bytes per chunk, at most 524288 (upsdk-behaviour §4). Default 524288. */
  bufferSize?: number | undefined
  /** The most bytes to read. Default `size`, else 256 MB. */
  maxBytes?: number | undefined
  /** Runs after each chunk. @param read bytes so far @param size bytes in all, if known */
  onProgress?(read: number, size: number | undefined): void
  /** Stops reading, which then rejects with `aborted`. */
  signal?: AbortSignalLike | undefined
}

const LARGEST_CHUNK = 524_288
const LARGEST_FILE = 256 * 1024 * 1024
/** A chunk with less than this share of the requested bytes is a crumb. A file may have only so many of them. */
const CRUMB = 1 / 64
const MOST_CRUMBS = 64

/**
 * Reads a chosen file or a recording to its end. Each chunk becomes a Blob at once, so that a large file is held only
 * once, and outside JavaScript's own memory.
 *
 * Resolves to the whole as a Blob. Rejects as `method` does, with `aborted`, and with `system` for a chunk
 * without data, at a wrong offset, or a file that never ends.
 */
export async function readChunks(
  upsdk: Upsdk,
  method: ChunkMethod,
  options: ReadChunksOptions = {},
): Promise<Blob> {
  const { url, size, type = '', bufferSize = LARGEST_CHUNK, onProgress, signal } = options
  const { maxBytes = size || LARGEST_FILE } = options
  const most = Math.min(size || maxBytes, maxBytes)
  const parts: Blob[] = []
  let read = 0
  let crumbs = 0
  for (;;) {
    if (isAborted(signal))
      throw helperError(upsdk, {
        method,
        reason: 'aborted',
        hint: DEV && 'Given up by the page.',
        sent: read > 0,
      })
    const params = {
      bufferSize: String(bufferSize),
      fromOffset: String(read),
      ...(url === undefined ? {} : { url }),
    }
    const call = upsdk.call as (method: string, params: object, options: CallOptions) => Promise<unknown>
    const chunk = (await call(method, params, { signal })) as Chunk | undefined
    const bytes = decode(chunk?.data)
    const trouble = !bytes
      ? 'no data'
      : read + bytes.length > most
        ? 'more data than the file has'
        : wrongOffset(chunk, read)
    const finished = isFinished(chunk)
    if (bytes && bytes.length < bufferSize * CRUMB) crumbs++
    if (!bytes || trouble || !(bytes.length || finished) || crumbs > MOST_CRUMBS) {
      throw helperError(upsdk, {
        method,
        reason: 'system',
        hint: DEV && `A chunk at ${read} came with ${trouble || 'no data'}.`,
        sent: true,
      })
    }
    parts.push(new Blob([bytes]))
    read += bytes.length
    onProgress?.(read, size)
    if (finished) return new Blob(parts, { type })
  }
}

interface Chunk {
  data?: unknown
  isFinished?: unknown
  fromOffset?: unknown
  offset?: unknown
}

const isFinished = (chunk: Chunk | undefined): boolean => ['1', 1, true].includes(chunk?.isFinished as string)

function wrongOffset(chunk: Chunk | undefined, expected: number): string | undefined {
  const offset = chunk?.fromOffset ?? chunk?.offset
  return offset === undefined || Number(offset) === expected ? undefined : 'a wrong offset'
}

/** Decodes base64 text; undefined if it is none. */
function decode(data: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof data !== 'string') return undefined
  try {
    return bytesOf(data.replace(/^data:[^,]*,/, ''))
  } catch {
    return undefined
  }
}

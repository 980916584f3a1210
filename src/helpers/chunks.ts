import { bytesOf } from '../lib/base64'
import { DEV } from '../lib/dev'
import { isAborted } from '../lib/values'
import type { AbortSignalLike, CallOptions } from '../types/callOptions'
import type { Upsdk } from '../types/upsdk'
import { helperError } from './failure'

/** Methods that give a file in chunks. */
export type ChunkMethod =
  | 'readAlbumData'
  | 'readAudioRecordingData'
  | 'readVideoRecordingData'
  | 'readFaceVideoData'
  | 'readFaceImageData'

/** Options of `readChunks`. */
export interface ReadChunksOptions {
  /** The file: what `chooseFileFromAlbum` gave. Recordings need none. */
  url?: string | undefined
  /** The size of the file in bytes, where it is known: for `onProgress`, and to notice a file that never ends. */
  size?: number | undefined
  /** The media type of the Blob: 'image/jpeg'. */
  type?: string | undefined
  /** Bytes a chunk, 524288 at the most (upsdk-behaviour §4). Default 524288. */
  bufferSize?: number | undefined
  /** Bytes at the most. Default 256 MB. */
  maxBytes?: number | undefined
  /** Hears of each chunk. @param read bytes so far @param size bytes in all, where it is known */
  onProgress?(read: number, size: number | undefined): void
  /** Gives the reading up: it rejects with `aborted`. */
  signal?: AbortSignalLike | undefined
}

const LARGEST_CHUNK = 524_288
const LARGEST_FILE = 256 * 1024 * 1024
/** Chunks that bring less than this share of what was asked for are crumbs; so many at the most. */
const CRUMB = 1 / 64
const MOST_CRUMBS = 64

/**
 * Reads a chosen file or a recording to its end. Each chunk is put away as a Blob at once, so that a large
 * file is held once, and not in JavaScript's own memory.
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
  const most = size || options.maxBytes || LARGEST_FILE
  const parts: Blob[] = []
  let read = 0
  let crumbs = 0
  for (;;) {
    if (isAborted(signal))
      throw helperError(upsdk, method, 'aborted', DEV && 'Given up by the page.', read > 0)
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
      throw helperError(
        upsdk,
        method,
        'system',
        DEV && `A chunk at ${read} came with ${trouble || 'no data'}.`,
      )
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

/** The bytes of base64 text, or undefined where it is none. */
function decode(data: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof data !== 'string') return undefined
  try {
    return bytesOf(data.replace(/^data:[^,]*,/, ''))
  } catch {
    return undefined
  }
}

import type { Fallback, WebWindow } from '../types/fallbacks'
import { toBase64 } from './bytes'
import { Refusal, toNumber } from './fallback'
import { pickFile } from './pickFile'
import { decode, type Picture } from './picture'

const DEFAULT_WIDTH = 500
const DEFAULT_HEIGHT = 1000
const JPEG_QUALITY = 0.9

/** Gets a picture from the album or the camera, scaled down to `maxWidth` × `maxHeight` as the wallet does. */
export const chooseImage: Fallback<'chooseImage'> = async (params, context) => {
  const { maxWidth, maxHeight, sourceType } = params || {}
  const file = await pickFile(context, 'image/*', sourceType === '1')
  const picture = await decode(context, file)
  // The SDK file uses one limit only together with the other (upsdk-behaviour §4).
  const limited = Number(maxWidth) && Number(maxHeight)
  try {
    const base64 = scaleDown(
      context.window,
      picture,
      limited ? Number(maxWidth) : DEFAULT_WIDTH,
      limited ? Number(maxHeight) : DEFAULT_HEIGHT,
    )
    return { base64, type: 'jpg' }
  } finally {
    picture.close()
  }
}

/** Scales a picture down. @returns base64 text */
function scaleDown(
  { document }: WebWindow,
  { source, width, height }: Picture,
  maxWidth: number,
  maxHeight: number,
): string {
  const scale = Math.min(1, maxWidth / width, maxHeight / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const drawing = canvas.getContext('2d')
  if (!drawing) throw new Refusal('unsupported')
  // In JPEG, transparent pixels would become black.
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.drawImage(source, 0, 0, canvas.width, canvas.height)
  const [, base64] = canvas.toDataURL('image/jpeg', JPEG_QUALITY).split(',')
  // The picture is too large for the browser's canvas.
  if (!base64) throw new Refusal('unsupported')
  return base64
}

/** Chosen files by the address from `chooseFileFromAlbum`. Their bytes are not in memory until they are read. */
const chosen = new Map<string, File>()

let count = 0

const IMAGES_AND_VIDEOS = 'image/*,video/*'
const ACCEPT: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['00', 'video/*'],
  ['01', 'image/*'],
])
const LARGEST_CHUNK = 524_288

/** Gets a file from the album. Rejects with code 03 if it is larger than `maxSize` bytes. */
export const chooseFileFromAlbum: Fallback<'chooseFileFromAlbum'> = async (params, context) => {
  const { maxSize, sourceType } = params
  const file = await pickFile(context, ACCEPT.get(sourceType) || IMAGES_AND_VIDEOS)
  if (file.size > Number(maxSize)) throw { code: '03' }
  const url = `upsdk-kit-file:${++count}`
  chosen.set(url, file)
  context.onDestroy(() => chosen.delete(url))
  return { url, size: file.size, filename: file.name }
}

/**
 * Reads a chunk of a chosen file. Rejects with code 00 for wrong parameters, 07 for a file that was not chosen here.
 */
export const readAlbumData: Fallback<'readAlbumData'> = async ({ url, bufferSize, fromOffset }) => {
  const [length, start] = [toNumber(bufferSize), toNumber(fromOffset)]
  if (!(length > 0 && length <= LARGEST_CHUNK && start >= 0)) throw { code: '00' }
  const file = chosen.get(url)
  if (!file) throw { code: '07' }
  const end = start + length
  return { data: await toBase64(file.slice(start, end)), isFinished: end >= file.size ? '1' : '0' }
}

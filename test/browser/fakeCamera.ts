/** A camera for Chromium that sees a QR code, and a picture of one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'uqr'

const WIDTH = 640
const HEIGHT = 480

/** The text of the QR code in front of the camera. */
export const CAMERA_CODE = 'https://qr.95516.com/00010000/0123456789'

/** Writes a video file (YUV4MPEG2) of one grey frame with a QR code in its middle. */
export function writeCameraFile(text: string): { path: string; remove(): void } {
  const { data, size } = encode(text, { border: 4 })
  const module = Math.floor((HEIGHT - 80) / size)
  const left = Math.floor((WIDTH - module * size) / 2)
  const top = Math.floor((HEIGHT - module * size) / 2)
  const brightness = Buffer.alloc(WIDTH * HEIGHT, 128)
  for (let y = 0; y < module * size; y++) {
    for (let x = 0; x < module * size; x++) {
      const dark = data[Math.floor(y / module)]?.[Math.floor(x / module)]
      brightness[(top + y) * WIDTH + left + x] = dark ? 16 : 235
    }
  }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness, colour])
  const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-'))
  const path = join(folder, 'camera.y4m')
  writeFileSync(path, Buffer.concat([Buffer.from(header), frame, frame]))
  return { path, remove: () => rmSync(folder, { recursive: true }) }
}

/** Returns a BMP picture of a QR code, or a plain one. */
export function picture(width: number, height: number, text?: string): Buffer {
  const { data, size } = text ? encode(text, { border: 4 }) : { data: [], size: 1 }
  const module = Math.floor(Math.min(width, height) / size)
  const rowBytes = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + rowBytes * height, 0xff)
  file.fill(0, 0, 54)
  file.write('BM')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(-height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[Math.floor(y / module)]?.[Math.floor(x / module)])
        file.fill(0, 54 + y * rowBytes + x * 3, 54 + y * rowBytes + x * 3 + 3)
    }
  }
  return file
}

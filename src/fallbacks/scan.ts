import { domPresenter } from '../ui/dom'
import { type Fallback, type FallbackContext, Refusal, stopIfOver, type WebWindow } from './fallback'
import { pickFile } from './pickFile'
import { decode } from './picture'
import { textsIn } from './texts'

/** The part of `BarcodeDetector` that is used; TypeScript does not know it yet. */
interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { rawValue: string }[]>
}
interface DetectorClass {
  new (options?: { formats: string[] }): Detector
  getSupportedFormats?(): Promise<string[]>
}

/** ms from one look at the camera's picture to the next. */
const LOOK_EVERY = 150

/**
 * Scans with the camera in an overlay, or where there is no camera in a chosen picture; both by the browser's
 * own `BarcodeDetector`. Rejects with `unsupported` where there is none, `permission`, `cancelled`.
 */
export const scanQRCode: Fallback<'scanQRCode'> = async (params, context) => {
  const detector = await makeDetector(context.window, params?.scanType)
  stopIfOver(context)
  const stream = await openCamera(context)
  stopIfOver(context)
  return stream ? scanStream(detector, stream, context) : scanPhoto(detector, context)
}

async function makeDetector(window: WebWindow, wanted: readonly string[] | undefined): Promise<Detector> {
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass }
  if (!BarcodeDetector) throw new Refusal('unsupported')
  const known = (await BarcodeDetector.getSupportedFormats?.()) || ['qr_code']
  const isWanted = (format: string) => !wanted || wanted.includes(format === 'qr_code' ? 'qrCode' : 'barCode')
  const formats = known.filter((format) => format !== 'unknown' && isWanted(format))
  if (!formats.length) throw new Refusal('unsupported')
  return new BarcodeDetector({ formats })
}

/** Undefined where there is no camera, or it is in use. */
async function openCamera({ window, lang, onEnd }: FallbackContext): Promise<MediaStream | undefined> {
  const { mediaDevices } = window.navigator as Partial<Navigator>
  if (!mediaDevices) return undefined
  try {
    const stream = await mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    onEnd(() => {
      for (const track of stream.getTracks()) track.stop()
    })
    return stream
  } catch (error) {
    if ((error as Error).name === 'NotAllowedError') throw new Refusal('permission', textsIn(lang).camera)
    return undefined
  }
}

function scanStream(detector: Detector, stream: MediaStream, context: FallbackContext): Promise<string> {
  const { window, lang, text, onEnd, isOver } = context
  const video = window.document.createElement('video')
  video.muted = true
  video.setAttribute('playsinline', '')
  video.setAttribute('aria-hidden', 'true')
  video.style.cssText =
    'display:block;width:100%;height:60vmin;margin-top:1em;border-radius:.6em;object-fit:cover;background:#000'
  // eslint-disable-next-line kit/dom-members -- a browser with a detector is newer
  video.srcObject = stream
  const presenter = domPresenter({ window })
  return new Promise((resolve, reject) => {
    let timer = 0
    onEnd(() => {
      clearTimeout(timer)
      // eslint-disable-next-line kit/dom-members -- as above
      video.srcObject = null
      presenter.destroy?.()
    })
    presenter
      .dialog({
        message: textsIn(lang).aim,
        content: video,
        confirm: '',
        cancel: text('button-cancel'),
        lang,
      })
      .then(() => reject(new Refusal('cancelled')))
    const look = async () => {
      const [found] = await detector.detect(video).catch(() => [])
      if (found) resolve(found.rawValue)
      else if (!isOver()) timer = window.setTimeout(look, LOOK_EVERY)
    }
    video.play().then(look, () => reject(new Refusal('system')))
  })
}

async function scanPhoto(detector: Detector, context: FallbackContext): Promise<string> {
  const { source } = await decode(context.window, await pickFile(context, 'image/*'))
  const [found] = await detector.detect(source)
  if (!found) throw new Refusal('unknown', textsIn(context.lang).nothing)
  return found.rawValue
}

import { createHeartbeat } from '../lib/heartbeat'
import { lazy } from '../lib/run'
import { hasUserActed, isTapFresh } from '../lib/userActivation'
import { createDialogs } from '../show/dialogs'
import { domPresenter } from '../show/dom/presenter'
import type { Fallback, FallbackContext, WebWindow } from '../types/fallbacks'
import type { DialogRequest } from '../types/presenter'
import { orUnsupported, Refusal, stopIfOver, withoutTap } from './fallback'
import { pickFile } from './pickFile'
import { decode } from './picture'
import { aim, allowCamera, cancel, choosePhoto, choosePhotoInstead, nothingFound, textOf } from './texts'

/** The members of `BarcodeDetector` that are used. TypeScript does not know it yet. */
interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { rawValue: string }[]>
}
interface DetectorClass {
  new (options?: { formats: string[] }): Detector
  getSupportedFormats?(): Promise<string[]>
}

/** The time between two looks at the camera's picture, in ms. */
const LOOK_EVERY = 150

/** The windows in which a scan is running. */
const scanning = /* @__PURE__ */ lazy(() => new WeakSet<WebWindow>())

/**
 * Scans with the camera in an overlay, or in a chosen photo if there is no camera, by the browser's own
 * `BarcodeDetector`. Rejects with `unsupported` without one, `permission`, `cancelled`, and `busy` during another scan.
 */
export const scanQRCode: Fallback<'scanQRCode'> = async (params, context) => {
  const { window, onEnd } = context
  if (!hasUserActed(window)) throw withoutTap()
  // The browser's question about the camera does not cover the page, so the user can tap again.
  if (scanning().has(window)) throw new Refusal('busy')
  scanning().add(window)
  onEnd(() => scanning().delete(window))
  const detector = await makeDetector(window, params?.scanType)
  stopIfOver(context)
  const stream = await openCamera(context)
  stopIfOver(context)
  return stream ? scanStream(detector, stream, context) : scanPhoto(detector, context)
}

async function makeDetector(window: WebWindow, wanted: readonly string[] | undefined): Promise<Detector> {
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass }
  if (!BarcodeDetector) throw new Refusal('unsupported')
  const known = BarcodeDetector.getSupportedFormats
    ? await orUnsupported(BarcodeDetector.getSupportedFormats())
    : ['qr_code']
  const isWanted = (format: string) => !wanted || wanted.includes(format === 'qr_code' ? 'qrCode' : 'barCode')
  const formats = known.filter((format) => format !== 'unknown' && isWanted(format))
  if (!formats.length) throw new Refusal('unsupported')
  return new BarcodeDetector({ formats })
}

/** Opens the camera; undefined if there is none, or it is in use. */
async function openCamera(context: FallbackContext): Promise<MediaStream | undefined> {
  const { window, onEnd } = context
  const { mediaDevices } = window.navigator as Partial<Navigator>
  if (!mediaDevices) return undefined
  try {
    const stream = await mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    onEnd(() => {
      for (const track of stream.getTracks()) track.stop()
    })
    return stream
  } catch (error) {
    if ((error as Error).name === 'NotAllowedError')
      throw new Refusal('permission', textOf(context, allowCamera))
    return undefined
  }
}

/** Shows an overlay once no other dialog is open, and removes it with the call. @returns whether the user confirmed */
function ask(
  context: FallbackContext,
  message: string,
  more: Partial<DialogRequest>,
  onShow?: () => void,
): Promise<boolean> {
  const { window, lang, onEnd } = context
  const presenter = domPresenter({ window })
  const dialogs = createDialogs(window, createHeartbeat(window), { kit: () => presenter }, onEnd)
  onEnd(() => presenter.destroy?.())
  return dialogs.ask({ message, confirm: '', cancel: textOf(context, cancel), lang, ...more }, onShow)
}

function scanStream(detector: Detector, stream: MediaStream, context: FallbackContext): Promise<string> {
  const { window, onEnd, isOver } = context
  const video = window.document.createElement('video')
  video.muted = true
  video.setAttribute('playsinline', '')
  video.setAttribute('aria-hidden', 'true')
  video.style.cssText =
    'display:block;width:100%;height:60vmin;min-height:6em;max-height:15em;max-height:min(15em,100vh - 15em);margin-top:1em;border-radius:.6em;object-fit:cover;background:#000'
  // newer-api: every browser with a detector has it
  video.srcObject = stream
  return new Promise((resolve, reject) => {
    let timer = 0
    onEnd(() => {
      window.clearTimeout(timer)
      // newer-api: every browser with a detector has it
      video.srcObject = null
    })
    const look = async () => {
      const [found] = await detect(detector, video)
      if (found) resolve(found.rawValue)
      else if (!isOver()) timer = window.setTimeout(tryToLook, LOOK_EVERY)
    }
    const tryToLook = () => look().catch(reject)
    const begins = () => {
      video.play().then(tryToLook, () => reject(new Refusal('system')))
    }
    ask(context, textOf(context, aim), { content: video }, begins).then(() =>
      reject(new Refusal('cancelled')),
    )
  })
}

/** Reads the code in a picture. Rejects with `unsupported` in browsers whose detector does not work. */
async function detect(detector: Detector, source: CanvasImageSource): ReturnType<Detector['detect']> {
  try {
    return await detector.detect(source)
  } catch (error) {
    // The camera has not given its first picture yet.
    if ((error as Error).name === 'InvalidStateError') return []
    throw new Refusal('unsupported')
  }
}

async function scanPhoto(detector: Detector, context: FallbackContext): Promise<string> {
  const { window } = context
  // The camera may have failed so late that the tap no longer counts.
  if (
    !isTapFresh(window) &&
    !(await ask(context, textOf(context, choosePhotoInstead), { confirm: textOf(context, choosePhoto) }))
  )
    throw new Refusal('cancelled')
  const { source, close } = await decode(context, await pickFile(context, 'image/*'))
  try {
    const [found] = await detect(detector, source)
    if (found) return found.rawValue
  } finally {
    close()
  }
  throw new Refusal('unknown', textOf(context, nothingFound))
}

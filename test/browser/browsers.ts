/** The browsers of a worker. All test files that it runs share them, and they end with it. */
import { type Browser, chromium } from 'playwright-core'
import { findChromium, findHeadless } from '../../scripts/chromium.mjs'
import { CAMERA_CODE, writeCameraFile } from './fakeCamera'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  // A WebView has one process. Chromium would start another for each new address.
  '--disable-site-isolation-trials',
  // Tests of leaks call gc().
  '--js-flags=--expose-gc',
]
/** A ninth less processor time, which the messages between the two processes took. */
const WITHOUT_GPU_PROCESS = '--in-process-gpu'

let headless: Promise<Browser> | undefined
let whole: Promise<Browser> | undefined

/**
 * The browser for almost all tests. One browser for all workers would cost a fifth more, since every message would
 * pass through vitest's own process.
 */
export function headlessBrowser(): Promise<Browser> {
  headless ||= chromium.launch({ executablePath: findHeadless(), args: [...ARGUMENTS, WITHOUT_GPU_PROCESS] })
  return headless
}

/** A browser with a camera that sees a QR code, and with a full screen: the headless shell has neither. */
export function wholeBrowser(): Promise<Browser> {
  whole ||= launchWithCamera()
  return whole
}

function launchWithCamera(): Promise<Browser> {
  const camera = writeCameraFile(CAMERA_CODE)
  process.on('exit', camera.remove)
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...ARGUMENTS,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${camera.path}`,
    ],
  })
}

/** The browsers of a worker: all test files that it runs share them, and they end with it. */
import { type Browser, chromium } from 'playwright-core'
import { findChromium, findHeadless } from '../../scripts/chromium.mjs'
import { CAMERA_CODE, writeCameraFile } from './fakeCamera'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  // As in a WebView. Else each page of another address costs a new process.
  '--disable-site-isolation-trials',
  // For the tests of leaks.
  '--js-flags=--expose-gc',
]

let headless: Promise<Browser> | undefined
let whole: Promise<Browser> | undefined

/** The one for almost all tests. A browser of all workers would be talked to through vitest's own process, a fifth more work. */
export function headlessBrowser(): Promise<Browser> {
  headless ||= chromium.launch({ executablePath: findHeadless(), args: ARGUMENTS })
  return headless
}

/** One with a camera, which looks at a QR code, and with a full screen: the headless shell has neither. */
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

import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../../scripts/chromium.mjs'
import { CAMERA_CODE, writeCameraFile } from './fakeCamera'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser listens, or nothing where there is none. */
    browser: string
  }
}

/** Starts the one browser of all test files: or says in one line that they are left out, or fails where they must not be. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const executablePath = findChromium()
  if (!executablePath) {
    const how = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to it'
    if (process.env.REQUIRE_BROWSER) throw new Error(`No Chromium found: ${how}`)
    console.warn(`Browser tests left out, no Chromium found: ${how}.`)
    project.provide('browser', '')
    return undefined
  }
  const camera = writeCameraFile(CAMERA_CODE)
  const server = await chromium.launchServer({
    executablePath,
    host: '127.0.0.1',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      // As in a WebView. Else each page of another worker costs a new process.
      '--disable-site-isolation-trials',
      // For the tests of leaks.
      '--js-flags=--expose-gc',
      // For those that scan.
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${camera.path}`,
    ],
  })
  project.provide('browser', server.wsEndpoint())
  return async () => {
    await server.close()
    camera.remove()
  }
}

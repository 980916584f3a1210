import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findChromium, findHeadlessShell } from '../../scripts/chromium.mjs'
import { CAMERA_CODE, writeCameraFile } from './fakeCamera'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser listens, or nothing where there is none. */
    browser: string
    /** Where one with cameras and a full screen listens: the same, where there is no headless shell. */
    wholeBrowser: string
  }
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  // As in a WebView. Else each page of another worker costs a new process.
  '--disable-site-isolation-trials',
  // For the tests of leaks.
  '--js-flags=--expose-gc',
]

/** Starts the browser of all test files, and a whole one for the few that need it: or says in one line that they are left out, or fails where they must not be. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const executablePath = findChromium()
  if (!executablePath) {
    const how = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to it'
    if (process.env.REQUIRE_BROWSER) throw new Error(`No Chromium found: ${how}`)
    console.warn(`Browser tests left out, no Chromium found: ${how}.`)
    project.provide('browser', '')
    project.provide('wholeBrowser', '')
    return undefined
  }
  const camera = writeCameraFile(CAMERA_CODE)
  const launch = (path: string) =>
    chromium.launchServer({
      executablePath: path,
      host: '127.0.0.1',
      args: [
        ...ARGUMENTS,
        // For those that scan.
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${camera.path}`,
      ],
    })
  const shell = findHeadlessShell()
  const whole = await launch(executablePath)
  const server = shell ? await launch(shell) : whole
  project.provide('browser', server.wsEndpoint())
  project.provide('wholeBrowser', whole.wsEndpoint())
  return async () => {
    await Promise.all([...new Set([server, whole])].map((one) => one.close()))
    camera.remove()
  }
}

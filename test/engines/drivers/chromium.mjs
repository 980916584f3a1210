/** Drives Chromium 64, which is too old for playwright, over its own protocol. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromPackage } from '../packages.mjs'
import { start } from '../processes.mjs'
import { connect } from '../socket.mjs'
import { Missing } from './programs.mjs'

const KEYS = { Tab: 9, Enter: 13, Escape: 27 }

export async function chromium64() {
  const program = fromPackage('chromium')
  const profile = mkdtempSync(join(tmpdir(), 'upsdk-kit-'))
  // This build runs without a sandbox, a GPU and room for many processes.
  const options = '--headless --single-process --no-zygote --no-sandbox --disable-gpu --window-size=375,667'
  const browser = start(program, [
    ...options.split(' '),
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ])
  const [, host] = await browser.wrote(/DevTools listening on ws:\/\/([^/]+)\//).catch((error) => {
    const library = /loading shared libraries: (\S+):/.exec(error.message)
    throw library ? new Missing(`install ${library[1]} (Debian: apt-get install libnss3 libexpat1)`) : error
  })
  const ask = async (path) => (await fetch(`http://${host}/json/${path}`)).json()
  const { Browser } = await ask('version')
  const [tab] = (await ask('list')).filter(({ type }) => type === 'page')
  const send = await connect(tab.webSocketDebuggerUrl)
  await send('Page.enable')
  // Without this call the user agent does not change.
  await send('Network.enable')

  return {
    version: Browser.split('/')[1],
    /** A command of its protocol, for the benchmark. */
    send,
    async open(url, userAgent) {
      await send('Network.setUserAgentOverride', { userAgent })
      await send('Page.navigate', { url })
    },
    async evaluate(expression) {
      const { result } = await send('Runtime.evaluate', { expression, returnByValue: true })
      return result.value
    },
    async press(key) {
      const text = key === 'Enter' ? { text: '\r' } : {}
      const params = { key, code: key, windowsVirtualKeyCode: KEYS[key] }
      await send('Input.dispatchKeyEvent', { type: text.text ? 'keyDown' : 'rawKeyDown', ...params, ...text })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...params })
    },
    async click(x, y) {
      await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
      const params = { x, y, button: 'left', clickCount: 1 }
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...params })
      await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...params })
    },
    async close() {
      await browser.stop()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

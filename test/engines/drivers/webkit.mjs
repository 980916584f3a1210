/** Drives the current WebKit over WebDriver. */
import { freePort, start, wait } from '../processes.mjs'
import { clicking, pressing } from './actions.mjs'
import { programOf } from './programs.mjs'

export async function webkit() {
  const program = programOf('WEBKIT_DRIVER_PATH', ['WebKitWebDriver'], 'webkitgtk-webdriver')
  // WebKit has no mode without a screen.
  const screen = start(programOf('XVFB_PATH', ['Xvfb'], 'xvfb'), [
    ...'-displayfd 1 -screen 0 1024x1024x24 -nolisten tcp'.split(' '),
  ])
  const [, display] = await screen.wrote(/^(\d+)\n/m)
  const port = await freePort()
  const env = { DISPLAY: `:${display}`, WAYLAND_DISPLAY: '', GDK_BACKEND: 'x11' }
  const driver = start(program, ['--host=127.0.0.1', `--port=${port}`], { env })
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    const { value } = await answer.json()
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return value
  }
  const send = (path, body) => ask('POST', `/session/${session}/${path}`, body)
  for (let tries = 0; tries < 100; tries++) {
    if (await ask('GET', '/status').catch(() => false)) break
    await wait(50)
  }

  const { sessionId: session, capabilities } = await ask('POST', '/session', { capabilities: {} })
  await send('window/rect', { width: 375, height: 667 })

  return {
    version: capabilities.browserVersion,
    // Its user agent can be set, but not to the wallet's on iOS, which WebKit holds for malformed: the page does it.
    open: (url) => send('url', { url }),
    evaluate: (expression) => send('execute/sync', { script: `return (${expression})`, args: [] }),
    press: (key) => send('actions', { actions: pressing(key) }),
    click: (x, y) => send('actions', { actions: clicking(x, y) }),
    async close() {
      await ask('DELETE', `/session/${session}`)
      await driver.stop()
      await screen.stop()
    },
  }
}

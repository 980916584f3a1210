/** Drives Firefox over WebDriver BiDi, which it speaks by itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../processes.mjs'
import { connect } from '../socket.mjs'
import { clicking, pressing } from './actions.mjs'
import { programOf } from './programs.mjs'

/** Preferences: the window counts as the one in front, and Firefox asks nothing. */
const SETTINGS = {
  'focusmanager.testmode': true,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.connectivity-service.enabled': false,
  'network.captive-portal-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
}

export async function firefox() {
  const program = programOf('FIREFOX_PATH', ['firefox-esr', 'firefox'], 'firefox-esr')
  const profile = mkdtempSync(join(tmpdir(), 'upsdk-kit-'))
  const lines = Object.entries(SETTINGS).map(
    (pair) => `user_pref(${pair.map((one) => JSON.stringify(one))});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const browser = start(program, [
    '--headless',
    '--no-remote',
    '--width=375',
    '--height=667',
    '--profile',
    profile,
    '--remote-debugging-port=0',
    // With an empty page, the address bar has the focus, and Enter presses no button of a page's.
    'data:text/html,',
  ])
  const [, address] = await browser.wrote(/WebDriver BiDi listening on (ws:\/\/\S+)/)
  const send = await connect(`${address}/session`)
  const { capabilities } = await send('session.new', { capabilities: {} })
  const { contexts } = await send('browsingContext.getTree')
  const { context } = contexts[0]
  await send('browsingContext.setViewport', { context, viewport: { width: 375, height: 667 } })

  return {
    version: capabilities.browserVersion,
    async open(url, userAgent) {
      await send('emulation.setUserAgentOverride', { userAgent, contexts: [context] })
      await send('browsingContext.navigate', { context, url, wait: 'none' })
    },
    async evaluate(expression) {
      const { result } = await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: false,
        userActivation: false,
      })
      return result?.value
    },
    press: (key) => send('input.performActions', { context, actions: pressing(key) }),
    click: (x, y) => send('input.performActions', { context, actions: clicking(x, y) }),
    async close() {
      await browser.stop()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

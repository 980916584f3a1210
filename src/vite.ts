/**
 * `upsdk-kit/vite`: the page in a simulated wallet while it is developed with Vite 2 to 8.
 *
 * @module upsdk-kit/vite
 */
import { readFileSync } from 'node:fs'
import { CLIENT_PATH, inject, SDK_PATH } from './wallet/server/inject'
import type { UpsdkKitPlugin } from './wallet/server/plugin'
import { answerForSdk } from './wallet/server/sdkRoute'
import type { WalletSettings } from './wallet/settings'

export type { UpsdkKitPlugin } from './wallet/server/plugin'
export type { WalletSettings } from './wallet/settings'

/** Options of the plug-in. */
export interface UpsdkKitOptions {
  /** A simulated wallet behind the page, and a control to change it; or its settings at the start. @default true */
  simulator?: boolean | WalletSettings
  /** Each kit that the page makes writes a timeline to the console. @default true */
  inspector?: boolean
}

/**
 * While serving, under any `base`: puts a simulated wallet into the page, before its first script. It is drawn, asks at
 * the tap, and has a small control with a log of all calls. The page's own upsdk.js tag is left out, and each kit of the
 * page gets an inspector. In the real wallet, told by its user agent, the page loads its own upsdk.js instead, and the
 * inspector stays. A build has nothing of it.
 *
 * @example export default defineConfig({ plugins: [upsdkKit()] })
 */
export default function upsdkKit({
  simulator = true,
  inspector = true,
}: UpsdkKitOptions = {}): UpsdkKitPlugin {
  const withTools = (html: string) => (simulator || inspector ? inject(html, { simulator, inspector }) : html)
  return {
    name: 'upsdk-kit',
    apply: 'serve',
    enforce: 'pre',
    // Vite 4 transforms each script of the page beforehand, and logs an error where there is no such file.
    load: (id) => (id === CLIENT_PATH || id.startsWith(SDK_PATH) ? '' : null),
    configureServer({ middlewares }) {
      // Vite 3 and later put the project's `base` before the address.
      middlewares.use(({ url = '', headers = {} }, response, next) => {
        const [path = ''] = url.split('?')
        if (path.endsWith(CLIENT_PATH)) {
          response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
          response.end(readFileSync(new URL('./wallet-client.js', import.meta.url)))
        } else if (path.endsWith(SDK_PATH)) answerForSdk(url, headers, response)
        else next()
      })
    },
    // Vite 2 and 3 read the second pair, later ones the first.
    transformIndexHtml: { order: 'pre', handler: withTools, enforce: 'pre', transform: withTools },
  }
}

/**
 * `upsdk-kit/vite`: the page in a simulated wallet while it is developed with Vite 2 to 8.
 *
 * @module upsdk-kit/vite
 */
import { readFileSync } from 'node:fs'
import type { HtmlHook, UpsdkKitPlugin } from './adapters/vite/plugin'
import type { WalletSettings } from './adapters/vite/settings'

export type { UpsdkKitPlugin } from './adapters/vite/plugin'
export type { WalletSettings } from './adapters/vite/settings'

/** Options of the plug-in. */
export interface UpsdkKitOptions {
  /** A simulated wallet behind the page, and a control to change it; or what it is like at the start. @default true */
  simulator?: boolean | WalletSettings
  /** Each kit that the page makes writes a timeline to the console. @default true */
  inspector?: boolean
}

const CLIENT = '/@upsdk-kit/client.js'
/** Stands for `upsdk-kit` in the page's own modules: the same, and each kit with an inspector. */
const WITH_INSPECTOR = '\0upsdk-kit-with-inspector'
const SDK_TAG = /<script\b[^>]*\bsrc=["'][^"']*\/upsdk\.js(\?[^"']*)?["'][^>]*>\s*<\/script>/gi
const ENTRIES = /^upsdk-kit(\/core)?$/

/**
 * While serving, the page runs in a simulated wallet that is up before its first script, with a small control to
 * change what the wallet does; the kits that it makes get an inspector; and the page's own upsdk.js tag is left out.
 * Where the real user agent is the wallet's, it stands aside. In a build there is nothing of it.
 *
 * @example export default defineConfig({ plugins: [upsdkKit()] })
 */
export default function upsdkKit({
  simulator = true,
  inspector = true,
}: UpsdkKitOptions = {}): UpsdkKitPlugin {
  const inWallet = (html: string) => (simulator ? withClient(html, simulator) : html)
  return {
    name: 'upsdk-kit',
    apply: 'serve',
    enforce: 'pre',
    // Vite 2 would take what it has bundled of the kit beforehand, without asking for `resolveId`.
    config: () => ({ optimizeDeps: { exclude: ['upsdk-kit'] } }),
    resolveId(id, importer) {
      const isOwn = importer?.startsWith(WITH_INSPECTOR) || importer?.includes('/node_modules/')
      return inspector && ENTRIES.test(id) && !isOwn ? `${WITH_INSPECTOR}/${id}` : null
    },
    load(id) {
      // Vite 4 transforms each script of the page beforehand, and logs an error where there is no such file.
      if (id === CLIENT) return ''
      return id.startsWith(WITH_INSPECTOR) ? withInspector(id.slice(WITH_INSPECTOR.length + 1)) : null
    },
    configureServer({ middlewares }) {
      middlewares.use(CLIENT, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
        response.end(readFileSync(new URL('./vite-client.js', import.meta.url)))
      })
    },
    // Vite 2 and 3 read the second pair, later ones the first.
    transformIndexHtml: { order: 'pre', handler: inWallet, enforce: 'pre', transform: inWallet },
  }
}

/** The page, with the wallet before its first script and in the place of its upsdk.js. */
function withClient(html: string, simulator: true | WalletSettings): ReturnType<HtmlHook> {
  const sdkTags = html.match(SDK_TAG) || []
  const defaults = simulator === true ? {} : simulator
  // A `<` could end the script that this stands in.
  const options = JSON.stringify({ defaults, sdkTags }).replace(/</g, '\\u003c')
  return {
    html: html.replace(SDK_TAG, ''),
    tags: [
      { tag: 'script', attrs: { src: CLIENT }, injectTo: 'head-prepend' },
      { tag: 'script', children: `UpsdkKitClient.start(${options})`, injectTo: 'head-prepend' },
    ],
  }
}

const withInspector = (entry: string): string => `
import * as kit from '${entry}'
import { consoleInspector } from 'upsdk-kit/inspector'
export * from '${entry}'
const inspector = consoleInspector()
export const createUpsdk = (options = {}) => kit.createUpsdk({ ...options, inspector: [inspector].concat(options.inspector || []) })
`

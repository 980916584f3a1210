/**
 * `upsdk-kit/vite`: the page in a simulated wallet while it is developed with Vite 2 to 8.
 *
 * @module upsdk-kit/vite
 */
import { readFileSync } from 'node:fs'
import type { HtmlHook, UpsdkKitPlugin } from './adapters/vite/plugin'
import { isSdkFile } from './adapters/vite/sdkFile'
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
/** Matches comments, and each script, with the text in it: a tag that a script writes is none of the page's. */
const PARTS = /<!--[\s\S]*?-->|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>[\s\S]*?<\/script\s*>/gi
const SRC = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/**
 * While serving, under any `base`: puts a simulated wallet into the page, before its first script, with a small control
 * to change what the wallet does; leaves the page's own upsdk.js tag out; and gives each kit of the page an inspector. In
 * the real wallet, told by its user agent, the page loads its own upsdk.js instead, and the inspector stays. A build has
 * nothing of it.
 *
 * @example export default defineConfig({ plugins: [upsdkKit()] })
 */
export default function upsdkKit({
  simulator = true,
  inspector = true,
}: UpsdkKitOptions = {}): UpsdkKitPlugin {
  const options = { simulator, inspector }
  const withTools = (html: string) => (simulator || inspector ? withClient(html, options) : html)
  return {
    name: 'upsdk-kit',
    apply: 'serve',
    enforce: 'pre',
    // Vite 4 transforms each script of the page beforehand, and logs an error where there is no such file.
    load: (id) => (id === CLIENT ? '' : null),
    configureServer({ middlewares }) {
      // Vite 3 and later put the project's `base` before the address.
      middlewares.use(({ url = '' }, response, next) => {
        if (!url.endsWith(CLIENT)) return next()
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
        response.end(readFileSync(new URL('./vite-client.js', import.meta.url)))
      })
    },
    // Vite 2 and 3 read the second pair, later ones the first.
    transformIndexHtml: { order: 'pre', handler: withTools, enforce: 'pre', transform: withTools },
  }
}

/** Does a script with these attributes load upsdk? */
function isSdk(attributes = ''): boolean {
  const [, double, single, unquoted] = SRC.exec(attributes) || []
  return isSdkFile(double || single || unquoted || '')
}

/** The page, with the wallet before its first script and in the place of its upsdk.js. */
function withClient(html: string, options: Required<UpsdkKitOptions>): ReturnType<HtmlHook> {
  const sdkTags: string[] = []
  const without = html.replace(PARTS, (part, attributes?: string) => {
    if (!options.simulator || !isSdk(attributes)) return part
    sdkTags.push(part)
    return ''
  })
  // A `<` could end the script that this stands in.
  const given = JSON.stringify({ ...options, sdkTags }).replace(/</g, '\\u003c')
  return {
    html: without,
    tags: [
      { tag: 'script', attrs: { src: CLIENT }, injectTo: 'head-prepend' },
      { tag: 'script', children: `UpsdkKitClient.start(${given})`, injectTo: 'head-prepend' },
    ],
  }
}

/**
 * `upsdk-kit/vite`: the page in a simulated wallet while it is developed with Vite 2 to 8.
 *
 * @module upsdk-kit/vite
 */
import { readFileSync } from 'node:fs'
import { createDesk } from './wallet/server/desk'
import { CLIENT_PATH, inject, KIT_PATH, PHONE_PATH, SDK_PATH } from './wallet/server/inject'
import type { DevServer, UpsdkKitPlugin } from './wallet/server/plugin'
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

const files = { read: (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8') }

/** Addresses in a page that Vite 4 would look for as files. */
const isOurs = (id: string): boolean => [CLIENT_PATH, KIT_PATH, SDK_PATH].some((path) => id.startsWith(path))

/**
 * While serving, under any `base`: puts a simulated wallet into the page, before its first script. It is drawn, asks at
 * the tap, and has a small control with a log of all calls; at `/@upsdk-kit/` a phone is around the page. The page's own
 * upsdk.js tag is left out, and each kit of the page gets an inspector. In the real wallet, told by its user agent, the
 * page loads its own upsdk.js instead, and the inspector stays. A build has nothing of it.
 *
 * @example export default defineConfig({ plugins: [upsdkKit()] })
 */
export default function upsdkKit({
  simulator = true,
  inspector = true,
}: UpsdkKitOptions = {}): UpsdkKitPlugin {
  let home = '/'
  const desk = createDesk(typeof simulator === 'object' ? simulator : {}, files, () => home)
  function withTools(html: string): string {
    if (!simulator && !inspector) return html
    return inject(html, { simulator: simulator && desk.settings(), inspector })
  }
  return {
    name: 'upsdk-kit',
    apply: 'serve',
    enforce: 'pre',
    configResolved({ base }) {
      // An absolute address is where the page will stand; served it is at its path.
      home = base.replace(/^https?:\/\/[^/]+/, '') || '/'
    },
    load: (id) => (isOurs(id) ? '' : null),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!desk.handle(request, response)) next()
      })
      if (simulator) printPhone(server)
    },
    // Vite 2 and 3 read the second pair, later ones the first.
    transformIndexHtml: { order: 'pre', handler: withTools, enforce: 'pre', transform: withTools },
  }
}

/** Prints the phone's address beside Vite's own; Vite 2 has no function for it. */
function printPhone(server: DevServer): void {
  const { printUrls } = server
  if (!printUrls) return
  server.printUrls = () => {
    printUrls.call(server)
    const [local] = server.resolvedUrls?.local || []
    if (local) console.log(`  ➜  upsdk-kit: ${new URL(PHONE_PATH, local).href}`)
  }
}

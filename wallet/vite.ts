/**
 * `upsdk-kit/vite`: runs a page in a simulated wallet while it is developed with Vite 2 to 8.
 *
 * @module upsdk-kit/vite
 */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { inject } from './server/inject'
import { createKey, enterPath, mayChoose, takeKey } from './server/lan'
import { CLIENT_PATH, KIT_PATH, PHONE_PATH, SDK_PATH } from './server/paths'
import type { DevServer, UpsdkKitPlugin } from './server/plugin'
import { createRoutes } from './server/routes'
import { createSdkAddresses } from './server/sdkRoute'
import { createDesk } from './shared/desk'
import type { WalletSettings } from './shared/walletSettings'

export type { UpsdkKitPlugin } from './server/plugin'
export type { WalletSettings } from './shared/walletSettings'

/** Options of the plug-in. */
export interface UpsdkKitOptions {
  /** Simulates the wallet behind the page, with a control to change it; or its initial settings. @default true */
  simulator?: boolean | WalletSettings
  /** Makes each kit of the page write a timeline to the console. @default true */
  inspector?: boolean
}

const files = { read: (name: string) => readFileSync(new URL(`./wallet/${name}`, import.meta.url), 'utf8') }

/** Is it one of our own addresses in the page? Vite 4 would look for them as files. */
const isOwnAddress = (id: string): boolean =>
  [CLIENT_PATH, KIT_PATH, SDK_PATH].some((path) => id.startsWith(path))

/**
 * Puts a simulated wallet into the page, before its first script, while Vite serves it under any `base`. The wallet
 * draws itself, asks for each answer, and has a small control with a log of all calls. At `/@upsdk-kit/`, a phone is
 * around the page. The page's own upsdk.js tag loads the simulated file, and each kit of the page gets an inspector. In the real
 * wallet, recognised by its user agent, the page loads its own upsdk.js, and the inspector stays. A build contains
 * nothing of this.
 *
 * @example export default defineConfig({ plugins: [upsdkKit()] })
 */
export default function upsdkKit({
  simulator = true,
  inspector = true,
}: UpsdkKitOptions = {}): UpsdkKitPlugin {
  let home = '/'
  const key = createKey()
  let isKeyPrinted = false
  /** Prints only the path, since a tunnel's visitor may name any host. */
  function printKey(): void {
    if (isKeyPrinted) return
    isKeyPrinted = true
    console.log(
      `  ➜  upsdk-kit: ${enterPath(key)} (open it once at the address that may change settings too)`,
    )
  }
  const desk = createDesk(typeof simulator === 'object' ? simulator : {})
  const sdkAddresses = createSdkAddresses()
  const ownRoutes = createRoutes({
    desk,
    files,
    sdkAddresses,
    home: () => home,
    // With `vite --host`, everybody in the network gets the page, and by a tunnel everybody in the world. What it does is
    // the developer's to choose.
    mayChoose(request) {
      const may = mayChoose(request, key)
      if (!may) printKey()
      return may
    },
    enter(request, response) {
      const paths = [PHONE_PATH, home.replace(/\/?$/, PHONE_PATH)]
      return takeKey(request, response, { key, paths, to: PHONE_PATH })
    },
  })
  function withTools(html: string): string {
    if (!simulator && !inspector) return html
    return inject(html, { simulator: simulator && desk.settings(), inspector }, sdkAddresses.add)
  }
  return {
    name: 'upsdk-kit',
    apply: 'serve',
    enforce: 'pre',
    configResolved({ base }) {
      // An absolute `base` is the address in production. The development server uses its path.
      home = base.replace(/^https?:\/\/[^/]+/, '') || '/'
    },
    load: (id) => (isOwnAddress(id) ? '' : null),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!ownRoutes(request as IncomingMessage, response as ServerResponse)) next()
      })
      if (simulator) printPhone(server, printKey)
    },
    // Vite 2 and 3 read the second pair, later versions the first.
    transformIndexHtml: { order: 'pre', handler: withTools, enforce: 'pre', transform: withTools },
  }
}

/**
 * Prints the phone's address beside Vite's own. Vite 2 has no function for that.
 *
 * @param printKey prints where another address gets the right to change settings
 */
function printPhone(server: DevServer, printKey: () => void): void {
  const { printUrls } = server
  if (!printUrls) return
  server.printUrls = () => {
    printUrls.call(server)
    const { local: [local] = [], network = [] } = server.resolvedUrls || {}
    if (local) console.log(`  ➜  upsdk-kit: ${new URL(PHONE_PATH, local).href}`)
    if (network.length) printKey()
  }
}

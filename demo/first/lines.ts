import { version } from '../../package.json'

/** The folder of the sources, if the demo is served from them (demo/vite.config.ts). */
declare const CHECKOUT: string | undefined

const FILE = `upsdk-kit-${version}.tgz`
const checkout = typeof CHECKOUT === 'string' ? CHECKOUT : ''

/**
 * Installs the kit into a project: packed from the sources that serve the demo, else the file that `npm pack` has
 * written. In development, the kit's own version ends in -dev.
 */
export const installLine = checkout
  ? `npm pack "${checkout}" && npm install ./${FILE}`
  : `npm install ./vendor/${FILE}`

/** What the shop with the kit does for its payment. No line is broken on a phone. */
export const pageCode = `import { createUpsdk } from 'upsdk-kit'
const upsdk = createUpsdk({
  actions: {
    'payment-unconfirmed': {
      run: () => location.assign('/order'),
    },
  },
})
await upsdk.pay({ tn: '201811290000001' })`

/** Puts the simulated wallet in front of any page. */
export const walletLine = 'npx upsdk-kit wallet http://localhost:8080'

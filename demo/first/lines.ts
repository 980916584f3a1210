import { version } from '../../package.json'
import type { Language } from '../language'

/** The folder of the sources, if the demo is served from them (demo/vite.config.ts). */
declare const CHECKOUT: string | undefined

const FILE = `upsdk-kit-${version}.tgz`
const checkout = typeof CHECKOUT === 'string' ? CHECKOUT : ''

const PLACES = {
  zh: ['1. 在 upsdk-kit 的源码文件夹里打包', '2. 把包放进你项目的 vendor，再安装'],
  en: ['1. Pack it, in the folder of its sources', '2. In your project, the file in vendor/'],
} as const

/**
 * Installs the kit into a project: packed from the sources that serve the demo, else in the two steps of README. In
 * development, the kit's own version ends in -dev.
 */
export function installLines(language: Language): string {
  if (checkout) return `npm pack "${checkout}" && npm install ./${FILE}`
  const [inRepository, inProject] = PLACES[language]
  return `# ${inRepository}\nnpm ci && npm pack\n# ${inProject}\nnpm install ./vendor/${FILE}`
}

/** What the shop with the kit does for its payment. No line is broken on a phone. */
export const pageCode = `import { createUpsdk } from 'upsdk-kit'
const upsdk = createUpsdk({
  actions: {
    'payment-unconfirmed': {
      run: () => location.assign('/order'),
    },
  },
})
try {
  await upsdk.pay({ tn: '20181129' })
} catch {}`

/** Puts the simulated wallet in front of any page. */
export const walletLine = 'npx upsdk-kit wallet http://localhost:8080'

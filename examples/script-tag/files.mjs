import { execSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toGbk } from './gbk.mjs'

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url))
const read = (name) => readFileSync(pathOf(name))
const jquery = dirname(createRequire(import.meta.url).resolve('jquery'))

/** Builds the kit's files for script tags, which a project would take from the package. */
export function buildKit() {
  if (!existsSync(pathOf('../../dist/upsdk-kit.min.js')))
    execSync('npm run build', { cwd: pathOf('../..'), stdio: 'inherit' })
}

/** The page's source, in UTF-8: that is what editors, diffs and searches like best. */
const source = () => read('page.html').toString()

/** What is put on the site, by name; the page in GBK. */
export const siteFiles = () => ({
  'index.html': toGbk(source()),
  'shop.css': read('../shared/shop.css'),
  'page.css': read('page.css'),
  'jquery.min.js': readFileSync(join(jquery, 'jquery.min.js')),
  'upsdk-kit.min.js': read('../../dist/upsdk-kit.min.js'),
})

/** The same while it is developed: in a simulated wallet, whose payments the stand-in of UnionPay hears of. */
export const developmentFiles = () => ({
  ...siteFiles(),
  'index.html': toGbk(
    source().replace(
      /<script src="https:[^"]*upsdk\.js"[^>]*><\/script>/,
      // The phone around it answers the page's own tag. Without the phone, upsdk-kit.dev.js does.
      '<script src="upsdk-kit.dev.js"></script>$&<script src="simulate.js"></script>',
    ),
  ),
  'upsdk-kit.dev.js': read('../../dist/upsdk-kit.dev.js'),
  'simulate.js': read('simulate.js'),
})

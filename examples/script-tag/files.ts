import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toGbk } from './gbk.ts'

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)))
const jquery = dirname(createRequire(import.meta.url).resolve('jquery'))

/** The page's source, in UTF-8: that is what editors, diffs and searches like best. */
export const source = () => read('page.html').toString()

/** What is put on the site, by name; the page in GBK. From `dist` comes the kit, which a project would take from the package. */
export const siteFiles = (): Record<string, Buffer> => ({
  'index.html': toGbk(source()),
  'shop.css': read('../shared/shop.css'),
  'page.css': read('page.css'),
  'jquery.min.js': readFileSync(join(jquery, 'jquery.min.js')),
  'upsdk-kit.min.js': read('../../dist/upsdk-kit.min.js'),
})

/** The same while it is developed: with a simulated wallet in the place of UnionPay's file. */
export const developmentFiles = (): Record<string, Buffer> => ({
  ...siteFiles(),
  'index.html': toGbk(
    source().replace(
      /<script src="https:[^"]*upsdk\.js"><\/script>/,
      '<script src="upsdk-kit.simulator.min.js"></script><script src="simulate.js"></script>',
    ),
  ),
  'upsdk-kit.simulator.min.js': read('../../dist/upsdk-kit.simulator.min.js'),
  'simulate.js': read('simulate.js'),
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toGbk } from './gbk.ts'

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)))

/** The page's source, in UTF-8: that is what editors, diffs and searches like best. */
export const source = () => read('page.html').toString()

/** What is put on the site, by name; the page in GBK. Of the repository itself come only the kit and jQuery. */
export const siteFiles = (): Record<string, Buffer> => ({
  'index.html': toGbk(source()),
  'shop.css': read('shop.css'),
  'jquery.min.js': read('../../node_modules/jquery/dist/jquery.min.js'),
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

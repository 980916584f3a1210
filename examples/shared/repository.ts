import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { entries } from '../../config/entries.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** This repository is the package. A project that has installed it needs none of this. */
export const kitOfRepository = (): Plugin => {
  let isBuild = false
  return {
    name: 'kit-of-repository',
    config(_config, { command }) {
      isBuild = command === 'build'
      return {
        resolve: {
          alias: Object.entries(entries).map(([name, { source }]) => ({
            find: new RegExp(name === 'index' ? '^upsdk-kit$' : `^upsdk-kit/${name}$`),
            replacement: `${root}${source}`,
          })),
          // The page's own, also for the kit's sources, beside which the repository has others.
          dedupe: ['vue', 'react', 'react-dom'],
        },
        server: { fs: { allow: [root] } },
      }
    },
    // As in the package: a production build of `upsdk-kit/dev` is empty.
    load: (id) => (isBuild && /[\\/]wallet[\\/]dev\.ts$/.test(id) ? 'export {}' : null),
  }
}

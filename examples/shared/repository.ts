import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** This repository is the package. A project that has installed it needs none of this. */
export const kitOfRepository = {
  resolve: {
    alias: [
      { find: /^upsdk-kit$/, replacement: `${src}/index.ts` },
      { find: /^upsdk-kit\/(.*)$/, replacement: `${src}/$1.ts` },
    ],
    // The page's own, also for the kit's sources, beside which the repository has others.
    dedupe: ['vue', 'react', 'react-dom'],
  },
  server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
}

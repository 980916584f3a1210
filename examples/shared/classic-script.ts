import type { Plugin } from 'vite'

/**
 * Makes a built page start with an ordinary script: the WebViews of Chrome 55 to 60 have no module scripts. The bundle
 * has to be one file that needs no `import`, so `rollupOptions.output.format` is to be `'iife'`.
 */
export const classicScript = (): Plugin => ({
  name: 'classic-script',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    // `defer`, as module scripts do by themselves: the page's elements are there when it runs.
    handler: (html) => html.replace(/<script type="module" crossorigin/g, '<script defer'),
  },
})

import type { BuildOptions, Plugin } from 'vite'

/** What Vite's `build` needs for WebViews from Chrome 55 and iOS 10.3 on: one ordinary script, in ES2017. */
export const forOldWebViews = {
  target: 'es2017',
  // Other minifiers give loop variables names for which iOS 10 refuses the whole file; so does terser, unless told.
  minify: 'terser',
  terserOptions: { safari10: true },
  modulePreload: false,
  cssCodeSplit: false,
  rollupOptions: { output: { format: 'iife' } },
} satisfies BuildOptions

/** And the page then starts with an ordinary script: the WebViews of Chrome 55 to 60 have no module scripts. */
export const classicScript = (): Plugin => ({
  name: 'classic-script',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    // `defer`, as module scripts do by themselves: the page's elements are there when it runs.
    handler: (html) => html.replace(/<script type="module" crossorigin/g, '<script defer'),
  },
})

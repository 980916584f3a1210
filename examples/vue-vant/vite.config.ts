import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { classicScript } from '../shared/classic-script.ts'
import { shopServer } from '../shared/shop-server.ts'

const src = fileURLToPath(new URL('../../src', import.meta.url))

export default defineConfig({
  base: './',
  plugins: [vue(), shopServer(), classicScript()],
  resolve: {
    // This repository is the package. A project that has installed it needs no alias.
    alias: [
      { find: /^upsdk-kit$/, replacement: `${src}/index.ts` },
      { find: /^upsdk-kit\/(.*)$/, replacement: `${src}/$1.ts` },
    ],
  },
  server: { fs: { allow: ['../..'] } },
  build: {
    // WebViews from Chrome 55 and iOS 10.3 on.
    target: 'es2017',
    // Other minifiers give loop variables names for which iOS 10 refuses the whole file; so does terser, unless told.
    minify: 'terser',
    terserOptions: { safari10: true },
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: { output: { format: 'iife' } },
  },
})

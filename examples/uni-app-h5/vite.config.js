import uniModule from '@dcloudio/vite-plugin-uni'
import { defineConfig } from 'vite'
import { classicScript, forOldWebViews } from '../shared/old-webviews.ts'
import { kitOfRepository } from '../shared/repository.ts'
import { shopServer } from '../shared/shop-server.ts'

/** The plug-in is CommonJS. */
const uni = uniModule.default ?? uniModule

export default defineConfig({
  base: './',
  plugins: [uni(), shopServer(), kitOfRepository(), classicScript()],
  build: {
    ...forOldWebViews,
    rollupOptions: { output: { format: 'iife', inlineDynamicImports: true } },
  },
})

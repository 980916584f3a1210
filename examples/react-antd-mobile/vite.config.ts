import { defineConfig } from 'vite'
import { classicScript, forOldWebViews } from '../shared/old-webviews.ts'
import { kitOfRepository } from '../shared/repository.ts'
import { shopServer } from '../shared/shop-server.ts'

export default defineConfig({
  base: './',
  plugins: [shopServer(), kitOfRepository(), classicScript()],
  build: forOldWebViews,
})

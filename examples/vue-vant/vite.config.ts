import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { classicScript, forOldWebViews } from '../shared/old-webviews.ts'
import { kitOfRepository } from '../shared/repository.ts'
import { shopServer } from '../shared/shop-server.ts'

export default defineConfig({
  base: './',
  plugins: [vue(), shopServer(), kitOfRepository(), classicScript()],
  build: forOldWebViews,
})

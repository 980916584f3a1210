import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { anchorOf } from '../../scripts/site/text'
import { nameCopyButtons } from './copyButtons'
import { highlightOnce } from './highlightOnce'
import { renderForSearch, search } from './search'
import { guidesOf, texts } from './texts'

export default defineConfig({
  srcDir: '.generated',
  outDir: 'dist',
  cacheDir: 'node_modules/.vitepress',
  // GitHub Pages serves a project in a folder with its name: SITE_BASE=/upsdk-kit/
  base: (process.env.SITE_BASE as `/${string}/`) || '/',
  cleanUrls: true,
  title: 'upsdk-kit',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    // In the default themes, comments and strings have less contrast than WCAG requires.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: anchorOf },
    config(md) {
      highlightOnce(md)
      nameCopyButtons(md)
    },
  },
  themeConfig: {
    siteTitle: 'upsdk-kit · 云闪付',
    search: { provider: 'local', options: { ...search, _render: renderForSearch } },
    externalLinkIcon: true,
  },
  locales: {
    root: {
      label: '简体中文',
      lang: 'zh-Hans',
      ...texts.zh,
      themeConfig: { ...texts.zh.themeConfig, sidebar: guidesOf('zh') },
    },
    en: {
      label: 'English',
      lang: 'en',
      ...texts.en,
      themeConfig: { ...texts.en.themeConfig, sidebar: guidesOf('en') },
    },
  },
  vite: {
    publicDir: fileURLToPath(new URL('../.generated/public', import.meta.url)),
    // Pages run the kit's own sources, which are beside the site.
    server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
    build: { chunkSizeWarningLimit: 2000 },
  },
})

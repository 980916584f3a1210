import { type Theme, useData } from 'vitepress'
// The theme without its font, since texts use the reader's own.
import DefaultTheme from 'vitepress/theme-without-fonts'
import { h, onMounted, watch } from 'vue'
import { moved } from '../../../bin/moved.mjs'
import CodeDemo from './CodeDemo.vue'
import FirstPhones from './FirstPhones.vue'
import MethodDemo from './MethodDemo.vue'
import SiblingPages from './SiblingPages.vue'
import SignatureCalculator from './SignatureCalculator.vue'
import '../../../demo/first/first.css'
import './style.css'

/** Opens the page of a code that was typed in capital letters, such as C02. The pages have lower-case names. */
function findCode(): void {
  const { pathname, search, hash } = location
  const path = pathname.replace(/\/codes\/[^/]+$/, (end) => end.toLowerCase())
  if (path !== pathname) location.replace(path + search + hash)
}

/** Leads from an old address of a guide, or of a section, to where it stands now. Chinese is at the root, not at /zh/. */
function followMoved(base: string): boolean {
  const path = location.pathname.slice(base.length).replace(/\.html$/, '')
  if (/^zh(\/|$)/.test(path)) {
    location.replace(base + path.slice(3) + location.hash)
    return true
  }
  const language = path.startsWith('en/') ? 'en' : 'zh'
  const name = path.replace(/^en\//, '')
  const next = moved[language][name + decodeURIComponent(location.hash)] ?? moved[language][name]
  if (!next) return false
  location.replace(`${base}${language === 'en' ? 'en/' : ''}${next}`)
  return true
}

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'sidebar-nav-before': () => h(SiblingPages) }),
  setup() {
    const { page, site } = useData()
    onMounted(() => {
      followMoved(site.value.base)
      // Another section of the page that is open loads nothing.
      addEventListener('hashchange', () => followMoved(site.value.base))
      watch(
        () => page.value.isNotFound,
        (isLost) => isLost && !followMoved(site.value.base) && findCode(),
        { immediate: true },
      )
    })
  },
  enhanceApp({ app }) {
    app.component('CodeDemo', CodeDemo)
    app.component('FirstPhones', FirstPhones)
    app.component('MethodDemo', MethodDemo)
    app.component('SignatureCalculator', SignatureCalculator)
  },
} satisfies Theme

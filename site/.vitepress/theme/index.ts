import { type Theme, useData } from 'vitepress'
// The theme without its font, since texts use the reader's own.
import DefaultTheme from 'vitepress/theme-without-fonts'
import { onMounted, watch } from 'vue'
import CodeDemo from './CodeDemo.vue'
import FirstPhones from './FirstPhones.vue'
import MethodDemo from './MethodDemo.vue'
import SignatureCalculator from './SignatureCalculator.vue'
import '../../../demo/first/first.css'
import './style.css'

/** Opens the page of a code that was typed in capital letters, such as C02. The pages have lower-case names. */
function findCode(): void {
  const { pathname, search, hash } = location
  const path = pathname.replace(/\/codes\/[^/]+$/, (end) => end.toLowerCase())
  if (path !== pathname) location.replace(path + search + hash)
}

export default {
  extends: DefaultTheme,
  setup() {
    const { page } = useData()
    onMounted(() =>
      watch(
        () => page.value.isNotFound,
        (isLost) => isLost && findCode(),
        { immediate: true },
      ),
    )
  },
  enhanceApp({ app }) {
    app.component('CodeDemo', CodeDemo)
    app.component('FirstPhones', FirstPhones)
    app.component('MethodDemo', MethodDemo)
    app.component('SignatureCalculator', SignatureCalculator)
  },
} satisfies Theme

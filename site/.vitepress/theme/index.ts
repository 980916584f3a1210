import type { Theme } from 'vitepress'
// Without its font: texts are in the reader's own.
import DefaultTheme from 'vitepress/theme-without-fonts'
import CodeDemo from './CodeDemo.vue'
import MethodDemo from './MethodDemo.vue'
import SignatureCalculator from './SignatureCalculator.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('CodeDemo', CodeDemo)
    app.component('MethodDemo', MethodDemo)
    app.component('SignatureCalculator', SignatureCalculator)
  },
} satisfies Theme

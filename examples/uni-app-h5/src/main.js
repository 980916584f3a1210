import { createSSRApp } from 'vue'
import App from './App.vue'
import './uniCalls'

// Outside a build, and outside the wallet. uni-app mounts by itself, so nobody can wait for it: no call of upsdk is made
// before the user taps.
if (import.meta.env.DEV && !/com\.unionpay/i.test(navigator.userAgent))
  void import('../../shared/simulate').then(({ simulate }) => simulate())

export function createApp() {
  return { app: createSSRApp(App) }
}

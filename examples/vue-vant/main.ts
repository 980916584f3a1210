/// <reference types="vite/client" />
import { upsdkPlugin } from 'upsdk-kit/vue'
import { createApp } from 'vue'
import App from './App.vue'
import './styles'
import { upsdk } from './wallet'

async function start(): Promise<void> {
  // False in a build, and then nothing of the simulator is in it.
  if (import.meta.env.DEV && !/com\.unionpay/i.test(navigator.userAgent)) {
    const { simulate } = await import('../shared/simulate')
    simulate()
  }
  createApp(App).use(upsdkPlugin(upsdk)).mount('#app')
}

// No top-level await: old WebViews do not know it.
void start()

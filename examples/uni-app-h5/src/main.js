import 'upsdk-kit/dev' // In development the page runs in a simulated wallet. A build has nothing of it.
import { createSSRApp } from 'vue'
import './early'
import App from './App.vue'
import './uniCalls'

export function createApp() {
  return { app: createSSRApp(App) }
}

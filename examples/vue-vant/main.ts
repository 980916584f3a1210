/// <reference types="vite/client" />
import 'upsdk-kit/dev' // In development the page runs in a simulated wallet. A build has nothing of it.
import { upsdkPlugin } from 'upsdk-kit/vue'
import { createApp } from 'vue'
import App from './App.vue'
import './styles'
import { upsdk } from './wallet'

createApp(App).use(upsdkPlugin(upsdk)).mount('#app')

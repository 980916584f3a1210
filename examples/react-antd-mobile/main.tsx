/// <reference types="vite/client" />
import 'antd-mobile/es/global'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UpsdkProvider } from 'upsdk-kit/react'
import { App } from './App'
import '../shared/shop.css'
import './antd.css'
import { upsdk } from './wallet'

async function start(): Promise<void> {
  // False in a build, and then nothing of the simulator is in it.
  if (import.meta.env.DEV && !/com\.unionpay/i.test(navigator.userAgent)) {
    const { simulate } = await import('../shared/simulate')
    simulate()
  }
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <UpsdkProvider upsdk={upsdk}>
        <App />
      </UpsdkProvider>
    </StrictMode>,
  )
}

// No top-level await: old WebViews do not know it.
void start()

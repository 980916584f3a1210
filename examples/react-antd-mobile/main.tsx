/// <reference types="vite/client" />
import 'upsdk-kit/dev' // In development the page runs in a simulated wallet. A build has nothing of it.
import 'antd-mobile/es/global'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UpsdkProvider } from 'upsdk-kit/react'
import { App } from './App'
import '../shared/shop.css'
import './antd.css'
import { upsdk } from './wallet'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <UpsdkProvider upsdk={upsdk}>
      <App />
    </UpsdkProvider>
  </StrictMode>,
)

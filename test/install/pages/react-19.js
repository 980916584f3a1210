import { createElement, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { createUpsdk } from 'upsdk-kit'
import { UpsdkProvider, useUpsdk, useUpsdkCall } from 'upsdk-kit/react'

function App() {
  const { execute } = useUpsdkCall('scanQRCode')
  const upsdk = useUpsdk()
  useEffect(() => {
    window.outcome = Promise.all([execute(), upsdk.bioDetect().catch(({ reason }) => reason)])
  }, [execute, upsdk])
  return null
}

const root = document.body.appendChild(document.createElement('div'))
createRoot(root).render(createElement(UpsdkProvider, { upsdk: createUpsdk() }, createElement(App)))

import { createUpsdk } from 'upsdk-kit'
import { ja } from 'upsdk-kit/locales/ja'
import { openInApp } from 'upsdk-kit/open-in-app'

const upsdk = createUpsdk({ locale: 'ja', locales: [ja], openInApp: openInApp({ encryptAppId: 'e435' }) })

window.outcome = Promise.all([upsdk.scanQRCode(), upsdk.bioDetect().catch(({ reason }) => reason)])

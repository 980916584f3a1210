/** Runs a page in a wallet that scans at once and refuses a face. */
import { runInContext } from 'node:vm'
import { Window } from 'happy-dom'

const AGENT = 'Android (com.unionpay.mobilepay) (cordova 4.5.4) (language en)'

/** Runs a page's bundle. @returns what it leaves in `window.outcome` */
export async function openPage(script) {
  const window = new Window({ settings: { navigator: { userAgent: AGENT } } })
  window.upsdk = {
    pluginReady: (ready) => ready(),
    scanQRCode: ({ success }) => success('scanned'),
    bioDetect: ({ fail }) => fail({ errcode: '94', errmsg: '' }),
  }
  try {
    runInContext(script, window)
    const end = Date.now() + 5000
    while (!window.outcome && Date.now() < end) await new Promise((done) => setTimeout(done, 20))
    // An array of this realm.
    return [...(await window.outcome)]
  } finally {
    await window.happyDOM.close()
  }
}

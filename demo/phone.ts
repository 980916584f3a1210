/** The phone on a static site, around the sample shop. */
import { openPhone } from '../wallet/phone/phone'
import { createBrowserStore } from '../wallet/phone/settingsStore'
import { speakAsAround } from './language'
import { PHONE_CHANGED } from './phoneChanged'

speakAsAround()
document.body.dataset.home = new URL('shop.html', location.href).pathname
void openPhone(
  createBrowserStore(() => {
    if (window.parent !== window) window.parent.postMessage(PHONE_CHANGED, location.origin)
  }),
)

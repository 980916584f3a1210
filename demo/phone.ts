/** The phone on a static site, around the sample shop. */
import { openPhone } from '../wallet/phone/phone'
import { createBrowserStore } from '../wallet/phone/settingsStore'
import { speakAsAround } from './language'

speakAsAround()
document.body.dataset.home = new URL('shop.html', location.href).pathname
// In the demo, the two sentences of a story are the switch, and the story is the situation.
document.body.toggleAttribute('data-in-story', window.parent !== window)
void openPhone(createBrowserStore())

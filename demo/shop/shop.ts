/** A sample shop in the simulated wallet: on upsdk alone, or with a kit of its own. */
import { startWithoutServer } from '../../wallet/page/startWithoutServer'
import { speakAsAround } from '../language'
import { readShopAddress } from '../stories/stories'
import { leaveFocusOutside } from './focus'
import { openKitShop } from './kitShop'
import { openRawShop } from './rawShop'
import { createScreen, type Screen } from './screen'
import { shopLocale, shopTexts } from './texts'

/** How long after the tap the bridge is up, in ms. */
const READY_AFTER_TAP = 1500

const { story, hasKit } = readShopAddress(location.search)
speakAsAround()
leaveFocusOutside()
const wallet = startWithoutServer({
  settings: story.settings || {},
  folder: new URL('.', location.href).href,
})

const locale = shopLocale(navigator)
const texts = shopTexts[locale]
document.documentElement.lang = locale
const tap = hasKit ? openKitShop(story, () => screen, texts) : openRawShop(story, () => screen)
const screen: Screen = createScreen(texts, (action) => {
  tap(action)
  // Whenever its reader taps, it is early. The shop without the kit stays so: later taps would end otherwise.
  if (story.isReadyAfterTap && hasKit) setTimeout(() => wallet?.simulator.bridgeUp(), READY_AFTER_TAP)
})

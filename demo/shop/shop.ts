/** A sample shop in the simulated wallet: on upsdk alone, or with a kit of its own where the phone wants one. */
import { putKitInPlace } from '../../wallet/page/putKitInPlace'
import { startWithoutServer } from '../../wallet/page/startWithoutServer'
import type { DeskSettings } from '../../wallet/shared/settings'
import { speakAsAround } from '../language'
import { readShopAddress, storyOf } from '../stories/stories'
import { leaveFocusOutside } from './focus'
import { openKitShop } from './kitShop'
import { openRawShop } from './rawShop'
import { createScreen, type Screen } from './screen'
import { shopLocale, shopTexts } from './texts'

/** How long after the tap the bridge is up, in ms. */
const READY_AFTER_TAP = 1500

const story = storyOf(readShopAddress(location.search))
let kitOptions: DeskSettings['kitOptions']
speakAsAround()
leaveFocusOutside()
const wallet = startWithoutServer({
  settings: story.settings || {},
  folder: new URL('.', location.href).href,
  putKit(chosen) {
    if (story.hasOwnKit) kitOptions = chosen.kitOptions || {}
    else putKitInPlace(chosen)
  },
})

const locale = shopLocale(navigator)
const texts = shopTexts[locale]
document.documentElement.lang = locale
const tap = kitOptions
  ? openKitShop(story, kitOptions, () => screen, texts)
  : openRawShop(story, () => screen)
const screen: Screen = createScreen(texts, (action) => {
  tap(action)
  // Whenever its reader taps, it is early. The shop without the kit stays so: later taps would end otherwise.
  if (story.isReadyAfterTap && kitOptions) setTimeout(() => wallet?.simulator.bridgeUp(), READY_AFTER_TAP)
})

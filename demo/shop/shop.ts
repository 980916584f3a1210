/** A sample shop in the simulated wallet: on upsdk alone, or with a kit of its own. */
import { startWithoutServer } from '../../wallet/page/startWithoutServer'
import { speakAsAround } from '../language'
import { readShopAddress } from '../stories/stories'
import { leaveFocusOutside } from './focus'
import { openKitShop } from './kitShop'
import { openRawShop } from './rawShop'
import { createScreen, type Screen } from './screen'
import { shopLocale, shopTexts } from './texts'

const { story, hasKit } = readShopAddress(location.search)
speakAsAround()
leaveFocusOutside()
startWithoutServer({ settings: story.settings || {}, folder: new URL('.', location.href).href })

const locale = shopLocale(navigator)
const texts = shopTexts[locale]
document.documentElement.lang = locale
const tap = hasKit ? openKitShop(story, () => screen, texts) : openRawShop(story, () => screen)
const screen: Screen = createScreen(texts, tap)

import { createBeside } from './beside'
import { byId } from './dom'
import { firstLanguage, keepLanguage, type Language } from './language'
import { writePage } from './page'
import { findStory } from './stories/stories'
import { createStoryView } from './stories/storyView'
import { texts } from './texts'

const linked = findStory(location.hash.slice(1))
let language = firstLanguage()
const beside = createBeside(byId('beside'), language)
const stories = createStoryView(
  linked || 'unconfirmed',
  language,
  (id) => history.replaceState(null, '', `${location.search}#${id}`),
  beside.showLines,
)
const languageButton = byId('language')

/** Writes everything in a language. */
function translate(wanted: Language): void {
  language = wanted
  writePage(texts[wanted])
  stories.translate(wanted)
  beside.translate(wanted)
  const { other } = texts[wanted]
  languageButton.textContent = other.name
  languageButton.lang = other.lang
}

languageButton.addEventListener('click', () => {
  translate(language === 'zh' ? 'en' : 'zh')
  keepLanguage(language)
})
byId('skip').addEventListener('click', (event) => {
  event.preventDefault()
  stories.focusShop()
})

translate(language)
byId('page').hidden = false
stories.open(linked || 'unconfirmed')
// Another story in the address of a page that is open, as by Back.
window.addEventListener('hashchange', () => {
  const id = findStory(location.hash.slice(1))
  if (id) stories.open(id)
})

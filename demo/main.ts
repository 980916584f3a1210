import { byId } from './dom'
import { createFirstCode } from './first/code'
import { createFirstPhones } from './first/phones'
import { firstLanguage, keepLanguage, type Language } from './language'
import { writePage } from './page'
import { findStory } from './stories/stories'
import { createStoryView } from './stories/storyView'
import { texts } from './texts'

const language = firstLanguage()
const linked = findStory(location.hash.slice(1))
const stories = createStoryView(linked || 'early', language, (id) =>
  history.replaceState(null, '', `${location.search}#${id}`),
)

// A direct link shows only the story, without the first screen.
if (linked) document.body.dataset.linked = ''
const firstScreen = linked
  ? []
  : [createFirstPhones(byId('first-phones'), language), createFirstCode(byId('first-code'), language)]

/** Writes everything in a language. */
function translate(wanted: Language): void {
  writePage(texts[wanted])
  stories.translate(wanted)
  for (const part of firstScreen) part.translate(wanted)
  for (const button of languageButtons)
    button.setAttribute('aria-pressed', String(button.dataset.language === wanted))
}

const languageButtons = document.querySelectorAll<HTMLButtonElement>('[data-language]')
for (const button of languageButtons) {
  button.addEventListener('click', () => {
    const wanted = button.dataset.language === 'zh' ? 'zh' : 'en'
    translate(wanted)
    keepLanguage(wanted)
  })
}

translate(language)
document.body.hidden = false
if (linked) stories.open(linked)
else {
  // Below the first screen, the phone opens once it is visible.
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      stories.openOnce()
    },
    { threshold: 0.1 },
  )
  seen.observe(byId('phone'))
}
// Another story in the address of a page that is open, as by Back.
window.addEventListener('hashchange', () => {
  const id = findStory(location.hash.slice(1))
  if (id) stories.open(id)
})

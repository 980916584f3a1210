import type { FromPage } from '../wallet/shared/messages'
import { listenTo } from '../wallet/view/frameMessages'
import { byId } from './dom'
import { createFirstCode } from './first/code'
import { createFirstPhones } from './first/phones'
import { createLookup } from './lookup'
import { writePage } from './page'
import { createPicker } from './picker'
import { scenarioOf } from './scenarios'
import { addressOf, DEFAULTS, type Mode, type PhoneMessage, type Place, type Settings } from './setup'
import { writePlace, writeStory } from './story'
import { firstLanguage, keepLanguage, type Language, tables } from './texts/language'
import { createTimeline } from './timeline'

let language = firstLanguage()
const phone = byId('phone') as HTMLIFrameElement
const timeline = createTimeline(tables[language])
const lookup = createLookup()
// An English reader first gets an English phone. From then on, the phone's language is a setting of its own.
let settings: Settings = { ...DEFAULTS, language: language === 'en' ? 'en_US' : DEFAULTS.language }
let scenario = scenarioOf(location.hash.slice(1))
let mode: Mode = 'kit'
let run = 0
let awaitsTap = false
/** The scenario that the switch returns to. */
let scenarioInside = scenario.place ? scenarioOf('early').id : scenario.id

const picker = createPicker({
  choose(id) {
    choose(id)
    showPhone()
  },
  change(changed) {
    // Each scenario belongs to one place.
    if (changed.place && isOutside(changed.place) !== isOutside(settings.place))
      scenario = scenarioOf(isOutside(changed.place) ? 'outside' : scenarioInside)
    settings = { ...settings, ...changed }
    play()
    showPhone()
  },
})

// A direct link shows only the scenario, without the first screen.
const firstScreen = location.hash
  ? []
  : [createFirstPhones(byId('first-phones'), language), createFirstCode(byId('first-code'), language)]

const isOutside = (place: Place) => place !== 'wallet'

function choose(id: string): void {
  scenario = scenarioOf(id)
  if (!scenario.place) scenarioInside = scenario.id
  history.replaceState(null, '', `${location.search}#${id}`)
  settings = { ...settings, ready: scenario.ready ?? 'now', place: scenario.place ?? 'wallet' }
  play()
}

/** Opens the phone again, with the scenario's taps. */
function play(): void {
  run++
  awaitsTap = false
  timeline.play(undefined)
  writeScenario()
  const address = addressOf({ ...settings, run, scenario: scenario.id, mode, pace: 'usual' })
  // `replace` keeps opened phones out of the browser's history.
  if (phone.contentWindow) phone.contentWindow.location.replace(address)
  else phone.src = address
}

/** Writes what depends on the scenario and its settings. */
function writeScenario(): void {
  const texts = tables[language]
  picker.show(scenario.id, settings, mode)
  writeStory(scenario, mode, texts)
  writePlace(settings.place, mode, awaitsTap, texts)
}

/** Writes everything in a language. The phone goes on playing. */
function translate(wanted: Language): void {
  language = wanted
  const texts = tables[language]
  writePage(texts)
  picker.translate(texts)
  lookup.translate(texts)
  timeline.translate(texts)
  for (const part of firstScreen) part.translate(language)
  for (const button of languageButtons)
    button.setAttribute('aria-pressed', String(button.dataset.language === language))
}

byId('outside-switch').addEventListener('click', () =>
  choose(isOutside(settings.place) ? scenarioInside : 'outside'),
)

/** Scrolls to the phone, which is above the list if the columns are stacked. */
function showPhone(): void {
  const { top } = phone.getBoundingClientRect()
  if (top >= 0) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  byId('phone')
    .closest('section')
    ?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth' })
}

const languageButtons = document.querySelectorAll<HTMLButtonElement>('[data-language]')
for (const button of languageButtons) {
  button.addEventListener('click', () => {
    translate(button.dataset.language === 'zh' ? 'zh' : 'en')
    keepLanguage(language)
    writeScenario()
  })
}

const modeButtons = document.querySelectorAll<HTMLButtonElement>('button[data-mode]')
for (const button of modeButtons) {
  button.addEventListener('click', () => {
    mode = button.dataset.mode === 'raw' ? 'raw' : 'kit'
    for (const other of modeButtons) other.setAttribute('aria-pressed', String(other === button))
    play()
  })
}
byId('again').addEventListener('click', () => {
  play()
  showPhone()
})

window.addEventListener('message', ({ source, origin, data }: MessageEvent<PhoneMessage>) => {
  if (source !== phone.contentWindow || origin !== location.origin) return
  if (data.kind === 'opened') {
    const { at: openedAt } = data
    timeline.play({ scenario, settings, mode, openedAt, caught: [] })
  } else if (data.kind === 'caught') timeline.caught(data)
  else if (data.kind === 'awaits-tap') waitForTap(true)
})
listenTo<FromPage>(
  () => phone.contentWindow,
  (message) => {
    if (message.type === 'started') timeline.log.clear()
    else if (message.type === 'log') {
      timeline.log.take(message)
      if (awaitsTap && message.items.some((item) => 'call' in item)) waitForTap(false)
    }
  },
)

function waitForTap(waits: boolean): void {
  awaitsTap = waits
  writeScenario()
}

translate(language)
document.body.hidden = false
// The scenario starts as if it had been chosen, but the page does not scroll.
settings = { ...settings, ready: scenario.ready ?? 'now', place: scenario.place ?? 'wallet' }
if (!firstScreen.length) play()
else {
  writeScenario()
  // Below the first screen, it plays once it is visible.
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      if (!run) play()
    },
    { threshold: 0.3 },
  )
  seen.observe(phone)
}

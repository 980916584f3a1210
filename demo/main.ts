import { byId } from './dom'
import { startLookup } from './lookup'
import { createPicker } from './picker'
import { scenarioOf } from './scenarios'
import { addressOf, DEFAULTS, type Mode, type Place, type Report, type Settings } from './setup'
import { createTimeline } from './timeline'

const phone = byId('phone') as HTMLIFrameElement
const timeline = createTimeline()
let settings: Settings = { ...DEFAULTS }
let scenario = scenarioOf(location.hash.slice(1))
let mode: Mode = 'kit'
let run = 0
/** Where the switch leads back to. */
let scenarioInside = scenario.place ? 'early' : scenario.id

const picker = createPicker({
  choose(id) {
    choose(id)
    showPhone()
  },
  change(changed) {
    // Each scenario is about one place.
    if (changed.place && isOutside(changed.place) !== isOutside(settings.place))
      scenario = scenarioOf(isOutside(changed.place) ? 'outside' : scenarioInside)
    settings = { ...settings, ...changed }
    play()
    showPhone()
  },
})

const isOutside = (place: Place) => place !== 'wallet'

function choose(id: string): void {
  scenario = scenarioOf(id)
  if (!scenario.place) scenarioInside = scenario.id
  history.replaceState(null, '', `#${id}`)
  settings = { ...settings, ready: scenario.ready ?? 'now', place: scenario.place ?? 'wallet' }
  play()
}

/** Opens the phone anew, with the scenario's taps. */
function play(): void {
  run++
  timeline.clear()
  picker.show(scenario.id, settings, mode)
  tellStory()
  tellPlace()
  const address = addressOf({ ...settings, run, scenario: scenario.id, mode })
  // Replaced, so that the browser's way back does not lead through every phone that was opened.
  if (phone.contentWindow) phone.contentWindow.location.replace(address)
  else phone.src = address
}

function tellStory(): void {
  const { name, chinese, raw, kit, rawCode, kitCode, group, id } = scenario
  const title = byId('story-name')
  title.textContent = `${group === 'code' ? `${id} · ` : ''}${name} `
  const translated = document.createElement('span')
  translated.lang = 'zh-Hans'
  translated.textContent = chinese
  title.append(translated)
  byId('story-raw').textContent = raw
  byId('story-kit').textContent = kit
  byId('story-code').textContent = (mode === 'kit' ? kitCode : rawCode).join('\n')
  document.body.dataset.mode = mode
}

const outside = byId('outside')
outside.addEventListener('click', () => choose(isOutside(settings.place) ? scenarioInside : 'outside'))

const notes: Readonly<Record<Place, string>> = {
  wallet: 'A simulated wallet. The button works: tap it as often as you like.',
  browser: 'No wallet here: this browser stands in. On a desktop, the app is reached by a QR code.',
  phone: 'As on a phone without the app: its link has no effect, and the page’s own link is copied.',
}

const UNANSWERED = 'No wallet here, and upsdk alone is a set of empty functions: no button is answered.'

function tellPlace(): void {
  outside.setAttribute('aria-checked', String(isOutside(settings.place)))
  byId('phone-note').textContent =
    mode === 'raw' && isOutside(settings.place) ? UNANSWERED : notes[settings.place]
}

/** Where the columns are stacked, what was chosen plays above. */
function showPhone(): void {
  const { top } = phone.getBoundingClientRect()
  if (top >= 0) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  byId('phone')
    .closest('section')
    ?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth' })
}

const modeButtons = document.querySelectorAll<HTMLButtonElement>('[data-mode]:not(body)')
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

window.addEventListener('message', (event: MessageEvent<Report>) => {
  if (event.source !== phone.contentWindow || event.origin !== location.origin || event.data.run !== run)
    return
  timeline.add(event.data)
})

// As if it had been chosen, but without moving the page.
settings = { ...settings, ready: scenario.ready ?? 'now', place: scenario.place ?? 'wallet' }
play()
startLookup()

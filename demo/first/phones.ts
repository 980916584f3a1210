import { createLogReceiver } from '../../wallet/shared/logReceiver'
import type { FromPage } from '../../wallet/shared/messages'
import { listenTo } from '../../wallet/view/frameMessages'
import { make } from '../dom'
import { type Played, readCalls } from '../readCalls'
import { scenarioOf } from '../scenarios'
import { addressOf, DEFAULTS, type Mode, type PhoneMessage, type Settings } from '../setup'
import { type FirstLanguage, firstTexts } from './texts'

const SCENARIO = 'unconfirmed'
/** A page narrower than this, in px, would not look like a page, so it is scaled down instead. */
const NARROWEST = 240

let runs = 0

/** Makes one of the two phones: the demo's own phone in a frame. */
function createPhone(mode: Mode, folder: string) {
  // A film, which takes neither taps nor the keyboard.
  const frame = make('iframe', { class: 'first-frame', inert: '' })
  const name = make('b')
  const said = make('q')
  const end = make('span')
  const glass = make('div', { class: 'first-glass' }, frame)
  const figure = make(
    'figure',
    { 'data-phone': mode },
    make('div', { class: 'first-phone' }, glass),
    make('figcaption', {}, name, said, end),
  )
  const log = createLogReceiver()
  let settings: Settings = DEFAULTS
  let played: Played | undefined

  function fit(): void {
    const { clientWidth: width, clientHeight: height } = glass
    const scale = Math.min(1, width / NARROWEST)
    frame.style.width = `${width / scale}px`
    frame.style.height = `${height / scale}px`
    frame.style.transform = `scale(${scale})`
  }
  const sizes = new ResizeObserver(fit)
  sizes.observe(glass)

  /** Handles messages of the phone. `opened` has the time of the phone's own clock. */
  function onMessage({ source, origin, data }: MessageEvent<PhoneMessage>): void {
    if (source !== frame.contentWindow || origin !== location.origin || data.kind !== 'opened') return
    played = { scenario: scenarioOf(SCENARIO), settings, mode, openedAt: data.at, caught: [] }
  }
  window.addEventListener('message', onMessage)
  const stopListening = listenTo<FromPage>(
    () => frame.contentWindow,
    (message) => {
      if (message.type === 'started') log.clear()
      else if (message.type === 'log') log.take(message)
    },
  )
  log.subscribe(() => {
    const [first] = played ? readCalls(log, played, 0).flatMap(({ seen }) => seen) : []
    if (!first) return
    said.textContent = first.text
    said.lang = first.lang
    figure.dataset.ended = ''
  })

  return {
    figure,
    translate(language: FirstLanguage): void {
      const { names, ends, phones } = firstTexts[language]
      name.textContent = names[mode]
      end.textContent = ends[mode]
      frame.title = phones[mode]
      said.lang = language
    },
    play(language: FirstLanguage, calm: boolean): void {
      played = undefined
      delete figure.dataset.ended
      said.textContent = ''
      settings = { ...DEFAULTS, language: language === 'zh' ? 'zh_CN' : 'en_US' }
      const pace = calm ? 'end' : 'once'
      const address = addressOf({ ...settings, scenario: SCENARIO, mode, run: ++runs, pace })
      // `replace` keeps played pages out of the browser's history.
      if (frame.contentWindow) frame.contentWindow.location.replace(new URL(folder + address, location.href))
      else frame.src = folder + address
    },
    end(): void {
      sizes.disconnect()
      window.removeEventListener('message', onMessage)
      stopListening()
    },
  }
}

/**
 * Shows two phones side by side, which play the same failed payment once by themselves: with raw upsdk, and with the
 * kit.
 *
 * @param folder the folder of the demo's phone.html, relative to the page
 */
export function createFirstPhones(place: HTMLElement, language: FirstLanguage, folder = '') {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const phones = [createPhone('raw', folder), createPhone('kit', folder)]
  const what = make('p', { class: 'first-what' })
  const again = make('button', { type: 'button', class: 'first-again' })
  let hasPlayed = false

  function play(): void {
    hasPlayed = true
    for (const phone of phones) phone.play(language, calm)
  }
  function translate(wanted: FirstLanguage): void {
    const isOther = wanted !== language
    language = wanted
    what.textContent = firstTexts[language].what
    again.textContent = firstTexts[language].again
    for (const phone of phones) phone.translate(language)
    if (hasPlayed && isOther) play()
  }

  place.replaceChildren(
    what,
    make('div', { class: 'first-pair' }, ...phones.map(({ figure }) => figure)),
    again,
  )
  translate(language)
  again.addEventListener('click', play)
  // The phones play once they are visible.
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      play()
    },
    { threshold: 0.2 },
  )
  seen.observe(place)
  return {
    translate,
    end(): void {
      seen.disconnect()
      for (const phone of phones) phone.end()
    },
  }
}

import { make } from '../dom'
import { addressOf, DEFAULTS, type Mode, type Report } from '../setup'
import { type FirstLanguage, firstTexts } from './texts'

const SCENARIO = 'unconfirmed'
/** px: a page that is narrower than this would not look like one, so it is shown smaller instead. */
const NARROWEST = 208

let runs = 0

/** One of the two phones: the demo's own, in a window of its own. */
function createPhone(mode: Mode, folder: string) {
  const frame = make('iframe', { class: 'first-frame' })
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
  let run = 0

  function fit(): void {
    const { clientWidth: width, clientHeight: height } = glass
    const scale = Math.min(1, width / NARROWEST)
    frame.style.width = `${width / scale}px`
    frame.style.height = `${height / scale}px`
    frame.style.transform = `scale(${scale})`
  }
  const sizes = new ResizeObserver(fit)
  sizes.observe(glass)

  function hear({ source, origin, data }: MessageEvent<Report>): void {
    if (source !== frame.contentWindow || origin !== location.origin || data.run !== run) return
    const { happening } = data
    if (happening.kind !== 'shown') return
    said.textContent = happening.text
    said.lang = happening.lang
    figure.dataset.ended = ''
  }
  window.addEventListener('message', hear)

  return {
    figure,
    speak(language: FirstLanguage): void {
      const { names, ends, phones } = firstTexts[language]
      name.textContent = names[mode]
      end.textContent = ends[mode]
      frame.title = phones[mode]
    },
    play(language: FirstLanguage, calm: boolean): void {
      run = ++runs
      delete figure.dataset.ended
      said.textContent = ''
      const wallet = language === 'zh' ? 'zh_CN' : 'en_US'
      const pace = calm ? 'end' : 'once'
      const address = addressOf({ ...DEFAULTS, language: wallet, scenario: SCENARIO, mode, run, pace })
      // Replaced, so that the browser's way back does not lead through what was played.
      if (frame.contentWindow) frame.contentWindow.location.replace(new URL(folder + address, location.href))
      else frame.src = folder + address
    },
    end(): void {
      sizes.disconnect()
      window.removeEventListener('message', hear)
    },
  }
}

/**
 * Two phones side by side, which play the same failed payment by themselves, once: raw, and with the kit.
 *
 * @param folder where the demo's phone.html is, seen from the page
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
  function speak(wanted: FirstLanguage): void {
    const isOther = wanted !== language
    language = wanted
    what.textContent = firstTexts[language].what
    again.textContent = firstTexts[language].again
    for (const phone of phones) phone.speak(language)
    if (hasPlayed && isOther) play()
  }

  place.replaceChildren(
    what,
    make('div', { class: 'first-pair' }, ...phones.map(({ figure }) => figure)),
    again,
  )
  speak(language)
  again.addEventListener('click', play)
  // Once somebody sees it.
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
    speak,
    end(): void {
      seen.disconnect()
      for (const phone of phones) phone.end()
    },
  }
}

/** The film of the first screen: the sample shop's payment, without the kit and with it. */
import { modeName } from '../../wallet/phone/modes'
import { linesOf, seenTexts } from '../../wallet/shared/log'
import { make } from '../dom'
import { createFramedPage } from '../framedPage'
import { type Language, WALLET_LANGUAGES, walletWords } from '../language'
import { type Mode, shopAddress, stories } from '../stories/stories'
import { firstTexts } from './texts'

const STORY = 'unconfirmed'
/** A page narrower than this, in px, would not look like a page, so it is scaled down instead. */
const NARROWEST = 260
/** How long the shop is seen before the tap, and the wallet's sheet before it fails, in ms. */
const BEFORE_TAP = 600
const SHEET_STAYS = 1100

/** Makes one of the two phones. */
function createPhone(mode: Mode, language: Language, folder: string) {
  const { bar, frame, log, open, end } = createFramedPage(language)
  frame.className = 'first-frame'
  // A film, which takes neither taps nor the keyboard.
  const screen = make('div', { class: 'first-screen', inert: '' }, bar, frame)
  const name = make('b')
  const said = make('q')
  const ending = make('span')
  const glass = make('div', { class: 'first-glass' }, screen)
  const figure = make(
    'figure',
    { 'data-phone': mode },
    make('div', { class: 'first-phone' }, glass),
    make('figcaption', {}, name, said, ending),
  )
  let timers: ReturnType<typeof setTimeout>[] = []
  /** Is the sheet on its way out? */
  let isAnswered = false

  function fit(): void {
    const { clientWidth: width, clientHeight: height } = glass
    const scale = Math.min(1, width / NARROWEST)
    screen.style.width = `${width / scale}px`
    // One px more, since the ground must not show below a scaled screen.
    screen.style.height = `${height / scale + 1}px`
    screen.style.transform = `scale(${scale})`
  }
  const sizes = new ResizeObserver(fit)
  sizes.observe(glass)

  const later = (run: () => void, ms: number) => void timers.push(setTimeout(run, ms))
  const payButton = () => frame.contentDocument?.querySelector<HTMLElement>('[data-action=pay]')
  function tap(): void {
    payButton()?.classList.add('tapped')
    payButton()?.click()
  }
  function failPayment(): void {
    const sheet = frame.contentDocument?.querySelector('[data-upsdk-kit=sheet]')
    sheet?.shadowRoot?.querySelector<HTMLElement>('[data-outcome="02"]')?.click()
  }
  frame.addEventListener('load', () => {
    if (payButton()) later(tap, BEFORE_TAP)
  })
  log.subscribe(() => {
    if (!isAnswered && log.entries.some(({ method, reached }) => method === 'pay' && reached)) {
      isAnswered = true
      later(failPayment, SHEET_STAYS)
    }
    const [first] = seenTexts(log.notes).filter(({ by }) => by !== 'wallet')
    if (!first) return
    const text = linesOf(first).join(language === 'zh' ? '，' : '. ')
    said.textContent = text.replace(firstTexts.zh.failed, firstTexts[language].failed)
    figure.dataset.ended = ''
  })

  return {
    figure,
    translate(wanted: Language): void {
      language = wanted
      const { ends, phone } = firstTexts[language]
      const called = modeName(mode === 'kit', walletWords[language])
      name.textContent = called
      ending.textContent = ends[mode]
      frame.title = phone + called
      said.lang = language
    },
    /** @param calm is nothing to move? Then only the end is shown */
    play(calm: boolean): void {
      for (const timer of timers) clearTimeout(timer)
      timers = []
      isAnswered = false
      delete figure.dataset.ended
      said.textContent = ''
      open(folder + shopAddress(STORY), {
        inPlace: mode === 'kit',
        language: WALLET_LANGUAGES[language],
        latency: 0,
        readyAfter: 0,
        ...(calm ? { situation: stories[STORY].situation } : { ask: true, answers: {} }),
      })
    },
    end(): void {
      sizes.disconnect()
      for (const timer of timers) clearTimeout(timer)
      end()
    },
  }
}

/**
 * Shows two phones side by side, which play the same failed payment once by themselves: with raw upsdk, and with the
 * kit.
 *
 * @param folder the folder of the demo, relative to the page
 */
export function createFirstPhones(place: HTMLElement, language: Language, folder = '') {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const phones = [createPhone('raw', language, folder), createPhone('kit', language, folder)]
  const what = make('p', { class: 'first-what' })
  const again = make('button', { type: 'button', class: 'first-again' })
  let hasPlayed = false

  function play(): void {
    hasPlayed = true
    for (const phone of phones) phone.play(calm)
  }
  function translate(wanted: Language): void {
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

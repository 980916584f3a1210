import { byId, make } from '../dom'
import type { PlayedCall } from '../scenarios'
import type { Setup } from '../setup'
import { type PhoneTexts, phoneTexts } from './texts'

/** The mini-program's page, and the alert above it. */
export interface Screen {
  /** The name of the shop. */
  name: string
  button: HTMLButtonElement
  /** Shows a tap that the scenario makes. */
  ripple(): void
  /** Asks for a tap until there is one. */
  awaitTap(): void
  /** Shows whether the page waits for an answer. */
  waiting(on: boolean): void
  done(): void
  /** Shows the page's own text below its button. */
  say(text: string): void
  /** Shows the alert of a page without the kit. It closes by itself. */
  pageAlert(text: string): void
}

/** How long a message stays, in ms. */
const ON_SCREEN = 2800

export function createScreen(setup: Setup, action: PlayedCall, locale: string): Screen {
  const texts = (phoneTexts[locale] ?? phoneTexts.en) as PhoneTexts
  const own = texts.actions[action]
  const isOutside = setup.place !== 'wallet'
  const button = byId('act') as HTMLButtonElement
  const status = byId('status')

  document.documentElement.lang = locale
  document.documentElement.dataset.theme = setup.theme
  document.documentElement.dataset.platform = setup.platform
  document.documentElement.dataset.place = isOutside ? 'browser' : 'wallet'
  if (isOutside) byId('bar').replaceChildren(make('div', { class: 'address' }, 'coffee.example'))
  byId('shop').textContent = texts.shop
  byId('title').textContent = own.title
  byId('text').textContent = own.text || texts.item
  byId('icon').dataset.action = action
  button.textContent = own.button

  return {
    name: texts.shop,
    button,
    ripple() {
      button.classList.remove('tapped')
      // Reading it restarts the animation at the second of two quick taps.
      void button.offsetWidth
      button.classList.add('tapped')
    },
    awaitTap() {
      button.classList.add('awaiting')
      button.addEventListener('click', () => button.classList.remove('awaiting'), { once: true })
    },
    waiting(on) {
      button.classList.toggle('waiting', on)
      button.textContent = on ? texts.waiting : own.button
      if (on) status.textContent = ''
    },
    done() {
      status.className = 'status good'
      status.textContent = own.done
    },
    say(text) {
      status.className = 'status'
      status.textContent = text
    },
    pageAlert(text) {
      const ok = make('button', { type: 'button' }, texts.ok)
      const box = make('div', { class: 'page-alert', role: 'status' }, make('p', {}, text), ok)
      const remove = () => box.remove()
      ok.addEventListener('click', remove)
      document.body.append(box)
      if (setup.pace === 'usual') setTimeout(remove, ON_SCREEN)
    },
  }
}

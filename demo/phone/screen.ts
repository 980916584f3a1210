import { byId, make } from '../dom'
import type { Action } from '../scenarios'
import { LATENCY, type Setup } from '../setup'
import { type PhoneTexts, phoneTexts } from './texts'

/** The mini-program's page, and what the wallet draws above it. */
export interface Screen {
  button: HTMLButtonElement
  /** Shows where a tap came from that nobody made by hand. */
  ripple(): void
  /** The page waits for an answer. */
  waiting(on: boolean): void
  done(): void
  /** The page's own words, under its button. */
  say(text: string): void
  /** The page's own toast, as pages without the kit have one. */
  pageToast(text: string, gone: () => void): void
  /** The wallet's screen for a call; it goes by itself. */
  sheet(action: Action): void
  /** The wallet's own toast. */
  walletToast(text: string, gone: () => void): void
}

const TOAST = 2800
const SLIDE = 300

export function createScreen(setup: Setup, action: Action, locale: string): Screen {
  const texts = (phoneTexts[locale] ?? phoneTexts.en) as PhoneTexts
  const own = texts.actions[action]
  const isOutside = setup.place !== 'wallet'
  const button = byId('act') as HTMLButtonElement
  const status = byId('status')

  document.documentElement.lang = locale
  document.documentElement.dataset.theme = setup.theme
  document.documentElement.dataset.platform = setup.platform
  document.documentElement.dataset.place = isOutside ? 'browser' : 'wallet'
  byId('name').textContent = isOutside ? 'coffee.example' : texts.shop
  byId('shop').textContent = texts.shop
  byId('title').textContent = own.title
  byId('text').textContent = own.text || texts.item
  byId('icon').dataset.action = action
  button.textContent = own.button

  function toast(kind: string, text: string, gone: () => void): void {
    const element = make('div', { class: kind, role: 'status' }, text)
    document.body.append(element)
    setTimeout(() => {
      element.remove()
      gone()
    }, TOAST)
  }

  return {
    button,
    ripple() {
      button.classList.remove('tapped')
      // Read, so that the animation starts anew at the second of two quick taps.
      void button.offsetWidth
      button.classList.add('tapped')
    },
    waiting(on) {
      button.classList.toggle('waiting', on)
      button.textContent = on ? texts.waiting : own.button
    },
    done() {
      status.className = 'status good'
      status.textContent = own.done
    },
    say(text) {
      status.className = 'status'
      status.textContent = text
    },
    pageToast: (text, gone) => toast('page-toast', text, gone),
    walletToast: (text, gone) => toast('wallet-toast', text, gone),
    sheet(sent) {
      const above = document.querySelectorAll('.sheet').length
      const body = sent === 'pay' ? make('strong', {}, '¥ 28.00') : make('span', { class: 'sheet-scan' })
      const panel = make(
        'div',
        { class: 'sheet', 'aria-hidden': 'true', 'data-above': String(above) },
        make('div', { class: 'sheet-head' }, `${texts.wallet} · ${texts.sheet[sent]}`),
        body,
        make('div', { class: 'sheet-bar' }),
      )
      document.body.append(panel)
      setTimeout(() => panel.classList.add('leaving'), LATENCY)
      setTimeout(() => panel.remove(), LATENCY + SLIDE)
    },
  }
}

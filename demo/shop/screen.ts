import { byId, make } from '../dom'
import { ACTIONS, type ShopAction } from '../stories/stories'
import type { ShopTexts } from './texts'

/** The shop's page. */
export interface Screen {
  button(action: ShopAction): HTMLButtonElement
  /** Shows whether the page waits for an answer. */
  waiting(action: ShopAction, isOn: boolean): void
  done(action: ShopAction): void
  /** Shows a text of the page's own, below all buttons. */
  say(text: string): void
  /** Shows a dialog of the page's own. */
  pageAlert(text: string): void
}

/** Draws the shop. @param tap runs at a tap on a button */
export function createScreen(texts: ShopTexts, tap: (action: ShopAction) => void): Screen {
  const status = byId('status')
  const rows = ACTIONS.filter((action) => action !== 'pay').map((action) => {
    const { title, text } = texts.actions[action]
    return make(
      'li',
      {},
      make('div', {}, make('b', {}, title), make('span', {}, text)),
      make('button', { type: 'button', 'data-action': action }),
    )
  })
  document.title = texts.shop
  byId('item').textContent = texts.item
  byId('more').replaceChildren(...rows)
  const buttons = new Map<ShopAction, HTMLButtonElement>()
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-action]')) {
    const action = button.dataset.action as ShopAction
    buttons.set(action, button)
    button.textContent = texts.actions[action].button
    button.addEventListener('click', () => tap(action))
  }
  document.body.hidden = false

  function button(action: ShopAction): HTMLButtonElement {
    const found = buttons.get(action)
    if (!found) throw new Error(`No button for ${action}`)
    return found
  }
  return {
    button,
    waiting(action, isOn) {
      button(action).classList.toggle('waiting', isOn)
      button(action).textContent = isOn ? texts.waiting : texts.actions[action].button
      if (isOn) status.textContent = ''
    },
    done(action) {
      status.className = 'status good'
      status.textContent = texts.actions[action].done
    },
    say(text) {
      status.className = 'status'
      status.textContent = text
    },
    pageAlert(text) {
      const ok = make('button', { type: 'button' }, texts.ok)
      const box = make('div', { class: 'page-alert', role: 'alert' }, make('p', {}, text), ok)
      ok.addEventListener('click', () => box.remove())
      document.body.append(box)
    },
  }
}

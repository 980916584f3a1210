/** The wallet's title bar above a page, for the phone and the demo. */
import type { TitleBarState } from '../shared/pageState'
import { fill, icon, make } from './element'
import { applyStyles } from './style'
import type { Words } from './texts/words'

export interface TitleBarOptions {
  readonly words: Words
  onBack(): void
  onRightButton(): void
  onClose(): void
}

export interface TitleBar {
  readonly host: HTMLElement
  /** @param fallback the title if the page has set none: that of its document */
  show(state: TitleBarState, fallback: string): void
}

const BACK = 'M15 5l-7 7 7 7'
const DOTS = 'M5 12h.01M12 12h.01M19 12h.01'
const CLOSE = 'M6 6l12 12M18 6L6 18'

export function createTitleBar({ words, onBack, onRightButton, onClose }: TitleBarOptions): TitleBar {
  const host = make('div', { 'data-upsdk-kit': 'title-bar', lang: words.language })
  const root = host.attachShadow ? host.attachShadow({ mode: 'open' }) : host
  applyStyles(root)
  const bar = make('div', { class: 'bar' })
  root.appendChild(bar)

  return {
    host,
    show(
      { title, background, backgroundEnd, gradientFrom, text, hasBackButton, isVisible, rightButton },
      fallback,
    ) {
      const name = title || fallback
      bar.dataset.text = text
      // On the wallet's own background, the text follows the theme.
      bar.style.color = background && text === 'black' ? '#17242a' : ''
      bar.dataset.visible = String(isVisible)
      bar.style.background = backgroundEnd
        ? `linear-gradient(to ${OPPOSITE[gradientFrom]}, ${background}, ${backgroundEnd})`
        : background || ''
      host.hidden = !isVisible
      fill(
        bar,
        make(
          'div',
          { class: 'left' },
          hasBackButton &&
            make(
              'button',
              { type: 'button', 'aria-label': words.back, 'data-part': 'back', onclick: onBack },
              icon(BACK),
            ),
        ),
        make('p', { class: 'name' }, name),
        make(
          'div',
          { class: 'right' },
          rightButton &&
            make(
              'button',
              { type: 'button', 'data-part': 'right-button', onclick: onRightButton },
              rightButton.image
                ? make('img', { src: rightButton.image, alt: rightButton.title || words.rightButton })
                : rightButton.title,
            ),
          make(
            'div',
            { class: 'capsule' },
            icon(DOTS),
            make(
              'button',
              { type: 'button', 'aria-label': words.close, 'data-part': 'close', onclick: onClose },
              icon(CLOSE),
            ),
          ),
        ),
      )
    },
  }
}

const OPPOSITE = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const

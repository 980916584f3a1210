/** The page in its device: the title bar that it sets, its address, and the screen around them. */

import { INITIAL_STATE, type PageState } from '../shared/pageState'
import type { Words } from '../view/texts/words'
import { createTitleBar } from '../view/titleBar'
import { createDevice } from './device'
import type { Look } from './link'
import type { PageFrame } from './pageFrame'
import type { TitleOfRun } from './runPhone'
import type { PhoneTexts } from './texts'

export interface PageInDevice {
  readonly element: HTMLElement
  /** A document has started: it has set nothing yet. */
  started(): void
  showState(state: PageState): void
  showTitle(title: string): void
  /** What stands above the page now. */
  title(): Omit<TitleOfRun, 'isInside'>
  showAddress(path: string): void
  showLook(look: Look, isInside: boolean): void
  /** Lets the keyboard past the page and its title bar, which something covers. An inert frame would lose its focus. */
  cover(isOn: boolean): void
  /** Lets nobody tap the page. */
  keepTapsOut(isOn: boolean): void
}

export function createPageInDevice(words: Words, texts: PhoneTexts, page: PageFrame): PageInDevice {
  let title = ''
  let state = INITIAL_STATE
  const titleBar = createTitleBar({
    words,
    onBack: () => page.send({ type: 'back' }),
    onRightButton: () => page.send({ type: 'fire', event: 'rightbtnclick' }),
    onClose: () => page.send({ type: 'close' }),
  })
  const device = createDevice(texts, titleBar.host, page.element)
  function draw(): void {
    titleBar.show(state.titleBar, title)
    device.titleBar(state.titleBar)
  }
  function showState(next: PageState): void {
    state = next
    draw()
  }
  draw()
  return {
    element: device.element,
    started() {
      page.hideScrollbar()
      showState(INITIAL_STATE)
    },
    showState,
    title: () => ({ state, title }),
    showTitle(next) {
      title = next
      draw()
    },
    showAddress: (path) => device.address(location.host + path),
    showLook(look, isInside) {
      device.show(look)
      device.place(isInside)
    },
    cover(isOn) {
      titleBar.host.inert = isOn
      if (isOn) page.element.tabIndex = -1
      else page.element.removeAttribute('tabindex')
    },
    keepTapsOut(isOn) {
      device.element.style.pointerEvents = isOn ? 'none' : ''
    },
  }
}

/** The device around the page: screen, status bar, and the browser's address bar outside the wallet. */
import type { TitleBarState } from '../shared/pageState'
import { icon, make } from '../view/element'
import type { Look } from './link'
import type { PhoneTexts } from './texts'

export interface Device {
  /** The area in which the device is as large as fits. */
  readonly element: HTMLElement
  /** Gives screen, title bar and page their size and theme. */
  show(look: Look): void
  /** Shows a title bar in the wallet, a browser's address bar outside of it. */
  place(isInside: boolean): void
  titleBar(state: TitleBarState): void
  address(address: string): void
}

const SIGNAL = 'M4 18v-3M9 18v-6M14 18V9M19 18V6'
const BATTERY = 'M3 8h15v8H3zM20.500 10.500v3M6 11v2M9 11v2M12 11v2'
const LOCK = 'M7 11h10v8H7zM9 11V8a3 3 0 0 1 6 0v3'
/** The frame of the device on each side, in px. */
const BORDER = 8

export const createAddressBar = (texts: PhoneTexts, address: HTMLElement | string): HTMLElement =>
  make(
    'div',
    { class: 'address-bar', 'data-part': 'address-bar', role: 'group', 'aria-label': texts.addressBar },
    icon(LOCK),
    typeof address === 'string' ? make('span', { class: 'address-text' }, address) : address,
  )

/** Makes the line with the time and the battery. */
export function createStatusBar() {
  const element = make(
    'div',
    { class: 'status-bar', 'aria-hidden': 'true', 'data-part': 'status-bar' },
    make('span', {}, '9:41'),
    make('span', {}, icon(SIGNAL), icon(BATTERY)),
  )
  return {
    element,
    /** Gives it the colours of the title bar below it. */
    show({ background, gradientFrom, text, isVisible }: TitleBarState): void {
      const isColored = isVisible && background && gradientFrom !== 'bottom'
      element.style.background = isColored ? background : ''
      element.style.color = isColored ? (text === 'white' ? '#fff' : '#17242a') : ''
    },
  }
}

export function createDevice(texts: PhoneTexts, titleBar: HTMLElement, page: HTMLElement): Device {
  const statusBar = createStatusBar()
  const addressText = make('span', { class: 'address-text' })
  const addressBar = createAddressBar(texts, addressText)
  addressBar.hidden = true
  const device = make(
    'div',
    { class: 'device', 'data-part': 'device' },
    statusBar.element,
    addressBar,
    make('div', { class: 'title-bar' }, titleBar),
    page,
  )
  const fit = make('div', { class: 'fit' }, device)
  const element = make('div', { class: 'area' }, fit)
  /** Of the screen, in px. */
  let [screenWidth, screenHeight] = [375, 667]

  function scale(): void {
    const { left, width: room } = element.getBoundingClientRect()
    const largest = Math.min(
      1,
      (room - 2 * BORDER) / screenWidth,
      (element.clientHeight - 2 * BORDER) / screenHeight,
    )
    if (!(largest > 0)) return
    // The screen begins and ends at whole pixels: else the edges of the page and of the bars above it differ by one.
    const width = Math.floor(screenWidth * largest)
    const factor = width / screenWidth
    const whole = width + 2 * BORDER
    fit.style.width = `${whole}px`
    fit.style.height = `${screenHeight * factor + 2 * BORDER}px`
    fit.style.marginLeft = `${Math.round(left + (room - whole) / 2) - left}px`
    device.style.padding = `${BORDER / factor}px`
    device.style.transform = factor < 1 ? `scale(${factor})` : ''
  }
  new ResizeObserver(scale).observe(element)

  return {
    element,
    show({ size, landscape, theme }) {
      page.style.colorScheme = theme === 'system' ? '' : theme
      if (theme === 'system') delete titleBar.dataset.theme
      else titleBar.dataset.theme = theme
      element.dataset.theme = theme
      const [short = 0, long = 0] = size.split('x').map(Number)
      ;[screenWidth, screenHeight] = landscape ? [long, short] : [short, long]
      device.style.width = `${screenWidth}px`
      device.style.height = `${screenHeight}px`
      // Phones hide it then.
      statusBar.element.hidden = landscape
      scale()
    },
    place(isInside) {
      addressBar.hidden = isInside
      device.classList.toggle('outside', !isInside)
    },
    titleBar: statusBar.show,
    address(address) {
      addressText.textContent = address
    },
  }
}

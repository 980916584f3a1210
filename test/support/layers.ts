/** Reads what the wallet draws on a page, and removes it after each test. */
import { afterEach, beforeEach, vi } from 'vitest'
import { followAdditions, putBack } from './putBack'

const onTop: Element[] = []

/** Uses fake time in every test of a file, and cleans the document after it. */
export function useLayers(): void {
  beforeEach(() => {
    vi.useFakeTimers()
    // Observers would put the layers back, and a listener of this file's modules would hide taps from the next file.
    followAdditions(window)
    onTop.length = 0
    function showPopover(this: Element) {
      onTop.push(this)
    }
    Object.defineProperty(HTMLElement.prototype, 'showPopover', { configurable: true, value: showPopover })
  })
  afterEach(() => {
    putBack()
    for (const host of hosts()) host.remove()
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover')
  })
}

export const hosts = () => Array.from(document.querySelectorAll<HTMLElement>('[data-upsdk-kit]'))

/** Finds elements inside all layers. */
export const all = (selector: string) =>
  hosts().flatMap((host) => Array.from(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) || []))

export function find<Found extends HTMLElement>(selector: string): Found {
  const [found] = all(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found as Found
}

export const texts = (selector: string) => all(selector).map(({ textContent }) => textContent)
export const tap = (selector: string) => find(selector).click()

/** How often an element was put above all that is open. */
export const timesOnTop = (element: Element) => onTop.filter((one) => one === element).length

/** Opens a page outside the wallet with its fallbacks, and finds what they show to the user. */
import { vi } from 'vitest'
import { type FallbackTable, fallbacks, webFallbacks } from '../../src/fallbacks'
import type { Upsdk, UpsdkOptions } from '../../src/index'
import { type OpenInAppOptions, openInApp } from '../../src/openInApp'
import { kit, recorder, wallet } from './wallet'

export function outside(): Upsdk {
  wallet({ insideWallet: false })
  return kit({ fallbacks: webFallbacks, presenter: recorder() })
}

export function outsideWith(table: FallbackTable, options: UpsdkOptions = {}): Upsdk {
  wallet({ insideWallet: false })
  return kit({ fallbacks: fallbacks(table), locale: 'en', ...options })
}

export const appPart = (options: Partial<OpenInAppOptions> = {}) =>
  openInApp({ encryptAppId: 'app', ...options })

export const dialogs = () => document.querySelectorAll('[data-upsdk-kit=dialog]').length

/** The buttons of the dialog on screen. */
export const buttons = () =>
  Array.from(document.querySelector('[data-upsdk-kit=dialog]')?.shadowRoot?.querySelectorAll('button') || [])

/** A file chooser, and the inputs that it was opened with. */
export function chooser() {
  const asked: HTMLInputElement[] = []
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    asked.push(this)
  })
  return {
    asked,
    choose(file: File) {
      const input = asked[asked.length - 1] as HTMLInputElement
      Object.defineProperty(input, 'files', { value: [file] })
      input.dispatchEvent(new Event('change'))
    },
  }
}

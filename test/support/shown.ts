/** Reads what the kit shows on screen, and keeps what its presenter was asked for. */
import { vi } from 'vitest'
import type { DialogRequest } from '../../src/index'

const textOf = (kind: string) => document.querySelector(`[data-upsdk-kit="${kind}"]`)?.shadowRoot?.textContent

export const toastText = () => textOf('toast')
/** The dialog's text, empty if there is none. */
export const dialogText = () => textOf('dialog') || ''
export const isShown = () => document.querySelector('[data-upsdk-kit]') !== null

/** A presenter that keeps the options of its toasts, and whose dialogs wait. */
export function listener() {
  const toast = vi.fn()
  const dialog = vi.fn((_request: DialogRequest) => new Promise<boolean>(() => {}))
  return { toast, dialog, destroy: vi.fn() }
}

/** The parameters of `verifyPayPwd`. */
export const IDENTITY = { transNo: '1', bizType: '1' }

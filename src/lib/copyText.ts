import type { UpsdkWindow } from '../types/window'

/** Copies a text. Call it while a tap is being handled, as browsers require. Resolves to false if it cannot copy. */
export async function copyText(window: UpsdkWindow, text: string): Promise<boolean> {
  const { clipboard } = window.navigator as Partial<Navigator>
  try {
    if (clipboard) {
      await clipboard.writeText(text)
      return true
    }
  } catch {
    // The Clipboard API is not allowed here, but the older way may be.
  }
  return copySelected(window.document, text)
}

function copySelected(document: Document, text: string): boolean {
  const area = document.createElement('textarea')
  const focusBefore = document.activeElement as HTMLElement | null
  area.value = text
  // Without it, iOS opens the keyboard.
  area.readOnly = true
  area.style.cssText = 'position:fixed;top:0;left:0;opacity:0;font-size:16px'
  document.body.appendChild(area)
  area.select()
  area.setSelectionRange(0, text.length)
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    focusBefore?.focus({ preventScroll: true })
  }
}

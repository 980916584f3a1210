/** A page of its own inside the wallet: another document, whose scripts only the test loads. */
import { vi } from 'vitest'
import type { UpsdkWindow } from '../../src/types/window'

export interface Page {
  window: UpsdkWindow & { trustedTypes?: unknown }
  /** The script elements that were put into the document, in order. */
  scripts: HTMLScriptElement[]
  /** How many listeners the window has for errors. */
  errorListeners(): number
}

export function page(userAgent = '(com.unionpay.chsp) (cordova 4.5.4) (language en_US)'): Page {
  const document = window.document.implementation.createHTMLDocument()
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
  const scripts: HTMLScriptElement[] = []
  vi.spyOn(document.head, 'appendChild').mockImplementation((node) => {
    scripts.push(node as unknown as HTMLScriptElement)
    return node
  })
  let errors: { listener: unknown; capture: boolean }[] = []
  return {
    window: {
      document,
      navigator: { userAgent, languages: [] },
      addEventListener: (type: string, listener: unknown, options?: unknown) =>
        void (type === 'error' && errors.push({ listener, capture: options === true })),
      // A window dispatches it so: the phase has to be the same too.
      removeEventListener(type: string, listener: unknown, options?: unknown) {
        if (type !== 'error') return
        errors = errors.filter((one) => one.listener !== listener || one.capture !== (options === true))
      },
    } as UpsdkWindow,
    scripts,
    errorListeners: () => errors.length,
  }
}

/** The upsdk of the file, with a bridge that is up. */
export const broughtUpsdk = () => ({
  pluginReady: (callback: () => void) => callback(),
  scanQRCode: ({ success }: { success(value: unknown): void }) => success('scanned'),
})

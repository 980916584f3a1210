/** The raw upsdk: methods come and go on it, so nothing is known of it but names. */
export type RawUpsdk = Record<string, unknown>

/** The part of a window that the kit uses. A page's own `window` is one; tests may hand in another. */
export interface UpsdkWindow {
  document: Document
  navigator: Pick<Navigator, 'userAgent' | 'languages'>
  /** The window's own. */
  addEventListener: Window['addEventListener']
  /** The window's own. */
  removeEventListener: Window['removeEventListener']
  upsdk?: unknown
}

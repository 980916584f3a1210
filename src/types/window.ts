/** Raw upsdk. Its methods come and go, so only their names are known. */
export type RawUpsdk = Record<string, unknown>

/** The members of a window that the kit uses. A page's own `window` fits; tests may pass another object. */
export interface UpsdkWindow {
  document: Document
  navigator: Pick<Navigator, 'userAgent' | 'languages'>
  /** The window's own. */
  addEventListener: Window['addEventListener']
  /** The window's own. */
  removeEventListener: Window['removeEventListener']
  upsdk?: unknown
}

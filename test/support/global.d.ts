export {}

declare global {
  interface Window {
    /** Whatever a test puts there. */
    upsdk?: unknown
  }
}

export {}

declare global {
  interface Window {
    /** Any value that a test puts there. */
    upsdk?: unknown
  }
}

/** Is it a script element that brings upsdk? */
export const isUpsdkScript = (element: unknown): boolean =>
  /\/upsdk(\.min)?\.js($|[?#])/.test(String((element as HTMLScriptElement | null)?.src))

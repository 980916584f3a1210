import { read } from '../lib/values'

/** Is it a script element that loads upsdk? */
export const isUpsdkScript = (element: unknown): boolean =>
  /\/upsdk(\.min)?\.js($|[?#])/.test(String(read(element, 'src')))

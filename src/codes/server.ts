import type { CodeCatalogue, CodeEntry } from './catalogue'
import type { Reason } from './reasons'

const code = (reason: Reason, more?: Partial<CodeEntry>): CodeEntry => ({ reason, source: 'server', ...more })

const forbidden = code('forbidden')
const system = code('system')
const unauthorized = code('unauthorized')
const noPhone = code('user-state', { message: 'no-phone', presentation: 'dialog' })

/** The server codes that pages meet most, without their official texts: those come with `upsdk-kit/server-codes`. */
export const commonServerCodes: CodeCatalogue = {
  a31: unauthorized,
  a20: unauthorized,
  // The server's own token: entering again does not mend it.
  a10: code('system', { hint: 'The backendToken is wrong or has expired: renew it on your server.' }),
  a40: code('user-state', { message: 'already-signed' }),
  3023: code('user-state', { message: 'not-registered', presentation: 'dialog' }),
  S52136: noPhone,
  N62136: noPhone,
  N62135: code('user-state', { message: 'phone-not-granted' }),
  N62131: forbidden,
  S52131: forbidden,
  N62132: forbidden,
  BC2132: forbidden,
  SG99: system,
  NG4000: system,
}

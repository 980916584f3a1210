import type { Reason } from './failure'

/** The texts of one language at one moment. */
export interface TextFinder {
  /** The locale of these texts: zh-Hant even if zh-HK was requested. */
  readonly locale: string
  /** Finds the text of the first key that has one, the page's own before the locale's; '' if none has. */
  find(keys: readonly string[]): string
}

/**
 * The reasons with their own message. `bad-config` uses that of `invalid-params`, and `aborted` that of `cancelled`.
 */
type ReasonWithMessage = Exclude<Reason, 'bad-config' | 'aborted'>

/** The keys of all texts of a language: reasons, codes with their own text, and buttons. */
export type MessageKey =
  | ReasonWithMessage
  | '94'
  | '95'
  | '96'
  | '99'
  | 'password-not-verified'
  | 'no-phone'
  | 'phone-not-granted'
  | 'not-registered'
  | 'not-logged-in'
  | 'already-signed'
  | 'already-added'
  | 'file-too-large'
  | 'file-not-found'
  | 'share-failed'
  | 'nfc-off'
  | 'no-nfc'
  | 'no-hce'
  | 'permission-camera'
  | 'permission-album'
  | 'permission-microphone'
  | 'update-wallet'
  | 'success'
  | 'payment-unconfirmed'
  | 'title-payment-unconfirmed'
  | 'payment-not-sent'
  | 'payment-forbidden'
  | 'button-ok'
  | 'button-close'
  | 'button-cancel'
  | 'button-96'
  | 'button-99'
  | 'button-payment-unconfirmed'

/** The texts of one locale. A missing key does not compile. */
export interface LocaleMessages {
  /** The locale's BCP 47 tag. */
  locale: string
  messages: Readonly<Record<MessageKey, string>>
}

/** A page's own texts: by locale, then by code or reason. */
export type MessageOverrides = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>

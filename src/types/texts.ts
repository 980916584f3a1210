import type { Reason } from './failure'

/** The texts of one language at one moment. */
export interface TextFinder {
  /** The locale whose texts these are: zh-Hant, also where zh-HK was asked for. */
  readonly locale: string
  /** The first of `keys` that has a text, the page's own before the locale's; '' where none has. */
  find(keys: readonly string[]): string
}

/** Reasons that have a message of their own; `bad-config` says what `invalid-params` says, `aborted` what `cancelled` does. */
type ReasonWithMessage = Exclude<Reason, 'bad-config' | 'aborted'>

/** Every text of one language: reasons, codes with a text of their own, and buttons. */
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
  | 'permission-camera'
  | 'permission-album'
  | 'update-wallet'
  | 'success'
  | 'payment-unconfirmed'
  | 'payment-not-sent'
  | 'button-ok'
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

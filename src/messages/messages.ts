import type { Reason } from '../codes/reasons'
import { lazy } from '../run'
import { negotiate, plainTag } from './negotiate'

/** Reasons that have a message of their own; `bad-signature` and `bad-config` say what `invalid-params` says, `aborted` what `cancelled` does. */
type ToldReason = Exclude<Reason, 'bad-signature' | 'bad-config' | 'aborted'>

/** Every text of one language: reasons, codes with a text of their own, and buttons. */
export type MessageKey =
  | ToldReason
  | '94'
  | '95'
  | '96'
  | '99'
  | 'no-phone'
  | 'phone-not-granted'
  | 'not-registered'
  | 'already-signed'
  | 'already-added'
  | 'file-too-large'
  | 'share-failed'
  | 'nfc-off'
  | 'update-wallet'
  | 'success'
  | 'payment-unconfirmed'
  | 'payment-not-sent'
  | 'open-elsewhere'
  | 'open-in-browser'
  | 'open-on-phone'
  | 'scan-to-open'
  | 'link-copied'
  | 'copy-by-hand'
  | 'button-ok'
  | 'button-cancel'
  | 'button-96'
  | 'button-99'
  | 'button-outside-wallet'
  | 'button-copy-link'

/** The texts of one locale. A missing key does not compile. */
export interface LocaleMessages {
  /** The locale's BCP 47 tag. */
  locale: string
  messages: Readonly<Record<MessageKey, string>>
}

/** A page's own texts: by locale, then by code or reason. */
export type MessageOverrides = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>

/** Texts in the current language. */
export interface Messages {
  /** The locale whose messages are used, not the one that was asked for. */
  readonly locale: string
  /** Negotiates anew, when a text is next asked for. @param wanted BCP 47 tags, the most wanted first */
  use(wanted: () => readonly string[]): void
  /** The first of `keys` that has a text, the page's own before the locale's; '' where none has. */
  text(keys: readonly string[]): string
}

/** What a locale says, in layers: the page's own texts, then the locale's, then those of the locale it falls back to. */
type Layers = readonly (() => ReadonlyMap<string, string>)[]

/** Joins locales and a page's overrides. Where nothing matches, the first locale is used. */
export function createMessages(
  locales: readonly LocaleMessages[],
  overrides: MessageOverrides = {},
): Messages {
  // Most pages never need a text: nothing is looked at before one is asked for.
  const tables = lazy(() => joinTables(locales, overrides))
  const choose = (wanted: () => readonly string[]) =>
    lazy(() => {
      const locale = negotiate(wanted(), Array.from(tables().keys()))
      return { locale, layers: tables().get(locale) || [] }
    })
  let chosen = choose(() => [])
  return {
    get locale() {
      return chosen().locale
    },
    use(wanted) {
      chosen = choose(wanted)
    },
    text(keys) {
      for (const key of keys) {
        for (const layer of chosen().layers) {
          const text = layer().get(key.toLowerCase())
          if (text) return text
        }
      }
      return ''
    },
  }
}

function joinTables(locales: readonly LocaleMessages[], overrides: MessageOverrides): Map<string, Layers> {
  const tables = new Map<string, Layers>()
  // What a layer does not say comes from the locale itself, or from the one that negotiation gives for a new one.
  const add = (tag: string, texts: Readonly<Partial<Record<string, string>>> | undefined) => {
    const known = Array.from(tables.keys())
    const exact = known.filter((name) => plainTag(name) === plainTag(tag))[0]
    const inherited = tables.get(exact || negotiate([tag, 'en', 'zh-Hans'], known)) || []
    tables.set(exact || tag, [lazy(() => toMap(texts)), ...inherited])
  }
  for (const { locale, messages } of locales) add(locale, messages)
  for (const tag of Object.keys(overrides)) add(tag, overrides[tag])
  return tables
}

function toMap(texts: Readonly<Partial<Record<string, string>>> = {}): Map<string, string> {
  return new Map(
    Object.keys(texts).map((key): [string, string] => [key.toLowerCase(), String(texts[key] || '')]),
  )
}

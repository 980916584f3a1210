import type { TextFinder } from '../failure/error'
import type { Reason } from '../failure/reasons'
import { lazy } from '../lib/run'
import { readString } from '../lib/values'
import { negotiate, plainTag } from './negotiate'

/** Reasons that have a message of their own; `bad-config` says what `invalid-params` says, `aborted` what `cancelled` does. */
type ReasonWithMessage = Exclude<Reason, 'bad-config' | 'aborted'>

/** Every text of one language: reasons, codes with a text of their own, and buttons. */
export type MessageKey =
  | ReasonWithMessage
  | '94'
  | '95'
  | '96'
  | '99'
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

/** All texts of a kit. */
export interface Texts {
  /** The texts of the language that is in use now. */
  current(): TextFinder
  /** Negotiates anew, when a text is next asked for. @param wanted BCP 47 tags, the most wanted first */
  use(wanted: () => readonly string[]): void
}

/** What a locale says, in layers: the page's own texts, then the locale's, then those of the locale it falls back to. */
type Layers = readonly (() => ReadonlyMap<string, string>)[]

/** Joins locales and a page's overrides. Where nothing matches, the first locale is used. */
export function createTexts(locales: readonly LocaleMessages[], overrides: MessageOverrides = {}): Texts {
  // Most pages never need a text: nothing is looked at before one is asked for.
  const tables = lazy(() => joinTables(locales, overrides))
  const choose = (wanted: () => readonly string[]) =>
    lazy((): TextFinder => {
      const locale = negotiate(wanted(), tagsOf(tables()))
      const layers = tables().get(locale) || []
      return { locale, find: (keys) => findText(layers, keys) }
    })
  let current = choose(() => [])
  return {
    current: () => current(),
    use(wanted) {
      current = choose(wanted)
    },
  }
}

function tagsOf(tables: ReadonlyMap<string, Layers>): string[] {
  const tags: string[] = []
  tables.forEach((_layers, tag) => void tags.push(tag))
  return tags
}

function findText(layers: Layers, keys: readonly string[]): string {
  for (const key of keys) {
    for (const layer of layers) {
      const text = layer().get(key.toLowerCase())
      if (text) return text
    }
  }
  return ''
}

function joinTables(locales: readonly LocaleMessages[], overrides: MessageOverrides): Map<string, Layers> {
  const tables = new Map<string, Layers>()
  // What a layer does not say comes from the locale itself, or from the one that negotiation gives for a new one.
  const add = (tag: string, texts: () => Readonly<Partial<Record<string, string>>> | undefined) => {
    const known = tagsOf(tables)
    const exact = known.filter((name) => plainTag(name) === plainTag(tag))[0]
    const inherited = tables.get(exact || negotiate([tag, 'en', 'zh-Hans'], known)) || []
    tables.set(exact || tag, [lazy(() => toMap(texts)), ...inherited])
  }
  for (const given of locales) {
    const tag = readString(given, 'locale')
    if (tag) add(tag, () => given.messages)
  }
  for (const tag of Object.keys(overrides)) add(tag, () => overrides[tag])
  return tables
}

/** What cannot be read has no texts: the layer below has them. */
function toMap(texts: () => Readonly<Partial<Record<string, string>>> | undefined): Map<string, string> {
  const map = new Map<string, string>()
  try {
    const given = texts() || {}
    for (const key of Object.keys(given)) map.set(key.toLowerCase(), String(given[key] || ''))
  } catch {
    // A getter of the page's.
  }
  return map
}

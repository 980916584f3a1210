import type { Reason } from '../types/failure'
import type { MessageKey } from '../types/texts'
import { chineseOf, languageOf } from './texts'

/** The built-in languages. The import of another language brings its texts of parts too (`ImportedMessages`). */
export const BUILT_IN = ['zh-Hans', 'zh-Hant', 'en'] as const

/** The keys of texts that only a part says: the way into the app, or a fallback. */
export type PartKey =
  | 'open-elsewhere'
  | 'open-in-browser'
  | 'open-on-phone'
  | 'scan-to-open'
  | 'copy-by-hand'
  | 'link-copied'
  | 'button-outside-wallet'
  | 'button-copy-link'
  | 'allow-camera'
  | 'allow-location'
  | 'aim-camera'
  | 'no-code-found'
  | 'choose-photo-instead'
  | 'unreadable-picture'
  | 'unsupported-here'
  | 'button-choose-photo'

/** The texts of a language that a page imports. A missing key does not compile. */
export type ImportedMessages = Readonly<Record<MessageKey | PartKey, string>>

/** A text that only a part says. Each stands on its own, so that a page pays for those of its parts. */
export interface OwnText extends Readonly<Record<(typeof BUILT_IN)[number], string>> {
  /** The key under which the page, or its locale, may have a text of its own. */
  readonly key: PartKey | MessageKey
  /** The reason whose message says it in a language without a text of its own. */
  readonly reason?: Reason
}

/**
 * Finds the page's or the locale's own text; or else the part's in that language, or in English.
 *
 * @param lang the locale of the kit's messages
 * @param find looks a key up in the kit's texts and the page's
 */
export function ownText(text: OwnText, lang: string, find: (key: string) => string): string {
  const [tag] = BUILT_IN.filter((one) => one === (chineseOf(lang) || languageOf(lang)))
  return find(text.key) || (tag ? text[tag] : text.reason && find(text.reason)) || text.en
}

/** Said by more than one part. */
export const cancel: OwnText = {
  key: 'button-cancel',
  'zh-Hans': '取消',
  'zh-Hant': '取消',
  en: 'Cancel',
}

/** Said by more than one part. */
export const linkCopied: OwnText = {
  key: 'link-copied',
  'zh-Hans': '链接已复制',
  'zh-Hant': '連結已複製',
  en: 'Link copied.',
}

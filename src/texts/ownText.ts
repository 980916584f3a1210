import type { Reason } from '../types/failure'
import { chineseOf, languageOf } from './texts'

/** The languages that a part's own text is in: a text that lacks one of them does not compile. */
export const LOCALES = ['zh-Hans', 'zh-Hant', 'en', 'ja', 'ko'] as const

/** One text that only a part says; each on its own, so that a page pays for those of its parts. */
export interface OwnText extends Readonly<Record<(typeof LOCALES)[number], string>> {
  /** Under which the page, or its locale, may have a text of its own. */
  readonly key: string
  /** For a language that is not among these, the message of this reason says it. */
  readonly reason?: Reason
}

/** The one of them for a tag, if its language is among them. */
export const ownLocaleOf = (tag: string): (typeof LOCALES)[number] | undefined =>
  LOCALES.filter((one) => one === (chineseOf(tag) || languageOf(tag)))[0]

/**
 * The page's own text; or else the part's in that language, or in English.
 *
 * @param lang the locale of the kit's messages
 * @param find looks a key up in the kit's texts and the page's
 */
export function ownText(text: OwnText, lang: string, find: (key: string) => string): string {
  const tag = ownLocaleOf(lang)
  return find(text.key) || (tag ? text[tag] : text.reason && find(text.reason)) || text.en
}

/** Said by more than one part. */
export const cancel: OwnText = {
  key: 'button-cancel',
  'zh-Hans': '取消',
  'zh-Hant': '取消',
  en: 'Cancel',
  ja: 'キャンセル',
  ko: '취소',
}

/** Said by more than one part. */
export const linkCopied: OwnText = {
  key: 'link-copied',
  'zh-Hans': '链接已复制',
  'zh-Hant': '連結已複製',
  en: 'Link copied.',
  ja: 'リンクをコピーしました。',
  ko: '링크를 복사했습니다.',
}

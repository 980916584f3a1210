import type { OwnText } from './ownText'

/** Texts that more than one part says. */

export const cancel: OwnText = {
  key: 'button-cancel',
  'zh-Hans': '取消',
  'zh-Hant': '取消',
  en: 'Cancel',
  ja: 'キャンセル',
  ko: '취소',
}

export const linkCopied: OwnText = {
  key: 'link-copied',
  'zh-Hans': '链接已复制',
  'zh-Hant': '連結已複製',
  en: 'Link copied.',
  ja: 'リンクをコピーしました。',
  ko: '링크를 복사했습니다.',
}

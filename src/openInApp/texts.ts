import type { OwnText } from '../texts/ownText'

export { cancel, linkCopied } from '../texts/ownText'

/** Texts for opening the app. A page may replace each by its key in `messages`. */

export const openElsewhere: OwnText = {
  key: 'open-elsewhere',
  'zh-Hans': '未能打开云闪付，请确认已安装，或复制链接到浏览器打开',
  'zh-Hant': '未能開啟雲閃付App，請確認已安裝，或複製連結到瀏覽器開啟',
  en: "The UnionPay App didn't open. Check it's installed or copy the link.",
}

export const openInBrowser: OwnText = {
  key: 'open-in-browser',
  'zh-Hans': '请点击右上角“…”，选择“在浏览器打开”，或复制链接',
  'zh-Hant': '請按右上角「…」，選擇「在瀏覽器開啟」，或複製連結',
  en: 'Open the top-right menu and choose the browser, or copy the link.',
}

export const openOnPhone: OwnText = {
  key: 'open-on-phone',
  'zh-Hans': '请复制链接，在手机上打开',
  'zh-Hant': '請複製連結，在手機上開啟',
  en: 'Copy the link and open it on your phone.',
}

export const scanToOpen: OwnText = {
  key: 'scan-to-open',
  'zh-Hans': '请用手机扫码，在云闪付中打开',
  'zh-Hant': '請用手機掃描二維碼，在雲閃付App開啟',
  en: 'Scan with your phone to continue in the UnionPay App.',
}

export const copyByHand: OwnText = {
  key: 'copy-by-hand',
  'zh-Hans': '未能自动复制，请长按或选中下方链接复制',
  'zh-Hant': '未能自動複製，請長按或選取下方連結複製',
  en: "Couldn't copy automatically. Select the link below and copy it.",
}

export const openTheApp: OwnText = {
  key: 'button-outside-wallet',
  'zh-Hans': '打开云闪付',
  'zh-Hant': '開啟雲閃付App',
  en: 'Open UnionPay',
}

export const copyLink: OwnText = {
  key: 'button-copy-link',
  'zh-Hans': '复制链接',
  'zh-Hant': '複製連結',
  en: 'Copy link',
}

export const ok: OwnText = {
  key: 'button-ok',
  'zh-Hans': '知道了',
  'zh-Hant': '知道了',
  en: 'OK',
}

import type { OwnText } from '../texts/ownText'

export { cancel, linkCopied } from '../texts/ownText'

/** Texts for opening the app. A page may replace each by its key in `messages`. */

export const openElsewhere: OwnText = {
  key: 'open-elsewhere',
  'zh-Hans': '未能打开云闪付，请确认已安装，或复制链接到浏览器打开',
  'zh-Hant': '未能開啟雲閃付App，請確認已安裝，或複製連結到瀏覽器開啟',
  en: "The app didn't open. Check that it's installed, or use a browser.",
  ja: 'アプリが開きません。インストールするか、ブラウザで開いてください。',
  ko: '앱이 열리지 않았습니다. 설치하거나 브라우저에서 링크를 열어 주세요.',
}

export const openInBrowser: OwnText = {
  key: 'open-in-browser',
  'zh-Hans': '请点击右上角“…”，选择“在浏览器打开”，或复制链接',
  'zh-Hant': '請按右上角「…」，選擇「在瀏覽器開啟」，或複製連結',
  en: 'Open the top-right menu and choose the browser, or copy the link.',
  ja: '右上のメニューからブラウザで開くか、リンクをコピーしてください。',
  ko: '오른쪽 위 메뉴에서 브라우저로 열거나 링크를 복사해 주세요.',
}

export const openOnPhone: OwnText = {
  key: 'open-on-phone',
  'zh-Hans': '请复制链接，在手机上打开',
  'zh-Hant': '請複製連結，在手機上開啟',
  en: 'Copy the link and open it on your phone.',
  ja: 'リンクをコピーして、スマートフォンで開いてください。',
  ko: '링크를 복사하여 휴대폰에서 열어 주세요.',
}

export const scanToOpen: OwnText = {
  key: 'scan-to-open',
  'zh-Hans': '请用手机扫码，在云闪付中打开',
  'zh-Hant': '請用手機掃描二維碼，在雲閃付App開啟',
  en: 'Scan with your phone to continue in the UnionPay App.',
  ja: 'スマートフォンで読み取り、UnionPayアプリで続けてください。',
  ko: '휴대폰으로 스캔하여 UnionPay 앱에서 계속해 주세요.',
}

export const copyByHand: OwnText = {
  key: 'copy-by-hand',
  'zh-Hans': '未能自动复制，请长按或选中下方链接复制',
  'zh-Hant': '未能自動複製，請長按或選取下方連結複製',
  en: "Couldn't copy automatically. Select the link below and copy it.",
  ja: 'コピーできませんでした。次のリンクを選択してコピーしてください。',
  ko: '복사하지 못했습니다. 아래 링크를 선택해 복사해 주세요.',
}

export const openTheApp: OwnText = {
  key: 'button-outside-wallet',
  'zh-Hans': '打开云闪付',
  'zh-Hant': '開啟雲閃付App',
  en: 'Open the app',
  ja: 'アプリを開く',
  ko: '앱 열기',
}

export const copyLink: OwnText = {
  key: 'button-copy-link',
  'zh-Hans': '复制链接',
  'zh-Hant': '複製連結',
  en: 'Copy link',
  ja: 'リンクをコピー',
  ko: '링크 복사',
}

export const ok: OwnText = {
  key: 'button-ok',
  'zh-Hans': '知道了',
  'zh-Hant': '知道了',
  en: 'OK',
  ja: 'OK',
  ko: '확인',
}

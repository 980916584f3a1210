import { type OwnText, ownText } from '../texts/ownText'
import type { FallbackContext } from '../types/fallbacks'

export { cancel, linkCopied } from '../texts/ownText'

/** Finds a text: the page's own, else the kit's in the language of its messages, or in English. */
export const textOf = ({ lang, text: find }: FallbackContext, text: OwnText): string =>
  ownText(text, lang, find)

export const allowCamera: OwnText = {
  key: 'allow-camera',
  reason: 'permission',
  'zh-Hans': '请在浏览器设置中开启相机权限后再试',
  'zh-Hant': '未獲相機權限，請在瀏覽器設定中允許後再試',
  en: 'Allow the camera in your browser, then try again.',
}

export const allowLocation: OwnText = {
  key: 'allow-location',
  reason: 'permission',
  'zh-Hans': '请在浏览器设置中开启定位权限后再试',
  'zh-Hant': '未獲定位權限，請在瀏覽器設定中允許後再試',
  en: 'Allow location in your browser, then try again.',
}

export const aim: OwnText = {
  key: 'aim-camera',
  'zh-Hans': '将镜头对准二维码或条形码，即可自动识别',
  'zh-Hant': '將鏡頭對準二維碼或條碼，即可自動識別',
  en: 'Point the camera at the code.',
}

export const nothingFound: OwnText = {
  key: 'no-code-found',
  reason: 'unknown',
  'zh-Hans': '未识别到二维码或条形码，请换一张更清晰的图片',
  'zh-Hant': '未能識別二維碼或條碼，請換一張更清晰的圖片',
  en: 'No code found. Choose a clearer picture.',
}

export const choosePhotoInstead: OwnText = {
  key: 'choose-photo-instead',
  'zh-Hans': '无法使用相机，请选择含二维码或条形码的照片',
  'zh-Hant': '無法使用相機，請選擇有二維碼或條碼的相片',
  en: "The camera can't be used here. Choose a photo of the code.",
}

export const choosePhoto: OwnText = {
  key: 'button-choose-photo',
  'zh-Hans': '选择照片',
  'zh-Hant': '選擇相片',
  en: 'Choose a photo',
}

export const unreadablePicture: OwnText = {
  key: 'unreadable-picture',
  reason: 'unsupported',
  'zh-Hans': '无法读取该图片，请换一张',
  'zh-Hant': '無法讀取此圖片，請換一張',
  en: "This picture can't be read. Choose another one.",
}

/** Said outside the wallet, where nobody can mend what the browser lacks. */
export const unsupportedHere: OwnText = {
  key: 'unsupported-here',
  reason: 'unsupported',
  'zh-Hans': '当前浏览器不支持该功能，请在云闪付中打开本页面',
  'zh-Hant': '此瀏覽器不支援此功能，請在雲閃付App開啟本頁面',
  en: "This browser can't do this. Open this page in the UnionPay App.",
}

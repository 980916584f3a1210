import { matchLocale } from '../messages/negotiate'

/** What only fallbacks say, by locale. */
const texts = {
  'zh-Hans': {
    camera: '未获相机权限，请在浏览器设置中允许后再试',
    location: '未获定位权限，请在浏览器设置中允许后再试',
    aim: '将二维码或条码对准镜头，即可自动识别',
    nothing: '未识别到二维码或条码，请换一张更清晰的图片',
    photo: '无法使用相机，请选择含二维码或条码的照片',
    choose: '选择照片',
    cancel: '取消',
  },
  'zh-Hant': {
    camera: '未獲相機權限，請在瀏覽器設定中允許後再試',
    location: '未獲定位權限，請在瀏覽器設定中允許後再試',
    aim: '將二維碼或條碼對準鏡頭，即可自動識別',
    nothing: '未能識別二維碼或條碼，請換一張更清晰的圖片',
    photo: '無法使用相機，請選擇有二維碼或條碼的相片',
    choose: '選擇相片',
    cancel: '取消',
  },
  en: {
    camera: "Allow the camera in your browser's settings, then try again.",
    location: "Allow location in your browser's settings, then try again.",
    aim: 'Point the camera at the code.',
    nothing: 'No code found. Please choose a clearer picture.',
    photo: "The camera can't be used here. Please choose a photo of the code.",
    choose: 'Choose a photo',
    cancel: 'Cancel',
  },
  ja: {
    camera: 'ブラウザの設定でカメラを許可してから、再度お試しください。',
    location: 'ブラウザの設定で位置情報を許可してから、再度お試しください。',
    aim: 'コードをカメラに向けてください。',
    nothing: 'コードが見つかりません。鮮明な画像を選択してください。',
    photo: 'カメラを使用できません。コードの写った写真を選んでください。',
    choose: '写真を選ぶ',
    cancel: 'キャンセル',
  },
  ko: {
    camera: '브라우저 설정에서 카메라를 허용한 후 다시 시도해 주세요.',
    location: '브라우저 설정에서 위치를 허용한 후 다시 시도해 주세요.',
    aim: '코드를 카메라에 맞춰 주세요.',
    nothing: '코드를 찾을 수 없습니다. 더 선명한 사진을 선택해 주세요.',
    photo: '카메라를 사용할 수 없습니다. 코드가 나온 사진을 선택해 주세요.',
    choose: '사진 선택',
    cancel: '취소',
  },
}

/** The texts in a language, or in English. */
export function textsIn(lang: string): (typeof texts)['en'] {
  const tags = Object.keys(texts) as (keyof typeof texts)[]
  const tag = matchLocale(lang, tags) as keyof typeof texts | undefined
  return texts[tag || 'en']
}

/** Names of methods at which the user acts, for the title of their sheets. */
const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  addBankCard: ['添加银行卡', 'Add a bank card'],
  addBankCardWithSn: ['添加银行卡', 'Add a bank card'],
  addCommonApp: ['添加常用应用', 'Add to favourite apps'],
  addSelfAppletToLauncher: ['添加到手机桌面', 'Add to the home screen'],
  chooseFileFromAlbum: ['选择文件', 'Choose a file'],
  collectCurrentApplet: ['收藏小程序', 'Follow the mini-program'],
  collectSelfAppletToHome: ['添加到首页', 'Add to the home page'],
  configApplePay: ['设置 Apple Pay', 'Set up Apple Pay'],
  downloadApp: ['下载应用', 'Download an app'],
  followSelfApplet: ['关注小程序', 'Follow the mini-program'],
  getContactsData: ['选择联系人', 'Choose a contact'],
  idCardRecognition: ['识别身份证', 'Read an identity card'],
  login: ['登录云闪付', 'Log in to the wallet'],
  navi: ['导航', 'Navigate'],
  openAppSetting: ['打开应用设置', 'Open the app settings'],
  openBluetoothSetting: ['打开蓝牙设置', 'Open the Bluetooth settings'],
  openCityPage: ['选择城市', 'Choose a city'],
  openLocation: ['查看地图', 'View on a map'],
  openNFCSetting: ['打开 NFC 设置', 'Open the NFC settings'],
  openPageVerifyFree: ['开通免密', 'Payments without a password'],
  openWXApplet: ['打开微信小程序', 'Open a WeChat mini-program'],
  openZheLiBanPage: ['打开浙里办', 'Open Zheliban'],
  saveImage: ['保存图片', 'Save a picture'],
  startVideoRecording: ['录制视频', 'Record a video'],
  verifyPayPwd: ['验证支付密码', 'Verify the payment password'],
}

/** Finds the name of a method; undefined for a method that has none. */
export const methodName = (method: string, language: string): string | undefined =>
  NAMES[method]?.[language === 'en' ? 1 : 0]

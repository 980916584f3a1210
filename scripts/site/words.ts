/** The texts of generated pages in both languages. Facts about codes and methods are in the sources, not here. */
import type { Source } from '../../src/types/failure'

export type Language = 'zh' | 'en'
export const LANGUAGES: readonly Language[] = ['zh', 'en']

/** Gets the folder of a language on the site. Chinese is at the root. */
export const baseOf = (language: Language): string => (language === 'zh' ? '/' : '/en/')

export const SOURCES: Readonly<Record<Source, Record<Language, string>>> = {
  frontend: { zh: '银联的前端错误码', en: 'UnionPay’s codes for pages' },
  sdk: { zh: 'upsdk.js 自身的错误码', en: 'codes of upsdk.js itself' },
  server: { zh: '银联服务端的错误码', en: 'UnionPay’s codes for servers' },
  method: { zh: '单个方法', en: 'one method' },
  kit: { zh: '由 upsdk-kit 判断', en: 'the kit' },
  unknown: { zh: '未知', en: 'unknown' },
}

export const DOMAINS: Readonly<Record<string, Record<Language, string>>> = {
  payment: { zh: '支付与银行卡', en: 'Payments and bank cards' },
  identity: { zh: '授权与身份验证', en: 'Authorization and identity' },
  account: { zh: '账户', en: 'Account' },
  navigation: { zh: '页面跳转', en: 'Navigation' },
  page: { zh: '标题栏与界面', en: 'Title bar and page' },
  applet: { zh: '小程序', en: 'Mini-programs' },
  share: { zh: '分享', en: 'Sharing' },
  media: { zh: '图片、音频、视频与文件', en: 'Pictures, sound, video and files' },
  location: { zh: '位置与地图', en: 'Location and maps' },
  device: { zh: '设备', en: 'Device' },
  sensors: { zh: '传感器', en: 'Sensors' },
  bluetooth: { zh: '蓝牙', en: 'Bluetooth' },
  bluetoothDevice: { zh: '蓝牙设备', en: 'Bluetooth devices' },
  bluetoothPeripheral: { zh: '作为蓝牙外设', en: 'As a Bluetooth peripheral' },
  nfc: { zh: 'NFC', en: 'NFC' },
  storage: { zh: '数据存储', en: 'Storage' },
  network: { zh: '网络', en: 'Network' },
  sdk: { zh: '由 upsdk-kit 代劳', en: 'Done by the kit' },
}

/** The traits in methods.tsv. One that is not here is shown unchanged. */
export const TRAITS: Readonly<Record<string, Record<Language, string>>> = {
  payment: {
    zh: '支付：同一时间只有一笔，已发出的失败一律先请用户查看订单',
    en: 'a payment: one at a time, and after any failure of a sent payment the user is asked to check the order first',
  },
  interactive: {
    zh: '由用户操作：没有默认时限，第二次点击会被拒绝（`busy`）',
    en: 'the user has to act: no time limit by default, a second tap is refused (`busy`)',
  },
  '': { zh: '普通', en: 'ordinary' },
  none: { zh: '没有；可用 `timeout` 设置', en: 'none; `timeout` sets one' },
  '15 s': { zh: '发出后 15 秒', en: '15 s after sending' },
  '30 s': { zh: '发出后 30 秒', en: '30 s after sending' },
  '60 s': { zh: '发出后 60 秒', en: '60 s after sending' },
  answer: { zh: '收到云闪付的返回时', en: 'with the wallet’s answer' },
  'answer or silence': {
    zh: '收到返回时；没有返回，则在发出后安静一秒即视为完成',
    en: 'with the answer, or after one quiet second, since the wallet may stay silent',
  },
  'when sent (never)': { zh: '发出即完成：回调从不执行', en: 'when sent: it never calls back' },
  'when sent (every success is an event)': {
    zh: '发出即完成：之后每次 `success` 都是一个事件',
    en: 'when sent: every `success` after that is an event',
  },
  raw: { zh: '云闪付给的值，原样', en: 'what the wallet gives, as it is' },
  object: { zh: '对象', en: 'an object' },
  text: { zh: '文本', en: 'text' },
  nothing: { zh: '没有', en: 'nothing' },
}

/** Methods that are no calls: those that start upsdk, and one that returns an object at once. */
export const NO_CALLS: Readonly<Record<string, Record<Language, string>>> = {
  ready: {
    zh: '签名模式下，`config` 通过后执行回调。upsdk-kit 自动处理；要等待就绪，用 `await upsdk.ready()`。',
    en: 'In signed mode, runs a callback once `config` has passed. The kit does it; to wait, use `await upsdk.ready()`.',
  },
  pluginReady: {
    zh: '桥接就绪后执行回调。upsdk-kit 的每次调用都在其中发出，页面不必再写。',
    en: 'Runs a callback once the bridge is up. Every call of the kit is sent inside it, so a page need not.',
  },
  config: {
    zh: '提交签名。用选项 `config` 代替，见[签名页面](signed-pages)。',
    en: 'Hands over a signature. Use the option `config`: see [signed pages](signed-pages).',
  },
  error: {
    zh: '签名未通过时执行回调。upsdk-kit 把它变成 `bad-signature`。',
    en: 'Runs a callback where a signature is refused. The kit turns it into `bad-signature`.',
  },
  getNFCAdapter: {
    zh: '立即返回一个读写 NFC 标签的对象，没有回调。请改用 `nfcAdapter`（`upsdk-kit/helpers`）。',
    en: 'Gives an object for NFC tags at once, without a callback. In the kit: `nfcAdapter` of `upsdk-kit/helpers`.',
  },
}

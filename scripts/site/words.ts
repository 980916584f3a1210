/** The texts of generated pages in both languages. Facts about codes and methods are in the sources, not here. */
import type { Reason, Source } from '../../src/types/failure'

export type Language = 'zh' | 'en'
export const LANGUAGES: readonly Language[] = ['zh', 'en']

/** Gets the folder of a language on the site. Chinese is at the root. */
export const baseOf = (language: Language): string => (language === 'zh' ? '/' : '/en/')

/** Who can fix a failure. */
export type Actor = 'user' | 'page' | 'platform' | 'server' | 'unionpay' | 'nobody'

export const ACTORS: Readonly<Record<Actor, Record<Language, string>>> = {
  user: {
    zh: '用户。只有用户能处理，页面提示即可。',
    en: 'the user. Nobody else can; the page only has to show what to do.',
  },
  page: {
    zh: '页面的开发者。问题在页面的代码里。',
    en: 'the developer of the page: the mistake is in its code.',
  },
  platform: {
    zh: '小程序的管理员，在开放平台上开通权限、能力包，或配置域名。',
    en: 'whoever manages the mini-program, on the open platform: permissions, capability packages, domains.',
  },
  server: {
    zh: '你的后端。问题在它的令牌、签名或上送的字段；需要新的授权码时，再由页面获取。',
    en: 'your server: its tokens, its signature or the fields that it sends. If it needs a new authorization code, the page gets one.',
  },
  unionpay: {
    zh: '银联。它的服务端出错；持续出现时，带上时间与请求报文联系银联。',
    en: 'UnionPay: its server failed. If it persists, report the time and the request.',
  },
  nobody: {
    zh: '先等一等。多为一时的故障，稍后再试；持续出现时，打印 `error.raw` 查看。',
    en: 'nobody at first: it usually passes. If it persists, look at `error.raw`.',
  },
}

const OF_REASONS: Readonly<Record<Reason, Actor>> = {
  'outside-wallet': 'user',
  'sdk-missing': 'page',
  'ready-timeout': 'nobody',
  'not-ready': 'page',
  forbidden: 'platform',
  unsupported: 'user',
  'invalid-params': 'page',
  'bad-signature': 'server',
  'bad-config': 'page',
  unauthorized: 'page',
  identity: 'user',
  'user-state': 'user',
  permission: 'user',
  network: 'user',
  busy: 'nobody',
  cancelled: 'nobody',
  timeout: 'nobody',
  aborted: 'page',
  system: 'nobody',
  unknown: 'nobody',
}

/** Describes each reason in a sentence. */
export const HAPPENED: Readonly<Record<Reason, Record<Language, string>>> = {
  'outside-wallet': { zh: '页面不是在云闪付里打开的。', en: 'The page is not open in the wallet app.' },
  'sdk-missing': { zh: '`upsdk.js` 没有加载。', en: '`upsdk.js` did not load.' },
  'ready-timeout': {
    zh: '桥接没有按时就绪，调用没有发出。',
    en: 'The bridge did not come up in time; the call was not sent.',
  },
  'not-ready': { zh: '在就绪之前调用了官方 `upsdk`。', en: 'Raw `upsdk` was called before it was ready.' },
  forbidden: {
    zh: '权限、能力包没有开通，或域名没有配置。',
    en: 'A permission, capability package or domain is not enabled.',
  },
  unsupported: {
    zh: '用户的云闪付没有此功能，或方法名有误。',
    en: 'This wallet lacks the feature, or the method’s name is wrong.',
  },
  'invalid-params': {
    zh: '参数或请求有误，原样重试没有用。',
    en: 'A parameter or the request is wrong; retrying it unchanged is useless.',
  },
  'bad-signature': {
    zh: '签名没有通过，或还没有通过的签名。',
    en: 'The signature was refused, or there is none yet.',
  },
  'bad-config': { zh: '没有得到可用的签名配置。', en: 'There was no usable signed config.' },
  unauthorized: {
    zh: '授权码或登录已失效，或已经用过。',
    en: 'The authorization code or session is invalid, expired or used.',
  },
  identity: { zh: '人像验证或实名认证没有通过。', en: 'A face or real-name check was not passed.' },
  'user-state': { zh: '用户的账户目前不能办理。', en: 'The user’s account cannot do this at present.' },
  permission: { zh: '手机设置里没有开启权限。', en: 'The phone’s settings do not allow it.' },
  network: { zh: '网络不通。', en: 'There was no connection.' },
  busy: { zh: '同一操作还在进行。', en: 'The same operation is still in progress.' },
  cancelled: { zh: '用户取消了。', en: 'The user cancelled.' },
  timeout: { zh: '已发出，但没有按时返回。', en: 'It was sent, but not answered in time.' },
  aborted: { zh: '页面自己取消了调用。', en: 'The page itself cancelled the call.' },
  system: { zh: '云闪付或服务端出错。', en: 'The wallet or a server failed.' },
  unknown: { zh: '原因不明。', en: 'The reason is not known.' },
}

/**
 * Finds who can fix a failure. @param hint distinguishes a failure of UnionPay's server from one of the page's own,
 * since both are `system`
 */
export function actorOf(reason: Reason, source: Source, hint: string): Actor {
  if (source !== 'server') return OF_REASONS[reason]
  // The server exchanges codes and keeps the tokens. It then asks the page for a new code.
  if (reason === 'invalid-params' || reason === 'unauthorized') return 'server'
  if (reason === 'system') return /^UnionPay/.test(hint) ? 'unionpay' : 'server'
  return OF_REASONS[reason]
}

export const SOURCES: Readonly<Record<Source, Record<Language, string>>> = {
  frontend: { zh: '前端', en: 'front end' },
  sdk: { zh: 'upsdk.js 自身', en: 'upsdk.js itself' },
  server: { zh: '服务端', en: 'server' },
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
  answer: { zh: '收到云闪付的回答时', en: 'with the wallet’s answer' },
  'answer or silence': {
    zh: '收到回答时；没有回答，则在发出后安静一秒即视为完成',
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

/** The checks: each call with the answer that the simulator's model expects (src/call/methods.tsv). */
import type { AnswerId, CheckId } from './ids'

export type Domain =
  | 'reads'
  | 'authorization'
  | 'location'
  | 'pictures'
  | 'share'
  | 'page'
  | 'screenshots'
  | 'radio'

/** The kind of result; `any` if it is undocumented. */
export type Gives = 'object' | 'text' | 'nothing' | 'any'

export interface Check {
  readonly id: CheckId
  readonly domain: Domain
  readonly method: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly gives: Gives
  /** The documented fields of the result. */
  readonly fields?: readonly string[]
  /** `never`: upsdk calls no callback (H11). `perhaps`: no document says whether it does. Default: always. */
  readonly answers?: 'never' | 'perhaps'
  /** Set if the wallet shows something, so that there is no time limit. */
  readonly interactive?: true
  /** A question to the tester afterwards. Only a yes passes. */
  readonly asks?: AnswerId
  /** The parameter with the handler of the event. */
  readonly event?: string
}

/** The key for a value that is saved for a moment. No other page uses it. */
const KEY = 'upsdkKitFieldTest'

/**
 * Checks that run by themselves: they only read, ask nobody and show nothing. The order matters, since the key has to
 * be saved first.
 */
const reads: readonly Omit<Check, 'domain'>[] = [
  { id: 'systemInfo', method: 'getSystemInfo', gives: 'object' },
  { id: 'versionInfo', method: 'getVersionInfo', gives: 'object' },
  { id: 'screenParams', method: 'getScreenParams', gives: 'object' },
  { id: 'brightness', method: 'getScreenBrightness', gives: 'object', fields: ['brightness'] },
  { id: 'battery', method: 'getBatteryInfo', gives: 'object' },
  { id: 'fontSize', method: 'getFontSizeLevel', gives: 'any' },
  { id: 'mute', method: 'getMuteState', gives: 'any' },
  { id: 'notifications', method: 'getNotificationState', gives: 'any' },
  { id: 'menuButton', method: 'getMenuButtonBundingClientRect', gives: 'object' },
  { id: 'save', method: 'saveData', params: { key: KEY, value: '1' }, gives: 'object', fields: ['code'] },
  {
    id: 'query',
    method: 'queryData',
    params: { key: KEY },
    gives: 'object',
    fields: ['code', 'msg', 'key', 'value'],
  },
  { id: 'keys', method: 'getAllKeys', gives: 'any' },
  { id: 'delete', method: 'deleteData', params: { key: KEY }, gives: 'any' },
  { id: 'follow', method: 'getSelfAppletFollowStatus', gives: 'any' },
  { id: 'hce', method: 'getHCEState', gives: 'object' },
  { id: 'nfc', method: 'getNFCStatus', gives: 'any' },
]

/** Checks that wait for a tap. None of them costs money. */
const taps: readonly Check[] = [
  {
    id: 'auth',
    domain: 'authorization',
    method: 'appletAuth',
    gives: 'object',
    fields: ['code'],
    interactive: true,
  },
  {
    id: 'explicitAuth',
    domain: 'authorization',
    method: 'appletExplicitAuth',
    params: { scope: 'scope.mobile' },
    gives: 'object',
    fields: ['code'],
    interactive: true,
  },
  { id: 'userStatus', domain: 'authorization', method: 'getUserStatus', gives: 'any', interactive: true },
  { id: 'face', domain: 'authorization', method: 'bioDetect', gives: 'any', interactive: true },
  { id: 'city', domain: 'location', method: 'getLocationCity', gives: 'text', interactive: true },
  {
    id: 'gps',
    domain: 'location',
    method: 'getLocationGps',
    gives: 'object',
    fields: ['latitude', 'longitude'],
    interactive: true,
  },
  { id: 'location', domain: 'location', method: 'getLocation', gives: 'object', interactive: true },
  {
    id: 'choose',
    domain: 'location',
    method: 'chooseLocation',
    gives: 'object',
    fields: ['name', 'address', 'latitude', 'longitude', 'provinceName'],
    interactive: true,
  },
  {
    id: 'map',
    domain: 'location',
    method: 'openLocation',
    params: { longitude: '121.4737', latitude: '31.2304', name: 'People Square', address: 'Shanghai' },
    gives: 'any',
    answers: 'perhaps',
    interactive: true,
  },
  {
    id: 'scan',
    domain: 'pictures',
    method: 'scanQRCode',
    params: { scanType: ['qrCode', 'barCode'], needResult: '1' },
    gives: 'text',
    interactive: true,
  },
  {
    id: 'image',
    domain: 'pictures',
    method: 'chooseImage',
    params: { maxWidth: 200, maxHeight: 200, sourceType: '3' },
    gives: 'object',
    fields: ['base64', 'type'],
    interactive: true,
  },
  {
    id: 'file',
    domain: 'pictures',
    method: 'chooseFileFromAlbum',
    params: { maxSize: '5000000', sourceType: '01' },
    gives: 'object',
    fields: ['url', 'size', 'filename'],
    interactive: true,
  },
  {
    id: 'sharePopup',
    domain: 'share',
    method: 'showSharePopup',
    params: { title: 'upsdk-kit', desc: 'field test', shareUrl: 'https://example.com/', picUrl: '' },
    gives: 'nothing',
    answers: 'never',
    asks: 'panel',
  },
  {
    id: 'appletShare',
    domain: 'share',
    method: 'appletSharePopup',
    gives: 'nothing',
    answers: 'perhaps',
    asks: 'panel',
  },
  {
    id: 'title',
    domain: 'page',
    method: 'setNavigationBarTitle',
    params: { title: 'Field test' },
    gives: 'nothing',
    answers: 'never',
    asks: 'title',
  },
  {
    id: 'button',
    domain: 'page',
    method: 'setNavigationBarRightButton',
    params: { title: 'Test' },
    event: 'handler',
    gives: 'nothing',
    answers: 'perhaps',
    asks: 'button',
  },
  {
    id: 'noButton',
    domain: 'page',
    method: 'setNavigationBarRightButton',
    params: { title: ' ' },
    event: 'handler',
    gives: 'nothing',
    answers: 'perhaps',
    asks: 'noButton',
  },
  {
    id: 'style',
    domain: 'page',
    method: 'setTitleStyle',
    params: { navBackgroundColor: '0xFF0B5C66', appletStyle: 'white' },
    gives: 'nothing',
    answers: 'perhaps',
    asks: 'style',
  },
  {
    id: 'flash',
    domain: 'page',
    method: 'showFlashInfo',
    params: { msg: 'upsdk-kit' },
    gives: 'nothing',
    answers: 'never',
    asks: 'flash',
  },
  {
    id: 'vibrate',
    domain: 'page',
    method: 'vibrate',
    gives: 'nothing',
    answers: 'perhaps',
    asks: 'vibrate',
  },
  {
    id: 'forbidShots',
    domain: 'screenshots',
    method: 'changeScreenShot',
    params: { switch: true },
    gives: 'nothing',
    answers: 'perhaps',
    asks: 'noShot',
  },
  {
    id: 'allowShots',
    domain: 'screenshots',
    method: 'changeScreenShot',
    params: { switch: false },
    gives: 'nothing',
    answers: 'perhaps',
    asks: 'shot',
  },
  { id: 'bluetooth', domain: 'radio', method: 'getBluetoothStatus', gives: 'any', interactive: true },
  {
    id: 'adapter',
    domain: 'radio',
    method: 'openBluetoothAdapter',
    gives: 'object',
    fields: ['isSupportBLE'],
    interactive: true,
  },
  {
    id: 'adapterState',
    domain: 'radio',
    method: 'getBluetoothAdapterState',
    gives: 'object',
    fields: ['available', 'discovering'],
  },
  { id: 'closeAdapter', domain: 'radio', method: 'closeBluetoothAdapter', gives: 'nothing' },
]

export const checks: readonly Check[] = [
  ...reads.map((check): Check => ({ ...check, domain: 'reads' })),
  ...taps,
]

/** The domains in their order on the page. */
export const domains: readonly Domain[] = [
  'reads',
  'authorization',
  'location',
  'pictures',
  'share',
  'page',
  'screenshots',
  'radio',
]

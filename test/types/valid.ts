/** These uses must compile. Nothing here runs: the compiler is the test. */
import type {
  CallArguments,
  CallOptions,
  EventData,
  EventName,
  EventParams,
  MethodName,
  Params,
  RawFailure,
  Result,
  ResultOf,
  Upsdk,
  UpsdkMethods,
} from '../../src/index'
import { createUpsdk, explain } from '../../src/index'

declare module '../../src/types/methods' {
  interface UpsdkMethods {
    futureMethod: { params: { a: string }; result: string }
    futureReading: { params: undefined; result: { level: number } }
    futureUnknown: { result: boolean }
  }
}

declare module '../../src/types/events' {
  interface UpsdkEvents {
    futureEvent: { data: { level: number }; params: { every: number } }
  }
}

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(..._equal: Equal<A, B> extends true ? [] : ['differs']): void => {}

declare const upsdk: Upsdk

export async function methods(): Promise<void> {
  await upsdk.pay({ tn: '1' })
  await upsdk.pay({ tn: '1' }, { timeout: 1000, signal: new AbortController().signal, notify: false })
  await upsdk.call('pay', { tn: '1' }, { notify: true })
  await upsdk.call('pay', { tn: '1', success() {}, fail() {}, cancel() {}, complete() {} })
  same<Result<'pay'>, void>()

  const { latitude, longitude } = await upsdk.getLocationGps()
  same<typeof latitude, number | string>()
  same<typeof longitude, number | string>()
  const city: string = await upsdk.getLocationCity()
  const place = await upsdk.chooseLocation()
  same<typeof place.cityName, string | undefined>()
  const { code } = await upsdk.appletAuth()
  same<Result<'appletExplicitAuth'>, { code: string }>()
  const text: string = await upsdk.scanQRCode()
  const shared: string = await upsdk.getSharedData({ key: 'k' })
  const { value } = await upsdk.queryData({ key: 'k' })
  same<typeof value, string>()
  const available: 'yes' | 'no' = (await upsdk.getBluetoothAdapterState()).available
  const [device] = (await upsdk.getBluetoothDevices()).devices
  const { message } = await upsdk.sendRequest({ dataType: 'json', url: 'https://example.com' })
  same<typeof message, unknown>()
  return void [city, code, text, shared, available, device?.deviceId]
}

export function argumentsThatMayBeLeftOut(): void {
  upsdk.closeWebApp()
  upsdk.closeWebApp({}, { timeout: 0 })
  upsdk.appletAuth(undefined, { timeout: 0 })
  upsdk.appletExplicitAuth({ scope: 'scope.mobile' }, { notify: false })
  upsdk.appletExplicitAuth({ scope: 'scope.ofTomorrow', success() {} })
  upsdk.scanQRCode({ scanType: ['qrCode'], needResult: '1' })
  upsdk.chooseImage()
  upsdk.chooseImage({ maxWidth: 500, maxHeight: 1000, sourceType: '3' })
  upsdk.addBankCard()
  upsdk.call('getHCEState')
  upsdk.bioDetect({ whatever: 'native takes' })
  upsdk.futureReading()
  upsdk.futureUnknown()
  upsdk.futureUnknown({ a: 1 })
}

export function numbersAndStrings(): void {
  upsdk.setScreenBrightness({ brightness: 0.5 })
  upsdk.setScreenBrightness({ brightness: '0.5' })
  upsdk.startAudioRecording({ maxTime: 60 })
  upsdk.startVideoRecording({ maxTime: '60' })
  upsdk.readAlbumData({ url: 'u', bufferSize: 524288, fromOffset: '0' })
  upsdk.readAudioRecordingData({ bufferSize: '1', fromOffset: 0 })
  upsdk.chooseFileFromAlbum({ maxSize: 1024, sourceType: '01' })
  upsdk.navi({ sLat: 31.2, sLon: '121.4', sName: 'a', dLat: 31.3, dLon: 121.5, dName: 'b' })
  upsdk.openLocation({ latitude: 31.2, longitude: '121.4', name: 'n', address: 'a', scale: 15 })
  upsdk.getLocation({ cacheTimeout: 30, type: '0' })
}

/** Calls as real pages and UnionPay's document write them (upsdk-behaviour §5). */
export function realCode(): void {
  upsdk.pay({ tn: '1', merchantId: '2' })
  upsdk.pay({ tn: '1', merchantId: undefined, success() {} })
  upsdk.config({ appId: 'a', nonceStr: 'n', timestamp: 1, signature: 's', frontToken: 'f' })
  createUpsdk({
    config: async () => ({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's', frontToken: 'f' }),
  })
  upsdk.chooseImage({ maxWidth: '500', maxHeight: '1000', sourceType: '1|2|3' })
  upsdk.setTitleStyle({ backBtnVisible: 0, appletTitleBarVisible: 1 })
  upsdk.setTitleStyle({ backBtnVisible: '1', navBackgroundColor: '0xFFE21836', appletStyle: 'white' })
  upsdk.shareSinglePlugin({ shareId: '0', shareType: '' })
  upsdk.showShareMorePanel({ shareList: [{ shareId: '0', shareType: '' }] })
  upsdk.addBankCard({ sence: '10007' })
  upsdk.qrPay({ scanQrCodeContent: 'https://qr.95516.com/1' })
  upsdk.qrPay({ scanQrCodeContent: 'https://qr.95516.com/1', success() {}, fail: (err) => void err.msg })
}

/** Under `exactOptionalPropertyTypes` too: what may be left out may be undefined. */
export function undefinedInPlaceOfNothing(timeout?: number, scale?: number, tag?: string): void {
  upsdk.pay(
    { tn: '1' },
    { timeout, signal: undefined, beforeSending: undefined, notify: undefined, actions: undefined },
  )
  upsdk.openLocation({ latitude: 31.2, longitude: 121.4, name: 'n', address: 'a', scale })
  upsdk.openApplet({ appId: 'a', param: undefined, isFinish: undefined })
  upsdk.notify('94', {
    method: undefined,
    payment: undefined,
    actions: { 94: { label: undefined, run() {} } },
  })
  upsdk.explain('94', { method: undefined, payment: undefined })
  explain('94', { locale: tag, catalogues: undefined })
  createUpsdk({
    locale: tag,
    callTimeout: timeout,
    onError: undefined,
    presenter: undefined,
    config: undefined,
  })
}

export function textInPlaceOfAnObject(): void {
  upsdk.showFlashInfo('text')
  upsdk.showFlashInfo({ msg: 'text' })
  upsdk.setNavigationBarTitle('title')
  upsdk.setNavigationBarTitle({ title: 'title' }, { timeout: 1 })
}

export function alternatives(): void {
  upsdk.addBankCardWithSn({ Sn: '1' })
  upsdk.addBankCardWithSn({ sn: '1', upEnv: '00' })
  upsdk.setNavigationBarRightButton({ title: 't' })
  upsdk.setNavigationBarRightButton({ image: 'i', handler: (event) => void event.type })
  upsdk.shareSinglePlugin({ shareId: '3', shareType: '4', shareData: { image: 'i' } })
  upsdk.showShareMorePanel({
    shareList: [{ shareId: '0', shareType: '1' }],
    shareCallback: (_, content) => content,
  })
  upsdk.sendRequest({ dataType: 'another' })
}

export function callbacks(): void {
  upsdk.pay({ tn: '1', success() {}, fail: (failure) => same<typeof failure, RawFailure>(), complete() {} })
  upsdk.pay({ tn: '1', fail: (failure) => void (failure.errmsg || failure.msg || failure.desc) })
  upsdk.pay({ tn: '1', fail: ({ errcode, code }: RawFailure) => void [errcode, code] })
  upsdk.pay({ tn: '1', fail: (failure: unknown) => void failure })
  upsdk.getLocationCity({ success: (value) => same<typeof value, string>() })
  upsdk.bioDetect({ success: (value) => same<typeof value, unknown>(), cancel() {} })
  // Old code reads the object that iOS gives, the JSON text that Android gives, or either.
  upsdk.appletAuth({ success: (value) => void value.code })
  upsdk.appletAuth({ success: ({ code }: { code: string }) => void code })
  upsdk.getLocationGps({ success: (value) => void JSON.parse(value) })
  upsdk.getLocationGps({ success: (value) => void (typeof value === 'string' ? JSON.parse(value) : value) })
  upsdk.monitorScreenShot({ success() {} })
  upsdk.onHCEMessage({ success: (message) => void message })
  upsdk.registerBluetoothDeviceFound({ callback: (event) => void [event.preventDefault, event.devices] })
  upsdk.registerBluetoothDeviceFound({
    callback: (event: Event) => void event.timeStamp,
  })
  upsdk.registerLifecycle({ onPageShow() {}, rerender: (event: Event) => void event.type })
}

export function events(): void {
  const stop: () => void = upsdk.on('BluetoothDeviceFound', (data) => {
    same<typeof data, Record<string, unknown>>()
  })
  upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
  upsdk.on('onPageShow', () => {})
  upsdk.on('HCEMessage', ({ messageType }) => void messageType, { aidList: [] })
  upsdk.on('futureEvent', ({ level }) => same<typeof level, number>(), { every: 1 })
  same<EventData<'futureEvent'>, { level: number }>()
  same<EventParams<'futureEvent'>, { every: number }>()
  const every = (event: EventName) => upsdk.on(event, (data) => void data)
  return void [stop, every]
}

/** Old code reads functions from the object, and passes them on. */
export function detached(): void {
  const { pay, call } = upsdk
  pay({ tn: '1' }).then((result) => same<typeof result, void>())
  call('verifyPayPwd', { transNo: '1', bizType: '2' })
  const cancelled = upsdk.pay({ tn: '1' }).catch(() => undefined)
  return void cancelled
}

/** Old code may use one function for any method. */
export const anyMethod = <M extends MethodName>(
  method: M,
  ...args: CallArguments<Params<M>, CallOptions>
): Promise<Result<M>> => upsdk.call(method, ...args)

/** Tests replace methods by functions of their own. */
export function replaced(): void {
  upsdk.pay = async () => {}
}

export async function merging(): Promise<void> {
  const future: string = await upsdk.futureMethod({ a: 'b' })
  const called: string = await upsdk.call('futureMethod', { a: 'b' })
  const { level } = await upsdk.futureReading()
  same<UpsdkMethods['futureMethod']['result'], string>()
  same<ResultOf<'futureMethod'>, string>()
  same<ResultOf<'noSuchMethod'>, unknown>()
  return void [future, called, level.toFixed()]
}

/** These uses must not compile: if one does, its `@ts-expect-error` is the error. */

import type { Upsdk } from '../../src/index'
import { installSimulator, succeed } from '../../wallet/simulator'

declare const upsdk: Upsdk

export function required(): void {
  // @ts-expect-error tn is missing
  upsdk.pay({})
  // @ts-expect-error the argument is missing
  upsdk.pay()
  // @ts-expect-error tn is text
  upsdk.pay({ tn: 1 })
  // @ts-expect-error there is no other parameter
  upsdk.pay({ tn: '1', amount: '2' })
  // @ts-expect-error pay takes no text
  upsdk.pay('1')
  // @ts-expect-error tn is missing
  upsdk.call('pay', {})
  // @ts-expect-error the argument is missing
  upsdk.call('pay')
  // @ts-expect-error tn is missing: callbacks are no parameters
  upsdk.call('pay', { success() {} })
  // @ts-expect-error bizType is missing
  upsdk.verifyPayPwd({ transNo: '1' })
  // @ts-expect-error value is text
  upsdk.saveData({ key: 'k', value: { a: 1 } })
  // @ts-expect-error neither title nor image
  upsdk.setNavigationBarRightButton({ handler() {} })
  // @ts-expect-error no serial number
  upsdk.addBankCardWithSn({ upEnv: '00' })
  // @ts-expect-error the argument is missing
  upsdk.sendRequest()
  // @ts-expect-error latitude is missing
  upsdk.openLocation({ longitude: 1, name: 'n', address: 'a' })
  // @ts-expect-error a list
  upsdk.deleteRecentlyUsedApplet({ appIdList: 'a' })
}

export function literals(): void {
  // @ts-expect-error '1', '2', '3' or '1|2|3'
  upsdk.chooseImage({ sourceType: '4' })
  // @ts-expect-error px, as a number or text
  upsdk.chooseImage({ maxWidth: true })
  // @ts-expect-error qrCode or barCode
  upsdk.scanQRCode({ scanType: ['QR_CODE'] })
  // @ts-expect-error '00', '01' or '02'
  upsdk.chooseFileFromAlbum({ maxSize: 1, sourceType: '1' })
  // @ts-expect-error '0' or '1'
  upsdk.openApplet({ appId: 'a', isFinish: true })
  // @ts-expect-error true or false
  upsdk.changeScreenShot({ switch: '1' })
  // @ts-expect-error '1', '2' or '4'
  upsdk.shareSinglePlugin({ shareId: '0', shareType: '3' })
  // @ts-expect-error 0 or 1
  upsdk.setTitleStyle({ backBtnVisible: 2 })
  // @ts-expect-error 0 or 1
  upsdk.setTitleStyle({ backBtnVisible: true })
  // @ts-expect-error no such field
  upsdk.pay({ tn: '1', fail: (failure) => failure.message })
  // @ts-expect-error it may lack the field
  upsdk.pay({ tn: '1', fail: (failure) => failure.msg.length })
  // @ts-expect-error appletAuth gives { code }
  upsdk.appletAuth({ success: (value) => value.token })
  // @ts-expect-error black or white
  upsdk.setTitleStyle({ appletStyle: 'grey' })
  // @ts-expect-error a number or text
  upsdk.setScreenBrightness({ brightness: true })
}

export function names(): void {
  // @ts-expect-error no such method
  upsdk.scanQrcode()
  // @ts-expect-error no such method
  upsdk.call('scanQrcode')
  // @ts-expect-error lifecycle, not a method
  upsdk.call('pluginReady')
  // @ts-expect-error gives an object at once, so it is no call
  upsdk.call('getNFCAdapter')
  // @ts-expect-error it takes no parameters
  upsdk.getLocationCity({ type: '0' })
}

export async function results(): Promise<void> {
  // @ts-expect-error no such field
  ;(await upsdk.getLocationGps()).altitude
  // @ts-expect-error a number or text: Number(latitude)
  const latitude: number = (await upsdk.getLocationGps()).latitude
  // @ts-expect-error nothing
  const paid: object = await upsdk.pay({ tn: '1' })
  // @ts-expect-error unknown, not any
  ;(await upsdk.bioDetect()).code
  // @ts-expect-error the fields are unknown
  const level: number = (await upsdk.getBatteryInfo()).level
  // @ts-expect-error 'yes' or 'no'
  const available: boolean = (await upsdk.getBluetoothAdapterState()).available
  return void [latitude, paid, level, available]
}

export function events(): void {
  // @ts-expect-error no such event
  upsdk.on('click', () => {})
  // @ts-expect-error the handler is missing
  upsdk.on('rightbtnclick')
  // @ts-expect-error neither title nor image
  upsdk.on('rightbtnclick', () => {}, {})
  // @ts-expect-error neither title nor image
  upsdk.on('rightbtnclick', () => {})
  // @ts-expect-error the fields are unknown
  upsdk.on('BluetoothDeviceFound', (data) => data.devices.length)
  // @ts-expect-error plain data, not an event
  upsdk.on('compassChange', (event: Event) => event.type)
  // @ts-expect-error it takes no parameters
  upsdk.on('screenShotAction', () => {}, { title: 'Share' })
}

export function options(): void {
  // @ts-expect-error no such option
  upsdk.pay({ tn: '1' }, { timeoutMs: 1 })
  // @ts-expect-error ms, as a number
  upsdk.closeWebApp(undefined, { timeout: '1' })
}

export function simulatorAnswers(): void {
  installSimulator({
    answers: { appletAuth: succeed({ code: 'x' }), scanQRCode: succeed('text'), anyFuture: succeed(1) },
  })
  // On Android an object may come as JSON text.
  installSimulator({ answers: { appletAuth: succeed('{"code":"x"}') } })
  // @ts-expect-error appletAuth gives { code }
  installSimulator({ answers: { appletAuth: succeed({ token: 'x' }) } })
  // @ts-expect-error appletAuth gives { code }
  installSimulator().answer('appletAuth', succeed(5))
}

/**
 * The real SDK file behaves as the scenarios say, over both fake native bridges. It is the file of 2021. The
 * scenarios of the 2020 and the latest file run on the simulator alone, since no package has those files.
 */
import { beforeAll, expect, it } from 'vitest'
import { appliesTo, expectedAt, type Place, type Scenario, scenarios } from '../contract/scenarios'
import { inFrames } from './frames'
import { BROWSER_AGENT, describeInBrowser, walletAgent } from './harness'

const places: (Place & { platform: 'android' | 'ios' })[] = (['android', 'ios'] as const).flatMap(
  (platform) =>
    (['cordova', 'jsbridge'] as const).flatMap((bridge) =>
      [true, false].map((insideWallet) => ({ generation: '2021', platform, bridge, insideWallet })),
    ),
)

/** Which plug-in and action each method of the scenarios comes to on the native side. */
const PLUGINS: Readonly<Record<string, string>> = {
  pay: 'UPWebPay.pay',
  showSharePopup: 'UPWalletPlugin.showSharePopup',
  appletAuth: 'UPWebSdk.appletAuth',
  config: 'UPWebSdk.config',
  bioDetect: 'UPFacePlugin.bioDetect',
  scanQRCode: 'UPWebUI.scanQRCode',
  chooseImage: 'UPWebUI.chooseImage',
  showFlashInfo: 'UPWebUI.showFlashInfo',
  setNavigationBarTitle: 'UPWebBars.setNavigationBarTitle',
  createWebView: 'UPWebNewPage.createWebPage',
  saveData: 'UPXAppletDataPlugin.saveData',
  registerBluetoothDeviceFound: 'UPWPluginBluetooth.registerBluetoothDeviceFound',
  monitorScreenShot: 'UPCarCodePlugin.monitorScreenShot',
  removeScreenShot: 'UPCarCodePlugin.removeScreenShot',
}

/** The wallet of a scenario, in the page: on Android an object is delivered as JSON text, as native does. */
const walletSource = (android: boolean) => `
const plugins = ${JSON.stringify(PLUGINS)}
const methodOf = (name) => Object.keys(plugins).find((method) => plugins[method] === name)
const statuses = { c02: 'ILLEGAL_ACCESS_EXCEPTION', c03: 'INVALID_ACTION', c04: 'CLASS_NOT_FOUND_EXCEPTION' }
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const wallet = {
  upsdk: window.upsdk,
  answer(method, kind, value) {
    native.answers[plugins[method]] = kind === 'silent' ? { silent: true }
      : kind === 'fail' ? (window.cordova && statuses[value] ? { status: statuses[value] } : { fail: value })
      : { success: ${android} && value && typeof value === 'object' ? JSON.stringify(value) : value }
  },
  calls: () => native.calls.map((call) => ({ method: methodOf(call.name) || call.name, params: call.args[0] })),
  async up() {
    while (!window.deviceReady && !window.holdBridge) await wait(5)
    if (window.deviceReady) window.deviceReady()
    else window.holdBridge()
    while (!window.cordova && !window.WebViewJavascriptBridge) await wait(5)
    await wait(20)
  },
  answered: () => wait(20),
  fire(name, fields) { document.dispatchEvent(Object.assign(new Event(name), fields)) },
}`

/** The bridge comes up when the scenario says so, not by itself. */
const HOLD_BRIDGE = `
window.readyAfter = 'never'
addEventListener('error', function (event) { event.preventDefault() })`

/** On this bridge the SDK starts when its script loads: it is held back until then. */
const HELD_BRIDGE = `
(function () {
  var append = HTMLHeadElement.prototype.appendChild
  HTMLHeadElement.prototype.appendChild = function (node) {
    if (node.src && node.src.indexOf('WebViewJavascriptBridge') > 0) {
      window.holdBridge = function () { append.call(document.head, node) }
      return node
    }
    return append.call(this, node)
  }
})()`

const runOf = (
  scenario: Scenario,
  { platform }: Place,
) => `(async () => { ${walletSource(platform === 'android')}
  const scenario = { ${String(scenario.run).replace(/^async run/, 'async run')} }
  return await scenario.run(wallet) })()`

describeInBrowser.each(places)(
  'the real SDK file on $platform over $bridge, inside: $insideWallet, behaves as the scenarios say:',
  (place) => {
    const here = scenarios.filter((scenario) => appliesTo(scenario, place))
    let outcomes: Awaited<ReturnType<typeof inFrames>> = []

    beforeAll(async () => {
      outcomes = await inFrames(
        { userAgent: place.insideWallet ? walletAgent(place) : BROWSER_AGENT },
        here.map((scenario) => ({
          scripts: [{ source: HOLD_BRIDGE }, { source: HELD_BRIDGE }, 'sdk'],
          run: runOf(scenario, place),
        })),
      )
    })

    it.each(here.map((scenario, index) => [scenario.name, scenario, index] as const))(
      '%s',
      (_name, scenario, index) => {
        expect(outcomes[index]).toEqual({ value: expectedAt(scenario, place) })
      },
    )
  },
)

import { type EventSource, eventsOf } from './eventTable'

/**
 * How each method of upsdk behaves, by patterns of names: names of one kind look alike, so a table of all of
 * them is not needed, and methods of future wallets get what their kind has.
 */
export interface Traits {
  /** A payment; all that is said of interactive methods holds for it too. */
  payment: boolean
  /** A person is acting: no deadline, and a second tap is `busy`. */
  interactive: boolean
  /** Reads, polling, styles, logs, event registration: a failure is never shown. */
  quiet: boolean
  /** `silent`: native may omit the answer; `never`: there is none (H11), or every answer is an event. */
  settles: 'answer' | 'silent' | 'never'
  /** JSON strings become objects only for `object` (H12). */
  gives: 'object' | 'text' | 'nothing' | 'raw'
  /** Takes numbers as text (upsdk-behaviour §4). */
  numbersAsText: boolean
  /** Time from sending to an answer in ms; 0 none, undefined the default. */
  limit?: number
  /** The events that it registers. */
  events: readonly EventSource[]
}

const PAYMENT = /^(pay|qrPay|uPlanQrPay|qrCodePay)$/

const INTERACTIVE =
  /^(addBankCard|addBankCardWithSn|addCommonApp|addSelfAppletToLauncher|appletSharePopup|bioDetect|choose\w+|collectCurrentApplet|collectSelfAppletToHome|configApplePay|downloadApp|followSelfApplet|getContactsData|idCardRecognition|login|navi|openAppSetting|openBankShareView|open(Bluetooth|NFC)Setting|openCityPage|openLocation|openPageVerifyFree|openWXApplet|openZheLiBanPage|saveImage|scanQRCode\w*|shareSinglePlugin|showShare\w+|startVideoRecording|verifyPayPwd)$/

/** May raise the wallet's own login, pairing or permission dialog, or calls back for ever. */
const WITHOUT_LIMIT =
  /^(appletAuth|checkStepPermissions|getUserStatus|makeBluetoothPair|openBluetooth|openBluetoothAdapter|startHCE|onHCEMessage|onMtuChanged)$/

const QUIET =
  /^(addConsole|appletLogEvent|autoGoBack|cancel(?!Collect|Follow)|changeScreenShot|check(?!Step)|close(?!WebApp)|delete(All|Data)|get(?!Contacts)|hide|is[A-Z]|logEvent|monitor|noteInfo|o(n|ff)[A-Z]|prepare|query|read(Album|Audio|Video|BLE)|recently|re(gister|move)(?!Service)|saveData|set(?!BLEMTU)|showFlash|start(Acc|Beacon|Compass|Gyro)|stop|upload|vibrate)/

const SILENT =
  /^(addConsole|appletLogEvent|appletSharePopup|autoGoBack|changeScreenShot|closeWebApp|goSelf\w+|hideShareMenu|logEvent|navi\w*|noteInfoChange|open(AppInfoByIdExt|AppSetting|Applet|BluetoothSetting|CodeInPage|Location|NFCSetting|RNPage|VoiceBroadcast|WXApplet)|prepareApplet|reLaunch|redirectTo|reenter\w+|registerLifecycle|removeScreenShot|scanQRCodeNew|setApplet\w+|setMenuBarStyle|setNavigationBarRightButton|setTitleStyle|switchTab|vibrate)$/

const NEVER =
  /^(createWebView|openTicketDetails|setNavigationBarTitle|showFlashInfo|showSharePopup|onHCEMessage|onMtuChanged)$/

const OBJECT =
  /^(addCommonApp|appletAuth|appletConfig|c\w*ollect(Current)?Applet|choose\w+|get(AppletCollectionList|BLEDevice(Characteristics|Services)|BankIsSupportShare|BatteryInfo|BluetoothAdapterState|(Connected)?BluetoothDevices|HCEState|(User)?Location(Gps)?|MenuButton\w+|Screen\w+|SystemInfo|UserLogoutDate|VersionInfo)|onHCEMessage|openBluetoothAdapter|queryData|read(?!Head)\w+|recentlyUsedAppletList|saveData|sendRequest|setScreenBrightness|(start|stop)HCE)$/

const TEXT = /^(getLocationCity|getSharedData|scanQRCode)$/

const NOTHING =
  /^(addBankCard|addConsole|appletLogEvent|appletSharePopup|changeScreenShot|closeBluetoothAdapter|closeWebApp|createWebView|(dis)?connectBLEDevice|logEvent|monitorScreenShot|navi|(notify|write)BLECharacteristic\w+|openTicketDetails|pay|removeScreenShot|setNavigationBar\w+|setTitleStyle|showFlashInfo|showSharePopup|(start|stop)(AudioRecording|BluetoothDevicesDiscovery)|startVideoRecording|verifyPayPwd|vibrate)$/

const NUMBERS_AS_TEXT =
  /^(setScreenBrightness|read(Album|\w+Recording|Face\w+)Data|chooseFileFromAlbum|start\w+Recording|navi|openLocation|getLocation)$/

const LOCATION = /^get\w*Location/
const LOCATION_LIMIT = 30_000
const REQUEST_LIMIT = 60_000

const known = new Map<string, Traits>()

/** The traits of a method, also of one that the kit has never heard of. */
export function traitsOf(method: string): Traits {
  let traits = known.get(method)
  if (!traits) known.set(method, (traits = derive(method)))
  return traits
}

function derive(method: string): Traits {
  const payment = PAYMENT.test(method)
  const interactive = payment || INTERACTIVE.test(method)
  // Compiling a pattern costs more than a call: what few calls ask for is only looked up where it is asked.
  return {
    payment,
    interactive,
    get quiet() {
      return QUIET.test(method)
    },
    settles: NEVER.test(method) ? 'never' : SILENT.test(method) ? 'silent' : 'answer',
    gives: OBJECT.test(method)
      ? 'object'
      : NOTHING.test(method)
        ? 'nothing'
        : TEXT.test(method)
          ? 'text'
          : 'raw',
    get numbersAsText() {
      return NUMBERS_AS_TEXT.test(method)
    },
    limit: limitOf(method, interactive),
    events: eventsOf(method),
  }
}

function limitOf(method: string, interactive: boolean): number | undefined {
  if (interactive || WITHOUT_LIMIT.test(method)) return 0
  if (LOCATION.test(method)) return LOCATION_LIMIT
  return method === 'sendRequest' ? REQUEST_LIMIT : undefined
}

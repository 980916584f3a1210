// Written by `npm run generate` from src/call/methods.tsv.

/** The methods that each generation of the SDK file brought. */
export const ADDED: Readonly<Record<'2020' | '2021' | 'latest', string>> = {
  2020: 'addBankCard addBankCardWithSn addCommonApp addConsole appletAuth appletConfig appletSharePopup bioDetect cancelBLECharacteristicValueChange cancelBLEConnectionStateChange cancelBluetoothAdapterStateChange cancelBluetoothDeviceFound cancelCollectApplet changeScreenShot chooseFileFromAlbum chooseImage closeBluetoothAdapter closeWebApp collectApplet collectCurrentApplet connectBLEDevice createWebView deleteAllKeys deleteData deleteRecentlyUsedApplet disconnectBLEDevice getAllKeys getAppletCollectionList getBLEDeviceCharacteristics getBLEDeviceServices getBluetoothAdapterState getBluetoothDevices getConnectedBluetoothDevices getHCEState getLocationCity getLocationGps getScreenBrightness getScreenParams getSharedData getUserLogoutDate logEvent monitorScreenShot navi navigateBack navigateTo noteInfoChange notifyBLECharacteristicValueChange onHCEMessage openApplet openBluetoothAdapter openBluetoothSetting openNFCSetting openRNPage pay prepareApplet qrCodePay qrPay queryData readAlbumData readAudioRecordingData readBLECharacteristicValue readFaceImageData readFaceVideoData readVideoRecordingData recentlyUsedAppletList redirectTo registerBLECharacteristicValueChange registerBLEConnectionStateChange registerBluetoothAdapterStateChange registerBluetoothDeviceFound registerLifecycle reLaunch removeScreenShot saveData scanQRCode scanQRCodeNew sendHCEMessage setAppletShareInfo setNavigationBarRightButton setNavigationBarTitle setScreenBrightness setSharedData setTitleStyle shareSinglePlugin showFlashInfo showShareMorePanel showSharePopup startAudioRecording startBluetoothDevicesDiscovery startHCE startVideoRecording stopAudioRecording stopBluetoothDevicesDiscovery stopHCE switchTab uPlanQrPay verifyPayPwd writeBLECharacteristicValue',
  2021: 'addService cancelBLEPeripheralConnectionStateChangedNotification cancelCharacteristicReadNotification cancelCharacteristicSubscribedNotification cancelCharacteristicUnsubscribedNotification cancelCharacteristicWriteNotification closeBLEPeripheralServer configApplePay createBLEPeripheralServer getBluetoothStatus getNFCStatus idCardRecognition openBluetooth registerBLEPeripheralConnectionStateChangedNotification registerCharacteristicReadNotification registerCharacteristicSubscribedNotification registerCharacteristicUnsubscribedNotification registerCharacteristicWriteNotification removeService startAdvertising stopAdvertising uniqueIdentifier vibrate writeCharacteristicValue',
  latest:
    'addSelfAppletToLauncher appletLogEvent autoGoBack cancelCollectSelfAppletToHome cancelFollowSelfApplet checkIsShaking checkStepPermissions chooseLocation collectSelfAppletToHome configZheLiBanAuthorizeInfo downloadApp followSelfApplet getBankIsSupportShare getBatteryInfo getBeacons getBLEDeviceRSSI getBLEMTU getContactsData getCurrentLocationCity getFontSizeLevel getLocation getMenuButtonBundingClientRect getMuteState getNotificationState getSelfAppletCollectStatus getSelfAppletFollowStatus getSystemInfo getUserLocation getUserStatus getVersionInfo getVoiceBroadcastState getZheLiBanPublicKey goSelfAppletAppDetail hideShareMenu isBluetoothDevicePaired login makeBluetoothPair offAccelerometerChange offBeaconServiceChange offBeaconUpdate offBLEMTUChange offCompassChange offGyroscopeChange onAccelerometerChange onBeaconServiceChange onBeaconUpdate onBLEMTUChange onCompassChange onGyroscopeChange onMtuChanged openAppInfoByIdExt openAppSetting openBankShareView openCityPage openCodeInPage openLocation openPageVerifyFree openTicketDetails openVoiceBroadcast openWXApplet openZheLiBanPage readHeadImage reenterSelfApplet saveImage sendRequest setAppletShareBaseInfo setBLEMTU setMenuBarStyle startAccelerometer startBeaconDiscovery startCompass startGyroscope stopAccelerometer stopBeaconDiscovery stopCheckIsShaking stopCompass stopGyroscope uploadStepData',
}

/** Methods that no file has a placeholder for: undefined until the bridge is up (H16). */
export const WITHOUT_PLACEHOLDER: readonly string[] = [
  'getSelfAppletCollectStatus',
  'idCardRecognition',
  'offGyroscopeChange',
  'openTicketDetails',
]

/** Methods whose last call is kept until the bridge is up (H9). */
export const KEPT: readonly string[] = ['appletAuth', 'appletConfig']

/** Event methods: which function of their parameters hears which document event. */
export const EVENTS: Readonly<Record<string, readonly [parameter: string, event: string]>> = {
  monitorScreenShot: ['success', 'screenShotAction'],
  onAccelerometerChange: ['callback', 'accelerometerChange'],
  onBeaconServiceChange: ['callback', 'BeaconServiceChange'],
  onBeaconUpdate: ['callback', 'BeaconFound'],
  onBLEMTUChange: ['callback', 'BLEMtuChanged'],
  onCompassChange: ['callback', 'compassChange'],
  onGyroscopeChange: ['callback', 'gyroscopeChange'],
  onHCEMessage: ['success', 'HCEMessage'],
  onMtuChanged: ['success', 'MtuChanged'],
  registerBLECharacteristicValueChange: ['callback', 'BLECharacteristicValueChange'],
  registerBLEConnectionStateChange: ['callback', 'BLEConnectionStateChange'],
  registerBLEPeripheralConnectionStateChangedNotification: [
    'callback',
    'BLEPeripheralConnectionStateChanged',
  ],
  registerBluetoothAdapterStateChange: ['callback', 'BluetoothAdapterStateChange'],
  registerBluetoothDeviceFound: ['callback', 'BluetoothDeviceFound'],
  registerCharacteristicReadNotification: ['callback', 'BLEPeripheralCharacteristicRead'],
  registerCharacteristicSubscribedNotification: ['callback', 'BLEPeripheralCharacteristicSubscribed'],
  registerCharacteristicUnsubscribedNotification: ['callback', 'BLEPeripheralCharacteristicUnSubscribed'],
  registerCharacteristicWriteNotification: ['callback', 'BLEPeripheralCharacteristicWrite'],
  setNavigationBarRightButton: ['handler', 'rightbtnclick'],
}

/** The methods that stop events. */
export const STOPS: Readonly<Record<string, string>> = {
  removeScreenShot: 'monitorScreenShot',
  offAccelerometerChange: 'onAccelerometerChange',
  offBeaconServiceChange: 'onBeaconServiceChange',
  offBeaconUpdate: 'onBeaconUpdate',
  offBLEMTUChange: 'onBLEMTUChange',
  offCompassChange: 'onCompassChange',
  offGyroscopeChange: 'onGyroscopeChange',
  cancelBLECharacteristicValueChange: 'registerBLECharacteristicValueChange',
  cancelBLEConnectionStateChange: 'registerBLEConnectionStateChange',
  cancelBLEPeripheralConnectionStateChangedNotification:
    'registerBLEPeripheralConnectionStateChangedNotification',
  cancelBluetoothAdapterStateChange: 'registerBluetoothAdapterStateChange',
  cancelBluetoothDeviceFound: 'registerBluetoothDeviceFound',
  cancelCharacteristicReadNotification: 'registerCharacteristicReadNotification',
  cancelCharacteristicSubscribedNotification: 'registerCharacteristicSubscribedNotification',
  cancelCharacteristicUnsubscribedNotification: 'registerCharacteristicUnsubscribedNotification',
  cancelCharacteristicWriteNotification: 'registerCharacteristicWriteNotification',
}

/** The events of the page's life cycle, which `registerLifecycle` takes handlers of. */
export const LIFECYCLE_EVENTS: readonly string[] = [
  'onAppLoad',
  'onAppShow',
  'onAppHide',
  'onPageLoad',
  'onPageShow',
  'onPageHide',
  'onPageBack',
  'rerender',
]

/** Members of upsdk that are no calls of native: those that open and configure upsdk, and what returns at once. */
export const NOT_CALLS = /^(config|error|getNFCAdapter|pluginReady|ready)$/

/** Methods that open upsdk. They ask native for nothing. */
export const OPENS = /^(error|pluginReady|ready)$/

/** Methods that open or configure upsdk. */
export const OPENS_OR_CONFIGURES = /^(config|error|pluginReady|ready)$/

/** Methods that a page may call before it has opened upsdk: it keeps most of them until the bridge is up (H9). */
export const BEFORE_OPENING = /^(appletAuth|appletConfig|config|error|pluginReady|ready|showSharePopup)$/

/** The code with which native refuses a call that lacks a required parameter. Without a row upsdk refuses it itself. */
export const REFUSED_WITH: Readonly<Record<string, string>> = {
  openApplet: '101',
  prepareApplet: '101',
}

/** How a method fails most days: a code, or a text. Without a row: with its own first code, else with an example of ours. */
export const FAILS: Readonly<Record<string, string>> = {
  bioDetect: '94',
  getLocation: '定位失败',
  getLocationCity: '定位失败',
  getLocationGps: '定位失败',
  pay: '02',
  qrCodePay: '支付失败',
  qrPay: '支付失败',
  uPlanQrPay: '支付失败',
}

/** Parameters without which upsdk or native refuses a call. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  config: ['appId', 'nonceStr', 'timestamp', 'signature'],
  openApplet: ['appId'],
  pay: ['tn'],
  prepareApplet: ['appId'],
}

/** The methods that pages use most, the most used first. */
export const OFTEN_USED: readonly string[] = [
  'pay',
  'appletAuth',
  'appletExplicitAuth',
  'bioDetect',
  'scanQRCode',
  'getLocationGps',
  'chooseImage',
  'showSharePopup',
  'config',
]

/** Methods with a sheet of their own, by method. */
export const OWN_SHEETS = {
  bioDetect: 'face',
  chooseImage: 'picture',
  chooseLocation: 'place',
  scanQRCode: 'scan',
  appletExplicitAuth: 'consent',
} as const

/** Methods whose every success is an event: nothing answers them. */
export const ONLY_EVENTS: readonly string[] = ['onHCEMessage', 'onMtuChanged']

/** Methods that fail with the bare code. */
export const FAILS_WITH_BARE_CODE = /^(openApplet|prepareApplet|shareSinglePlugin|showShareMorePanel)$/

/** Methods that change the page's own object in a way that a second call is hurt by (H10). */
export const CHANGES_PARAMETERS =
  /^(appletAuth|appletConfig|shareSinglePlugin|showShareMorePanel|showSharePopup)$/

/** Methods that open the sheet for sharing. */
export const SHARES = /^(appletSharePopup|shareSinglePlugin|showShareMorePanel|showSharePopup)$/

/** Methods that lead to another page; a success of theirs says only that it has opened. */
export const LEADS_AWAY =
  /^(createWebView|goSelfAppletAppDetail|navigateTo|openAppInfoByIdExt|openApplet|openCodeInPage|openRNPage|openTicketDetails|openVoiceBroadcast|redirectTo|reenterSelfApplet|reLaunch|switchTab)$/

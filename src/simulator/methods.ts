/** A generation of the SDK file, by the methods that it has (methods.tsv). */
export type Generation = '2020' | '2021' | 'latest'

const GENERATIONS: readonly Generation[] = ['2020', '2021', 'latest']

const added: Readonly<Record<Generation, string>> = {
  2020:
    'addBankCard addBankCardWithSn addCommonApp addConsole appletAuth appletConfig appletSharePopup ' +
    'bioDetect cancelBLECharacteristicValueChange cancelBLEConnectionStateChange ' +
    'cancelBluetoothAdapterStateChange cancelBluetoothDeviceFound cancelCollectApplet ' +
    'changeScreenShot chooseFileFromAlbum chooseImage closeBluetoothAdapter closeWebApp ' +
    'collectApplet collectCurrentApplet connectBLEDevice createWebView deleteAllKeys deleteData ' +
    'deleteRecentlyUsedApplet disconnectBLEDevice getAllKeys getAppletCollectionList ' +
    'getBLEDeviceCharacteristics getBLEDeviceServices getBluetoothAdapterState getBluetoothDevices ' +
    'getConnectedBluetoothDevices getHCEState getLocationCity getLocationGps getScreenBrightness ' +
    'getScreenParams getSharedData getUserLogoutDate logEvent monitorScreenShot navi navigateBack ' +
    'navigateTo noteInfoChange notifyBLECharacteristicValueChange onHCEMessage openApplet ' +
    'openBluetoothAdapter openBluetoothSetting openNFCSetting openRNPage pay prepareApplet qrCodePay ' +
    'qrPay queryData readAlbumData readAudioRecordingData readBLECharacteristicValue ' +
    'readFaceImageData readFaceVideoData readVideoRecordingData recentlyUsedAppletList redirectTo ' +
    'registerBLECharacteristicValueChange registerBLEConnectionStateChange ' +
    'registerBluetoothAdapterStateChange registerBluetoothDeviceFound registerLifecycle reLaunch ' +
    'removeScreenShot saveData scanQRCode scanQRCodeNew sendHCEMessage setAppletShareInfo ' +
    'setNavigationBarRightButton setNavigationBarTitle setScreenBrightness setSharedData ' +
    'setTitleStyle shareSinglePlugin showFlashInfo showShareMorePanel showSharePopup ' +
    'startAudioRecording startBluetoothDevicesDiscovery startHCE startVideoRecording ' +
    'stopAudioRecording stopBluetoothDevicesDiscovery stopHCE switchTab uPlanQrPay verifyPayPwd ' +
    'writeBLECharacteristicValue',
  2021:
    'addService cancelBLEPeripheralConnectionStateChangedNotification ' +
    'cancelCharacteristicReadNotification cancelCharacteristicSubscribedNotification ' +
    'cancelCharacteristicUnsubscribedNotification cancelCharacteristicWriteNotification ' +
    'closeBLEPeripheralServer configApplePay createBLEPeripheralServer getBluetoothStatus ' +
    'getNFCStatus idCardRecognition openBluetooth ' +
    'registerBLEPeripheralConnectionStateChangedNotification registerCharacteristicReadNotification ' +
    'registerCharacteristicSubscribedNotification registerCharacteristicUnsubscribedNotification ' +
    'registerCharacteristicWriteNotification removeService startAdvertising stopAdvertising ' +
    'uniqueIdentifier vibrate writeCharacteristicValue',
  latest:
    'addSelfAppletToLauncher appletLogEvent autoGoBack cancelCollectSelfAppletToHome ' +
    'cancelFollowSelfApplet checkIsShaking checkStepPermissions chooseLocation ' +
    'collectSelfAppletToHome configZheLiBanAuthorizeInfo downloadApp followSelfApplet ' +
    'getBankIsSupportShare getBatteryInfo getBeacons getBLEDeviceRSSI getBLEMTU getContactsData ' +
    'getCurrentLocationCity getFontSizeLevel getLocation getMenuButtonBundingClientRect getMuteState ' +
    'getNotificationState getSelfAppletCollectStatus getSelfAppletFollowStatus getSystemInfo ' +
    'getUserLocation getUserStatus getVersionInfo getVoiceBroadcastState getZheLiBanPublicKey ' +
    'goSelfAppletAppDetail hideShareMenu isBluetoothDevicePaired login makeBluetoothPair ' +
    'offAccelerometerChange offBeaconServiceChange offBeaconUpdate offBLEMTUChange offCompassChange ' +
    'offGyroscopeChange onAccelerometerChange onBeaconServiceChange onBeaconUpdate onBLEMTUChange ' +
    'onCompassChange onGyroscopeChange onMtuChanged openAppInfoByIdExt openAppSetting ' +
    'openBankShareView openCityPage openCodeInPage openLocation openPageVerifyFree openTicketDetails ' +
    'openVoiceBroadcast openWXApplet openZheLiBanPage readHeadImage reenterSelfApplet saveImage ' +
    'sendRequest setAppletShareBaseInfo setBLEMTU setMenuBarStyle startAccelerometer ' +
    'startBeaconDiscovery startCompass startGyroscope stopAccelerometer stopBeaconDiscovery ' +
    'stopCheckIsShaking stopCompass stopGyroscope uploadStepData',
}

/** Methods without a placeholder in any file: they are undefined until the bridge is up (H16). */
export const WITHOUT_PLACEHOLDER: readonly string[] = [
  'getSelfAppletCollectStatus',
  'offGyroscopeChange',
  'openTicketDetails',
  'idCardRecognition',
]

/** Methods whose last call waits until the bridge is up (H9). */
export const KEPT: readonly string[] = ['appletAuth', 'appletConfig']

/** Lists the methods of a generation. */
export function methodsOf(generation: Generation): string[] {
  const upTo = GENERATIONS.indexOf(generation) + 1
  return GENERATIONS.slice(0, upTo).reduce<string[]>((all, name) => all.concat(added[name].split(' ')), [])
}

/** Methods that register events: the name of the handler in their parameters, and the document event. */
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

/** Methods that stop events, with the methods that register them. */
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

/** The names of the handlers of `registerLifecycle`. */
export const LIFECYCLE: readonly string[] = [
  'onAppLoad',
  'onAppShow',
  'onAppHide',
  'onPageLoad',
  'onPageShow',
  'onPageHide',
  'onPageBack',
  'rerender',
]

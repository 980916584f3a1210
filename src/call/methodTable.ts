// Written by `npm run generate` from src/call/methods.tsv; see src/call/methods.ts for the letters.

/** Names that are quiet unless their line says otherwise. */
export const QUIET_NAMES =
  /^(cancel|check|close|delete|get|is|off|on|query|read|recently|register|st(art|op))/

/** A line for each kind of method that is not ordinary: its letters, then its methods. */
export const METHOD_TABLE = `i addBankCardWithSn addSelfAppletToLauncher bioDetect collectSelfAppletToHome configApplePay downloadApp followSelfApplet idCardRecognition login openBankShareView openCityPage openPageVerifyFree openZheLiBanPage saveImage
ih shareSinglePlugin showShareMorePanel
invh showSharePopup
io addCommonApp chooseImage chooseLocation collectCurrentApplet appletExplicitAuth
iod chooseFileFromAlbum
is openAppSetting openBluetoothSetting openNFCSetting openWXApplet scanQRCodeNew
isd openLocation
isv appletSharePopup
isvd navi
it scanQRCode
iv addBankCard verifyPayPwd
ix getContactsData
ixvd startVideoRecording
l getCurrentLocationCity
nou onHCEMessage
nu onMtuChanged
nv createWebView openTicketDetails
o appletConfig collectApplet getAppletCollectionList getBankIsSupportShare getBatteryInfo getBLEDeviceCharacteristics getBLEDeviceServices getBluetoothAdapterState getBluetoothDevices getConnectedBluetoothDevices getHCEState getMenuButtonBundingClientRect getScreenBrightness getScreenParams getSystemInfo getUserLogoutDate getVersionInfo queryData readBLECharacteristicValue recentlyUsedAppletList stopHCE
od readAlbumData readAudioRecordingData readVideoRecordingData
ol getLocationGps getUserLocation
old getLocation
or sendRequest
ou appletAuth openBluetoothAdapter
p qrCodePay qrPay uPlanQrPay
pv pay
q setSharedData uploadStepData
qnv setNavigationBarTitle showFlashInfo
qo saveData
qod setScreenBrightness
qs autoGoBack hideShareMenu noteInfoChange prepareApplet setAppletShareBaseInfo setAppletShareInfo setMenuBarStyle
qsv addConsole appletLogEvent changeScreenShot logEvent removeScreenShot setNavigationBarRightButton setTitleStyle vibrate
qv monitorScreenShot
s goSelfAppletAppDetail navigateBack navigateTo openAppInfoByIdExt openApplet openCodeInPage openRNPage openVoiceBroadcast redirectTo reenterSelfApplet registerLifecycle reLaunch switchTab
t getSharedData
tl getLocationCity
u getUserStatus makeBluetoothPair openBluetooth
v closeBluetoothAdapter connectBLEDevice disconnectBLEDevice notifyBLECharacteristicValueChange stopAudioRecording stopBluetoothDevicesDiscovery writeBLECharacteristicValue
x cancelCollectSelfAppletToHome cancelFollowSelfApplet deleteRecentlyUsedApplet readHeadImage startAdvertising
xo cancelCollectApplet
xod readFaceImageData readFaceVideoData
xou startHCE
xsv closeWebApp
xu checkStepPermissions
xv startBluetoothDevicesDiscovery
xvd startAudioRecording`

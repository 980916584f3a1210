/** The docstrings of the methods, in Chinese. A test checks that each method is here, and that the parameters match. */

interface InChinese {
  does: string
  params?: Readonly<Record<string, string>>
}

const SHARE = {
  title: '分享的标题',
  desc: '分享的描述',
  shareUrl:
    '分享的链接。普通的页面地址会在浏览器里打开，用 `upsdk-kit/open-in-app` 的 `shareLink` 生成的链接能回到小程序。默认是当前页面的地址；upsdk 会加上 `channel`（不影响传入的对象）',
  picUrl: '图片的地址',
}
const CHUNK = { bufferSize: '每次读取的字节数，最多 524288', fromOffset: '从文件的第几个字节开始读' }
const CHARACTERISTIC = { deviceId: '设备的 ID', serviceId: '服务的 ID', characteristicId: '特征的 ID' }
const EACH_EVENT = { callback: '每次事件时执行，字段在事件对象上' }
const NO_FIELDS = '返回对象的字段没有文档，以真机为准。'
const OLD = '旧版云闪付没有此方法（`unsupported`）。'
const SINCE_2021 = '2020 年的云闪付没有此方法（`unsupported`）。'
const SILENT = '可能没有回调，发出后安静一秒即视为完成。'
const OWN_DIALOG = '可能弹出手机自己的对话框，所以没有时限。'

export const METHODS_IN_CHINESE: Readonly<Record<string, InChinese>> = {
  pay: {
    does: '支付一个交易流水号对应的订单。成功时没有返回值：是否付款，由后端查询订单。用户取消为 `cancelled`，没有 `tn` 为 `invalid-params`，重复点击为 `busy`；其余多为 `unknown`，因为 upsdk 会丢弃 `pay` 的错误码。',
    params: {
      tn: '交易流水号，由后端下单取得；只有它有官方文档',
      merchantId: '旧页面会传，upsdk 在交给客户端之前去掉',
    },
  },
  qrPay: {
    does: '扫码支付。返回客户端给的内容，失败的原因同 `pay`。',
    params: { scanQrCodeContent: '扫到的文字' },
  },
  uPlanQrPay: { does: 'U 计划的二维码支付，失败的原因同 `pay`。' },
  appletAuth: {
    does: '取得一次性的授权码，交给后端换取用户身份。可能唤起云闪付的登录，所以没有默认时限，也不会返回 `busy`。返回 `{ code }`，失败为 `forbidden` 或 `cancelled`。',
  },
  appletExplicitAuth: {
    does: '在云闪付的弹窗里请用户授权一项信息，如手机号。官方 upsdk 没有此方法，由 upsdk-kit 直接调用客户端。返回 `{ code }`，交给后端换取，只能用一次。没有开通对应的 `scope` 为 `forbidden`（c02）。',
    params: { scope: '授权范围，如 `scope.mobile`（手机号）、`scope.auth`（实名信息）' },
  },
  scanQRCode: {
    does: '扫描二维码或条形码，返回扫到的文字（即使像 JSON 也是文字）。',
    params: { scanType: '要识别的类型：`qrCode` 二维码，`barCode` 条形码', needResult: "'0' 或 '1'" },
  },
  chooseImage: {
    does: '拍照或从相册选一张图片，返回 `{ base64, type }`：图片内容和扩展名（如 `jpg`）。',
    params: {
      maxWidth: '最大宽度（像素），默认 500；要和 `maxHeight` 一起传才有效',
      maxHeight: '最大高度（像素），默认 1000',
      sourceType: "'1' 相机，'2' 相册，'3' 两者（默认）；实际页面里也写作 '1&#124;2&#124;3'",
    },
  },
  saveImage: { does: '把图片保存到相册。' },
  getLocationGps: {
    does: '取得手机的位置，返回 `{ latitude, longitude }`，是高德用的 GCJ-02 坐标，不是 GPS 的 WGS-84。Android 上也是对象。',
  },
  getLocationCity: { does: '取得所在城市，返回 6 位行政区划代码，如 "310000"。' },
  chooseLocation: { does: '让用户在地图上选一个地点，返回该地点。旧版云闪付没有此方法（`unsupported`）。' },
  openLocation: {
    does: '在地图上显示一个地点。可能没有回调，发出后安静一秒即视为完成。',
    params: {
      longitude: '经度',
      latitude: '纬度',
      name: '地点名称',
      address: '地址',
      scale: '缩放级别，默认 "15"',
    },
  },
  navi: {
    does: '从一个地点导航到另一个地点。可能没有回调。',
    params: {
      sLat: '起点的纬度',
      sLon: '起点的经度',
      sName: '起点的名称',
      dLat: '终点的纬度',
      dLon: '终点的经度',
      dName: '终点的名称',
    },
  },
  setNavigationBarTitle: {
    does: '设置标题。没有回调，发出即完成。',
    params: { title: '标题；也可以直接传字符串' },
  },
  setNavigationBarRightButton: {
    does: "设置标题栏右侧的按钮。推荐用 `upsdk.on('rightbtnclick', handler, { title })`，可以有任意多个处理函数。upsdk 无法移除按钮，只能改标题。",
    params: { title: '按钮文字；与 `image` 至少有一个', image: '按钮图片', handler: '点击时执行' },
  },
  setTitleStyle: {
    does: '设置标题栏的样式。',
    params: {
      navBackgroundColor: '背景色，"0xAARRGGBB"：透明度、红、绿、蓝，十六进制',
      appletStyle: '文字与图标的颜色：`black` 或 `white`',
      backBtnVisible: '1 显示返回键，0 隐藏',
      appletTitleBarVisible: '1 显示标题栏，0 隐藏',
      appletTitleGradientOrient: '渐变的起始方向，如 "top"',
      appletTitleGradientStartColor: '渐变的起始色',
      appletTitleGradientEndColor: '渐变的结束色',
    },
  },
  closeWebApp: { does: '关闭当前页面（小程序）。可能没有回调。' },
  createWebView: {
    does: '在新的 WebView 里打开一个地址。没有回调，发出即完成。',
    params: { url: '地址', title: '新页面的标题', isFinish: "'1' 同时关闭当前页面，默认 '0'" },
  },
  openApplet: {
    does: '打开另一个小程序。`appId` 为空（101）或不存在（102）时为 `invalid-params`。',
    params: {
      appId: '目标小程序',
      param: '传给它的参数："k1=v1&k2=v2"',
      toLink: '打开的页面，云闪付 9.0 起',
      isFinish: "'1' 同时关闭当前小程序",
    },
  },
  showSharePopup: { does: '打开分享面板。没有回调，发出即完成。', params: SHARE },
  showShareMorePanel: {
    does: '打开分享面板，只显示指定的渠道。',
    params: {
      ...SHARE,
      shareList: '要显示的渠道，默认为 SDK 文件里的全部',
      shareCallback: '用户选择渠道后执行，返回要分享的内容',
    },
  },
  showFlashInfo: {
    does: '显示云闪付的轻提示。没有回调；在云闪付之外请用 `upsdk.toast`。',
    params: { msg: '文字；也可以直接传字符串' },
  },
  bioDetect: { does: '人像验证。94 至 99 为 `identity`：94 明天再试，95 可重试，96 未开通，99 未实名。' },
  verifyPayPwd: {
    does: '请用户输入支付密码。成功时没有返回值：是否正确，请后端查询。',
    params: { transNo: '交易号', bizType: '业务类型' },
  },
  saveData: {
    does: '按键名保存一段文字，返回 `{ code }`。',
    params: { key: '键名', value: '文字；对象请先用 `JSON.stringify`' },
  },
  queryData: {
    does: '读取 `saveData` 保存的内容，返回 `{ code, msg, key, value }`，`value` 始终是文字。',
    params: { key: '键名' },
  },
  deleteData: { does: '删除 `saveData` 保存的内容。', params: { key: '键名' } },
  getSystemInfo: { does: `取得手机和系统的信息。旧版云闪付没有此方法（\`unsupported\`）。${NO_FIELDS}` },
  addCommonApp: {
    does: "请用户添加到常用应用，返回 `{ code, msg }`：'00' 已添加，'01' 已替换。用户取消（02）为 `cancelled`，没有该应用（03）、其他错误（99）为 `invalid-params`，已添加（04）、未登录（05）为 `user-state`。",
    params: { url: '应用的地址' },
  },
  collectCurrentApplet: {
    does: "请用户收藏当前小程序，返回 `{ code: '00' }`。已收藏（01）为 `user-state`，不在小程序页面（02）为 `unsupported`，网络异常（03）为 `network`，用户取消（04）为 `cancelled`，其他（05）为 `unknown`。",
  },
  setScreenBrightness: {
    does: '设置屏幕亮度，返回 `{ brightness }`（0 到 1）。',
    params: { brightness: '0（暗）到 1' },
  },
  vibrate: { does: '让手机震动。2020 年的云闪付没有此方法（`unsupported`），可能没有回调。' },
  qrCodePay: { does: '打开云闪付自己的付款码页面，失败的原因同 `pay`。' },
  addBankCard: {
    does: '请用户在云闪付里添加一张银行卡，没有返回值。',
    params: { scene: '场景，默认 "10007"。银联文档写作 `sence`，SDK 文件不读它，只与默认值一起传下去' },
  },
  addBankCardWithSn: {
    does: '按序列号请用户添加银行卡。在云闪付之外，官方 upsdk 会跳转到网页，upsdk-kit 改为失败（`outside-wallet`）。',
    params: { Sn: '序列号，也可写作 `sn` 或 `SN`', upEnv: '银联的环境' },
  },
  configApplePay: { does: `设置 Apple Pay。${SINCE_2021}` },
  openPageVerifyFree: { does: `打开云闪付的免密支付页面。${OLD}` },
  getBankIsSupportShare: { does: `查询某家银行是否支持分享。${OLD}${NO_FIELDS}` },
  openBankShareView: { does: `打开云闪付的银行分享页面。${OLD}` },
  appletConfig: { does: `把小程序的配置交给客户端，没有权限为 \`forbidden\`。${NO_FIELDS}` },
  idCardRecognition: { does: `用相机识别身份证。${SINCE_2021}` },
  readFaceVideoData: {
    does: '分段读取人像验证的视频，用 `readChunks` 可以一次读完。参数错误（00、03、07）为 `invalid-params`，没有权限（02）为 `permission`。',
    params: CHUNK,
  },
  readFaceImageData: {
    does: '分段读取人像验证的图片，用 `readChunks` 可以一次读完。失败的原因同 `readFaceVideoData`。',
    params: CHUNK,
  },
  configZheLiBanAuthorizeInfo: { does: `设置浙里办的授权信息。${OLD}` },
  getZheLiBanPublicKey: { does: `取得浙里办的公钥。${OLD}` },
  openZheLiBanPage: { does: `打开浙里办的页面。${OLD}` },
  login: { does: `请用户登录云闪付。${OLD}` },
  getUserStatus: { does: `查询用户在云闪付里的状态。可能唤起云闪付的登录，所以没有时限。${OLD}` },
  getUserLogoutDate: {
    does: '取得用户注销账户的日期，返回 `{ userLogoutDate }`：1970 年以来的毫秒数，是字符串。',
  },
  noteInfoChange: { does: `通知云闪付备注已经变更。${SILENT}` },
  getContactsData: { does: `读取手机通讯录。${OLD}` },
  readHeadImage: { does: `读取用户的头像。${OLD}` },
  checkStepPermissions: { does: `请求手机的计步权限。${OWN_DIALOG}${OLD}` },
  uploadStepData: { does: `把用户的步数上传到云闪付。${OLD}` },
  openTicketDetails: { does: `打开票券详情。没有回调，发出即完成。${OLD}` },
  openVoiceBroadcast: { does: `打开语音播报。${SILENT}${OLD}` },
  getVoiceBroadcastState: { does: `查询语音播报的状态。${OLD}` },
  autoGoBack: { does: `设置页面是否自动返回。可能没有回调。${OLD}` },
  navigateTo: { does: `打开小程序的一个页面。${SILENT}` },
  navigateBack: { does: `返回小程序的上一页。${SILENT}` },
  redirectTo: { does: `打开小程序的一个页面，替换当前页面。${SILENT}` },
  reLaunch: { does: `关闭小程序的所有页面，再打开一个。${SILENT}` },
  switchTab: { does: `切换到小程序的一个标签页。${SILENT}` },
  openRNPage: {
    does: `打开云闪付的原生页面。${SILENT}`,
    params: { dest: '要打开的页面', extraData: '传给该页面的数据' },
  },
  openCodeInPage: { does: `在页面里打开一个码（文档没有说明是什么码）。${SILENT}${OLD}` },
  openAppSetting: { does: `打开 App 的设置。${SILENT}${OLD}` },
  openAppInfoByIdExt: { does: `按 ID 打开一个应用的介绍页。${SILENT}${OLD}` },
  downloadApp: { does: `下载一个 App。${OLD}` },
  openWXApplet: { does: `打开微信小程序。${SILENT}${OLD}` },
  setMenuBarStyle: { does: `设置菜单栏的样式。可能没有回调。${OLD}` },
  getMenuButtonBundingClientRect: {
    does: `取得菜单按钮的位置（方法名的拼写错误来自 upsdk）。${OLD}${NO_FIELDS}`,
  },
  registerLifecycle: {
    does: '监听小程序和页面的生命周期。推荐用 `upsdk.on`，每个事件可以有任意多个处理函数。可能没有回调。',
    params: {
      onAppLoad: '小程序加载时执行',
      onAppShow: '小程序显示时执行',
      onAppHide: '小程序隐藏时执行',
      onPageLoad: '页面加载时执行',
      onPageShow: '页面显示时执行',
      onPageHide: '页面隐藏时执行',
      onPageBack: '用户返回时执行',
      rerender: '页面需要重新渲染时执行',
    },
  },
  prepareApplet: {
    does: '预加载另一个小程序，失败的原因同 `openApplet`。可能没有回调。',
    params: { appId: '目标小程序' },
  },
  collectApplet: { does: '收藏一个小程序，返回 `{ code }`。', params: { encryptAppId: '小程序的加密 ID' } },
  cancelCollectApplet: {
    does: '取消收藏一个小程序，返回 `{ code }`。',
    params: { encryptAppId: '小程序的加密 ID' },
  },
  getAppletCollectionList: { does: `列出用户收藏的小程序。${NO_FIELDS}` },
  recentlyUsedAppletList: { does: `列出最近使用的小程序。未登录（01）为 \`user-state\`。${NO_FIELDS}` },
  deleteRecentlyUsedApplet: {
    does: '从最近使用的列表中删除小程序，返回客户端的原始内容。',
    params: { appIdList: '要删除的小程序' },
  },
  addSelfAppletToLauncher: { does: `请用户把当前小程序添加到手机桌面。${OLD}` },
  collectSelfAppletToHome: { does: `请用户把当前小程序添加到云闪付首页。${OLD}` },
  cancelCollectSelfAppletToHome: { does: `把当前小程序从云闪付首页移除。${OLD}` },
  getSelfAppletCollectStatus: {
    does: `查询当前小程序是否在云闪付首页。官方 upsdk 就绪之前没有这个方法，upsdk-kit 随时可以调用。${OLD}`,
  },
  followSelfApplet: { does: `请用户关注当前小程序。${OLD}` },
  cancelFollowSelfApplet: { does: `取消关注当前小程序。${OLD}` },
  getSelfAppletFollowStatus: { does: `查询用户是否关注当前小程序，返回客户端的原始内容。${OLD}` },
  goSelfAppletAppDetail: { does: `打开当前小程序的介绍页。${SILENT}${OLD}` },
  reenterSelfApplet: { does: `重新启动当前小程序。${SILENT}${OLD}` },
  shareSinglePlugin: {
    does: '直接分享到一个渠道，不打开面板。没有安装对应的 App（01）为 `unsupported`，`shareType` 或 `shareId` 不对（02）为 `invalid-params`。',
    params: { ...SHARE, shareId: '渠道', shareType: "'1' 链接，'2' 文字，'4' 图片；'' 表示不指定" },
  },
  appletSharePopup: { does: '打开小程序的分享面板。可能没有回调。' },
  setAppletShareInfo: { does: '设置小程序分享面板要分享的内容。可能没有回调。' },
  setAppletShareBaseInfo: { does: `设置小程序分享的基本内容。可能没有回调。${OLD}` },
  hideShareMenu: { does: `去掉菜单里的分享。可能没有回调。${OLD}` },
  scanQRCodeNew: { does: `打开云闪付自己的扫码页面。${SILENT}` },
  chooseFileFromAlbum: {
    does: '从相册选一个文件，返回 `{ url, size, filename }`，`size` 的单位是字节；内容用 `readAlbumData` 读取。太大（03）、找不到（07）为 `invalid-params`，没有权限（02）为 `permission`。',
    params: { maxSize: '最大字节数', sourceType: "'00' 视频，'01' 图片，'02' 两者" },
  },
  readAlbumData: {
    does: "分段读取相册里的文件，返回 `{ data, isFinished }`：base64，最后一段的 `isFinished` 是 '1'。用 `readChunks` 可以一次读完。参数错误（00）、太大（03）、找不到（07）为 `invalid-params`，没有权限（02）为 `permission`。",
    params: { ...CHUNK, url: '`chooseFileFromAlbum` 返回的地址' },
  },
  startAudioRecording: { does: '开始录音。没有权限（02）为 `permission`。', params: { maxTime: '最长秒数' } },
  stopAudioRecording: {
    does: '停止录音，内容用 `readAudioRecordingData` 读取。没有权限（02）为 `permission`。',
  },
  readAudioRecordingData: {
    does: '分段读取录音，用 `readChunks` 可以一次读完。返回和失败的原因同 `readAlbumData`。',
    params: CHUNK,
  },
  startVideoRecording: {
    does: '请用户录制视频，内容用 `readVideoRecordingData` 读取。没有权限（02）为 `permission`。',
    params: { maxTime: '最长秒数' },
  },
  readVideoRecordingData: {
    does: '分段读取录制的视频，用 `readChunks` 可以一次读完。返回和失败的原因同 `readAlbumData`。',
    params: CHUNK,
  },
  getLocation: {
    does: `取得手机的位置，可以是缓存的位置。${OLD}${NO_FIELDS}`,
    params: { cacheTimeout: '缓存的时限，默认 "30"', type: '默认 "0"' },
  },
  getUserLocation: { does: `取得用户的位置。${OLD}${NO_FIELDS}` },
  getCurrentLocationCity: { does: `取得当前城市。${OLD}` },
  openCityPage: { does: `请用户选择城市。${OLD}` },
  getScreenBrightness: { does: '取得屏幕亮度，返回 `{ brightness }`（0 到 1）。' },
  getScreenParams: { does: `取得屏幕的尺寸。${NO_FIELDS}` },
  changeScreenShot: {
    does: '禁止截屏，或重新允许。只有 Android。可能没有回调。',
    params: { switch: '`true` 表示禁止' },
  },
  monitorScreenShot: {
    does: "监听截屏，只有 iOS。官方 upsdk 的 `success` 既收到返回值又收到事件，这里只收到事件；推荐用 `upsdk.on('screenShotAction', …)`，可以有任意多个处理函数。",
  },
  removeScreenShot: { does: '停止监听截屏。只有 iOS。可能没有回调。' },
  uniqueIdentifier: { does: `取得设备的标识。${SINCE_2021}` },
  getBatteryInfo: { does: `取得电池的状态。${OLD}${NO_FIELDS}` },
  getVersionInfo: { does: `取得云闪付的版本。${OLD}${NO_FIELDS}` },
  getFontSizeLevel: { does: `取得设置的字号。${OLD}` },
  getMuteState: { does: `查询手机是否静音。${OLD}` },
  getNotificationState: { does: `查询是否允许通知。${OLD}` },
  checkIsShaking: { does: `开始检测手机是否在摇动。${OLD}` },
  stopCheckIsShaking: { does: `停止检测手机是否在摇动。${OLD}` },
  startAccelerometer: { does: `开启加速度计。${OLD}` },
  stopAccelerometer: { does: `关闭加速度计。${OLD}` },
  onAccelerometerChange: {
    does: `监听加速度的变化。推荐用 \`upsdk.on('accelerometerChange', …)\`，可以有任意多个处理函数。${OLD}`,
    params: EACH_EVENT,
  },
  offAccelerometerChange: { does: `停止监听加速度的变化。${OLD}` },
  startCompass: { does: `开启罗盘。${OLD}` },
  stopCompass: { does: `关闭罗盘。${OLD}` },
  onCompassChange: {
    does: `监听方向的变化。推荐用 \`upsdk.on('compassChange', …)\`，可以有任意多个处理函数。${OLD}`,
    params: EACH_EVENT,
  },
  offCompassChange: { does: `停止监听方向的变化。${OLD}` },
  startGyroscope: { does: `开启陀螺仪。${OLD}` },
  stopGyroscope: { does: `关闭陀螺仪。${OLD}` },
  onGyroscopeChange: {
    does: `监听旋转的变化。推荐用 \`upsdk.on('gyroscopeChange', …)\`，可以有任意多个处理函数。${OLD}`,
    params: EACH_EVENT,
  },
  offGyroscopeChange: { does: `停止监听旋转的变化。${OLD}` },
  startBeaconDiscovery: { does: `开始搜索 Beacon（信标）。${OLD}` },
  stopBeaconDiscovery: { does: `停止搜索 Beacon。${OLD}` },
  getBeacons: { does: `列出搜到的 Beacon。${OLD}` },
  onBeaconUpdate: {
    does: `监听搜到的 Beacon。推荐用 \`upsdk.on('BeaconFound', …)\`，可以有任意多个处理函数。${OLD}`,
    params: EACH_EVENT,
  },
  offBeaconUpdate: { does: `停止监听 Beacon。${OLD}` },
  onBeaconServiceChange: {
    does: `监听 Beacon 服务的变化。推荐用 \`upsdk.on('BeaconServiceChange', …)\`，可以有任意多个处理函数。${OLD}`,
    params: EACH_EVENT,
  },
  offBeaconServiceChange: { does: `停止监听 Beacon 服务的变化。${OLD}` },
  openBluetoothAdapter: {
    does: `为当前页面打开蓝牙，其他蓝牙方法都要先调用它。${OWN_DIALOG}返回 \`{ isSupportBLE }\`：'yes' 或 'no'。`,
  },
  closeBluetoothAdapter: { does: '为当前页面关闭蓝牙。' },
  getBluetoothAdapterState: { does: "取得蓝牙的状态，返回 `{ available, discovering }`：'yes' 或 'no'。" },
  registerBluetoothAdapterStateChange: {
    does: "监听蓝牙状态的变化。推荐用 `upsdk.on('BluetoothAdapterStateChange', …)`，可以有任意多个处理函数。",
    params: EACH_EVENT,
  },
  cancelBluetoothAdapterStateChange: { does: '停止监听蓝牙状态的变化。' },
  openBluetoothSetting: { does: `打开手机的蓝牙设置。${SILENT}` },
  startBluetoothDevicesDiscovery: {
    does: "开始搜索蓝牙设备，搜到的设备由 `upsdk.on('BluetoothDeviceFound', …)` 收到。",
    params: { services: '只搜索有这些服务的设备', allowDuplicatesKey: '同一设备是否重复上报' },
  },
  stopBluetoothDevicesDiscovery: { does: '停止搜索蓝牙设备。' },
  registerBluetoothDeviceFound: {
    does: "监听搜到的蓝牙设备。推荐用 `upsdk.on('BluetoothDeviceFound', …)`，可以有任意多个处理函数。",
    params: EACH_EVENT,
  },
  cancelBluetoothDeviceFound: { does: '停止监听搜到的蓝牙设备。' },
  getBluetoothDevices: { does: '列出搜到的蓝牙设备，返回 `{ devices }`。' },
  getConnectedBluetoothDevices: {
    does: '列出已连接的蓝牙设备，返回 `{ devices }`。',
    params: { services: '只列出有这些服务的设备' },
  },
  makeBluetoothPair: { does: `与蓝牙设备配对。${OWN_DIALOG}${OLD}` },
  isBluetoothDevicePaired: { does: `查询蓝牙设备是否已配对。${OLD}` },
  connectBLEDevice: { does: '连接蓝牙设备。', params: { deviceId: '设备的 ID' } },
  disconnectBLEDevice: { does: '断开蓝牙设备。', params: { deviceId: '设备的 ID' } },
  registerBLEConnectionStateChange: {
    does: "监听蓝牙设备的连接与断开。推荐用 `upsdk.on('BLEConnectionStateChange', …)`，可以有任意多个处理函数。",
    params: EACH_EVENT,
  },
  cancelBLEConnectionStateChange: { does: '停止监听蓝牙设备的连接与断开。' },
  getBLEDeviceServices: {
    does: '列出蓝牙设备的服务，返回 `{ services }`。',
    params: { deviceId: '设备的 ID' },
  },
  getBLEDeviceCharacteristics: {
    does: '列出一个服务的特征，返回 `{ characteristics }`。',
    params: { deviceId: '设备的 ID', serviceId: '服务的 ID' },
  },
  writeBLECharacteristicValue: {
    does: '写入特征的值。',
    params: { ...CHARACTERISTIC, value: '要写入的值，格式没有文档' },
  },
  readBLECharacteristicValue: {
    does: '读取特征的值，返回 `{ characteristic: { characteristicId, serviceId, value } }`。',
    params: CHARACTERISTIC,
  },
  notifyBLECharacteristicValueChange: {
    does: "要求设备上报特征值的变化，由 `upsdk.on('BLECharacteristicValueChange', …)` 收到。",
    params: CHARACTERISTIC,
  },
  registerBLECharacteristicValueChange: {
    does: "监听特征值的变化。推荐用 `upsdk.on('BLECharacteristicValueChange', …)`，可以有任意多个处理函数。",
    params: EACH_EVENT,
  },
  cancelBLECharacteristicValueChange: { does: '停止监听特征值的变化。' },
  getBLEDeviceRSSI: { does: `取得蓝牙设备的信号强度。${OLD}` },
  getBLEMTU: { does: `取得每个数据包的最大字节数（MTU）。${OLD}` },
  setBLEMTU: { does: `设置每个数据包的最大字节数（MTU）。${OLD}` },
  onBLEMTUChange: {
    does: `监听 MTU 的变化。推荐用 \`upsdk.on('BLEMtuChanged', …)\`，可以有任意多个处理函数。${OLD}`,
    params: EACH_EVENT,
  },
  offBLEMTUChange: { does: `停止监听 MTU 的变化。${OLD}` },
  onMtuChanged: {
    does: `监听 MTU 的变化：每次变化都执行 \`success\`，没有返回值，发出即完成。推荐用 \`upsdk.on('MtuChanged', …)\`，可以有任意多个处理函数。${OLD}`,
    params: { success: '每次变化时收到客户端给的值' },
  },
  getBluetoothStatus: { does: `取得蓝牙的状态。${SINCE_2021}` },
  openBluetooth: { does: `打开蓝牙。${OWN_DIALOG}${SINCE_2021}` },
  createBLEPeripheralServer: { does: `让手机成为蓝牙外设。${SINCE_2021}` },
  closeBLEPeripheralServer: { does: `停止作为蓝牙外设。${SINCE_2021}` },
  addService: { does: `为蓝牙外设添加服务。${SINCE_2021}` },
  removeService: { does: `移除蓝牙外设的服务。${SINCE_2021}` },
  startAdvertising: { does: `蓝牙外设开始广播。${SINCE_2021}` },
  stopAdvertising: { does: `蓝牙外设停止广播。${SINCE_2021}` },
  writeCharacteristicValue: { does: `写入蓝牙外设的特征值。${SINCE_2021}` },
  registerBLEPeripheralConnectionStateChangedNotification: {
    does: `监听蓝牙外设的连接与断开。推荐用 \`upsdk.on('BLEPeripheralConnectionStateChanged', …)\`，可以有任意多个处理函数。${SINCE_2021}`,
    params: EACH_EVENT,
  },
  cancelBLEPeripheralConnectionStateChangedNotification: {
    does: `停止监听蓝牙外设的连接与断开。${SINCE_2021}`,
  },
  registerCharacteristicReadNotification: {
    does: `监听特征值被读取。推荐用 \`upsdk.on('BLEPeripheralCharacteristicRead', …)\`，可以有任意多个处理函数。${SINCE_2021}`,
    params: EACH_EVENT,
  },
  cancelCharacteristicReadNotification: { does: `停止监听特征值被读取。${SINCE_2021}` },
  registerCharacteristicWriteNotification: {
    does: `监听特征值被写入。推荐用 \`upsdk.on('BLEPeripheralCharacteristicWrite', …)\`，可以有任意多个处理函数。${SINCE_2021}`,
    params: EACH_EVENT,
  },
  cancelCharacteristicWriteNotification: { does: `停止监听特征值被写入。${SINCE_2021}` },
  registerCharacteristicSubscribedNotification: {
    does: `监听特征值被订阅。推荐用 \`upsdk.on('BLEPeripheralCharacteristicSubscribed', …)\`，可以有任意多个处理函数。${SINCE_2021}`,
    params: EACH_EVENT,
  },
  cancelCharacteristicSubscribedNotification: { does: `停止监听特征值被订阅。${SINCE_2021}` },
  registerCharacteristicUnsubscribedNotification: {
    does: `监听特征值的订阅被取消。推荐用 \`upsdk.on('BLEPeripheralCharacteristicUnSubscribed', …)\`，可以有任意多个处理函数。${SINCE_2021}`,
    params: EACH_EVENT,
  },
  cancelCharacteristicUnsubscribedNotification: { does: `停止监听特征值的订阅被取消。${SINCE_2021}` },
  getNFCStatus: { does: `取得 NFC 的状态。${SINCE_2021}` },
  openNFCSetting: { does: `打开手机的 NFC 设置。${SILENT}` },
  getHCEState: {
    does: `查询手机能否模拟卡片（HCE）。没有 NFC（1001）、不支持 HCE（1003）为 \`unsupported\`，NFC 没有打开（1002）、由别的 App 处理（1004）为 \`permission\`。${NO_FIELDS}`,
  },
  startHCE: {
    does: `让手机模拟卡片（HCE）。${OWN_DIALOG}注册失败（1101）为 \`system\`，AID 列表不对（1102、1103）为 \`invalid-params\`，其余同 \`getHCEState\`。${NO_FIELDS}`,
  },
  stopHCE: {
    does: `停止模拟卡片。参数错误（1401）为 \`invalid-params\`，停止失败（1402）为 \`system\`，其余同 \`getHCEState\`。${NO_FIELDS}`,
  },
  sendHCEMessage: { does: '回答读卡器。发送失败（1301）为 `system`，其余同 `getHCEState`。' },
  onHCEMessage: {
    does: "监听读卡器：每条消息都执行 `success`，没有返回值，发出即完成。推荐用 `upsdk.on('HCEMessage', …)`，可以有任意多个处理函数。",
    params: { success: '每条消息时收到客户端给的值' },
  },
  deleteAllKeys: { does: '删除 `saveData` 保存的所有内容，返回客户端的原始内容。' },
  getAllKeys: { does: '列出 `saveData` 的所有键名，返回客户端的原始内容。' },
  getSharedData: { does: '读取小程序各页面共享的数据，返回文字（即使像 JSON 也是文字）。' },
  setSharedData: { does: '设置小程序各页面共享的数据。' },
  sendRequest: {
    does: `由客户端发送请求，最长 60 秒。返回 \`{ message }\`：按 \`dataType\` 解码的内容。${OLD}`,
    params: { dataType: '怎样解码返回的内容' },
  },
  logEvent: { does: '向云闪付的统计里添加一个事件。可能没有回调。' },
  appletLogEvent: { does: `向云闪付的统计里添加小程序的一个事件。可能没有回调。${OLD}` },
  addConsole: { does: '写入云闪付自己的日志。可能没有回调。' },
}

/** The fallbacks of the web (`src/fallbacks`), each in a line of Chinese. */
export const FALLBACKS_IN_CHINESE: Readonly<Record<string, string>> = {
  vibrate: '让手机短暂震动。浏览器不能时为 `unsupported`。',
  getScreenParams: '取得屏幕的尺寸（CSS 像素）。云闪付返回的字段名没有文档。',
  getSystemInfo: '从浏览器读取设备和系统的信息。云闪付返回的字段名没有文档。',
  getBatteryInfo: '取得 `level`（百分比）和 `isCharging`。云闪付返回的字段名没有文档。',
  setScreenBrightness:
    '数值大时让屏幕保持常亮，小时不再保持。网页不能改亮度，而调亮多半是为了出示付款码时不熄屏。返回要求的亮度；浏览器不能保持常亮时为 `unsupported`。',
  saveImage:
    '下载图片。云闪付的参数没有文档，这里取 `base64`、`data`、`image`（base64、data URL 或地址）和 `url`（地址）中的第一个。读不到地址为 `network`，不是图片为 `system`，浏览器不能下载为 `unsupported`。',
  chooseImage: '从相册或相机取一张图片，像云闪付那样缩小到 `maxWidth` × `maxHeight` 以内。',
  chooseFileFromAlbum: '从相册选一个文件，超过 `maxSize` 字节时返回 03。',
  readAlbumData: '分段读取选中的文件。参数不对返回 00，不是在这里选的文件返回 07。',
  getLocationGps:
    '从浏览器取得位置，在中国境内转成 GCJ-02，误差 1 到 2 米；陆地边界之外约 20 公里以内也会被误转。失败为 `permission`、`timeout`、`system`、`unsupported`；用户还没有操作过页面、也没有授权过时为 `unsupported`。',
  getLocation: '与 `getLocationGps` 相同，另有以米为单位的精度。可以是 `cacheTimeout` 秒以内的位置。',
  openLocation: '在当前窗口用高德地图的网页显示地点，网页上可以打开高德的 App。',
  navi: '在当前窗口用高德地图的网页显示驾车路线，网页上可以打开高德的 App。',
  createWebView: "在当前窗口打开地址。`isFinish: '1'` 时替换当前页面的历史记录。",
  navigateTo: '在当前窗口打开 `url`。',
  redirectTo: '在当前窗口打开 `url`，替换当前页面的历史记录。',
  navigateBack: '返回 `delta` 页，默认一页。',
  showFlashInfo: '显示页面自己的轻提示。`core` 没有 `presenter` 时为 `unsupported`。',
  setNavigationBarTitle: '设置网页的标题。',
  closeWebApp: '有上一页时返回，否则关闭窗口。浏览器不允许时为 `unsupported`。',
  sendRequest:
    '用 `fetch` 发送请求，受浏览器的跨域限制。只有 `dataType` 有文档，这里还认识 `url`、`method`、`headers` 或 `header`、`data` 或 `body`。对象按 JSON 发送，GET 和 HEAD 放进查询参数；表单、二进制原样发送。返回 `{ message, status }`，失败为 `network`、`invalid-params`。',
  scanQRCode:
    '用浏览器自带的 `BarcodeDetector`，在弹出的画面里用相机扫码，没有相机时从照片识别。浏览器没有它时为 `unsupported`，失败还有 `permission`、`cancelled`，正在扫码时为 `busy`。',
  showSharePopup:
    '打开浏览器的分享面板；没有时复制地址，并用轻提示说明。地址是 `shareUrl`，默认是当前页面的地址（只有路径和 hash 路由）。失败为 `cancelled`，面板还开着时为 `busy`。',
  saveData: '把文字保存在浏览器里。',
  queryData: "读取 `saveData` 保存的内容，没有时是 ''。",
  deleteData: '删除 `saveData` 在一个键名下保存的内容。',
  deleteAllKeys: '删除 `saveData` 保存的所有内容，不影响页面保存的其他内容。',
  getAllKeys: '列出 `saveData` 的键名，返回 `{ code, keys }`。云闪付的返回没有文档。',
  setSharedData: '把 `value` 保存在 `key` 下，同源的所有页面都能读取。',
  getSharedData: '读取 `setSharedData` 在 `key` 下保存的内容。',
}

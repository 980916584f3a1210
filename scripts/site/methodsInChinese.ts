/** The docstrings of the most used methods, in Chinese. A test checks that the parameters match. */

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
const NO_FIELDS = '返回对象的字段没有文档，以真机为准。'

export const METHODS_IN_CHINESE: Readonly<Record<string, InChinese>> = {
  pay: {
    does: '支付一笔订单。成功时没有返回值：是否付款，由后端查询订单。用户取消为 `cancelled`，没有 `tn` 为 `invalid-params`，重复点击为 `busy`；其余多为 `unknown`，因为 upsdk 会丢弃 `pay` 的错误码。',
    params: {
      tn: '交易流水号，由后端下单取得',
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
    does: "请用户添加到常用应用，返回 `{ code, msg }`：'00' 已添加，'01' 已替换。用户取消（02）、没有该应用（03）、已添加（04）、未登录（05）时失败。",
    params: { url: '应用的地址' },
  },
  collectCurrentApplet: {
    does: "请用户收藏当前小程序，返回 `{ code: '00' }`。已收藏（01）、不在小程序页面（02）、网络异常（03）、用户取消（04）时失败。",
  },
  setScreenBrightness: {
    does: '设置屏幕亮度，返回 `{ brightness }`（0 到 1）。',
    params: { brightness: '0（暗）到 1' },
  },
  vibrate: { does: '让手机震动。2020 年的云闪付没有此方法（`unsupported`），可能没有回调。' },
}

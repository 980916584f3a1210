import { causeHints, codeHints, methodHints, otherHints, reasonHints } from '../failure/hints'
import * as serverHints from '../serverCodes/hints'

/** The texts of a table by its keys: one that is missing does not compile. */
type Chinese<Table> = { readonly [Key in keyof Table]: string }

// The kit's hints in Chinese. They stand here, and not beside the English ones, because only inspectors and the command
// line say them: no page loads them.

const ofReasons: Chinese<typeof reasonHints> = {
  'outside-wallet': '页面不是在云闪付内打开的。',
  'sdk-missing': 'upsdk.js 未加载：检查 script 标签与 CSP，或设置 `script: true`。',
  'ready-timeout': '桥接未在 `readyTimeout` 内就绪。',
  'not-ready': '在 pluginReady 之外直接调用了 upsdk。',
  forbidden: '在开放平台开通该接口的权限，并配置域名。',
  unsupported: '请核对方法名；若无误，则是用户的云闪付版本过低。',
  'invalid-params': '检查参数。',
  'bad-signature': '检查 `config` 的 appId、url、签名与 frontToken。',
  'bad-config': '`config` 需要 appId、nonceStr、timestamp、signature。',
  unauthorized: '用 appletAuth 重新获取授权码。',
  identity: '身份验证未通过。',
  'user-state': '该账户不能办理此业务。',
  permission: '手机系统设置中未授予权限。',
  network: '网络不可用。',
  busy: '同一调用或另一笔支付尚未返回。',
  cancelled: '用户取消。',
  timeout: '已发出，但未在时限内返回。',
  aborted: '页面主动中止。',
  system: '云闪付或银联服务端出错。',
  unknown: '原因不明：打印 `error.raw` 查看原始返回。',
}

const ofCauses: Chinese<typeof causeHints> = {
  destroyed: '此实例已销毁，不能再用。请在 React 组件之外创建，整个页面只创建一个。',
  'given up': '页面主动中止。',
  replaced: '尚未发出，即被另一次调用取代。',
  'malformed signal': '选项 signal 与 beforeSending 必须是 AbortSignal，而不是它的 controller。',
  fallback: '来自网页替代实现，不是云闪付的返回。',
  'no tap': '浏览器只允许由用户点击触发此操作：请在 click 回调中调用。',
}

const ofCodes: Chinese<typeof codeHints> = {
  94: '当日人像验证失败次数过多：请提供其他方式，例如用 `verifyPayPwd` 验证支付密码。',
  95: '人像验证失败，用户可以再试。',
  96: '未开通人像认证：可用 `actions` 引导用户去开通。',
  99: '未实名：可用 `actions` 引导用户去认证。',
  c02: '接口权限或能力包未在开放平台开通，或域名未配置。也请检查是否有官方 upsdk 的调用写在 pluginReady 之外。',
  c99: '`pay` 缺少 tn。',
  c102: '用户的云闪付版本过低。',
  __ENV__10002: '授权组件的 timeout 值非法。',
  a20: '你的后端所用的 frontToken 错误或已过期（有效期 2 小时）：重新获取，并重新签名 `upsdk.config`。',
  a10: 'backendToken 错误或已过期：在你的后端更新。',
}

const ofMethods: Chinese<typeof methodHints> = {
  'Album|Recording|readFace 03': '文件大于 `maxSize`。',
  'Album|Recording|readFace 04': '云闪付没有给出原因。',
  'Album|Recording|readFace 07': '文件已不存在：请用户重新选择。',
  'pay 02': '云闪付返回支付失败。',
  'collectCurrentApplet 01': '已收藏过。',
  'collectCurrentApplet 02': '当前页面不是小程序页面。',
  'collectCurrentApplet 05': '云闪付没有给出原因。',
  'addCommonApp 03': '没有此应用：检查 appId 或 url。',
  'addCommonApp 04': '已经添加过。',
  'addCommonApp 05': '用户未登录云闪付。',
  'Applet 101': 'appId 为空。',
  'Applet 102': '没有此应用：检查 appId 或 url。',
  'shareSingle|showShareMore 01': '分享渠道对应的应用未安装，或调用失败。',
  'shareSingle|showShareMore 02': '检查 shareType 与 shareId。',
  'recentlyUsed 01': '用户未登录云闪付。',
  'recentlyUsed 02': '云闪付没有给出原因。',
  'HCE 1001': '手机没有 NFC。',
  'HCE 1002': 'NFC 未开启。',
  'HCE 1003': '手机不支持 HCE。',
  'HCE 1004': '云闪付不是默认的 NFC 支付应用。',
  'HCE 1101': 'HCE 注册失败。',
  'HCE 1102': '检查 AID 列表。',
  'HCE 1301': 'HCE 消息未发出。',
  'HCE 1402': 'HCE 注册未能取消。',
}

const ofServers: Chinese<typeof serverHints> = {
  authorization: '用 appletAuth 重新获取授权码：授权码只能用一次，且很快过期。',
  token: '后端的令牌缺失、错误或已过期：在你的后端更新。',
  user: '只能由用户在云闪付中处理。',
  field: '检查后端上送的字段。',
  signature: '检查后端签名的内容、算法与密钥。',
  permission: '在开放平台检查能力包、域名与权限。',
  failure: '银联服务端出错；若持续出现，请带上时间与请求报文联系银联。',
  several: '此码有多种含义。',
  code: '用户授权码错误、已用过、已过期或含空格：用 appletAuth 重新获取；或 backendToken 已过期（有效期 2 小时）。',
  capability: '检查该接口的能力包是否已在开放平台开通，且含所需的 scope。',
  domain: '在开放平台配置该域名。',
  timestamp: '先检查时间戳：北京时间的秒数，服务器时钟须准确。',
  scope: '检查 scope，以及对应的能力包是否开通。',
  activity: '营销活动 ID 或机构账号与申请时不一致。',
  noToken: '请求中缺少后端的令牌（backendToken 或 frontToken）。',
  plan: '检查 appId；无感支付还要检查 planId。',
  unknownToken: '缓存中没有此 accessToken（请用户重新授权）或 backendToken（在你的后端更新）。',
  app: 'appId 错误、未上线，或属于另一环境。',
  signed: '已签约：无需处理，查询签约结果即可。',
  mobile: '用 scope.mobile 再次请求授权。',
  password: '检查 transNo 与 bizType；请用户重新输入支付密码。',
  userGone: '用户已不存在：重新获取 openId。',
  redPacket: '红包活动编号未配置。',
  gateway:
    '不在安全域名列表中、校验文件未上传、触发限流（稍后再试）、请求超过 5 分钟、secret 不一致，或 transTp 有误。',
  access: '没有接口权限、时间戳超过 5 分钟，或不是安全域名。',
  bussCode: '该 appId 未配置此 bussCode：请向银联申请。',
  publicKey: '未在开放平台配置公钥。',
}

const others: Chinese<typeof otherHints> = {
  carried: '请传入解析后的响应体，而不是请求或响应对象。',
  wentWell: '成功，无需提示。',
  askBackend: '再次支付之前，先向后端查询订单。',
  oneOf: '可能为：',
}

const TABLES: readonly (readonly [
  english: Readonly<Record<string, string>>,
  chinese: Readonly<Record<string, string>>,
])[] = [
  [reasonHints, ofReasons],
  [causeHints, ofCauses],
  [codeHints, ofCodes],
  [methodHints, ofMethods],
  [serverHints, ofServers],
  [otherHints, others],
]

/**
 * A hint of the kit in Chinese. What it does not know, such as official texts or a hint of your own, stays.
 *
 * @param hint `hint` of an `UpsdkError`, an `Explanation` or a step
 */
export function hintInChinese(hint: string): string {
  let text = hint
  for (const [english, chinese] of TABLES)
    for (const key of Object.keys(english)) text = text.split(english[key] as string).join(chinese[key])
  // Chinese sentences have no blank between them.
  return text.replace(/([。：]) /g, '$1')
}

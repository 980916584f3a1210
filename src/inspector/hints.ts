/**
 * The kit's hints in Chinese. They stand here, and not beside the English ones, because only inspectors and
 * the command line say them: no page loads them.
 */
const HINTS: readonly (readonly [english: string, chinese: string])[] = [
  // Reasons.
  ['Not opened in the wallet app.', '页面不是在云闪付内打开的。'],
  [
    'upsdk.js is not loaded: check its script tag, or set `script: true`.',
    'upsdk.js 未加载：检查 script 标签与 CSP，或设置 `script: true`。',
  ],
  ['The wallet bridge did not come up in `readyTimeout`.', '桥接未在 `readyTimeout` 内就绪。'],
  ['Called outside pluginReady.', '在 pluginReady 之外直接调用了 upsdk。'],
  [
    'Have the permission enabled on the open platform, and the domain registered.',
    '在开放平台开通该接口的权限，并配置域名。',
  ],
  ['This wallet does not have the method.', '请核对方法名；若无误，则是用户的云闪付版本过低。'],
  ['Check the parameters.', '检查参数。'],
  [
    'Check appId, url, signature and frontToken of `config`.',
    '检查 `config` 的 appId、url、签名与 frontToken。',
  ],
  [
    '`config` needs appId, nonceStr, timestamp and signature.',
    '`config` 需要 appId、nonceStr、timestamp、signature。',
  ],
  ['Get a new code with appletAuth.', '用 appletAuth 重新获取授权码。'],
  ['Identity check not passed.', '身份验证未通过。'],
  ['The account cannot do this.', '该账户不能办理此业务。'],
  ['Not allowed in the settings of the phone.', '手机系统设置中未授予权限。'],
  ['No connection.', '网络不可用。'],
  ['The same call, or a payment, is still open.', '同一调用或另一笔支付尚未返回。'],
  ['Cancelled by the user.', '用户取消。'],
  ['Sent, but not answered in time.', '已发出，但未在时限内返回。'],
  ['Given up by the page.', '页面主动中止。'],
  ['The wallet or a server failed.', '云闪付或银联服务端出错。'],
  ['See `raw`.', '原因不明：打印 `error.raw` 查看原始返回。'],
  ['It went well: there is nothing to show.', '成功，无需提示。'],
  ['Hand over the parsed body, not what carries it.', '请传入解析后的响应体，而不是请求或响应对象。'],
  ['Ask your backend for the order before another payment.', '再次支付之前，先向后端查询订单。'],
  // Codes of the front end and of the SDK file.
  ['Face check failed too often today.', '当日人像验证失败次数过多。'],
  ['Face check failed; the user may try again.', '人像验证失败，用户可以再试。'],
  ['Face check not enabled; offer a way with `actions`.', '未开通人像认证：可用 `actions` 引导用户去开通。'],
  ['No real-name check yet; offer a way with `actions`.', '未实名：可用 `actions` 引导用户去认证。'],
  [
    'A permission or capability is not enabled on the open platform, or the domain is not registered. Calls of raw upsdk outside pluginReady get it too.',
    '接口权限或能力包未在开放平台开通，或域名未配置。在 pluginReady 之外直接调用官方 upsdk 也会得到此码。',
  ],
  ['`pay` needs a tn.', '`pay` 缺少 tn。'],
  ['The wallet app is too old.', '用户的云闪付版本过低。'],
  ['Illegal timeout of the authorization button.', '授权组件的 timeout 值非法。'],
  // Codes of single methods.
  ['The file is larger than `maxSize`.', '文件大于 `maxSize`。'],
  ['The wallet names no cause.', '云闪付没有给出原因。'],
  ['The file is gone: let the user choose again.', '文件已不存在：请用户重新选择。'],
  ['No such app: check appId or url.', '没有此应用：检查 appId 或 url。'],
  ['Not logged in to the wallet.', '用户未登录云闪付。'],
  ['The wallet says that it failed.', '云闪付返回支付失败。'],
  ['Already followed.', '已收藏过。'],
  ['Not in a mini-program page.', '当前页面不是小程序页面。'],
  ['Already there.', '已经添加过。'],
  ['appId is empty.', 'appId 为空。'],
  ["The channel's app is not installed, or the call failed.", '分享渠道对应的应用未安装，或调用失败。'],
  ['Check shareType and shareId.', '检查 shareType 与 shareId。'],
  ['This phone has no NFC.', '手机没有 NFC。'],
  ['NFC is off.', 'NFC 未开启。'],
  ['This phone has no HCE.', '手机不支持 HCE。'],
  ['The wallet is not the default app for NFC.', '云闪付不是默认的 NFC 支付应用。'],
  ['Registration failed.', 'HCE 注册失败。'],
  ['Check the list of AIDs.', '检查 AID 列表。'],
  ['The message was not sent.', 'HCE 消息未发出。'],
  ['Registration could not be taken back.', 'HCE 注册未能取消。'],
  // Codes of servers.
  [
    'Your backend’s own token is missing, wrong or expired: renew it on your server.',
    '后端的令牌缺失、错误或已过期：在你的后端更新。',
  ],
  ["Your backend's own token is missing: send it.", '请求中缺少后端的令牌（backendToken 或 frontToken）。'],
  ['Only the user can fix this, in the wallet app.', '只能由用户在云闪付中处理。'],
  ['Check the fields that your backend sends.', '检查后端上送的字段。'],
  ['Check what your backend signs, how, and with which key.', '检查后端签名的内容、算法与密钥。'],
  ['Check capabilities, domains and permissions on the open platform.', '在开放平台检查能力包、域名与权限。'],
  [
    'UnionPay’s server failed; if it stays, ask UnionPay with time and request.',
    '银联服务端出错；若持续出现，请带上时间与请求报文联系银联。',
  ],
  [
    'The authorization code is wrong, used or expired, or has spaces in it: get a new one with appletAuth. Or the backendToken has expired (2 h).',
    '用户授权码错误、已用过、已过期或含空格：用 appletAuth 重新获取；或 backendToken 已过期（有效期 2 小时）。',
  ],
  [
    'The frontToken of your server is wrong or has expired (2 h): fetch a new one, and sign `upsdk.config` again.',
    '你的后端所用的 frontToken 错误或已过期（有效期 2 小时）：重新获取，并重新签名 `upsdk.config`。',
  ],
  [
    'The backendToken is wrong or has expired: renew it on your server.',
    'backendToken 错误或已过期：在你的后端更新。',
  ],
  [
    'Check that the capability of this interface is enabled on the open platform, and its scope granted.',
    '检查该接口的能力包是否已在开放平台开通，且含所需的 scope。',
  ],
  ['Register the domain on the open platform.', '在开放平台配置该域名。'],
  ['Check the timestamp first: seconds, Beijing time.', '先检查时间戳：北京时间的秒数，服务器时钟须准确。'],
  ['Check the scope, and that its capability is enabled.', '检查 scope，以及对应的能力包是否开通。'],
  [
    'The activity id, or the institution account, differs from what was applied for.',
    '营销活动 ID 或机构账号与申请时不一致。',
  ],
  ['Check appId; for password-free payment also planId.', '检查 appId；无感支付还要检查 planId。'],
  [
    'There is no such accessToken (authorize the user again) or backendToken (renew it on your server).',
    '缓存中没有此 accessToken（请用户重新授权）或 backendToken（在你的后端更新）。',
  ],
  ['The appId is wrong, not live, or of the other environment.', 'appId 错误、未上线，或属于另一环境。'],
  ['Already signed: nothing to fix, query the contract.', '已签约：无需处理，查询签约结果即可。'],
  ['Ask again with scope.mobile.', '用 scope.mobile 再次请求授权。'],
  [
    'Check transNo and bizType; let the user enter the password again.',
    '检查 transNo 与 bizType；请用户重新输入支付密码。',
  ],
  ['The user is gone: get openId anew.', '用户已不存在：重新获取 openId。'],
  [
    'The domain is not on the safe list, the file is not uploaded, too many calls (wait), older than 5 min, another secret, or a wrong transTp.',
    '不在安全域名列表中、校验文件未上传、触发限流（稍后再试）、请求超过 5 分钟、secret 不一致，或 transTp 有误。',
  ],
  [
    'No permission for the interface, a timestamp older than 5 min, or a domain not on the safe list.',
    '没有接口权限、时间戳超过 5 分钟，或不是安全域名。',
  ],
  ['The public key is not configured on the open platform.', '未在开放平台配置公钥。'],
  ['The id of the red-packet activity is not configured.', '红包活动编号未配置。'],
  [
    'The bussCode is not configured for this appId: ask for it.',
    '该 appId 未配置此 bussCode：请向银联申请。',
  ],
  ['It has several meanings.', '此码有多种含义。'],
  ['One of:', '可能为：'],
  // The kit's own.
  [
    'This kit was destroyed, which is final: make one kit for the page, outside of React components.',
    '此实例已销毁，不能再用。请在 React 组件之外创建，整个页面只创建一个。',
  ],
  ['From its fallback, not from the wallet.', '来自网页替代实现，不是云闪付的返回。'],
  [
    'The browser does this on a tap only: call it in a click handler.',
    '浏览器只允许由用户点击触发此操作：请在 click 回调中调用。',
  ],
  ['Another call took its place before it was sent.', '尚未发出，即被另一次调用取代。'],
  [
    'Options "signal" and "beforeSending" must be an AbortSignal, not its controller.',
    '选项 signal 与 beforeSending 必须是 AbortSignal，而不是它的 controller。',
  ],
]

/**
 * A hint of the kit in Chinese. What it does not know, such as official texts or a hint of your own, stays.
 *
 * @param hint `hint` of an `UpsdkError`, an `Explanation` or a step
 */
export function hintInChinese(hint: string): string {
  let text = hint
  for (const [english, chinese] of HINTS) text = text.split(english).join(chinese)
  // Chinese sentences have no blank between them.
  return text.replace(/([。：]) /g, '$1')
}

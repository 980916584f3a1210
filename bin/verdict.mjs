// @ts-check
/** What happened and who fixes it, as the command line and the site's pages of codes say it first. */

/**
 * @typedef {import('../src/types/failure').Reason} Reason
 * @typedef {import('../src/types/failure').Source} Source
 * @typedef {keyof typeof ACTORS} Actor
 */

/** Who can end a failure. */
export const ACTORS = {
  user: {
    zh: '用户。页面提示即可；有其他方式的（如支付密码、网页版），由页面提供。',
    en: 'the user. The page only has to say so, or to offer another way (the payment password, a web page).',
  },
  page: {
    zh: '页面的开发者。问题在页面的代码里。',
    en: 'the developer of the page: the mistake is in its code.',
  },
  platform: {
    zh: '小程序的管理员，在开放平台上开通权限、能力包，或配置域名。',
    en: 'whoever manages the mini-program, on the open platform: permissions, capability packages, domains.',
  },
  server: {
    zh: '你的后端。问题在它的令牌、签名或上送的字段；需要新的授权码时，再由页面获取。',
    en: 'your server: its tokens, its signature or the fields that it sends. If it needs a new authorization code, the page gets one.',
  },
  unionpay: {
    zh: '银联。它的服务端出错；持续出现时，带上时间与请求报文联系银联。',
    en: 'UnionPay: its server failed. If it persists, report the time and the request.',
  },
  order: {
    zh: '你的后端：先查询订单，再决定是否重新支付。',
    en: 'your server: it looks the order up before anyone pays again.',
  },
  none: {
    zh: '不用处理：这是用户自己的选择。',
    en: 'nobody has to: it was the user’s own choice.',
  },
  nobody: {
    zh: '先等一等。多为一时的故障，稍后再试；持续出现时，打印 `error.raw` 查看。',
    en: 'nobody yet: it usually passes. If it persists, look at `error.raw`.',
  },
}

/**
 * What happened, in a sentence, and who ends it: of each reason, and of a payment that may have been made. A reason
 * without a row does not compile.
 *
 * @type {Readonly<Record<Reason | 'unconfirmed' | 'refusedOrUnconfirmed', { actor: Actor, zh: string, en: string }>>}
 */
export const VERDICTS = {
  'outside-wallet': {
    actor: 'user',
    zh: '页面不是在云闪付里打开的。',
    en: 'The page is not open in the wallet app.',
  },
  'sdk-missing': {
    actor: 'page',
    zh: '`upsdk.js` 没有加载。',
    en: '`upsdk.js` did not load.',
  },
  'ready-timeout': {
    actor: 'nobody',
    zh: '桥接没有按时就绪，调用没有发出。',
    en: 'The bridge did not come up in time; the call was not sent.',
  },
  'not-ready': {
    actor: 'page',
    zh: '在就绪之前调用了官方 `upsdk`。',
    en: 'Raw `upsdk` was called before it was ready.',
  },
  forbidden: {
    actor: 'platform',
    zh: '权限、能力包没有开通，或域名没有配置。',
    en: 'A permission, capability package or domain is not enabled.',
  },
  unsupported: {
    actor: 'user',
    zh: '用户的云闪付没有此功能，或方法名有误。',
    en: 'This wallet lacks the feature, or the method’s name is wrong.',
  },
  'invalid-params': {
    actor: 'page',
    zh: '参数或请求有误，原样重试没有用。',
    en: 'A parameter or the request is wrong; retrying it unchanged is useless.',
  },
  'bad-signature': {
    actor: 'server',
    zh: '签名没有通过，或还没有通过的签名。',
    en: 'The signature was refused, or there is none yet.',
  },
  'bad-config': {
    actor: 'page',
    zh: '没有得到可用的签名配置。',
    en: 'There was no usable signed config.',
  },
  unauthorized: {
    actor: 'page',
    zh: '授权码或登录已失效，或已经用过。',
    en: 'The authorization code or session is invalid, expired or used.',
  },
  identity: {
    actor: 'user',
    zh: '人像验证或实名认证没有通过。',
    en: 'A face or real-name check was not passed.',
  },
  'user-state': {
    actor: 'user',
    zh: '用户的账户目前不能办理。',
    en: 'The user’s account cannot do this at present.',
  },
  permission: {
    actor: 'user',
    zh: '手机设置里没有开启权限。',
    en: 'The phone’s settings do not allow it.',
  },
  network: {
    actor: 'user',
    zh: '网络不通。',
    en: 'There was no connection.',
  },
  busy: {
    actor: 'nobody',
    zh: '同一操作还在进行。',
    en: 'The same operation is still in progress.',
  },
  cancelled: {
    actor: 'none',
    zh: '用户取消了。',
    en: 'The user cancelled.',
  },
  timeout: {
    actor: 'nobody',
    zh: '已发出，但没有按时返回。',
    en: 'It was sent, but not answered in time.',
  },
  aborted: {
    actor: 'page',
    zh: '页面自己取消了调用。',
    en: 'The page itself gave the call up.',
  },
  system: {
    actor: 'nobody',
    zh: '云闪付或服务端出错。',
    en: 'The wallet or a server failed.',
  },
  unknown: {
    actor: 'nobody',
    zh: '原因不明。',
    en: 'The reason is not known.',
  },
  unconfirmed: {
    actor: 'order',
    zh: '支付已发出，客户端返回失败，但可能已经付款。',
    en: 'The payment was sent and the wallet reported a failure, but it may have been made.',
  },
  refusedOrUnconfirmed: {
    actor: 'order',
    zh: '云闪付拒绝了这次支付，没有发出（error.sent 为 false）；或已发出后返回失败，可能已经付款。',
    en: 'The wallet refused the payment, which was not sent (error.sent is false), or failed after it was sent, and it may have been made.',
  },
}

/**
 * @param {Reason} reason
 * @param {Source} source
 * @param {string} hint tells a failure of UnionPay's server from one of the page's own: the catalogue gives both `system`
 * @returns {Actor}
 */
export function actorOf(reason, source, hint) {
  if (source !== 'server') return VERDICTS[reason].actor
  // The server exchanges codes and holds the tokens; a new code is what it then asks the page for.
  if (reason === 'invalid-params' || reason === 'unauthorized') return 'server'
  if (reason === 'system') return /^UnionPay/.test(hint) ? 'unionpay' : 'server'
  return VERDICTS[reason].actor
}

/**
 * Is it a code of upsdk itself, which any call may end with? A payment with it may have been made.
 *
 * @param {string} code
 */
export const isOfAnyCall = (code) => /^c\d/.test(code)

/**
 * Is it a code with which the bridge refuses a call? A payment with it was not sent if it came at once.
 *
 * @param {string} code
 */
export const isRefusalOfBridge = (code) => /^c0[24]$/.test(code)

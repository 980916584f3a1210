/**
 * Stands for UnionPay's open platform and a payment gateway, for development and tests: it ends the former token at
 * each new one, blocks who asks too often, takes a code once and not for long, and checks signatures.
 * Made from public implementations: where the real one differs, it counts. Its gateway is made up.
 */
import { createCipheriv, createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

const CODE_LIVES = 5 * 60_000
const MOST_AGE = 5 * 60

/** What the users of this platform have, by the name in their codes. */
const USERS = {
  anna: { mobile: '13800001234' },
  /** Has no mobile number. */
  bo: {},
}

/** A code as the wallet would give: `user.scope.issued.random`. A page can make one itself. */
export const makeCode = (user = 'anna', scope = 'base', issued = Date.now()) =>
  `${user}.${scope}.${issued.toString(36)}.${randomBytes(6).toString('hex')}`

/** What the simulated wallet gives to any page: counted from 1 at each load, so it works again and again. */
const EXAMPLE_CODE = /^example-code-\d+$/

const hex = (text, hash = 'sha256') => createHash(hash).update(text).digest('hex')
const random = () => randomBytes(16).toString('base64')
const inOrder = (fields) =>
  Object.keys(fields)
    .sort()
    .map((key) => `${key}=${fields[key]}`)
    .join('&')
const refuse = (resp, msg) => ({ resp, msg, params: {} })
const allow = (params) => ({ resp: '00', msg: '', params })

async function bodyOf(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text || '{}')
}

/** What there is at each start, unless a test says otherwise. */
export const ACCOUNT = {
  appId: 'stand-in-app',
  secret: 'stand-in-secret',
  /** 16 bytes in hex, as 3DES with two keys takes them. */
  mobileKey: '0123456789abcdeffedcba9876543210',
  gatewayKey: 'stand-in-gateway-key',
  /** Its switch: 'sm3' and 'sm4-ecb' go together. */
  hash: 'sha256',
  cipher: 'des-ede3-ecb',
}

/** Tokens: one of each kind lives, and who asks for too many is blocked. */
function createTokens({ appId, secret, hash, mostTokens, within, tokenLives }) {
  const current = {}
  const asked = { backendToken: [], frontToken: [] }

  function issue(name, { signature, ...fields }) {
    const now = Date.now()
    asked[name].push(now)
    const recent = asked[name].filter((time) => now - time < within)
    if (recent.length > mostTokens) return refuse('SG0024', '非法请求：触发限流')
    if (fields.appId !== appId) return refuse('N62126', '缓存中不包含此商户appId')
    if (!/^\d{10}$/.test(fields.timestamp) || Math.abs(now / 1000 - fields.timestamp) > MOST_AGE)
      return refuse('N60024', '非法请求')
    if (signature !== hex(inOrder({ ...fields, secret }), hash) || 'secret' in fields)
      return refuse('N60025', '验签失败')
    current[name] = random()
    return allow({ [name]: current[name], expiresIn: tokenLives })
  }

  return {
    asked,
    issue,
    end: (name) => delete current[name],
    isCurrent: (name, token) => !!token && token === current[name],
    /** Would upsdk take what a server has signed for the page at `address`? */
    takesConfig({ signature, ...fields }, address) {
      const isRight = signature === hex(inOrder({ ...fields, frontToken: current.frontToken }), hash)
      return isRight && fields.url === address.split('#')[0] && /^\d{10}$/.test(fields.timestamp)
    },
  }
}

/** Who a code is of, and what it allows. */
function createUsers(tokens, { mobileKey, cipher: algorithm }) {
  const used = new Set()
  const granted = new Map()

  function takeCode({ code: given, grantType }) {
    if (grantType !== 'authorization_code') return refuse('N62106', 'grantType应为固定值authoriz')
    const code = EXAMPLE_CODE.test(given) ? makeCode('anna', 'mobile') : given
    const [user, scope, issued] = String(code).split('.')
    const age = Date.now() - Number.parseInt(issued, 36)
    if (!Object.hasOwn(USERS, user) || used.has(code) || !(age < CODE_LIVES))
      return refuse('a31', `不合法的授权code，或已过期[${code}]`)
    used.add(code)
    const accessToken = random()
    const openId = Buffer.from(hex(user).slice(0, 32), 'hex').toString('base64')
    granted.set(accessToken, { user, scope, openId })
    return allow({ accessToken, expiresIn: 3600, openId, unionId: hex(openId), scope })
  }

  function giveMobile({ accessToken, openId }) {
    const grant = granted.get(accessToken)
    if (!grant) return refuse('BC2127', '缓存中不包含此accessToken')
    if (grant.openId !== openId) return refuse('BC2209', 'openId非法')
    if (grant.scope !== 'mobile') return refuse('N62131', '无权限访问此接口')
    const { mobile } = USERS[grant.user]
    if (!mobile) return refuse('N62136', '用户没有手机号')
    const key = Buffer.from(mobileKey, 'hex')
    const whole = algorithm === 'sm4-ecb' ? key : Buffer.concat([key, key.subarray(0, 8)])
    const cipher = createCipheriv(algorithm, whole, null)
    return allow({ mobile: cipher.update(mobile, 'utf8', 'base64') + cipher.final('base64') })
  }

  /** Only with the backendToken that lives. */
  const withToken = (answer) => (body) => {
    if (!body.backendToken) return refuse('N62101', 'backendToken不能为空')
    if (!tokens.isCurrent('backendToken', body.backendToken))
      return refuse('a10', '不合法的backend_token，或已过期')
    return answer(body)
  }
  return { takeCode: withToken(takeCode), giveMobile: withToken(giveMobile) }
}

/** The gateway's own, new at each start. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** Orders, what was paid, and the notification of the merchant's server. */
function createPayments() {
  const orders = new Map()
  return {
    publicKey,
    signNotification: (fields) => createSign('RSA-SHA256').update(inOrder(fields)).sign(privateKey, 'base64'),
    order({ orderId, amount, notifyUrl }) {
      const tn = `2026${randomBytes(8).readBigUInt64BE().toString().slice(0, 17)}`
      orders.set(orderId, { tn, amount, notifyUrl, state: 'waiting' })
      return { respCode: '00', tn }
    },
    query({ orderId }) {
      const order = orders.get(orderId)
      return order ? { respCode: '00', state: order.state, amount: order.amount } : { respCode: '34' }
    },
    /**
     * The user pays: only the gateway knows, and tells the merchant's server, unless the notification is lost.
     * Without `tn`, the newest order.
     */
    async pay(tn, isLost) {
      const [orderId, order] = Array.from(orders).findLast(([, one]) => !tn || one.tn === tn) || []
      if (!order) return
      order.state = 'paid'
      if (isLost) return
      const fields = { orderId, tn, amount: String(order.amount), respCode: '00' }
      const body = new URLSearchParams({ ...fields, signature: this.signNotification(fields) })
      await fetch(order.notifyUrl, { method: 'POST', body }).catch(() => {})
    },
  }
}

/**
 * @param given other values of `ACCOUNT`; after `mostTokens` requests for a token `within` ms it blocks, and one lives for
 *   `tokenLives` s
 */
export function createPlatform(given = {}) {
  const account = { ...ACCOUNT, mostTokens: 3, within: 10_000, tokenLives: 7200, ...given }
  const tokens = createTokens(account)
  const users = createUsers(tokens, account)
  const payments = createPayments()
  const interfaces = {
    '/open/access/1.0/backendToken': (body) => tokens.issue('backendToken', body),
    '/open/access/1.0/frontToken': (body) => tokens.issue('frontToken', body),
    '/open/access/1.0/token': users.takeCode,
    '/open/access/1.0/user.mobile': users.giveMobile,
    '/gateway/order': (body) => payments.order(body),
    '/gateway/query': (body) => payments.query(body),
  }
  /** How an interface misbehaves, by its last word: 'hang', 'not json', 'empty', or an object, which is its answer. */
  const faults = {}

  async function handle(request, response) {
    const [pathname] = request.url.split('?')
    const fault = faults[pathname.split('/').pop()]
    // It takes the request, and never answers.
    if (fault === 'hang') return
    if (fault === 'not json') return response.end('<html>502 Bad Gateway</html>')
    if (fault === 'empty') return response.end(JSON.stringify(allow({})))
    if (fault) return response.end(JSON.stringify(fault))
    const body = await bodyOf(request)
    const isAllowed =
      !pathname.startsWith('/gateway/') || request.headers.authorization === `Bearer ${account.gatewayKey}`
    const run = isAllowed && Object.hasOwn(interfaces, pathname) && interfaces[pathname]
    const answer = run ? run(body) : refuse('N62128', '接口名不能为空')
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
  }

  return { handle, faults, tokens, payments, account }
}

/** What the environment of a server has to be, to be served by this one. */
export const environmentOf = ({ account, payments }, url, origin) => ({
  UNIONPAY_APP_ID: account.appId,
  UNIONPAY_SECRET: account.secret,
  UNIONPAY_MOBILE_KEY: account.mobileKey,
  UNIONPAY_URL: `${url}/open/access/1.0`,
  SHOP_ORIGIN: origin,
  GATEWAY_URL: `${url}/gateway`,
  GATEWAY_KEY: account.gatewayKey,
  GATEWAY_PUBLIC_KEY: payments.publicKey,
})

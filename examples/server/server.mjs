// From public implementations, not from UnionPay: the official document counts. 根据公开实现编写，以银联官方文档为准。
/**
 * The server's half of a mini-program in one file, for Node 20 or newer: log in, mobile number, signature for
 * `upsdk.config`, orders. Copy it, and replace what is marked with "Yours".
 *
 * A request that fails is answered with `{ resp, msg }`: UnionPay's code or one of `OWN_CODES`: the page's
 * `upsdk.notify(answer)` shows it. Secrets come from the environment; none is in a log or an answer.
 */
import { createDecipheriv, createHash, createVerify, randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

/** What this server says itself; the number is the status of its HTTP answer too. */
export const OWN_CODES = {
  SHOP400: '请求有误',
  SHOP401: '请先登录',
  SHOP404: '没有此订单',
  SHOP500: '服务端出错',
  SHOP502: '银联的返回无法解读，或连接不上',
  SHOP503: '服务端的令牌无法取得',
  SHOP504: '银联没有按时返回',
}

/** The switch of the platform exchanges all of them; `sm` was not tried on the real one. */
const ALGORITHMS = {
  default: { hash: 'sha256', cipher: 'des-ede3-ecb' },
  sm: { hash: 'sm3', cipher: 'sm4-ecb' },
}

/** What has to be in the environment. */
const REQUIRED = ['UNIONPAY_APP_ID', 'UNIONPAY_SECRET', 'UNIONPAY_MOBILE_KEY', 'SHOP_ORIGIN']

/** Reads the settings. A missing one is named; a value never is. */
export function readSettings(env) {
  const missing = REQUIRED.filter((name) => !env[name])
  if (missing.length) throw new Error(`Missing in the environment: ${missing.join(', ')}`)
  return {
    appId: env.UNIONPAY_APP_ID,
    secret: env.UNIONPAY_SECRET,
    /** The key of the capability, in hex. */
    mobileKey: env.UNIONPAY_MOBILE_KEY,
    algorithms: ALGORITHMS[env.UNIONPAY_ALGORITHMS === 'sm' ? 'sm' : 'default'],
    platform: env.UNIONPAY_URL || 'https://open.95516.com/open/access/1.0',
    /** Only pages of these sites are answered, and get a signature. The gateway knows the first. */
    origins: env.SHOP_ORIGIN.split(',').map((one) => new URL(one.trim()).origin),
    gateway: { url: env.GATEWAY_URL, key: env.GATEWAY_KEY, publicKey: env.GATEWAY_PUBLIC_KEY },
    /** ms for one answer of UnionPay. */
    timeLimit: Number(env.UNIONPAY_TIME_LIMIT) || 5000,
    /** ms between two requests for the same token: asking often gets a server blocked. */
    tokenInterval: Number(env.UNIONPAY_TOKEN_INTERVAL) || 10_000,
  }
}

/** What the page is answered. */
class Failure extends Error {
  /** @param why stands in the log, for the developer alone */
  constructor(resp, msg = OWN_CODES[resp], status = Number(/^SHOP(\d+)$/.exec(resp)?.[1]) || 422, why = '') {
    super(resp)
    Object.assign(this, { resp, msg, status, why })
  }
}

/** Somebody else's page asks, or one that has another address than the developer wrote down. */
const notOurs = (what) =>
  new Failure('SHOP400', undefined, undefined, `${what} is not at an address of SHOP_ORIGIN`)

/** `a=1&b=2`, the keys in order: what is signed. */
const inOrder = (fields) =>
  Object.keys(fields)
    .sort()
    .map((key) => `${key}=${fields[key]}`)
    .join('&')

/** The signature of fields; `secret` is among them where it has to be, and is not sent. */
export const sign = (fields, hash = 'sha256') => createHash(hash).update(inOrder(fields)).digest('hex')

/** Decrypts a field of the user: base64, ECB with PKCS padding, under a key in hex. */
export function decrypt(text, key, cipher = 'des-ede3-ecb') {
  const given = Buffer.from(key, 'hex')
  // 3DES takes 24 bytes: a key of 16 is used as K1 K2 K1.
  const whole = cipher.startsWith('des') && given.length === 16 ? [given, given.subarray(0, 8)] : [given]
  const decipher = createDecipheriv(cipher, Buffer.concat(whole), null)
  return Buffer.concat([decipher.update(text, 'base64'), decipher.final()]).toString()
}

const seconds = () => String(Math.floor(Date.now() / 1000))
const nonce = () => randomBytes(16).toString('hex')

/** Posts JSON, and gives the JSON that comes back. Whatever goes wrong is one of this server's own codes. */
async function post(url, body, { timeLimit, headers }) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      // A redirect would hand the body to somebody else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimit),
    })
    const answer = JSON.parse(await response.text())
    if (answer && typeof answer === 'object') return answer
  } catch (error) {
    if (error.name === 'TimeoutError') throw new Failure('SHOP504')
  }
  throw new Failure('SHOP502')
}

/**
 * One token for the whole server. A new one ends the former, and asking often gets the server blocked: so one request
 * is in flight, whoever waits; it is renewed before it expires, and once more where the platform says that it ended.
 *
 * Yours, with several processes: keep `token` and the lock in what they share (Redis), or let one process own them.
 */
class TokenStore {
  #token
  #pending
  #asked = Number.NEGATIVE_INFINITY
  #failure

  constructor(fetchToken, interval) {
    Object.assign(this, { fetchToken, interval })
  }

  get value() {
    return this.#token?.value
  }

  /** @param ended the token of which the platform said that it ended: another is wanted */
  async get(ended) {
    if (this.#token && this.#token.value === ended) this.#token = undefined
    const now = performance.now()
    if (this.#token && now < this.#token.renewAt) return this.#token.value
    this.#pending ||= this.#renew(now).finally(() => {
      this.#pending = undefined
    })
    return this.#pending
  }

  async #renew(now) {
    // A wrong secret, or another system that takes the token away again and again, must not get the server blocked.
    if (now - this.#asked < this.interval) throw this.#failure || new Failure('SHOP503')
    this.#asked = now
    this.#failure = undefined
    try {
      const { value, expiresIn } = await this.fetchToken()
      // A tenth of its life before the end.
      this.#token = { value, renewAt: now + expiresIn * 900 }
      return value
    } catch (error) {
      this.#failure = error
      throw error
    }
  }
}

/** What the open platform is asked for. */
export function createUnionPay(settings, log) {
  const { appId, secret, platform, algorithms, tokenInterval } = settings
  const ask = (name, body) => post(`${platform}/${name}`, body, settings)

  const storeOf = (name) =>
    new TokenStore(async () => {
      const fields = { appId, nonceStr: nonce(), timestamp: seconds() }
      const signature = sign({ ...fields, secret }, algorithms.hash)
      const { resp, params } = await ask(name, { ...fields, signature })
      const value = params?.[name]
      log(name, resp)
      if (resp === '00' && typeof value === 'string')
        return { value, expiresIn: Number(params.expiresIn) || 7200 }
      // A wrong secret, a clock that is wrong, a block: nothing that the user can do.
      throw new Failure('SHOP503')
    }, tokenInterval)
  const backendToken = storeOf('backendToken')
  const frontToken = storeOf('frontToken')

  /** Takes secrets out of a text of the platform's, which otherwise tells which of several meanings a code has. */
  const clean = (text, body) => {
    const secrets = [secret, settings.mobileKey, backendToken.value, frontToken.value, ...Object.values(body)]
    return secrets
      .filter((one) => typeof one === 'string' && one.length > 3)
      .reduce((said, one) => said.split(one).join('***'), String(text ?? '').slice(0, 200))
  }

  /** Asks with the backendToken. Where that ended, once more with another. */
  async function withToken(name, body) {
    let token = await backendToken.get()
    let answer = await ask(name, { ...body, appId, backendToken: token })
    if (answer.resp === 'a10' || answer.resp === 'N62127') {
      token = await backendToken.get(token)
      answer = await ask(name, { ...body, appId, backendToken: token })
    }
    const { resp, msg, params } = answer
    if (resp === '00' && params && typeof params === 'object') return params
    // A success without its fields is no answer either, and must not reach the page as a success.
    if (resp === '00' || typeof resp !== 'string' || !/^\w{2,20}$/.test(resp)) throw new Failure('SHOP502')
    throw new Failure(resp, clean(msg, body))
  }

  /** A code of `appletAuth` or `appletExplicitAuth` → who it is. A code works once. */
  async function logIn(code) {
    const { accessToken, openId } = await withToken('token', { code, grantType: 'authorization_code' })
    if (typeof accessToken === 'string' && typeof openId === 'string') return { accessToken, openId }
    throw new Failure('SHOP502')
  }

  return {
    logIn,
    /** A code with the scope of the mobile number → the number of that user, and of nobody else. */
    async mobileOf(user, code) {
      const { accessToken, openId } = await logIn(code)
      if (openId !== user) throw new Failure('SHOP401')
      const { mobile } = await withToken('user.mobile', { accessToken, openId })
      try {
        return decrypt(mobile, settings.mobileKey, algorithms.cipher)
      } catch {
        // A wrong key. What OpenSSL says of it has no place in an answer.
        throw new Failure('SHOP500')
      }
    },
    /** What `upsdk.config` takes, for signed H5 pages only; mini-programs use `pluginReady`, without a signature. */
    async signedConfig(address) {
      const url = address.split('#')[0]
      const fields = { appId, nonceStr: nonce(), timestamp: seconds(), url }
      // Some public implementations sign `secret` too.
      const signature = sign({ ...fields, frontToken: await frontToken.get() }, algorithms.hash)
      return { ...fields, signature }
    },
  }
}

/**
 * Yours: the payment gateway, whose interface is that of your acquirer. What stays true of any: `tn` comes from it,
 * its notification is believed for its signature alone, and after `pay` it is asked what became of the order.
 */
export function createGateway({ gateway, timeLimit, origins: [origin] }) {
  const ask = (path, body) =>
    post(`${gateway.url}/${path}`, body, { timeLimit, headers: { Authorization: `Bearer ${gateway.key}` } })
  return {
    async order({ id, amount }) {
      const { respCode, tn } = await ask('order', { orderId: id, amount, notifyUrl: `${origin}/api/paid` })
      if (respCode !== '00' || !tn) throw new Failure('SHOP502')
      return tn
    },
    /** `paid`, `closed` or `waiting`. */
    async stateOf({ id, amount }) {
      const { respCode, state, amount: paid } = await ask('query', { orderId: id })
      if (respCode !== '00') throw new Failure('SHOP502')
      // Another amount than the order's is for a person to look at.
      if (state === 'paid') return Number(paid) === amount ? 'paid' : 'waiting'
      return state === 'closed' ? 'closed' : 'waiting'
    },
    /** Is a notification UnionPay's, whoever sent it? */
    isGenuine({ signature = '', ...fields }) {
      const verify = createVerify('RSA-SHA256').update(inOrder(fields))
      return verify.verify(gateway.publicKey, signature, 'base64')
    },
  }
}

/** s for which a user stays logged in. */
const SESSION = 7200

/** Yours: members, sessions and orders are in a database. */
function createRecords() {
  const sessions = new Map()
  const members = new Map()
  const orders = new Map()
  return {
    orders,
    memberOf(openId) {
      const member = members.get(openId) || { number: String(8826 + members.size) }
      members.set(openId, member)
      return member
    },
    /**
     * Begins a session, and gives its cookie: the page never gets openId or accessToken. A login is another session,
     * in which the orders that the guest made before stay theirs.
     */
    begin({ openId, guest = randomUUID() }, isSecure) {
      const id = randomBytes(32).toString('hex')
      sessions.set(id, { openId, guest, until: Date.now() + SESSION * 1000 })
      const [oldest] = sessions.keys()
      if (sessions.size > 100_000) sessions.delete(oldest)
      return `shop=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SESSION}${isSecure ? '; Secure' : ''}`
    },
    /** The session of a request, if there is one: of a user who is logged in, or of a guest. */
    sessionOf({ headers }) {
      const session = sessions.get(/(?:^|; )shop=([0-9a-f]{64})/.exec(headers.cookie || '')?.[1])
      return session && Date.now() < session.until ? session : undefined
    },
  }
}

const MOST_BYTES = 10_000

/** The fields of a request: JSON, or what a form and jQuery send. */
async function fieldsOf(request) {
  let text = ''
  request.setEncoding('utf8')
  for await (const chunk of request) {
    // What is too long is read to its end, and not kept: the connection is used again.
    if (text.length <= MOST_BYTES) text += chunk
  }
  if (text.length > MOST_BYTES) throw new Failure('SHOP400')
  try {
    if (!/json/.test(request.headers['content-type'] || ''))
      return Object.fromEntries(new URLSearchParams(text))
    const fields = JSON.parse(text)
    if (fields && typeof fields === 'object') return fields
  } catch {
    // Below.
  }
  throw new Failure('SHOP400')
}

/** A text that has to be there. In a form, a `+` of a code that was not encoded arrives as a blank. */
function textOf(fields, name, pattern = /^\S{1,2000}$/) {
  const text = fields[name]
  if (typeof text !== 'string' || !pattern.test(text)) throw new Failure('SHOP400')
  return text
}

/** What the page asks for: `POST /api/login` is `'POST /api/login'` here. */
function createRoutes({ settings, unionPay, gateway, records }) {
  const { orders } = records
  const isSecure = settings.origins.every((origin) => origin.startsWith('https:'))
  const viewOf = ({ id, tn, state }) => ({ id, tn, state })

  return {
    async 'POST /api/login'(fields, request, response) {
      const { openId } = await unionPay.logIn(textOf(fields, 'code'))
      const { guest } = records.sessionOf(request) || {}
      response.setHeader('Set-Cookie', records.begin({ openId, guest }, isSecure))
      return { member: records.memberOf(openId).number }
    },
    async 'POST /api/mobile'(fields, request) {
      const { openId } = records.sessionOf(request) || {}
      if (!openId) throw new Failure('SHOP401')
      const mobile = await unionPay.mobileOf(openId, textOf(fields, 'code'))
      records.memberOf(openId).mobile = mobile
      // The page need not know more.
      return { mobile: mobile.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2') }
    },
    async 'POST /api/upsdk-signature'(fields) {
      const url = textOf(fields, 'url', /^https?:\/\/\S{1,2000}$/)
      if (!URL.canParse(url) || !settings.origins.includes(new URL(url).origin))
        throw notOurs('the url to sign')
      return unionPay.signedConfig(url)
    },
    async 'POST /api/orders'(_fields, request, response) {
      // Yours: what it costs is known by the server, never taken from the page.
      const order = { id: `HS${randomUUID().slice(-12)}`, amount: 1800, state: 'waiting' }
      const session = records.sessionOf(request)
      const { openId, guest } = session || { guest: randomUUID() }
      if (!session) response.setHeader('Set-Cookie', records.begin({ guest }, isSecure))
      Object.assign(order, { openId, guest, tn: await gateway.order(order) })
      orders.set(order.id, order)
      return viewOf(order)
    },
    async 'GET /api/order'(fields, request) {
      const order = orders.get(textOf(fields, 'id'))
      if (!order) throw new Failure('SHOP404')
      const session = records.sessionOf(request)
      if (!session) throw new Failure('SHOP401')
      // Whoever has its tn can pay it, or look at what it is for.
      const isTheirs = order.openId ? order.openId === session.openId : order.guest === session.guest
      if (!isTheirs) throw new Failure('SHOP404')
      if (order.state === 'waiting') order.state = await gateway.stateOf(order)
      return viewOf(order)
    },
    /** The gateway's notification; the page has no say in what was paid. */
    async 'POST /api/paid'(fields) {
      if (!gateway.isGenuine(fields)) throw new Failure('SHOP400')
      const order = orders.get(textOf(fields, 'orderId'))
      if (order && Number(fields.amount) === order.amount && fields.respCode === '00') order.state = 'paid'
      return {}
    },
  }
}

/** @returns what `http.createServer` takes; or put `/api` of a site of your own on it */
export function createShop(settings, write = console.log) {
  /** When, what, a code, and why we refused it: no parameter, token, number or text of anybody. */
  const log = (what, code, why) =>
    write(
      `${new Date().toISOString()} ${what} ${/^\w{1,20}$/.test(code) ? code : '(no code)'}${why ? `: ${why}` : ''}`,
    )
  const unionPay = createUnionPay(settings, log)
  const gateway = createGateway(settings)
  const routes = createRoutes({ settings, unionPay, gateway, records: createRecords() })

  return async function handle(request, response) {
    const send = (status, body) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
        .end(JSON.stringify(body))
    // Not parsed as an address, which throws at some.
    const [pathname, query] = request.url.split('?')
    const name = `${request.method} ${pathname}`
    const route = Object.hasOwn(routes, name) && routes[name]
    try {
      if (!route) throw new Failure('SHOP404', '没有此接口')
      // A form of another site would log the user in as somebody else. The gateway is no browser, and names none.
      const { origin } = request.headers
      if (origin && !settings.origins.includes(origin)) throw notOurs('the page')
      const fields =
        request.method === 'GET' ? Object.fromEntries(new URLSearchParams(query)) : await fieldsOf(request)
      send(200, await route(fields, request, response))
    } catch (error) {
      const { resp, msg, status, why } = error instanceof Failure ? error : new Failure('SHOP500')
      log(route ? name : 'unknown path', resp, why)
      send(status, { resp, msg })
    }
  }
}

function main() {
  try {
    const { PORT = 8787, HOST = '127.0.0.1' } = process.env
    const server = createServer(createShop(readSettings(process.env)))
    server.listen(Number(PORT), HOST, () => console.log(`http://${HOST}:${server.address().port}`))
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()

// @vitest-environment node
/**
 * `examples/server/server.mjs` works as a process of its own, which has nothing but its environment, against a
 * stand-in for UnionPay's open platform.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk, type Explanation, UpsdkError, type UpsdkOptions } from '../../src/index'
import { serverCodes } from '../../src/server-codes'
import { eventually } from '../support/eventually'
import { blocks } from '../support/snippets'

const SERVER = resolve('examples/server/server.mjs')
const ORIGIN = 'https://shop.example'

interface Platform {
  handle(request: IncomingMessage, response: ServerResponse): void
  /** An object is answered as it is. */
  faults: Record<string, 'hang' | 'not json' | 'empty' | object | undefined>
  tokens: {
    asked: Record<'backendToken' | 'frontToken', number[]>
    end(name: string): void
    takesConfig(signed: object, address: string): boolean
  }
  payments: {
    publicKey: string
    pay(tn: string, isLost?: boolean): Promise<void>
    signNotification(fields: object): string
  }
  account: Record<'appId' | 'secret' | 'mobileKey' | 'gatewayKey', string>
}
interface PlatformFile {
  createPlatform(given?: object): Platform
  environmentOf(platform: Platform, url: string, origin: string): Record<string, string>
  makeCode(user?: string, scope?: string, issued?: number): string
}
interface ServerFile {
  OWN_CODES: Record<string, string>
  sign(fields: object, hash?: string): string
  decrypt(text: string, key: string, cipher?: string): string
  readSettings(env: Record<string, string>): object
  createUnionPay(settings: object, log: () => void): { logIn(code: string): Promise<object> }
}
// Both files are plain JavaScript that shops copy unchanged.
const { createPlatform, environmentOf, makeCode }: PlatformFile = await import(
  pathToFileURL(resolve('examples/server/platform.mjs')).href
)
const { OWN_CODES, sign, decrypt, readSettings, createUnionPay }: ServerFile = await import(
  pathToFileURL(SERVER).href
)

interface Answer {
  status: number
  body: Record<string, string>
  cookie: string
}
/** Everything that was logged or answered, where a secret would be seen. */
let seen = ''
let processes: ChildProcess[] = []
let servers: Server[] = []

afterEach(() => {
  vi.restoreAllMocks()
  for (const one of processes) one.kill()
  for (const one of servers) one.close().closeAllConnections()
  processes = []
  servers = []
  seen = ''
})

/** The shop's server, and the platform behind it. */
async function open(given: object = {}, environment: Record<string, string> = {}) {
  const platform = createPlatform(given)
  const behind = createServer((request, response) => platform.handle(request, response))
  servers.push(behind.listen(0, '127.0.0.1'))
  await once(behind, 'listening')
  const url = `http://127.0.0.1:${(behind.address() as AddressInfo).port}`
  const env = {
    ...environmentOf(platform, url, ORIGIN),
    // Neither limit is reached on a busy machine.
    UNIONPAY_TIME_LIMIT: '50000',
    UNIONPAY_TOKEN_INTERVAL: '600000',
    ...environment,
    PORT: '0',
  }
  const child = spawn(process.execPath, [SERVER], { env })
  processes.push(child)
  const started = new Promise<string>((found) => {
    let output = ''
    const listen = (chunk: Buffer) => {
      seen += chunk
      output += chunk
      const address = /http:\S+/.exec(output)?.[0]
      if (address) found(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
  const shop = await started

  async function ask(path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(
      `${shop}/api/${path}`,
      body
        ? {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', ...headers },
            body: JSON.stringify(body),
          }
        : { headers },
    )
    const text = await response.text()
    seen += text
    const cookie = response.headers.get('set-cookie') || ''
    return { status: response.status, body: JSON.parse(text), cookie: cookie.split(';')[0] || '' }
  }
  const logIn = (code = makeCode()) => ask('login', { code })
  return { platform, ask, logIn, shop, env, asked: platform.tokens.asked }
}

/** The messages of a page that uses the server's own codes as the guide says. */
const explained = ({ body }: Answer): Explanation =>
  createUpsdk({ locale: 'zh-Hans', catalogues: [serverCodes] }).explain(body)

/** Fails if a log or an answer has a secret. */
function expectNoSecret(platform: Platform, ...more: string[]): void {
  const { secret, mobileKey, gatewayKey } = platform.account
  for (const one of [secret, mobileKey, gatewayKey, 'PRIVATE KEY', '13800001234', ...more])
    expect(seen).not.toContain(one)
}

describe('the example server', () => {
  it('says first that UnionPay’s own document counts', () => {
    expect(readFileSync(SERVER, 'utf8').split('\n')[0]).toMatch(
      /^\/\/ From public implementations.*官方文档为准/,
    )
  })

  it.each(['docs/server.md', 'docs/zh/server.md'])(
    'has the codes and the environment that %s describes',
    (guide) => {
      const text = readFileSync(guide, 'utf8')
      for (const code of Object.keys(OWN_CODES)) {
        expect(text).toContain(`| \`${code}\` |`)
        expect(text).toContain(`  ${code}: { reason:`)
        expect(readFileSync('examples/script-tag/page.html', 'utf8')).toContain(`${code}: { reason:`)
      }
      const names = readFileSync(SERVER, 'utf8').match(/\b(UNIONPAY|SHOP|GATEWAY)_[A-Z_]+\b/g)
      expect(names).not.toBe(null)
      for (const name of names || []) expect(text).toContain(`\`${name}\``)
    },
  )

  it('needs no package besides Node', () => {
    const imported = readFileSync(SERVER, 'utf8').matchAll(/from '([^']+)'/g)
    for (const [, name] of imported) expect(name).toMatch(/^node:/)
  })

  it('signs like a vector made by hand: keys in order, the secret among them', () => {
    // printf 'appId=a1&nonceStr=n1&secret=s1&timestamp=1700000000' | sha256sum
    expect(sign({ timestamp: '1700000000', secret: 's1', nonceStr: 'n1', appId: 'a1' })).toBe(
      '80a05b36a649a52dae5321b770f021833ff84c2ce6ca691191a925f878a64602',
    )
    // printf 'appId=a1&frontToken=f+/=&nonceStr=n1&timestamp=1700000000&url=https://shop.example/a?b=1' | sha256sum
    const front = { url: 'https://shop.example/a?b=1', frontToken: 'f+/=', appId: 'a1', nonceStr: 'n1' }
    expect(sign({ ...front, timestamp: '1700000000' })).toBe(
      'd1663a5882a2e65fef5292b588de726703b80418d11e4e744effd0342f726892',
    )
  })

  it('decrypts what OpenSSL encrypted: 3DES with keys of 24 and 16 bytes, and SM4', () => {
    // printf 13800001234 | openssl enc -des-ede3-ecb -K <key> -base64
    expect(decrypt('OalwoiPoqS6p5FIGoDBu/Q==', '0123456789abcdeffedcba98765432101122334455667788')).toBe(
      '13800001234',
    )
    // … -des-ede-ecb …
    expect(decrypt('94xbNvx2fc7QEzX7VpT4yA==', '0123456789abcdeffedcba9876543210')).toBe('13800001234')
    // … -sm4-ecb …
    expect(decrypt('uhGy0wUtAQUPcC38uUJ5oQ==', '0123456789abcdeffedcba9876543210', 'sm4-ecb')).toBe(
      '13800001234',
    )
  })

  it('names missing variables of its environment, and none that is set', async () => {
    const child = spawn(process.execPath, [SERVER], { env: { UNIONPAY_SECRET: 'a-secret' } })
    let text = ''
    child.stderr.on('data', (chunk) => {
      text += chunk
    })
    expect(await once(child, 'close')).toEqual([1, null])
    expect(text.trim()).toBe('Missing in the environment: UNIONPAY_APP_ID, UNIONPAY_MOBILE_KEY, SHOP_ORIGIN')
  })

  it('logs a user in, and keeps openId and accessToken to itself', async () => {
    const { logIn, platform } = await open()
    const first = await logIn()
    expect(first).toMatchObject({ status: 200, body: { member: '8826' } })
    expect((await logIn()).body.member).toBe('8826')
    expect((await logIn(makeCode('bo'))).body.member).toBe('8827')
    expect(first.cookie).toMatch(/^shop=[0-9a-f]{64}$/)
    expect(seen).not.toMatch(/openId|accessToken|unionId/)
    expectNoSecret(platform)
  })

  it('fetches one token if two hundred users log in at once', async () => {
    const { logIn, asked } = await open({}, { UNIONPAY_TIME_LIMIT: '150000' })
    // Client, server and platform are in one process here: of a thousand requests, some would not be connected in
    // the 10 s of Node's fetch.
    const answers = await Promise.all(Array.from({ length: 200 }, () => logIn()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(asked.backendToken).toHaveLength(1)
  })

  it('renews the token before it expires', async () => {
    const { env, asked } = await open({ mostTokens: 9 })
    const unionPay = createUnionPay(readSettings(env), () => {})
    const start = performance.now()
    const now = vi.spyOn(performance, 'now')
    // This is a tenth before the end of its 7200 s.
    for (const [passed, requests] of [
      [0, 1],
      [6_000_000, 1],
      [6_600_000, 2],
      [12_600_000, 2],
      [13_200_000, 3],
    ] as const) {
      now.mockReturnValue(start + passed)
      await unionPay.logIn(makeCode())
      expect(asked.backendToken).toHaveLength(requests)
    }
  })

  it('fetches another token once if the platform says that it ended, whoever noticed', async () => {
    const { logIn, asked, platform } = await open({}, { UNIONPAY_TOKEN_INTERVAL: '1' })
    await logIn()
    platform.tokens.end('backendToken')
    const answers = await Promise.all(Array.from({ length: 50 }, () => logIn()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(asked.backendToken).toHaveLength(2)
  })

  it('keeps the new token if the platform says late that the one before it ended', async () => {
    const { logIn, asked, platform } = await open({}, { UNIONPAY_TOKEN_INTERVAL: '1' })
    await logIn()
    platform.tokens.end('backendToken')
    const { handle } = platform
    let release = () => {}
    const isHeld = new Promise<void>((held) => {
      platform.handle = (request, response) => {
        platform.handle = handle
        const end = response.end.bind(response)
        response.end = (text?: unknown) => {
          release = () => end(text)
          held()
          return response
        }
        handle(request, response)
      }
    })
    const late = logIn()
    await isHeld
    expect((await logIn()).status).toBe(200)
    expect(asked.backendToken).toHaveLength(2)
    release()
    expect((await late).status).toBe(200)
    expect(asked.backendToken).toHaveLength(2)
  })

  it('is not blocked if another system invalidates its token again and again', async () => {
    const { logIn, asked, platform } = await open()
    for (let i = 0; i < 5; i++) {
      platform.tokens.end('backendToken')
      await logIn()
    }
    expect(asked.backendToken).toHaveLength(1)
  })

  it('gives the mobile number of the logged-in user, and no other', async () => {
    const { ask, logIn, platform } = await open()
    const code = () => ({ code: makeCode('anna', 'mobile') })
    expect(await ask('mobile', code())).toMatchObject({ status: 401, body: { resp: 'SHOP401' } })
    const { cookie } = await logIn()
    expect(await ask('mobile', code(), { cookie })).toMatchObject({
      status: 200,
      body: { mobile: '138****1234' },
    })
    const other = await logIn(makeCode('bo'))
    expect((await ask('mobile', code(), { cookie: other.cookie })).status).toBe(401)
    const none = await ask('mobile', { code: makeCode('bo', 'mobile') }, { cookie: other.cookie })
    expect(none.body.resp).toBe('N62136')
    expect(explained(none).message).toBe('尚未绑定手机号，请在云闪付绑定后再试')
    const unscoped = await ask('mobile', { code: makeCode('anna') }, { cookie })
    expect(explained(unscoped).reason).toBe('forbidden')
    expectNoSecret(platform)
  })

  it('signs a page of its own site as upsdk wants it, without the part after the #', async () => {
    const { ask, platform } = await open()
    const address = `${ORIGIN}/shop?table=7#/order`
    const { status, body } = await ask('upsdk-signature', { url: address })
    expect(status).toBe(200)
    expect(body.timestamp).toMatch(/^\d{10}$/)
    expect(Object.keys(body).sort()).toEqual(['appId', 'nonceStr', 'signature', 'timestamp', 'url'])
    expect(platform.tokens.takesConfig(body, address)).toBe(true)
    expect(platform.tokens.takesConfig(body, `${ORIGIN}/other`)).toBe(false)
    for (const url of ['https://shop.example.evil.example/', 'javascript:1', 'https://%', ''])
      expect((await ask('upsdk-signature', { url })).status).toBe(400)
  })

  it('signs with SM3 and decrypts SM4 if the platform was switched', async () => {
    const sm = { hash: 'sm3', cipher: 'sm4-ecb' }
    const { ask, logIn, platform } = await open(sm, { UNIONPAY_ALGORITHMS: 'sm' })
    const { cookie } = await logIn()
    const { body } = await ask('mobile', { code: makeCode('anna', 'mobile') }, { cookie })
    expect(body).toEqual({ mobile: '138****1234' })
    const signed = await ask('upsdk-signature', { url: ORIGIN })
    expect(platform.tokens.takesConfig(signed.body, ORIGIN)).toBe(true)
    const other = await open(sm)
    expect((await other.logIn()).body.resp).toBe('SHOP503')
  })

  it('learns of a payment from the gateway, by its notification or by asking, never from the page', async () => {
    const { ask, platform } = await open()
    const { cookie } = await ask('orders', {})
    const order = async () => (await ask('orders', { item: 'oat-latte', amount: 1 }, { cookie })).body
    const stateOf = async ({ id }: { id?: string }) =>
      (await ask(`order?id=${encodeURIComponent(id || '')}`, undefined, { cookie })).body.state
    const first = await order()
    expect(first).toEqual({
      id: expect.stringMatching(/^HS/),
      tn: expect.stringMatching(/^\d+$/),
      state: 'waiting',
    })
    expect(await stateOf(first)).toBe('waiting')
    const forged = { orderId: first.id || '', tn: first.tn, amount: '1800', respCode: '00' }
    expect((await ask('paid', { ...forged, signature: 'AAAA' })).status).toBe(400)
    expect((await ask('paid', forged)).status).toBe(400)
    // Another amount, with a right signature.
    const cheap = { ...forged, amount: '1' }
    expect(
      (await ask('paid', { ...cheap, signature: platform.payments.signNotification(cheap) })).status,
    ).toBe(200)
    expect(await stateOf(first)).toBe('waiting')
    const told = { ...forged, signature: platform.payments.signNotification(forged) }
    platform.faults.query = 'hang'
    expect((await ask('paid', told)).status).toBe(200)
    expect(await stateOf(first)).toBe('paid')
    platform.faults.query = undefined
    const second = await order()
    // The notification is lost.
    await platform.payments.pay(second.tn || '', true)
    expect(await stateOf(second)).toBe('paid')
    expect(await stateOf({ id: 'HS1' })).toBe(undefined)
    expectNoSecret(platform)
  })
})

describe('an order of the example server', () => {
  it('is shown to the session that made it, before and after the login, and its tn to no stranger', async () => {
    const { ask, logIn } = await open()
    const guest = await ask('orders', {})
    expect(guest.cookie).toMatch(/^shop=[0-9a-f]{64}$/)
    const path = `order?id=${guest.body.id}`
    const see = async (cookie: string) => {
      const { status, body } = await ask(path, undefined, { cookie })
      return [status, body.tn || body.resp]
    }
    expect(await see(guest.cookie)).toEqual([200, guest.body.tn])
    expect(await see('')).toEqual([401, 'SHOP401'])
    expect(await see(`shop=${'0'.repeat(64)}`)).toEqual([401, 'SHOP401'])
    expect(await see((await logIn(makeCode('bo'))).cookie)).toEqual([404, 'SHOP404'])
    expect(await see((await ask('orders', {})).cookie)).toEqual([404, 'SHOP404'])
    // The same browser logs in: another cookie, and still its own order.
    const member = await ask('login', { code: makeCode() }, { cookie: guest.cookie })
    expect(member.cookie).not.toBe(guest.cookie)
    expect(await see(member.cookie)).toEqual([200, guest.body.tn])
    // A member's order is theirs on any phone.
    const own = await ask('orders', {}, { cookie: member.cookie })
    const phone = await logIn()
    const there = await ask(`order?id=${own.body.id}`, undefined, { cookie: phone.cookie })
    expect(there.body.tn).toBe(own.body.tn)
  })
})

describe('a form of another site', () => {
  it.each(['https://evil.example', 'null', `${ORIGIN}.evil.example`])(
    'logs nobody in at the example server, and orders nothing: %s',
    async (Origin) => {
      const { shop, logIn, asked } = await open()
      const form = (body: string) => ({
        method: 'POST',
        headers: { Origin },
        body: new URLSearchParams(body),
      })
      for (const path of ['login', 'mobile', 'orders', 'upsdk-signature']) {
        const response = await fetch(`${shop}/api/${path}`, form(`code=${makeCode()}&url=${ORIGIN}`))
        expect([response.status, (await response.json()).resp]).toEqual([400, 'SHOP400'])
        expect(response.headers.get('set-cookie')).toBe(null)
      }
      expect(asked.backendToken).toHaveLength(0)
      // Its own pages are accepted, and clients that are no browser.
      const own = {
        method: 'POST',
        headers: { Origin: ORIGIN },
        body: new URLSearchParams({ code: makeCode() }),
      }
      expect((await fetch(`${shop}/api/login`, own)).status).toBe(200)
      expect((await logIn()).status).toBe(200)
    },
  )
})

describe('a shop with several addresses', () => {
  it('is answered at each of them, and the log says why another page is refused', async () => {
    const other = 'http://localhost:5173'
    const { shop } = await open({}, { SHOP_ORIGIN: `${ORIGIN}, ${other}/` })
    const signed = async (Origin: string, url: string) => {
      const body = new URLSearchParams({ url })
      const response = await fetch(`${shop}/api/upsdk-signature`, {
        method: 'POST',
        headers: { Origin },
        body,
      })
      return response.status
    }
    for (const one of [ORIGIN, other]) expect(await signed(one, `${one}/order`)).toBe(200)
    expect(await signed('http://127.0.0.1:5173', `${ORIGIN}/order`)).toBe(400)
    await eventually(() =>
      expect(seen).toContain('upsdk-signature SHOP400: the page is not at an address of SHOP_ORIGIN'),
    )
    expect(await signed(other, 'http://127.0.0.1:5173/')).toBe(400)
    await eventually(() =>
      expect(seen).toContain('SHOP400: the url to sign is not at an address of SHOP_ORIGIN'),
    )
  })
})

describe('`npm run example server` with the address of a page', () => {
  /** The lines that it prints once it listens. */
  async function start() {
    const child = spawn(
      process.execPath,
      [resolve('examples/server/start.mjs'), 'http://localhost:5173/shop'],
      {
        env: { PATH: process.env.PATH, PORT: '0' },
      },
    )
    processes.push(child)
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
    })
    await eventually(() => expect(output).toContain('GATEWAY_KEY='))
    const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(output)?.[1] ?? ''
    return { output, value, url: new URL(value('UNIONPAY_URL')).origin }
  }

  it('serves that page: its code of the simulated wallet, its order, and the payment that a person makes', async () => {
    const { url, output } = await start()
    expect(output).toContain('http://localhost:5173')
    let cookie = ''
    const post = async (path: string, body: object, origin = 'http://localhost:5173') => {
      const headers = { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie }
      const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
      cookie = response.headers.get('set-cookie')?.split(';')[0] || cookie
      return { status: response.status, body: await response.json() }
    }
    // The simulated wallet counts its codes from 1 each time the page is loaded.
    for (let load = 0; load < 2; load++)
      expect(await post('/api/login', { code: 'example-code-1' })).toEqual({
        status: 200,
        body: { member: '8826' },
      })
    expect((await post('/api/mobile', { code: 'example-code-2' })).body).toEqual({ mobile: '138****1234' })
    expect((await post('/api/login', { code: 'example-code-1' }, 'https://other.example')).status).toBe(400)
    const { body: order } = await post('/api/orders', {})
    const stateOf = async (id: string) =>
      (await (await fetch(`${url}/api/order?id=${id}`, { headers: { Cookie: cookie } })).json()).state
    expect(await stateOf(order.id)).toBe('waiting')
    await fetch(`${url}/stand-in/paid`)
    expect(await stateOf(order.id)).toBe('paid')
  })

  it('prints what a server in another language needs to ask the mock', async () => {
    const { value } = await start()
    const fields = {
      appId: value('UNIONPAY_APP_ID'),
      nonceStr: 'n',
      timestamp: String(Math.floor(Date.now() / 1000)),
    }
    const response = await fetch(`${value('UNIONPAY_URL')}/backendToken`, {
      method: 'POST',
      body: JSON.stringify({ ...fields, signature: sign({ ...fields, secret: value('UNIONPAY_SECRET') }) }),
    })
    expect(await response.json()).toMatchObject({ resp: '00', params: { backendToken: expect.any(String) } })
    expect(value('UNIONPAY_MOBILE_KEY')).toMatch(/^[0-9a-f]{32}$/)
  })
})

/** The guide's own function, on a page whose wallet gives `code` and whose server is this one. */
async function followGuide(guide: string, shop: string, code: string) {
  const [snippet = ''] = blocks(guide, 'ts').filter((text) => text.includes('upsdk.notify(answer)'))
  const notified: unknown[] = []
  const shown: string[] = []
  const create = (options: UpsdkOptions) => {
    const presenter = { toast: (text: string) => void shown.push(text), dialog: async () => true }
    const upsdk = createUpsdk({ ...options, locale: 'zh-Hans', presenter })
    return {
      appletAuth: async () => ({ code }),
      notify: (answer: unknown) => notified.push(upsdk.notify(answer)),
    }
  }
  const body = ts
    .transpile(snippet, { target: ts.ScriptTarget.ES2022 })
    .replace(/^import .*$/gm, '')
    .replace(/^export /gm, '')
  const post = async (path: string, fields: object) => {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(shop + path, { method: 'POST', headers, body: JSON.stringify(fields) })
    return response.json()
  }
  await new Function('createUpsdk', 'serverCodes', 'post', `${body}\nreturn logIn()`)(
    create,
    serverCodes,
    post,
  )
  return { notified, shown }
}

describe.each(['docs/server.md', 'docs/zh/server.md'])('the page of %s', (guide) => {
  it('shows nothing of a login that went well, and each failure in words for users', async () => {
    const { shop, platform } = await open()
    const code = makeCode()
    expect(await followGuide(guide, shop, code)).toEqual({ notified: [undefined], shown: [] })
    const again = await followGuide(guide, shop, code)
    expect(again.notified).toMatchObject([{ code: 'a31', reason: 'unauthorized' }])
    expect(again.shown).toHaveLength(1)
    for (const fault of ['not json', { resp: '00', msg: '' }, {}] as const) {
      platform.faults.token = fault
      const failed = await followGuide(guide, shop, makeCode())
      expect(failed.notified).toMatchObject([{ code: 'SHOP502', reason: 'system' }])
      expect(failed.shown).toHaveLength(1)
    }
  })
})

/** The guide's own page; `pay` is the wallet's. */
async function walkThrough(guide: string, shop: string, pay: (tn: string) => Promise<void>) {
  const [snippet = ''] = blocks(guide, 'ts')
  const body = ts
    .transpile(snippet, { target: ts.ScriptTarget.ES2022 })
    .replace(/^import .*$/gm, '')
    .replace(/^export /gm, '')
  const kept = new Map<string, string>()
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  }
  const shown: string[] = []
  const asked: string[] = []
  let cookie = ''
  const request = async (path: string, options: RequestInit = {}) => {
    asked.push(path.split('?')[0] ?? '')
    const headers = { 'Content-Type': 'application/json', Cookie: cookie }
    const response = await fetch(shop + path, { ...options, headers })
    cookie = response.headers.get('set-cookie')?.split(';')[0] || cookie
    return response
  }
  const post = async (path: string, fields: object) =>
    (await request(path, { method: 'POST', body: JSON.stringify(fields) })).json()
  const create = (options: UpsdkOptions) => {
    const presenter = { toast: (text: string) => void shown.push(text), dialog: async () => true }
    const { notify, explain } = createUpsdk({ ...options, locale: 'en', presenter })
    return { notify, explain, pay: ({ tn }: { tn: string }) => pay(tn) }
  }
  const page: { buy(): Promise<void>; showOrder(): Promise<unknown> } = new Function(
    ...['createUpsdk', 'UpsdkError', 'serverCodes', 'post', 'fetch', 'show', 'localStorage'],
    `${body}\nreturn { buy, showOrder }`,
  )(create, UpsdkError, serverCodes, post, request, (text: string) => shown.push(text), localStorage)
  return { ...page, shown, kept, ordersMade: () => asked.filter((path) => path === '/api/orders').length }
}

describe.each(['docs/login-and-payment.md', 'docs/zh/login-and-payment.md'])('the page of %s', (guide) => {
  it('pays one order, however often it is tapped while no answer comes', async () => {
    const { shop } = await open()
    const sent: string[] = []
    const page = await walkThrough(guide, shop, (tn) => {
      sent.push(tn)
      return new Promise(() => {})
    })
    void page.buy()
    void page.buy()
    await eventually(() => expect(sent.length).toBeGreaterThan(0))
    void page.buy()
    await eventually(() => expect(sent.length).toBeGreaterThan(1))
    expect(new Set(sent).size).toBe(1)
    expect(page.ordersMade()).toBe(1)
    // The user sees that there is an order.
    expect(page.shown).toContain('waiting')
  })

  it('does not pay an order again that was paid meanwhile', async () => {
    const { shop, platform } = await open()
    const sent: string[] = []
    const page = await walkThrough(guide, shop, (tn) => {
      sent.push(tn)
      return new Promise(() => {})
    })
    void page.buy()
    await eventually(() => expect(sent).toHaveLength(1))
    await platform.payments.pay(sent[0] ?? '', true)
    await page.buy()
    expect(sent).toHaveLength(1)
    expect(page.shown).toEqual(['paid'])
    expect(page.kept.size).toBe(0)
  })

  it('forgets an order that the server does not have, and shows that the server cannot be reached', async () => {
    const { shop } = await open()
    const page = await walkThrough(guide, shop, async () => {})
    await page.buy()
    page.kept.set('pending-order', 'HS0')
    await page.showOrder()
    expect(page.kept.size).toBe(0)
    const away = await walkThrough(guide, 'http://127.0.0.1:1', async () => {})
    await away.buy()
    expect(away.shown).toHaveLength(1)
    expect(away.kept.size).toBe(0)
  })
})

describe('the example server answers with a code that notify shows', () => {
  it('for a used code: UnionPay’s own, and the user has to log in again', async () => {
    const { logIn, platform } = await open()
    const code = makeCode()
    await logIn(code)
    const again = await logIn(code)
    expect(again).toMatchObject({ status: 422, body: { resp: 'a31' } })
    expect(explained(again).reason).toBe('unauthorized')
    expect((await logIn(makeCode('anna', 'base', Date.now() - 600_000))).body.resp).toBe('a31')
    // The platform repeats it in its text.
    expectNoSecret(platform, code)
  })

  it('for a wrong secret: one of its own, and the platform is not asked again at once', async () => {
    const { logIn, platform, asked } = await open({}, { UNIONPAY_SECRET: 'another-secret' })
    for (let i = 0; i < 5; i++)
      expect(await logIn()).toMatchObject({ status: 503, body: { resp: 'SHOP503', msg: OWN_CODES.SHOP503 } })
    expect(asked.backendToken).toHaveLength(1)
    // The log says it to the developer.
    expect(seen).toMatch(/Z backendToken N60025\n/)
    expectNoSecret(platform, 'another-secret')
  })

  it('for a wrong key of the mobile number: one of its own', async () => {
    const { ask, logIn, platform } = await open(
      {},
      { UNIONPAY_MOBILE_KEY: 'ffff456789abcdeffedcba9876543210' },
    )
    const { cookie } = await logIn()
    const answer = await ask('mobile', { code: makeCode('anna', 'mobile') }, { cookie })
    expect(answer).toMatchObject({ status: 500, body: { resp: 'SHOP500', msg: OWN_CODES.SHOP500 } })
    expectNoSecret(platform, 'ffff4567')
  })

  it.each(['backendToken', 'token'])('for an answer that is no JSON, of %s', async (name) => {
    const { logIn, platform } = await open()
    platform.faults[name] = 'not json'
    expect(await logIn()).toMatchObject({ status: 502, body: { resp: 'SHOP502', msg: OWN_CODES.SHOP502 } })
    expectNoSecret(platform, 'Bad Gateway')
  })

  it.each(['backendToken', 'token', 'order'])(
    'for a network that hangs, at %s: within its own time limit',
    async (name) => {
      const { ask, logIn, platform } = await open({}, { UNIONPAY_TIME_LIMIT: '300' })
      platform.faults[name] = 'hang'
      const before = performance.now()
      const answer = name === 'order' ? await ask('orders', {}) : await logIn()
      expect(answer).toMatchObject({ status: 504, body: { resp: 'SHOP504', msg: OWN_CODES.SHOP504 } })
      expect(performance.now() - before).toBeGreaterThan(290)
      expectNoSecret(platform)
    },
  )

  it.each<[string, object]>([
    ['a success without params', { resp: '00', msg: '' }],
    ['a success whose params are no object', { resp: '00', params: 'x' }],
    ['no resp', { msg: 'x' }],
    ['a resp that is no text', { resp: 5 }],
    ['a list', [1]],
  ])('for an answer of UnionPay’s that lacks a field, one of its own: %s', async (_what, answer) => {
    const { logIn, platform } = await open()
    await logIn()
    platform.faults.token = answer
    const failed = await logIn()
    expect(failed).toMatchObject({ status: 502, body: { resp: 'SHOP502', msg: OWN_CODES.SHOP502 } })
    expect(explained(failed).presentation).toBe('toast')
  })

  it('for a request that is too long, and the connection takes the next one', async () => {
    const { shop } = await open()
    const { hostname, port } = new URL(shop)
    const socket = connect(Number(port), hostname)
    let answers = ''
    socket.on('data', (chunk) => {
      answers += chunk
    })
    const request = (body: string) =>
      `POST /api/login HTTP/1.1\r\nHost: shop.example\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    socket.write(request(`code=${'x'.repeat(500_000)}`))
    await vi.waitUntil(() => answers.includes('SHOP400'), { timeout: 300_000 })
    socket.write(request('code=a+b'))
    await vi.waitUntil(() => answers.split('HTTP/1.1 400').length === 3, { timeout: 300_000 })
    socket.destroy()
  })

  it('for a platform that cannot be reached', async () => {
    const { logIn, platform } = await open({}, { UNIONPAY_URL: 'http://127.0.0.1:9' })
    expect(await logIn()).toMatchObject({ status: 502, body: { resp: 'SHOP502' } })
    expectNoSecret(platform)
  })

  it('for a request that lacks a field', async () => {
    const { shop, asked, logIn } = await open()
    const json = { 'Content-Type': 'application/json' }
    const post = (body: string, headers: Record<string, string> = {}) => ({ method: 'POST', body, headers })
    for (const [request, status] of [
      [post(''), 400],
      [post('{', json), 400],
      [post('null', json), 400],
      [post('["code"]', json), 400],
      [post('{"code":{}}', json), 400],
      [post(`code=a&more=${'x'.repeat(20_000)}`), 400],
      // A + that was not encoded arrives as a blank.
      [post('code=a+b'), 400],
      [{ method: 'DELETE' }, 404],
    ] as const) {
      const response = await fetch(`${shop}/api/login`, request)
      const answer = { resp: `SHOP${status}`, msg: expect.any(String) }
      expect([response.status, await response.json()]).toEqual([status, answer])
    }
    expect(asked.backendToken).toHaveLength(0)
    expect((await logIn()).status).toBe(200)
  })

  it('for a malformed address, and a user who has gone: it goes on', async () => {
    const { shop, logIn, platform } = await open()
    for (const path of ['//', '/api/../..//', '/api/login%', '/api/constructor', '/__proto__'])
      expect((await fetch(shop + path)).status, path).toBe(404)
    const leaving = new AbortController()
    platform.faults.token = 'hang'
    const gone = fetch(`${shop}/api/login`, {
      method: 'POST',
      body: `code=${makeCode()}`,
      signal: leaving.signal,
    })
    leaving.abort()
    await expect(gone).rejects.toThrow()
    platform.faults.token = undefined
    expect((await logIn()).status).toBe(200)
  })

  it('for a success without the openId', async () => {
    const { logIn, platform } = await open()
    await logIn()
    platform.faults.token = 'empty'
    expect(await logIn()).toMatchObject({ status: 502, body: { resp: 'SHOP502' } })
  })

  it('and the kit reads each of its own codes, and shows a text of the kit’s', () => {
    for (const [resp, msg] of Object.entries(OWN_CODES)) {
      const { code, presentation, message } = createUpsdk({ locale: 'zh-Hans' }).explain({ resp, msg })
      expect([code, presentation]).toEqual([resp, 'toast'])
      expect(message).not.toContain(msg)
    }
  })
})

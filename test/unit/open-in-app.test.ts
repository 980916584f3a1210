import { describe, expect, it, vi } from 'vitest'
import { scanQRCode } from '../../src/fallbacks'
import { createUpsdk } from '../../src/index'
import { type OpenInAppOptions, openInApp, openInWallet, walletLink } from '../../src/open-in-app'
import { failureOf, give, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

const part = (options: Partial<OpenInAppOptions> = {}) => openInApp({ encryptAppId: 'app', ...options })

/** What the link of a page at that address leads to. */
function handedOn(address: string, keep?: readonly string[]): string | null {
  const spy = vi.spyOn(document, 'location', 'get').mockReturnValue({ href: address } as Location)
  const { searchParams } = new URL(walletLink({ encryptAppId: 'app', keep }))
  spy.mockRestore()
  return searchParams.get('toLink')
}

describe('the address that is handed on', () => {
  it.each([
    ['the path', 'https://m.example/a/b', 'https://m.example/a/b'],
    ['the port', 'http://m.example:8080/', 'http://m.example:8080/'],
    ['a path with an @', 'https://m.example/@user', 'https://m.example/@user'],
    ['the hash route', 'https://m.example/a#/shop/7', 'https://m.example/a#/shop/7'],
    ['a hash route with a bang', 'https://m.example/#!/shop', 'https://m.example/#!/shop'],
  ])('has %s', (_what, address, expected) => {
    expect(handedOn(address)).toBe(expected)
  })

  it.each([
    ['query', 'https://m.example/a?id=7&tn=SECRET', 'https://m.example/a'],
    ['query behind the hash', 'https://m.example/a?x=SECRET#/pay?tn=SECRET&id=7', 'https://m.example/a#/pay'],
    ['query without a name', 'https://m.example/?SECRET', 'https://m.example/'],
    ['question mark alone', 'https://m.example/a?#/b?', 'https://m.example/a#/b'],
    ['user name and password', 'https://SECRET:SECRET@m.example/', 'https://m.example/'],
    ['password with an @', 'https://user:SE@CRET@m.example/', 'https://m.example/'],
    [
      'session in the path',
      'https://m.example/app;jsessionid=SECRET/a;x=SECRET?y',
      'https://m.example/app/a',
    ],
    ['session in the route', 'https://m.example/#/a;jsessionid=SECRET', 'https://m.example/#/a'],
    ['hash that is no route', 'https://m.example/a#access_token=SECRET', 'https://m.example/a'],
    ['hash that is no route, with a query', 'https://m.example/#SECRET?id=7', 'https://m.example/'],
    ['second hash', 'https://m.example/#/a#code=SECRET', 'https://m.example/#/a'],
    ['query that forgot its question mark', 'https://m.example/#/pay&tn=SECRET', 'https://m.example/#/pay'],
    ['query with a hash in it', 'https://m.example/#/a?id=7#SECRET', 'https://m.example/#/a'],
  ])('has no %s', (_what, address, expected) => {
    expect(handedOn(address)).toBe(expected)
    expect(handedOn(address, [])).toBe(expected)
  })

  it.each([
    ['id', 'https://m.example/a?id=7&tn=SECRET&storeId=8', 'https://m.example/a?id=7&storeId=8'],
    ['one behind the hash', 'https://m.example/?a=SECRET#/b?tn=SECRET&id=7', 'https://m.example/#/b?id=7'],
    ['one that comes twice', 'https://m.example/?id=7&x=1&id=8', 'https://m.example/?id=7&id=8'],
    ['one without a value', 'https://m.example/?id&tn=SECRET', 'https://m.example/?id'],
    [
      'a value as it was written',
      'https://m.example/?id=a+b%20c%E0%A4=',
      'https://m.example/?id=a+b%20c%E0%A4=',
    ],
    ['none that only begins alike', 'https://m.example/?idCard=SECRET&xid=SECRET', 'https://m.example/'],
    ['none in a hash that is no route', 'https://m.example/#id=SECRET', 'https://m.example/'],
    [
      'none of an address in a value',
      'https://m.example/?to=https://m.example/?id=SECRET',
      'https://m.example/',
    ],
    ['none behind a second hash', 'https://m.example/#/a?id=7#id=SECRET', 'https://m.example/#/a?id=7'],
  ])('keeps what `keep` names: %s', (_what, address, expected) => {
    expect(handedOn(address, ['id', 'storeId'])).toBe(expected)
  })

  it.each(['about:blank', 'file:///a.html', 'javascript:alert(1)', '', 'blob:https://m.example/1'])(
    'is none where the page is at %j',
    (address) => {
      expect(handedOn(address)).toBeNull()
    },
  )

  it.each([
    ['one parameter', `https://m.example/?x=${'a'.repeat(300_000)}`],
    ['many parameters', `https://m.example/?${'a=b&'.repeat(75_000)}`],
    ['signs of every kind', `https://m.example/?${'@/?;=&%'.repeat(43_000)}`],
    ['semicolons in the path', `https://m.example/${';a/'.repeat(100_000)}`],
    ['@ in the host', `https://${'@a:'.repeat(100_000)}`],
    ['a route', `https://m.example/#/${'a?b#;'.repeat(60_000)}`],
  ])('takes no time, whatever 300 kB of %s', (_what, address) => {
    const startedAt = performance.now()
    handedOn(address, ['id'])
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})

describe('walletLink', () => {
  it('builds the link that opens a mini-program', () => {
    expect(
      walletLink({ encryptAppId: 'a/b+c=', toLink: 'https://m.example/a?b=1&c=2', scenarioId: '1007' }),
    ).toBe(
      'upwallet://applet?encryptAppId=a%2Fb%2Bc%3D&toLink=https%3A%2F%2Fm.example%2Fa%3Fb%3D1%26c%3D2&scenarioId=1007',
    )
  })

  it('leads from the scenario 1006', () => {
    expect(new URL(walletLink({ encryptAppId: 'app' })).searchParams.get('scenarioId')).toBe('1006')
  })

  it('takes an address that is given as it is', () => {
    const link = walletLink({ encryptAppId: 'app', toLink: 'https://m.example/?code=mine', keep: ['id'] })
    expect(link).toContain(encodeURIComponent('https://m.example/?code=mine'))
  })

  it('asks a function, and leads to this page where that gives nothing', () => {
    const link = walletLink({ encryptAppId: 'app', toLink: () => 'https://m.example/?code=mine' })
    expect(link).toContain(encodeURIComponent('https://m.example/?code=mine'))
    const toLink = () => undefined as never
    expect(walletLink({ encryptAppId: 'app', toLink })).toBe(walletLink({ encryptAppId: 'app' }))
  })
})

describe('the universal link', () => {
  const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3 like Mac OS X) Safari/604.1'
  const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15'
  const ANDROID = 'Mozilla/5.0 (Linux; Android 10) Chrome/78.0 Mobile Safari/537.36'
  const link = (universalLink?: boolean) =>
    walletLink({ encryptAppId: 'a/b', toLink: 'https://m.example/?b=1', universalLink })
  const query = 'applet?encryptAppId=a%2Fb&toLink=https%3A%2F%2Fm.example%2F%3Fb%3D1&scenarioId=1006'

  it.each([
    ['an iPhone', IPHONE, 5, true],
    ['an iPad that says so', IPHONE.replace(/iPhone;/, 'iPad;'), 5, true],
    ['an iPad that says that it is a Mac', MAC, 5, true],
    ['a Mac', MAC, 0, false],
    ['Android', ANDROID, 5, false],
  ])('on %s', (_where, userAgent, touchPoints, isUniversal) => {
    give(navigator, 'userAgent', userAgent)
    give(navigator, 'maxTouchPoints', touchPoints)
    expect(link(true)).toBe((isUniversal ? 'https://usl.95516.com/' : 'upwallet://') + query)
    for (const off of [false, undefined]) expect(link(off)).toBe(`upwallet://${query}`)
  })

  it('is what the dialog’s button opens', async () => {
    give(navigator, 'userAgent', IPHONE)
    const location = { href: 'https://m.example/' } as Location
    const spy = vi.spyOn(document, 'location', 'get').mockReturnValue(location)
    const presenter = recorder()
    const opened = openInWallet({ encryptAppId: 'app', universalLink: true, presenter })
    await pass(1)
    expect(location.href).toContain('https://usl.95516.com/applet?encryptAppId=app&toLink=')
    await pass(3000)
    presenter.answer(false)
    expect(await opened).toBe(false)
    spy.mockRestore()
  })
})

describe('malformed options throw a TypeError that names them', () => {
  it.each<[string, unknown]>([
    ['encryptAppId', undefined],
    ['encryptAppId', null],
    ['encryptAppId', 'app'],
    ['encryptAppId', {}],
    ['encryptAppId', { encryptAppId: '' }],
    ['encryptAppId', { encryptAppId: 5 }],
    ['toLink', { encryptAppId: 'a', toLink: 5 }],
    ['toLink', { encryptAppId: 'a', toLink: '' }],
    ['toLink', { encryptAppId: 'a', toLink: '/shop' }],
    ['toLink', { encryptAppId: 'a', toLink: 'javascript:alert(1)' }],
    ['keep', { encryptAppId: 'a', keep: 'id' }],
    ['keep', { encryptAppId: 'a', keep: null }],
    ['universalLink', { encryptAppId: 'a', universalLink: 'yes' }],
  ])('%s: %j', (name, options) => {
    for (const take of [walletLink, openInApp, openInWallet] as ((options: never) => unknown)[]) {
      expect(() => take(options as never)).toThrow(TypeError)
      expect(() => take(options as never)).toThrow(new RegExp(`"openInApp": ${name} must be`))
    }
  })

  it('a qr that is no function', () => {
    for (const take of [openInApp, openInWallet])
      expect(() => take({ encryptAppId: 'a', qr: 'qr' as never })).toThrow(/"openInApp": qr must be/)
  })

  it.each([
    ['locale', 'not a tag!'],
    ['presenter', {}],
  ])('the %s of openInWallet', (name, value) => {
    expect(() => openInWallet({ encryptAppId: 'a', [name]: value })).toThrow(TypeError)
    expect(() => openInWallet({ encryptAppId: 'a', [name]: value })).toThrow(`option "${name}"`)
  })
})

describe('the option openInApp', () => {
  it('gives the dialog of outside-wallet a button, and one that only closes it', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    await failureOf(kit({ presenter, locale: 'en', openInApp: part() }).scanQRCode())
    await pass(10)
    expect(presenter.dialogs).toEqual([
      'Open this page in the UnionPay App to continue. | Cancel | Open the app',
    ])
  })

  it('shows the dialog for every tap, never two at once, and never for calls on load', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const upsdk = kit({ presenter, openInApp: part() })
    await failureOf(upsdk.getLocationGps())
    await failureOf(upsdk.appletAuth())
    await pass(10)
    expect(presenter.dialogs).toHaveLength(0)
    await Promise.all([failureOf(upsdk.scanQRCode()), failureOf(upsdk.chooseImage())])
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    expect(presenter.dialogs).toHaveLength(1)
    presenter.answer(false)
    await pass(500)
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    expect(presenter.dialogs).toHaveLength(2)
  })

  it('shows nothing of a fallback that cannot help either, while the user has not touched the page', async () => {
    wallet({ insideWallet: false })
    const userActivation = { hasBeenActive: false, isActive: false }
    give(navigator, 'userActivation', userActivation)
    const presenter = recorder()
    const upsdk = kit({ presenter, openInApp: part(), fallbacks: { scanQRCode } })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported' })
    await pass(10)
    expect([presenter.dialogs, presenter.toasts]).toEqual([[], []])
  })

  it('shows nothing while the user has not touched the page, unless the call asks for it', async () => {
    wallet({ insideWallet: false })
    const userActivation = { hasBeenActive: false, isActive: false }
    give(navigator, 'userActivation', userActivation)
    const presenter = recorder()
    const upsdk = kit({ presenter, openInApp: part() })
    await failureOf(upsdk.login())
    await pass(10)
    expect(presenter.dialogs).toHaveLength(0)
    userActivation.hasBeenActive = true
    await failureOf(upsdk.login())
    await pass(10)
    expect(presenter.dialogs).toHaveLength(1)
    presenter.answer(false)
    await pass(500)
    userActivation.hasBeenActive = false
    await failureOf(upsdk.login(undefined, { notify: true }))
    await pass(10)
    expect(presenter.dialogs).toHaveLength(2)
  })

  it('has the button for every code that says so', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    kit({ presenter, locale: 'en', openInApp: part() }).notify('c101')
    await pass(10)
    expect(presenter.dialogs).toEqual([expect.stringMatching(/ \| Cancel \| Open the app$/)])
  })

  it('opens the app once, and shows one dialog at a time, whatever is tapped meanwhile', async () => {
    wallet({ insideWallet: false, platform: 'android' })
    const presenter = recorder()
    const upsdk = kit({ presenter, locale: 'en', openInApp: part() })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    presenter.answer(true)
    await pass(500)
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(5000)
    expect(presenter.dialogs).toHaveLength(2)
    presenter.answer(true)
    await pass(3000)
    expect(presenter.dialogs).toHaveLength(3)
    expect(presenter.dialogs[2]).toContain('Copy link')
    upsdk.notify('99')
    await pass(3000)
    expect(presenter.dialogs).toHaveLength(3)
    presenter.answer(false)
    await pass(10)
    expect(presenter.dialogs).toHaveLength(4)
  })

  it('leaves a button of the page’s own alone', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const run = vi.fn()
    const actions = { 'outside-wallet': { label: 'My way', run } }
    await failureOf(kit({ presenter, locale: 'en', actions, openInApp: part() }).scanQRCode())
    await pass(10)
    expect(presenter.dialogs[0]).toContain('My way')
    presenter.answer(true)
    await pass(10)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it.each([{ encryptAppId: 'app' }, 'app', null])('%j is no such option', (option) => {
    expect(() => createUpsdk({ openInApp: option as never })).toThrow(/option "openInApp"/)
  })

  it('asks for the address at each opening, and copies it', async () => {
    wallet({ insideWallet: false })
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (X11; Linux x86_64) Chrome/120')
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined)
    const presenter = recorder()
    let route = 1
    const toLink = vi.fn(() => `https://m.example/${route}`)
    const upsdk = kit({ presenter, locale: 'en', openInApp: part({ toLink }) })
    expect(toLink).not.toHaveBeenCalled()
    for (; route < 3; route++) {
      await failureOf(upsdk.scanQRCode())
      await pass(10)
      presenter.answer(true)
      await pass(10)
      presenter.answer(true)
      await pass(10)
      expect(writeText).toHaveBeenLastCalledWith(`https://m.example/${route}`)
      await pass(4000)
    }
    vi.restoreAllMocks()
  })

  it('says in the language of that moment', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const upsdk = kit({ presenter, locale: 'en', openInApp: part() })
    upsdk.setLocale('zh-HK')
    await failureOf(upsdk.scanQRCode())
    await pass(10)
    expect(presenter.dialogs).toEqual([expect.stringMatching(/ \| 取消 \| 開啟雲閃付App$/)])
  })

  it('says what the page’s own messages say', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const messages = { en: { 'button-outside-wallet': 'Go!' } }
    await failureOf(kit({ presenter, locale: 'en', messages, openInApp: part() }).scanQRCode())
    await pass(10)
    expect(presenter.dialogs).toEqual([expect.stringMatching(/ \| Go!$/)])
  })
})

describe('openInWallet', () => {
  it('asks anew after a presenter that did not answer, once the page has gone elsewhere', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    const dialog = vi.fn(() => new Promise<boolean>(() => {}))
    const first = openInWallet({ encryptAppId: 'app', presenter: { toast() {}, dialog } })
    await pass(10)
    window.dispatchEvent(new Event('popstate'))
    expect(await first).toBe(false)
    openInWallet({ encryptAppId: 'app', presenter: { toast() {}, dialog } })
    await pass(10)
    expect(dialog).toHaveBeenCalledTimes(2)
    window.dispatchEvent(new Event('popstate'))
    vi.restoreAllMocks()
  })

  it('copies the address that the page gave', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined)
    const presenter = recorder()
    const opened = openInWallet({ encryptAppId: 'app', toLink: 'https://m.example/clean', presenter })
    await pass(10)
    presenter.answer(true)
    await opened
    expect(writeText).toHaveBeenCalledWith('https://m.example/clean')
    vi.restoreAllMocks()
  })

  it('offers the link where the QR code does not come', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    const presenter = recorder()
    const qr = () => new Promise<never>(() => {})
    const opened = openInWallet({ encryptAppId: 'app', locale: 'en', presenter, qr })
    await pass(5000)
    expect(presenter.dialogs[0]).toContain('Copy link')
    presenter.answer(false)
    expect(await opened).toBe(false)
    vi.restoreAllMocks()
  })

  it('tells the user by the kit’s own dialog where the page’s fails, and never rejects', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    const presenter = { toast() {}, dialog: () => Promise.reject(new Error('of the page')) }
    const opened = openInWallet({ encryptAppId: 'app', locale: 'en', presenter })
    await pass(10)
    const host = document.querySelector('[data-upsdk-kit=dialog]')
    expect(host?.shadowRoot?.textContent).toContain('Copy link')
    host?.shadowRoot?.querySelector('button')?.click()
    expect(await opened).toBe(false)
    vi.restoreAllMocks()
  })

  it('shows one dialog, however often it is tapped', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    const presenter = recorder()
    const taps = [1, 2, 3].map(() => openInWallet({ encryptAppId: 'app', presenter }))
    await pass(10)
    expect(presenter.dialogs).toHaveLength(1)
    presenter.answer(false)
    expect(await Promise.all(taps)).toEqual([false, false, false])
    vi.restoreAllMocks()
  })

  it('waits in line with the dialogs of kits, and leaves no listener and no timer behind', async () => {
    wallet({ insideWallet: false, platform: 'android' })
    const listening = new Set<string>()
    const add = vi.spyOn(window, 'addEventListener').mockImplementation((name) => void listening.add(name))
    const remove = vi
      .spyOn(window, 'removeEventListener')
      .mockImplementation((name) => void listening.delete(name))
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    const [first, second] = [recorder(), recorder()]
    const upsdk = kit({ presenter: first })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    const opened = openInWallet({ encryptAppId: 'app', presenter: second })
    await pass(10)
    expect([first.dialogs.length, second.dialogs.length]).toEqual([1, 0])
    first.answer(false)
    await pass(10)
    expect(second.dialogs).toHaveLength(1)
    second.answer(false)
    expect(await opened).toBe(false)
    upsdk.destroy()
    expect(listening).toEqual(new Set())
    expect(vi.getTimerCount()).toBe(0)
    add.mockRestore()
    remove.mockRestore()
    vi.restoreAllMocks()
  })

  it('shows nothing any more where the kit was destroyed meanwhile', async () => {
    wallet({ insideWallet: false, platform: 'android' })
    const upsdk = kit({ openInApp: part(), locale: 'en' })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    const buttons = document.querySelector('[data-upsdk-kit=dialog]')?.shadowRoot?.querySelectorAll('button')
    buttons?.[1]?.click()
    await pass(100)
    upsdk.destroy()
    await pass(5000)
    expect(document.querySelectorAll('[data-upsdk-kit]')).toHaveLength(0)
  })

  const desktop = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120' }

  it('on a desktop without a QR code offers the link, and copies it', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    window.location.href = 'https://m.example/shop?id=7&code=secret'
    const written: string[] = []
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text))
    const presenter = recorder()
    const opened = openInWallet({ encryptAppId: 'app', locale: 'en', presenter })
    await pass(10)
    expect(presenter.dialogs).toEqual([
      'Copy the link and open it on your phone to continue. | Cancel | Copy link',
    ])
    presenter.answer(true)
    expect(await opened).toBe(false)
    expect(written).toEqual(['https://m.example/shop'])
    expect(presenter.toasts).toEqual(['Link copied.'])
    vi.restoreAllMocks()
  })

  it('in an app that blocks links, on a desktop, asks for the phone', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/116 MicroMessenger/7.0.20 WindowsWechat',
    )
    const presenter = recorder()
    openInWallet({ encryptAppId: 'app', locale: 'en', presenter })
    await pass(10)
    expect(presenter.dialogs[0]).toMatch(/on your phone/)
    presenter.answer(false)
    vi.restoreAllMocks()
  })

  it('says what to do with the link that could not be copied', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    window.location.href = 'https://m.example/shop'
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
    const dialog = vi.fn(() => Promise.resolve(true))
    await openInWallet({ encryptAppId: 'app', locale: 'en', presenter: { toast() {}, dialog } })
    expect(dialog).toHaveBeenLastCalledWith(
      expect.objectContaining({
        title: "Couldn't copy automatically. Select the link below and copy it.",
        message: 'https://m.example/shop',
        confirm: 'OK',
        lang: 'en',
      }),
    )
    vi.restoreAllMocks()
  })

  it('shows the link where it cannot be copied', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    window.location.href = 'https://m.example/shop'
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
    const presenter = recorder()
    const opened = openInWallet({ encryptAppId: 'app', locale: 'en', presenter })
    await pass(10)
    presenter.answer(true)
    await pass(10)
    expect(presenter.dialogs[1]).toBe('https://m.example/shop | OK')
    presenter.answer(true)
    expect(await opened).toBe(false)
    vi.restoreAllMocks()
  })

  it('copies the link too where the QR code cannot be loaded', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    const presenter = recorder()
    const qr = () => Promise.reject(new Error('offline'))
    const opened = openInWallet({ encryptAppId: 'app', locale: 'en', presenter, qr })
    await pass(10)
    expect(presenter.dialogs[0]).toContain('Copy link')
    presenter.answer(false)
    expect(await opened).toBe(false)
    expect(presenter.toasts).toEqual([])
    vi.restoreAllMocks()
  })
})

describe('dialogs in one window', () => {
  it('wait for each other, also those of another kit, and go on when that one is gone', async () => {
    wallet({ insideWallet: false })
    const [first, second] = [recorder(), recorder()]
    const [one, other] = [kit({ presenter: first }), kit({ presenter: second })]
    await failureOf(one.pay({ tn: '1' }))
    await failureOf(other.pay({ tn: '1' }))
    await pass(10)
    expect([first.dialogs.length, second.dialogs.length]).toEqual([1, 0])
    one.destroy()
    await pass(10)
    expect(second.dialogs).toHaveLength(1)
  })
})

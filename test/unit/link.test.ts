import { describe, expect, it, vi } from 'vitest'
import { scanQRCode } from '../../src/fallbacks'
import { createUpsdk, openInWallet, walletLink } from '../../src/index'
import { shareableAddress } from '../../src/link/address'
import { failureOf, give, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

const secrets = ['tn=2026', 'code=abc', 'access_token=x', 'mobile=1', 'sign=y', 'openId=o', 'cardNo=6']

describe('an address to be handed on', () => {
  it.each([
    [
      'keeps what says which page it is',
      'https://m.example/a/b?id=7&page=2#top',
      'https://m.example/a/b?id=7&page=2#top',
    ],
    [
      'keeps a query as it was written',
      'https://m.example/?q=a+b%20c&empty=',
      'https://m.example/?q=a+b%20c&empty=',
    ],
    ['has no user name and no password', 'https://user:word@m.example/', 'https://m.example/'],
    [
      'has no secret in the query of a hash',
      'https://m.example/#/pay?tn=1&id=7',
      'https://m.example/#/pay?id=7',
    ],
    ['has no token in the hash itself', 'https://m.example/#access_token=x&state=y', 'https://m.example/'],
    [
      'has no mobile number, whatever it is called',
      'https://m.example/?u=13800138000&id=7',
      'https://m.example/?id=7',
    ],
    [
      'has no card number, whatever it is called',
      'https://m.example/?x=6222020000000000000',
      'https://m.example/',
    ],
    ['has no identity number', 'https://m.example/?x=11010519491231002X', 'https://m.example/'],
    ['has no web token', 'https://m.example/?x=eyJhbGciOi.eyJzdWIi.sig', 'https://m.example/'],
    ['has no secret under a name in percent signs', 'https://m.example/?%74n=1', 'https://m.example/'],
    [
      'is taken with percent signs that mean nothing',
      'https://m.example/?q=%E0%A4&id=1',
      'https://m.example/?q=%E0%A4&id=1',
    ],
  ])('%s', (_what, address, expected) => {
    expect(shareableAddress(address)).toBe(expected)
  })

  it.each([
    ['https://m.example/app;jsessionid=SECRET/a?x=1', 'https://m.example/app/a?x=1'],
    ['https://m.example/?next=/pay?tn=SECRET', 'https://m.example/?next=%2Fpay'],
    [
      'https://m.example/?to=https%3A%2F%2Fm.example%2Fp%3Fa%3D1%26token%3DSECRET',
      'https://m.example/?to=https%3A%2F%2Fm.example%2Fp%3Fa%3D1',
    ],
    ['https://m.example/#/pay&tn=SECRET', 'https://m.example/#/pay'],
    ['https://m.example/#/a#code=SECRET', 'https://m.example/#/a'],
    ['https://m.example/?a=%2B86%20138-0013-8000&id=7', 'https://m.example/?id=7'],
    ['https://m.example/?13800138000', 'https://m.example/'],
    ['https://m.example/#eyJhbGciOi.eyJzdWIi.SECRET', 'https://m.example/'],
    ['https://m.example/?data=%7B%22token%22%3A%22SECRET%22%7D&id=7', 'https://m.example/?id=7'],
    ['https://m.example/?data=token%3DSECRET&id=7', 'https://m.example/?id=7'],
    ['https://m.example/?to=https%253A%252F%252Fm.example%252F%253Ftoken%253DSECRET', 'https://m.example/'],
    [
      'https://m.example/?a=https://user:SECRET@h.example/',
      'https://m.example/?a=https%3A%2F%2Fh.example%2F',
    ],
    ...[
      ...['user_id', 'open_id', 'real_name', 'userName', 'id_no', 'access_key', 'verify_code', 'smsCode'],
      ...[
        'logincode',
        'js_code',
        'grantCode',
        'bankCard',
        'authcode',
        'accesstoken',
        'usertoken',
        'refreshtoken',
        'sessionkey',
        'appsecret',
        'mobileno',
      ],
      ...[
        'phonenumber',
        'loginticket',
        'signmsg',
        'verificationCode',
        'idCardNo',
        'bankCardNo',
        'oauth_code',
      ],
      ...['wxcode', 'a[code]', 'user.code', 'amp;code', 'csrf', 'cookie', 'cdhdUsrId', 'contractId'],
      ...['authCode', 'trade_no', 'user[mobile]', 'x-auth-token', 'jwt', 'Signature', 'accessToken'],
    ].map((name) => [`https://m.example/?${name}=SECRET&id=7`, 'https://m.example/?id=7']),
  ])('of %s has no secret', (address, expected) => {
    expect(shareableAddress(address)).toBe(expected)
  })

  it.each([
    ...['orderId=1541815603606036480', 'itemId=10000000001', 'designId=5', 'author=5', 'passengers=2'],
    ...['hotel=5', 'city_code=31', 'promocode=x', 'goods=%7B%22id%22%3A7%7D', 'time=10:30', 'at=/a?b=1'],
    ...['compass=1', 'assignee=x', 'discard=1', 'cardType=1', 'productCode=7', 'date=20261125', 'to=home'],
  ])('keeps %s', (pair) => {
    expect(shareableAddress(`https://m.example/?${pair}`)).toBe(`https://m.example/?${pair}`)
  })

  it.each(secrets)('has no %s', (pair) => {
    expect(shareableAddress(`https://m.example/?${pair}&id=7`)).toBe('https://m.example/?id=7')
  })

  it.each(['about:blank', 'file:///a.html', 'javascript:alert(1)', ''])('%j is none', (address) => {
    expect(shareableAddress(address)).toBeUndefined()
  })
})

describe('the wallet option', () => {
  it('gives the dialog of outside-wallet a button, and one that only closes it', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    await failureOf(kit({ presenter, locale: 'en', wallet: { encryptAppId: 'app' } }).scanQRCode())
    await pass(10)
    expect(presenter.dialogs).toEqual([
      'Please open this page in the UnionPay App to continue. | Cancel | Open the app',
    ])
  })

  it('shows the dialog for every tap, never two at once, and never for calls on load', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const upsdk = kit({ presenter, wallet: { encryptAppId: 'app' } })
    await failureOf(upsdk.getLocationGps())
    await failureOf(upsdk.appletAuth())
    await pass(10)
    expect(presenter.dialogs).toHaveLength(0)
    await Promise.all([failureOf(upsdk.scanQRCode()), failureOf(upsdk.chooseImage())])
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    expect(presenter.dialogs).toHaveLength(1)
    presenter.answer(false)
    await pass(10)
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    expect(presenter.dialogs).toHaveLength(2)
  })

  it('shows nothing of a fallback that cannot help either, while the user has not touched the page', async () => {
    wallet({ insideWallet: false })
    const userActivation = { hasBeenActive: false, isActive: false }
    give(navigator, 'userActivation', userActivation)
    const presenter = recorder()
    const upsdk = kit({ presenter, wallet: { encryptAppId: 'app' }, fallbacks: { scanQRCode } })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported' })
    await pass(10)
    expect([presenter.dialogs, presenter.toasts]).toEqual([[], []])
  })

  it('shows nothing while the user has not touched the page, unless the call asks for it', async () => {
    wallet({ insideWallet: false })
    const userActivation = { hasBeenActive: false, isActive: false }
    give(navigator, 'userActivation', userActivation)
    const presenter = recorder()
    const upsdk = kit({ presenter, wallet: { encryptAppId: 'app' } })
    await failureOf(upsdk.login())
    await pass(10)
    expect(presenter.dialogs).toHaveLength(0)
    userActivation.hasBeenActive = true
    await failureOf(upsdk.login())
    await pass(10)
    expect(presenter.dialogs).toHaveLength(1)
    presenter.answer(false)
    userActivation.hasBeenActive = false
    await failureOf(upsdk.login(undefined, { notify: true }))
    await pass(10)
    expect(presenter.dialogs).toHaveLength(2)
  })

  it('has the button for every code that says so', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    kit({ presenter, locale: 'en', wallet: { encryptAppId: 'app' } }).notify('c101')
    await pass(10)
    expect(presenter.dialogs).toEqual([expect.stringMatching(/ \| Cancel \| Open the app$/)])
  })

  it('opens the app once, and shows one dialog at a time, whatever is tapped meanwhile', async () => {
    wallet({ insideWallet: false, platform: 'android' })
    const presenter = recorder()
    const upsdk = kit({ presenter, locale: 'en', wallet: { encryptAppId: 'app' } })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    presenter.answer(true)
    await pass(100)
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
    await failureOf(kit({ presenter, locale: 'en', actions, wallet: { encryptAppId: 'app' } }).scanQRCode())
    await pass(10)
    expect(presenter.dialogs[0]).toContain('My way')
    presenter.answer(true)
    await pass(10)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it.each([
    [{}],
    [{ encryptAppId: '' }],
    [{ encryptAppId: 5 }],
    [{ encryptAppId: 'a', toLink: 5 }],
    [{ encryptAppId: 'a', qr: 'qr' }],
    ['app'],
  ])('%j is no such option', (option) => {
    expect(() => createUpsdk({ wallet: option as never })).toThrow(/option "wallet"/)
  })
})

describe('openInWallet', () => {
  it('needs the id of the mini-program', () => {
    for (const wrong of [
      {},
      { encryptAppId: 5 },
      undefined,
      { encryptAppId: 'a', toLink: 'javascript:alert(1)' },
    ])
      expect(() => walletLink(wrong as { encryptAppId: string })).toThrow(/option "wallet"/)
    expect(() => openInWallet({} as { encryptAppId: string })).toThrow(/encryptAppId/)
  })

  it.each([
    ['locale', 'not a tag!'],
    ['presenter', {}],
  ])('takes no malformed %s', (name, value) => {
    expect(() => openInWallet({ encryptAppId: 'a', [name]: value })).toThrow(`option "${name}"`)
  })

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

  it('shows nothing any more where the kit was destroyed meanwhile', async () => {
    wallet({ insideWallet: false, platform: 'android' })
    const upsdk = kit({ wallet: { encryptAppId: 'app' }, locale: 'en' })
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
    expect(written).toEqual(['https://m.example/shop?id=7'])
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
    expect(dialog).toHaveBeenLastCalledWith({
      title: "The link couldn't be copied. Select it to copy it yourself.",
      message: 'https://m.example/shop',
      confirm: 'OK',
      lang: 'en',
    })
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

// Last: happy-dom tells of a new hash some time later, and that closes dialogs.
describe('walletLink', () => {
  it('builds the link that opens a mini-program', () => {
    expect(
      walletLink({ encryptAppId: 'a/b+c=', toLink: 'https://m.example/a?b=1&c=2', scenarioId: '1007' }),
    ).toBe(
      'upwallet://applet?encryptAppId=a%2Fb%2Bc%3D&toLink=https%3A%2F%2Fm.example%2Fa%3Fb%3D1%26c%3D2&scenarioId=1007',
    )
  })

  it('leads to this page, without its secrets, from the scenario 1006', () => {
    window.location.href = `https://m.example/shop?id=7&${secrets.join('&')}#/item`
    const { searchParams } = new URL(walletLink({ encryptAppId: 'app' }))
    expect(searchParams.get('toLink')).toBe('https://m.example/shop?id=7#/item')
    expect(searchParams.get('scenarioId')).toBe('1006')
  })

  it('takes an address that is given as it is', () => {
    const link = walletLink({ encryptAppId: 'app', toLink: 'https://m.example/?code=mine' })
    expect(link).toContain(encodeURIComponent('https://m.example/?code=mine'))
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

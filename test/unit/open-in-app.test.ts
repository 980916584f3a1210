/** The option openInApp leads a tap outside the wallet into it, one dialog at a time. */
import { describe, expect, it, vi } from 'vitest'
import { fallbacks, scanQRCode } from '../../src/fallbacks'
import { createUpsdk } from '../../src/index'
import { openInApp, openInWallet, walletLink } from '../../src/openInApp'
import type { Step } from '../../src/types/inspector'
import { appPart } from '../support/outside'
import { failureOf, give, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

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

  it('qr that is no function', () => {
    for (const take of [openInApp, openInWallet])
      expect(() => take({ encryptAppId: 'a', qr: 'qr' as never })).toThrow(/"openInApp": qr must be/)
  })

  it.each([
    ['locale', 'not a tag!'],
    ['presenter', {}],
  ])('%s of openInWallet', (name, value) => {
    expect(() => openInWallet({ encryptAppId: 'a', [name]: value })).toThrow(TypeError)
    expect(() => openInWallet({ encryptAppId: 'a', [name]: value })).toThrow(`option "${name}"`)
  })
})

describe('the option openInApp', () => {
  it('gives the dialog of outside-wallet a button that opens the app, and one that only closes it', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    await failureOf(kit({ presenter, locale: 'en', openInApp: appPart() }).scanQRCode())
    await pass(10)
    expect(presenter.dialogs).toEqual(['Open this page in the UnionPay App. | Cancel | Open UnionPay'])
  })

  it.each([
    ['a desktop', 'Mozilla/5.0 (Windows NT 10.0)', 'Copy the link and open it on your phone.'],
    [
      'WeChat',
      'Mozilla/5.0 (Linux; Android 14; Mobile) MicroMessenger/8.0',
      'Open the top-right menu and choose the browser, or copy the link.',
    ],
  ])('shows the other way at once on %s, where no link opens the app', async (_where, userAgent, how) => {
    wallet({ insideWallet: false })
    give(navigator, 'userAgent', userAgent)
    const presenter = recorder()
    const steps: Step[] = []
    const upsdk = kit({
      presenter,
      locale: 'en',
      openInApp: appPart(),
      inspector: { step: (one) => steps.push(one) },
    })
    await failureOf(upsdk.scanQRCode())
    await pass(10)
    const told = `Open this page in the UnionPay App. ${how} | Cancel | Copy link`
    expect(presenter.dialogs).toEqual([told])
    expect(steps.map(({ type }) => type)).toContain('shown')
    await failureOf(upsdk.scanQRCode())
    await pass(10)
    expect(presenter.dialogs).toEqual([told])
    expect(steps.pop()).toMatchObject({ type: 'quiet', why: 'on screen already' })
  })

  it('shows the dialog for every tap, never two at once, and never for calls on load', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const upsdk = kit({ presenter, openInApp: appPart() })
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

  it('shows nothing if a fallback cannot help either and the user has not touched the page', async () => {
    wallet({ insideWallet: false })
    const userActivation = { hasBeenActive: false, isActive: false }
    give(navigator, 'userActivation', userActivation)
    const presenter = recorder()
    const upsdk = kit({ presenter, openInApp: appPart(), fallbacks: fallbacks({ scanQRCode }) })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported' })
    await pass(10)
    expect([presenter.dialogs, presenter.toasts]).toEqual([[], []])
  })

  it('shows nothing before the user touched the page, unless the call asks for it', async () => {
    wallet({ insideWallet: false })
    const userActivation = { hasBeenActive: false, isActive: false }
    give(navigator, 'userActivation', userActivation)
    const presenter = recorder()
    const upsdk = kit({ presenter, openInApp: appPart() })
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

  it('adds the button for every code that says so', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    kit({ presenter, locale: 'en', openInApp: appPart() }).notify('c101')
    await pass(10)
    expect(presenter.dialogs).toEqual([expect.stringMatching(/ \| Cancel \| Open UnionPay$/)])
  })

  it('opens the app once, and shows one dialog at a time, however often it is tapped', async () => {
    wallet({ insideWallet: false, platform: 'android' })
    const presenter = recorder()
    const upsdk = kit({ presenter, locale: 'en', openInApp: appPart() })
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

  it('does not replace a button of the page’s own', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const run = vi.fn()
    const actions = { 'outside-wallet': { label: 'My way', run } }
    await failureOf(kit({ presenter, locale: 'en', actions, openInApp: appPart() }).scanQRCode())
    await pass(10)
    expect(presenter.dialogs[0]).toContain('My way')
    presenter.answer(true)
    await pass(10)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it.each([{ encryptAppId: 'app' }, 'app', null])('may not be %j', (option) => {
    expect(() => createUpsdk({ openInApp: option as never })).toThrow(/option "openInApp"/)
  })

  it('asks for the address at each opening, and copies it', async () => {
    wallet({ insideWallet: false })
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (X11; Linux x86_64) Chrome/120')
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined)
    const presenter = recorder()
    let route = 1
    const toLink = vi.fn(() => `https://m.example/${route}`)
    const upsdk = kit({ presenter, locale: 'en', openInApp: appPart({ toLink }) })
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

  it.each([
    ['a desktop', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120', 'Copy link'],
    ['a phone', 'Mozilla/5.0 (iPhone) Mobile Safari/604.1', 'Open UnionPay'],
  ])(
    'tells a user who has tapped on %s although the page’s function throws',
    async (_where, agent, label) => {
      wallet({ insideWallet: false })
      vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent)
      const presenter = recorder()
      const toLink = () => {
        throw new TypeError('no order yet')
      }
      const upsdk = kit({ presenter, locale: 'en', openInApp: appPart({ toLink }) })
      await failureOf(upsdk.pay({ tn: '1' }))
      // The page's error reporting sees what it throws, in a task of its own.
      const thrown: unknown[] = []
      const wait = (ms: number) => pass(ms).catch((error) => void thrown.push(error.message))
      await wait(10)
      expect(presenter.dialogs[0]).toContain(label)
      presenter.answer(true)
      // A phone offers the link if the app does not come up.
      for (let second = 0; second < 4; second++) await wait(1000)
      expect(presenter.dialogs.join()).toContain('Copy link')
      expect(thrown).toContain('no order yet')
      vi.restoreAllMocks()
    },
  )

  it('speaks the language at that moment', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const upsdk = kit({ presenter, locale: 'en', openInApp: appPart() })
    upsdk.setLocale('zh-HK')
    await failureOf(upsdk.scanQRCode())
    await pass(10)
    expect(presenter.dialogs).toEqual([expect.stringMatching(/ \| 取消 \| 開啟雲閃付App$/)])
  })

  it('uses the page’s own messages', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const messages = { en: { 'button-outside-wallet': 'Go!' } }
    await failureOf(kit({ presenter, locale: 'en', messages, openInApp: appPart() }).scanQRCode())
    await pass(10)
    expect(presenter.dialogs).toEqual([expect.stringMatching(/ \| Go!$/)])
  })
})

describe('dialogs of one window', () => {
  it('wait for each other, even of different kits, and go on after destroy', async () => {
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

/** A page’s own button opens the app, or else says what to do. */
import { describe, expect, it, vi } from 'vitest'
import { openInWallet } from '../../src/openInApp'
import { ja } from '../../src/texts/ja'
import { appPart } from '../support/outside'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('openInWallet', () => {
  it('asks again after a presenter that did not answer, once the page has navigated', async () => {
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

  it('offers the link if the QR code does not come', async () => {
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

  it.each([
    ['speaks a language that the page gives', 'ja-JP', [null as never, ja], 'リンクをコピー'],
    ['speaks English without that language', 'ja-JP', [], 'Copy link'],
    ['speaks a built-in language whatever the page gives', 'zh-HK', [ja], '複製連結'],
  ])('%s', async (_what, locale, locales, copyLink) => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(desktop.userAgent)
    const presenter = recorder()
    const opened = openInWallet({ encryptAppId: 'app', locale, locales, presenter })
    await pass(10)
    expect(presenter.dialogs[0]).toContain(copyLink)
    presenter.answer(false)
    await opened
    vi.restoreAllMocks()
  })

  it('uses the kit’s own dialog if the page’s fails, and never rejects', async () => {
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

  it('waits in line with the dialogs of kits, and leaves no listener or timer', async () => {
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

  it('shows nothing if the kit was destroyed meanwhile', async () => {
    wallet({ insideWallet: false, platform: 'android' })
    const upsdk = kit({ openInApp: appPart(), locale: 'en' })
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
    expect(presenter.dialogs).toEqual(['Copy the link and open it on your phone. | Cancel | Copy link'])
    presenter.answer(true)
    expect(await opened).toBe(false)
    expect(written).toEqual(['https://m.example/shop'])
    expect(presenter.toasts).toEqual(['Link copied.'])
    vi.restoreAllMocks()
  })

  it('asks for the phone in an app on a desktop that blocks links', async () => {
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

  it.each([
    ['zh-CN', '未能打开云闪付', '请确认已安装，或复制链接到浏览器打开', '，'],
    ['en', "The UnionPay App didn't open", "Check it's installed or copy the link.", '. '],
    ['ja', 'アプリが開きません', 'インストールするか、ブラウザで開いてください。', '。'],
  ])(
    'has what failed as a title where the app does not open: %s',
    async (locale, title, message, between) => {
      vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone) Mobile Safari/604.1')
      const dialog = vi.fn(() => Promise.resolve(false))
      openInWallet({ encryptAppId: 'app', locale, locales: [ja], presenter: { toast() {}, dialog } })
      for (let second = 0; second < 4; second++) await pass(1000)
      expect(dialog).toHaveBeenLastCalledWith(
        expect.objectContaining({ title, message, sentence: title + between + message }),
      )
      vi.restoreAllMocks()
    },
  )

  it('says what to do with a link that could not be copied', async () => {
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

  it('shows the link if it cannot be copied', async () => {
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

  it('copies the link too if the QR code cannot be loaded', async () => {
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

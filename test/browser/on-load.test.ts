/** Pages that call upsdk by themselves, on the real SDK file: a cashier that pays on load, and UnionPay’s demo of 2016. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { BROWSER_AGENT, describeInBrowser, openPage, type PageOptions, page, SDK_THEN_KIT } from './harness'
import { inOwnTime, inPage, passing, run, sourceOf } from './inPage'
import { DIALOG, TOAST } from './screen'

const C02 = { status: 'ILLEGAL_ACCESS_EXCEPTION' }

/** Pays on load, with a transaction number of its own each time. */
const CASHIER = page(
  `${SDK_THEN_KIT}<script>${sourceOf(({ window }) => {
    window.kit = window.UpsdkKit.createUpsdk({ locale: 'en' })
    window.early = window.kit.pay({ tn: `2018${Math.random()}` }).then(
      () => 'paid',
      (error) => error.reason,
    )
  })}</script>`,
)

/** Says that nobody tapped, since a script that a test runs in a page counts as a tap. */
const NOBODY_TAPPED = `Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } });`

/** Opens the cashier. */
async function onCashier<T>(options: PageOptions, look: (opened: Page) => Promise<T>): Promise<T> {
  const before = NOBODY_TAPPED + (options.before || '')
  const opened = await openPage({ html: CASHIER, ...options, before })
  try {
    return await look(opened)
  } finally {
    await opened.done()
  }
}

const reasonOf = (opened: Page) =>
  passing(
    opened,
    run(opened, ({ window }) => window.early),
  )
/** Returns what is on screen, once there is something. */
const textOf = (opened: Page, part: string) =>
  passing(
    opened,
    run(
      opened,
      async ({ until }, selector) => {
        const shown = () => document.querySelector(selector)?.shadowRoot?.textContent
        await until(shown)
        return shown()
      },
      part,
    ),
  )

describeInBrowser('R23 a cashier that pays on load', () => {
  it('shows its user a message outside the wallet, though nobody has tapped', () =>
    onCashier({ userAgent: BROWSER_AGENT, ownTime: true }, async (opened) => {
      expect(await reasonOf(opened)).toBe('outside-wallet')
      expect(await textOf(opened, DIALOG)).toContain('Open this page in the UnionPay App')
    }))

  it('shows its user that the payment has not started if the bridge never comes', () =>
    onCashier({ before: 'window.readyAfter = "never"', ownTime: true }, async (opened) => {
      expect(await reasonOf(opened)).toBe('ready-timeout')
      expect(await textOf(opened, TOAST)).toContain("This payment hasn't started")
    }))

  it('shows its user a message if upsdk.js does not load', () =>
    onCashier({ sdkFails: true, ownTime: true }, async (opened) => {
      expect(await reasonOf(opened)).toBe('sdk-missing')
      expect(await textOf(opened, TOAST)).not.toBe('')
    }))

  it('pays again after a reload, with its new transaction number', () =>
    onCashier({}, async (opened) => {
      const paidTn = () =>
        run(opened, async ({ window, native }) => {
          await window.early
          return native.calls.map(({ args }) => args[0]?.tn)
        })
      const first = await paidTn()
      await opened.reload()
      const second = await paidTn()
      expect([first.length, second.length]).toEqual([1, 1])
      expect(second).not.toEqual(first)
    }))

  it('pays at a tap 5 s later if an answer is lost, and still gets the first answer', async () => {
    const seen = await inOwnTime({}, async ({ native, make, pause, until }) => {
      const kit = make()
      await kit.ready()
      const told: string[] = []
      native.wait = 12_000
      kit.pay({ tn: '1' }).then(() => told.push('first paid'))
      await pause(3000)
      await kit.pay({ tn: '2' }).catch(({ reason }) => told.push(reason))
      await pause(2100)
      native.wait = 100
      await kit.pay({ tn: '3' }).then(() => told.push('third paid'))
      await until(() => native.answered === 2)
      await pause(10)
      return [told, native.calls.map(({ args }) => args[0]?.tn)]
    })
    expect(seen).toEqual([
      ['busy', 'third paid', 'first paid'],
      ['1', '3'],
    ])
  })

  it('does nothing in the browser of another channel, where nothing is called', async () => {
    const seen = await inOwnTime({ userAgent: BROWSER_AGENT }, async ({ make, pause }) => {
      make()
      await pause(20_000)
      return [document.querySelectorAll('[data-upsdk-kit]').length, Object.keys(window).includes('cordova')]
    })
    expect(seen).toEqual([0, false])
  })
})

describeInBrowser('R19 UnionPay’s demo of 2016', () => {
  it('finds cordova’s status OK again in `fail`, which raw upsdk leaves at c02', async () => {
    const seen = await inPage(
      {},
      async ({ window, native, make, until }, c02) => {
        native.answers['UPWebUI.scanQRCode'] = c02
        const kit = make()
        await kit.ready()
        const told: unknown[] = []
        const { cordova } = window as unknown as { cordova: { errorRetStatus: number } }
        const fail = ({ errcode }: { errcode?: string }) => void told.push([errcode, cordova.errorRetStatus])
        window.upsdk.scanQRCode?.({ fail })
        await until(() => told.length === 1)
        kit.scanQRCode({ fail }).catch(() => {})
        await until(() => told.length === 2)
        return told
      },
      C02,
    )
    expect(seen).toEqual([
      ['c02', 3],
      ['c02', 1],
    ])
  })

  it('pays with a merchantId and without callbacks: native gets the same, and no rejection is unhandled', async () => {
    const seen = await inPage({}, async ({ window, native, make, until }) => {
      const unhandled: unknown[] = []
      addEventListener('unhandledrejection', ({ reason }) => unhandled.push(reason.reason))
      native.answers['UPWebPay.pay'] = { fail: '{"desc":"用户取消支付"}' }
      const kit = make()
      await kit.ready()
      window.upsdk.pay?.({ tn: '1', merchantId: 'm' })
      await until(() => native.answered === 1)
      kit.pay({ tn: '1', merchantId: 'm' } as { tn: string })
      await until(() => native.answered === 2)
      return [unhandled, native.calls.map(({ args }) => args[0])]
    })
    expect(seen).toEqual([
      [],
      [
        { tn: '1', mode: '00' },
        { tn: '1', mode: '00' },
      ],
    ])
  })
})

/** Hazards of a wallet that is not there, or not whole (upsdk-behaviour §2), on the real SDK file: with H4 to H7 and H25 a call is told, at once or at its deadline. */
import { expect, it } from 'vitest'
import { BROWSER_AGENT, describeInBrowser, openPage, page, SDK_URL, walletAgent } from '../harness'
import { inOwnTime, inPage, run, sourceOf } from '../inPage'
import { KIT, SDK } from '../scripts'

describeInBrowser('without a bridge,', () => {
  it('H4 outside the wallet a call is refused at once, and a callback of pluginReady still runs', async () => {
    const seen = await inPage({ userAgent: BROWSER_AGENT }, async ({ make, settled }) => {
      const kit = make()
      let ran = 0
      const ready = await settled(kit.pluginReady(() => ran++))
      return [ready, await settled(kit.pay({ tn: '1' })), ran, kit.isInsideWallet]
    })
    expect(seen).toMatchObject([
      { reason: 'outside-wallet' },
      { reason: 'outside-wallet', sent: false },
      1,
      false,
    ])
  })

  it('H5 a wallet without pluginReady is unsupported, at once', async () => {
    const userAgent = walletAgent({ bridge: 'none' })
    const seen = await inPage({ userAgent }, async ({ window, make, settled }) => [
      typeof window.upsdk.pluginReady,
      await settled(make().scanQRCode()),
    ])
    expect(seen).toMatchObject(['undefined', { reason: 'unsupported', sent: false }])
  })

  it('H6 a bridge that never comes is ready-timeout, each call by its own clock, and nothing is sent later', async () => {
    const before = 'window.readyAfter = "never"'
    const seen = await inOwnTime({ before }, async ({ window, native, make, settled }) => {
      const kit = make({ readyTimeout: 300 })
      const pay = await settled(kit.pay({ tn: '1' }))
      window.deviceReady?.()
      await new Promise<void>((resolve) => window.upsdk.pluginReady(resolve))
      const sent = native.calls.length
      return [pay, sent, await settled(kit.pay({ tn: '2' })), native.calls.length]
    })
    expect(seen).toMatchObject([
      { reason: 'ready-timeout', sent: false, retry: 'now' },
      0,
      { value: undefined },
      1,
    ])
  })

  it('H6 a bridge script that fails to load is ready-timeout', async () => {
    const options = { userAgent: walletAgent({ bridge: 'jsbridge' }), bridgeFails: true }
    const seen = await inOwnTime(options, ({ make, settled }) =>
      settled(make({ readyTimeout: 300 }).pay({ tn: '1' })),
    )
    expect(seen).toMatchObject({ reason: 'ready-timeout' })
  })

  it('H7 an upsdk.js that fails to load is sdk-missing at once, if its error was seen', async () => {
    const call = sourceOf(({ window, make, settled }) => {
      window.early = settled(make().pay({ tn: '1' }))
    })
    // No time passes here, so the call did not wait for a deadline.
    const options = { html: page(`${KIT}<script>${call}</script>${SDK}`), sdkFails: true, ownTime: true }
    const seen = await inPage(options, ({ window }) => window.early)
    expect(seen).toMatchObject({ reason: 'sdk-missing', sent: false })
  })

  it('H7 without a script tag a call is sdk-missing at its deadline, and a late upsdk.js serves it', async () => {
    const opened = await openPage({ html: page(KIT) })
    const missing = await run(opened, ({ make, settled }) =>
      settled(make({ readyTimeout: 200 }).scanQRCode()),
    )
    const late = await run(
      opened,
      ({ native, make, settled, addScript }, url) => {
        native.answers['UPWebUI.scanQRCode'] = { success: 'text' }
        const late = make({ readyTimeout: 10_000 }).scanQRCode()
        addScript(url)
        return settled(late)
      },
      SDK_URL,
    )
    await opened.done()
    expect([missing, late]).toMatchObject([{ reason: 'sdk-missing' }, { value: 'text' }])
  })

  it('H25 a user agent at which the SDK file throws is unsupported, at once', async () => {
    const userAgent = walletAgent({ updebug: false })
    const seen = await inPage({ userAgent }, ({ make, settled }) => settled(make().scanQRCode()))
    expect(seen).toMatchObject({ reason: 'unsupported', sent: false })
  })
})

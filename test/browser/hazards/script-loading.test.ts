/** Hazards of loading upsdk.js (H7 of upsdk-behaviour §2): with `script: true` the kit does it, and never twice. */
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, type PageOptions, page, SDK_URL, script } from '../harness'
import { inPage, run, sourceOf } from '../inPage'
import { KIT } from '../scripts'

/** A call that loads the file, made while the page is read. */
const EARLY = sourceOf(({ window, make, settled }) => {
  window.early = settled(make({ script: true }).saveData({ key: 'k', value: 'v' }))
})

/** How it ended, and how many script tags there are. */
const early = (options: PageOptions) =>
  inPage(options, async ({ window }) => [
    await window.early,
    document.querySelectorAll('script[src*="upsdk.js"]').length,
  ])

describeInBrowser('without a bridge,', () => {
  it('H7 script: true loads the official file once for all instances, and again after a failure', async () => {
    const opened = await openPage({ html: page(KIT) })
    let requests = 0
    await opened.route(SDK_URL, (route) => (requests++ ? route.fallback() : route.abort()))
    const seen = await run(opened, async ({ native, make, settled }) => {
      native.answers['UPWebUI.scanQRCode'] = { success: 'text' }
      const [kit, other] = [make({ script: true }), make({ script: true })]
      const failed = await settled(kit.scanQRCode())
      const both = await Promise.all([settled(kit.scanQRCode()), settled(other.getScreenBrightness())])
      return [failed, both, document.querySelectorAll('script[src*="upsdk.js"]').length]
    })
    await opened.unroute(SDK_URL)
    await opened.done()
    expect(seen).toMatchObject([{ reason: 'sdk-missing' }, [{ value: 'text' }, { value: undefined }], 1])
    expect(requests).toBe(2)
  })

  it.each([
    ['beside the global', false],
    ['in its place', true],
  ])(
    'H7 script: true replaces a script tag that failed before the kit was made, %s',
    async (_where, inPlace) => {
      const html = page(`<script src="https://mini.example/js/upsdk.js"></script>${KIT}`)
      const seen = await inPage(
        { html },
        ({ window, make, settled }, inPlace) => {
          const kit = make({ script: true })
          if (inPlace) Object.assign(window, { upsdk: kit })
          return settled(kit.saveData({ key: 'k', value: 'v' }))
        },
        inPlace,
      )
      expect(seen).toEqual({ value: undefined })
    },
  )

  it.each([
    ['loads', '<script src="/slow.js"></script>'],
    ['computes', '<script>{ const end = Date.now() + 1200; while (Date.now() < end); }</script>'],
  ])(
    'H7 script: true does not run a deferred tag’s file twice, however long the page %s while it is parsed',
    async (_what, slow) => {
      const tag = `<script defer src="${SDK_URL}"></script>`
      const html = page(`${tag}${KIT}<script>${EARLY}</script>${slow}`)
      const routes = { 'https://mini.example/slow.js': { ...script(''), after: 1500 } }
      expect(await early({ html, routes })).toEqual([{ value: undefined }, 1])
    },
  )

  it('H7 script: true does not run the file twice if the page loads it itself: its payment is sent once', async () => {
    const seen = await inPage(
      { html: page(KIT) },
      async ({ window, native, make, settled, until, pause, addScript }, url) => {
        await until(() => document.readyState === 'complete')
        addScript(url).onload = () =>
          window.upsdk.pluginReady(() => window.upsdk.pay?.({ tn: 'page', success() {} }))
        const call = await settled(make({ script: true }).saveData({ key: 'k', value: 'v' }))
        await pause(500)
        return [call, native.calls.filter(({ name }) => /pay/i.test(name)).length]
      },
      SDK_URL,
    )
    expect(seen).toEqual([{ value: undefined }, 1])
  })

  it('H7 script: true waits for a script tag that the page has', async () => {
    const html = page(`${KIT}<script async src="${SDK_URL}"></script><script>${EARLY}</script>`)
    expect(await early({ html })).toEqual([{ value: undefined }, 1])
  })
})

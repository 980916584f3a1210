/** Faults found by attacks on real pages. Each test failed before its fault was fixed. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, type PageOptions, page, SDK_THEN_KIT, useBrowser } from './harness'
import { answers, BUTTON, clickAt, DIALOG, dialog, ENGLISH, KIT, onPage, TWO } from './screen'

useBrowser()

/** Runs the body of an async function in a page of its own. */
async function inPage<T>(body: string, options: PageOptions): Promise<T> {
  const opened = await openPage(options)
  try {
    return (await opened.evaluate(`(async () => { ${body} })()`)) as T
  } finally {
    await opened.done()
  }
}

describeInBrowser('script: true under a Trusted Types policy that does not name the kit’s', () => {
  it('is sdk-missing, and creating does not throw', async () => {
    const seen = await inPage(
      `try { window.kit = UpsdkKit.createUpsdk({ script: true, notify: false, readyTimeout: 1000 }) } catch (error) { return 'threw ' + error.name }
      return kit.scanQRCode().then(() => 'sent', (error) => [error.name, error.reason, error.sent])`,
      {
        html: page(KIT),
        headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types page" },
      },
    )
    expect(seen).toEqual(['UpsdkError', 'sdk-missing', false])
  })
})

describeInBrowser('the dialog', () => {
  const COVER = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;background:#fff'

  /** Both of its buttons work by the mouse, where they are. */
  async function expectReachable(opened: Page): Promise<void> {
    for (const nth of [0, 1]) {
      await dialog(opened, TWO)
      expect(await opened.locator(`${DIALOG} [role]`).boundingBox()).toMatchObject({ x: 0, y: 0, width: 375 })
      await clickAt(opened, `${BUTTON} >> nth=${nth}`)
      expect(await answers(opened)).toEqual([false, true].slice(0, nth + 1))
    }
  }

  it.each(['manual', 'auto'])('is above a popover of the page’s: %s', (kind) =>
    onPage(
      { html: page(`<div id="cover" popover="${kind}" style="${COVER}">page</div>${KIT}`) },
      async (opened) => {
        await opened.evaluate('cover.showPopover(); 0')
        await expectReachable(opened)
      },
    ),
  )

  it('is above a full-screen element', () =>
    onPage(
      { html: page(`<div id="cover" style="${COVER}"><button>full screen</button></div>${KIT}`) },
      async (opened) => {
        await opened.evaluate(
          `cover.onclick = () => cover.requestFullscreen().then(() => { cover.onclick = null; window.full = true }); 0`,
        )
        await opened.locator('#cover button').click()
        await opened.waitForFunction('window.full')
        await dialog(opened, TWO)
        await clickAt(opened, `${BUTTON} >> nth=1`)
        expect(await answers(opened)).toEqual([true])
      },
    ))

  it.each([
    ['scrolled', 'transform:translateY(0)'],
    ['moved', 'transform:translate(300px,500px)'],
    ['tiny', 'transform:scale(.1)'],
  ])('is within reach where html is transformed: %s', (_how, css) =>
    onPage({ html: page(`<style>html{${css}} body{height:3000px}</style>${KIT}`) }, async (opened) => {
      await opened.evaluate('scrollTo(0, 2000)')
      await expectReachable(opened)
    }),
  )
})

describeInBrowser('two copies of the script', () => {
  const html = page(
    `${SDK_THEN_KIT}<script>window.first = UpsdkKit; UpsdkKit = undefined</script><script src="/kit.js?again"></script>`,
  )
  const MAKE = `if (first.createUpsdk === UpsdkKit.createUpsdk) throw new Error('one copy')
    window.kits = [first, UpsdkKit].map(({ createUpsdk }) => createUpsdk({ locale: 'en' }))`

  it('show one dialog at a time', async () => {
    const opened = await openPage({ html })
    await opened.evaluate(`${MAKE}; kits[0].notify('96'); kits[1].notify('94'); 0`)
    const dialogs = opened.locator(DIALOG)
    await opened.locator(DIALOG).getByText(ENGLISH).waitFor()
    expect(await dialogs.count()).toBe(1)
    await clickAt(opened, BUTTON)
    await dialogs.getByText('Face not verified').waitFor()
    expect(await dialogs.count()).toBe(1)
    await opened.done()
  })

  it('send one payment at a time', async () => {
    const seen = await inPage(
      `native.answers['UPWebPay.pay'] = { silent: true }; ${MAKE}
      await kits[0].ready(); await kits[1].ready()
      const pending = new Promise((resolve) => setTimeout(resolve, 1000, 'pending'))
      kits[0].pay({ tn: '1' }).catch(() => {})
      const second = await Promise.race([pending, kits[1].pay({ tn: '2' }).catch((error) => error.reason)])
      return [second, native.calls.filter(({ name }) => name === 'UPWebPay.pay').length]`,
      { html },
    )
    expect(seen).toEqual(['busy', 1])
  })
})

describeInBrowser('what is kept', () => {
  const MEGABYTE = 1_000_000

  /** Bytes by which the heap has grown, after collection. */
  async function growth(work: string): Promise<number> {
    const opened = await openPage({
      html: page(
        `<script>window.upsdk = { isInsideWallet: true, pluginReady(callback) { callback() },
          pay({ success, fail }) { window.kept = [success, fail]; success() } }</script>${KIT}`,
      ),
    })
    const session = await opened.context().newCDPSession(opened)
    const heap = async () => {
      for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    }
    await opened.clock.install()
    await opened.evaluate(
      `window.kit = UpsdkKit.createUpsdk({ presenter: { toast() {}, dialog: async () => true }, serverMessage: ({ text }) => text })
      window.work = async (size) => { ${work} }; work(10)`,
    )
    const before = await heap()
    await opened.evaluate('work(10_000)')
    // Long after, and with another message on the screen.
    await opened.clock.runFor(60_000)
    await opened.evaluate(`kit.notify('94'); 0`)
    const grown = (await heap()) - before
    await opened.done()
    return grown
  }

  it('are no parameters of a settled payment, where native keeps its callbacks', async () => {
    expect(await growth(`await kit.pay({ tn: '9'.repeat(size * 500) }); kept.length`)).toBeLessThan(MEGABYTE)
  })

  it('are no texts that have been shown', async () => {
    const work = `for (let n = 0; n < 500; n++) kit.notify({ resp: 'QZ' + size, text: n + '-' + '字'.repeat(size) })`
    expect(await growth(work)).toBeLessThan(MEGABYTE)
  })
})

/** Whatever a page does often leaves nothing behind, and costs what the calls cost. */
import type { CDPSession, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, page } from '../browser/harness'
import { KIT } from '../browser/scripts'

/** A bridge that answers at once, so that only the kit's own cost is seen. */
const STUB = `
window.upsdk = {
  isInsideWallet: true, jsApiList: [],
  pluginReady(callback) { window.ready ? callback() : window.waiting.push(callback) },
  saveData(params) { params.success() },
}
window.waiting = []; window.ready = true
window.come = () => { ready = true; for (const callback of waiting.splice(0)) callback() }`

/** Bytes of heap after collection. */
async function heap(opened: Page): Promise<number> {
  const session = await opened.context().newCDPSession(opened)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

const MEGABYTE = 1_000_000

async function growth(work: string): Promise<{ bytes: number; elements: number }> {
  const opened = await openPage({
    html: page(`<script>${STUB}</script>${KIT}`),
    fresh: true,
  })
  // Runs once before, so that objects that are made once exist.
  await opened.evaluate(`(async () => { window.work = async (times) => { ${work} }; await work(50) })()`)
  const before = await heap(opened)
  await opened.evaluate('work(0 || undefined)')
  const after = await heap(opened)
  const elements = (await opened.evaluate(`document.querySelectorAll('[data-upsdk-kit]').length`)) as number
  await opened.done()
  return { bytes: after - before, elements }
}

describeInBrowser('the heap is back within 1 MB after', () => {
  it.each([
    [
      '100,000 settled calls',
      'const kit = window.kit || (window.kit = UpsdkKit.createUpsdk()); for (let n = 0; n < (times || 100000); n++) await kit.saveData({ key: String(n), value: "v" })',
    ],
    [
      '10,000 calls queued before ready',
      'ready = false; const kit = UpsdkKit.createUpsdk(); const calls = []; for (let n = 0; n < (times || 10000); n++) calls.push(kit.saveData({ key: String(n), value: "v" })); come(); await Promise.all(calls); kit.destroy()',
    ],
    [
      '1,000 create and destroy cycles',
      'for (let n = 0; n < (times || 1000); n++) { const kit = UpsdkKit.createUpsdk(); await kit.saveData({ key: "k", value: "v" }); kit.on("compassChange", () => {}); kit.destroy() }',
    ],
    [
      '1,000 toasts',
      'const presenter = UpsdkKit.domPresenter(); for (let n = 0; n < (times || 1000); n++) presenter.toast("text " + n, { lang: "en", duration: 5 }); while (document.querySelector("[data-upsdk-kit]")) await new Promise((resolve) => setTimeout(resolve, 10)); presenter.destroy()',
    ],
  ])('%s', async (_name, work) => {
    const { bytes, elements } = await growth(work)
    expect(bytes).toBeLessThan(MEGABYTE)
    expect(elements).toBe(0)
  })
})

describeInBrowser('an object that a page passed in', () => {
  it('is released when the call has settled, though native keeps its callbacks', async () => {
    const opened = await openPage({
      html: page(`<script>${STUB}</script>${KIT}`),
      fresh: true,
    })
    await opened.evaluate(`(async () => {
      upsdk.saveData = ({ success }) => { window.kept = success; success() }
      let inner = { secret: 1 }
      window.seen = new WeakRef(inner)
      await UpsdkKit.createUpsdk().saveData({ key: 'k', value: inner })
      inner = undefined
    })()`)
    await heap(opened)
    expect(await opened.evaluate('[typeof kept, seen.deref()]')).toEqual(['function', undefined])
    await opened.done()
  })
})

describeInBrowser('the heap does not keep', () => {
  /** Bytes by which the heap has grown, after collection. */
  async function growthLater(work: string): Promise<number> {
    const opened = await openPage({
      ownTime: true,
      html: page(
        `<script>window.upsdk = { isInsideWallet: true, pluginReady(callback) { callback() },
          pay({ success, fail }) { window.kept = [success, fail]; success() } }</script>${KIT}`,
      ),
    })
    await opened.evaluate(
      `window.kit = UpsdkKit.createUpsdk({ presenter: { toast() {}, dialog: async () => true }, serverMessage: ({ text }) => text })
      window.work = async (size) => { ${work} }; work(10)`,
    )
    const before = await heap(opened)
    await opened.evaluate('work(10_000)')
    // Waits long, and shows another message on the screen.
    await opened.clock.runFor(60_000)
    await opened.evaluate(`kit.notify('94'); 0`)
    const grown = (await heap(opened)) - before
    await opened.done()
    return grown
  }

  it('parameters of a settled payment, though native keeps its callbacks', async () => {
    expect(await growthLater(`await kit.pay({ tn: '9'.repeat(size * 500) }); kept.length`)).toBeLessThan(
      MEGABYTE,
    )
  })

  it('texts that have been shown', async () => {
    const work = `for (let n = 0; n < 500; n++) kit.notify({ resp: 'QZ' + size, text: n + '-' + '字'.repeat(size) })`
    expect(await growthLater(work)).toBeLessThan(MEGABYTE)
  })
})

describeInBrowser('the queue of waiting calls', () => {
  /** How often the parts of the kit's code run while so many calls are queued and let through. */
  async function stepsOf(opened: Page, session: CDPSession, calls: number): Promise<number> {
    await session.send('Profiler.takePreciseCoverage')
    await opened.evaluate(`(async () => {
      ready = false
      const kit = UpsdkKit.createUpsdk({ notify: false })
      const all = []
      for (let n = 0; n < ${calls}; n++) all.push(kit.saveData({ key: String(n), value: 'v' }))
      come()
      await Promise.all(all)
      kit.destroy()
    })()`)
    const { result } = await session.send('Profiler.takePreciseCoverage')
    const ranges = result
      .filter(({ url }) => url.endsWith('/kit.js'))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    return ranges.reduce((sum, { count }) => sum + count, 0)
  }

  it('is sent in linear time: one more call takes no more steps among 200 than among 60', async () => {
    const opened = await openPage({ html: page(`<script>${STUB}</script>${KIT}`), fresh: true })
    const session = await opened.context().newCDPSession(opened)
    await session.send('Profiler.enable')
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    // So few calls are never optimized. Inlined functions would no longer be counted.
    const [none, some, many] = [20, 60, 200]
    await stepsOf(opened, session, none)
    const first = await stepsOf(opened, session, none)
    const second = await stepsOf(opened, session, some)
    const third = await stepsOf(opened, session, many)
    await opened.done()
    const early = (second - first) / (some - none)
    const late = (third - second) / (many - some)
    expect(early).toBeGreaterThan(1)
    expect(late / early).toBeLessThan(1.1)
  })
})

/** A kit that is put in the place of window.upsdk after the SDK file has run, on the real file (H26). */
import { expect, it } from 'vitest'
import { describeInBrowser, page, walletAgent } from './harness'
import { inPage } from './inPage'
import { KIT, SDK } from './scripts'

/** Pages that make their kits before upsdk.js, and put one in its place after it. */
const PAGES: Record<string, string> = {
  'in the next script': `<script>var kit = make()</script>${SDK}<script>window.upsdk = kit</script>`,
  '50 ms later': `<script>var kit = make()</script>${SDK}<script>setTimeout(() => { window.upsdk = kit }, 50)</script>`,
  'beside another kit that had called before': `<script>var kit = make(), testOther = make()</script>${SDK}
    <script>testOther.getLocationGps().catch(() => {}); window.upsdk = kit</script>`,
  'after another kit was there': `<script>var kit = make(), testOther = make()</script>${SDK}
    <script>window.upsdk = testOther; window.upsdk = kit</script>`,
  'after another kit was there before the file': `<script>var kit = make(), testOther = make(); window.upsdk = testOther</script>${SDK}
    <script>window.upsdk = kit</script>`,
}
const MAKE = '<script>const make = () => UpsdkKit.createUpsdk({ notify: false })</script>'

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ platform: 'android', bridge })

  it.each(Object.keys(PAGES))('H26 a kit made before upsdk.js and put in its place %s pays', async (when) => {
    const html = page(KIT + MAKE + PAGES[when])
    const seen = await inPage({ html, userAgent }, async ({ window, native, settled, pause }) => {
      await pause(100)
      const kits = [window.kit, window.testOther as typeof window.kit].filter(Boolean)
      const ends = []
      for (const [index, kit] of kits.entries()) ends.push(await settled(kit.pay({ tn: String(index) })))
      ends.push(await settled(Promise.resolve(window.upsdk.pay?.({ tn: 'x' }))))
      return [ends, native.calls.filter(({ name }) => name === 'UPWebPay.pay').length]
    })
    const count = PAGES[when]?.includes('testOther') ? 3 : 2
    expect(seen).toEqual([Array(count).fill({ value: undefined }), count])
  })
})

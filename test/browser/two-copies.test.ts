/** Two copies of the script in one page: one dialog and one payment at a time. */
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, page, SDK_THEN_KIT } from './harness'
import { type InPage, inPage, run, sourceOf, type TestWindow } from './inPage'
import { BUTTON, clickAt, DIALOG, ENGLISH } from './screen'
import { KIT } from './scripts'

type Copy = TestWindow['UpsdkKit']
const KEEP_FIRST = sourceOf(({ window }) =>
  Object.assign(window, { testFirst: window.UpsdkKit, UpsdkKit: undefined }),
)
const MAKE = sourceOf(({ window }) => {
  const copies = [window.testFirst as Copy, window.UpsdkKit]
  if (copies[0] === copies[1]) throw new Error('one copy')
  window.testKits = copies.map(({ createUpsdk }) => createUpsdk({ locale: 'en' }))
})
const html = page(
  `${SDK_THEN_KIT}<script>${KEEP_FIRST}</script>${KIT.replace('kit.js', 'kit.js?again')}<script>${MAKE}</script>`,
)
type Kits = [first: InPage['window']['kit'], second: InPage['window']['kit']]

describeInBrowser('two copies of the script', () => {
  it('show one dialog at a time', async () => {
    const opened = await openPage({ html })
    await run(opened, ({ window }) => {
      const [first, second] = window.testKits as Kits
      first.notify('96')
      second.notify('94')
    })
    const dialogs = opened.locator(DIALOG)
    await dialogs.getByText(ENGLISH).waitFor()
    expect(await dialogs.count()).toBe(1)
    await clickAt(opened, BUTTON)
    await dialogs.getByText('Face not verified').waitFor()
    expect(await dialogs.count()).toBe(1)
    await opened.done()
  })

  it('send one payment at a time', async () => {
    const seen = await inPage({ html }, async ({ window, native, settled, pause }) => {
      const [first, second] = window.testKits as Kits
      native.answers['UPWebPay.pay'] = { silent: true }
      await first.ready()
      await second.ready()
      first.pay({ tn: '1' }).catch(() => {})
      const end = await Promise.race([pause(1000).then(() => 'pending'), settled(second.pay({ tn: '2' }))])
      return [end, native.calls.filter(({ name }) => name === 'UPWebPay.pay').length]
    })
    expect(seen).toMatchObject([{ reason: 'busy' }, 1])
  })
})

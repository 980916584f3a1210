/** A page whose upsdk.js did not load says so at the load of the page, and no tag that still runs is taken for missing (H7). */
import { expect, it } from 'vitest'
import { blocks } from '../support/snippets'
import { describeInBrowser, openPage, page, SDK_URL } from './harness'
import { inPage } from './inPage'
import { KIT, SDK } from './scripts'

const MAKE = `<script>window.kit = UpsdkKit.createUpsdk({ notify: false }); window.early = kit.getUserLogoutDate()</script>`
const added = (attributes: string) =>
  `<script>{ const tag = document.createElement('script'); tag.src = '${SDK_URL}'; ${attributes}; document.head.appendChild(tag) }</script>`

describeInBrowser('upsdk.js that loads is never taken for missing', () => {
  it.each<[string, string]>([
    ['async', `<script async src="${SDK_URL}"></script>${KIT}${MAKE}`],
    ['deferred', `<script defer src="${SDK_URL}"></script>${KIT}${MAKE}`],
    ['a module', `<script type="module" src="${SDK_URL}"></script>${KIT}${MAKE}`],
    ['added by a script', `${added('')}${KIT}${MAKE}`],
    [
      'held back by a consent tool',
      `<script type="text/plain" src="${SDK_URL}"></script>${KIT}${MAKE}
      <script>addEventListener('load', () => setTimeout(() => { ${added('').replace(/<\/?script>/g, '')} }, 700))</script>`,
    ],
    [
      'of require.js',
      `<script>window.define = Object.assign(() => {}, { amd: {} })</script>
      ${added("tag.async = true; tag.setAttribute('data-requiremodule', 'upsdk')")}${KIT}${MAKE}`,
    ],
    [
      'under a <base>',
      `<base href="https://open.95516.com/s/open/"><script src="js/upsdk.js"></script>
      <script src="https://mini.example/kit.js"></script>${MAKE}`,
    ],
    ['after the kit', `${KIT}${MAKE}${SDK}`],
    [
      'added by window.onload',
      `${KIT}${MAKE}<script>onload = () => { ${added('').replace(/<\/?script>/g, '')} }</script>`,
    ],
  ])('if it is %s', async (_how, html) => {
    const answered = await inPage({ html: page(html) }, ({ window, settled }) => settled(window.early))
    expect(answered).toEqual({})
  })
})

describeInBrowser('upsdk.js that does not load', () => {
  /** Taps the button, lets 1.5 s pass, and waits for the toast, for which no more of the page's time passes. */
  const tapAndSee = async (html: string) => {
    const opened = await openPage({ html: page(html), sdkFails: true, ownTime: true })
    try {
      await opened.locator('button').click()
      await opened.clock.runFor(1500)
      await opened.locator('[data-upsdk-kit=toast]').getByText('Page').waitFor()
    } finally {
      await opened.done()
    }
  }
  const button = (run: string) => `<button>Pay</button><script>
    window.upsdk = UpsdkKit.createUpsdk({ locale: 'en' })
    document.querySelector('button').onclick = () => { ${run} }</script>`

  it.each([
    ['a call', `upsdk.scanQRCode().catch(() => {})`],
    ['a pluginReady callback', `upsdk.pluginReady(() => upsdk.pay({ tn: '1' }))`],
  ])(
    'brings a message within two seconds of a tap for %s, with the tags in the documented order',
    async (_what, run) => {
      await tapAndSee(SDK + KIT + button(run))
    },
  )
})

/** The guide's script, with its jQuery in the page's own words. */
const guideKit = () => {
  const code =
    blocks('docs/old-page.md', 'js').find((one) => one.includes("error.method === 'pluginReady'")) || ''
  expect(code).toMatch(/\$\('\.pay'\)\.prop\('disabled', false\)/)
  return code.replace("$('.pay').prop('disabled', false)", "document.querySelector('.pay').disabled = false")
}
/** It disables its button at the tap, as raw pages do whose promise rejects where upsdk is missing. */
const waitingPage = () => `${SDK}${KIT}<button class="pay" data-taps="0">Pay</button><script>${guideKit()}
  upsdk.pluginReady(function () {})
  document.querySelector('.pay').onclick = function () {
    var button = this
    button.disabled = true
    button.dataset.taps++
    new Promise(function (resolve, reject) {
      upsdk.pluginReady(function () { upsdk.pay({ tn: '1', success: resolve, fail: reject }) })
    }).then(null, function () {}).then(function () { button.disabled = false })
  }</script>`

describeInBrowser('a button that a tap disabled until pluginReady runs', () => {
  const OLD = "Object.defineProperty(Navigator.prototype, 'userActivation', { value: undefined })"

  it.each([
    ['a browser that knows of taps', '', 2000],
    ['an old browser', OLD, 8200],
  ])('comes back by the guide’s onError within the limit at each tap, in %s', async (_in, before, limit) => {
    const opened = await openPage({ html: page(waitingPage()), sdkFails: true, ownTime: true, before })
    try {
      await opened.clock.runFor(10_000)
      for (const taps of ['1', '2']) {
        await opened.locator('.pay').click()
        await opened.clock.runFor(limit)
        const { dataset, disabled } = await opened.locator('.pay').evaluate((button: HTMLButtonElement) => ({
          dataset: { ...button.dataset },
          disabled: button.disabled,
        }))
        expect([dataset.taps, disabled]).toEqual([taps, false])
      }
    } finally {
      await opened.done()
    }
  })
})

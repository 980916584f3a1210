/**
 * The adapters work on the framework versions that the unit tests do not have: Vue 2.7 and React 19, in real
 * Chromium. The page is the same for both, written in each.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { describeInBrowser, openPage, page } from '../browser/harness'
import { bundlePage, LIBRARIES } from './bundle'

const COMMON = `
import { createUpsdk } from 'upsdk-kit'
import { fail, installSimulator, silent, succeed } from 'upsdk-kit/simulator'
window.wallet = installSimulator({ language: 'en_US', latency: 400 })
window.answers = { fail, silent, succeed }
window.upsdkOfPage = createUpsdk({ notify: false })
window.heard = []
window.paid = 0
`

const VUE = `${COMMON}
import Vue, { h } from 'vue'
import { upsdkPlugin, useUpsdk, useUpsdkCall, useUpsdkEvent } from 'upsdk-kit/vue'
Vue.use(upsdkPlugin(upsdkOfPage))
const Kept = {
  setup() {
    useUpsdkEvent('screenShotAction', (data) => heard.push(data.n))
    return () => h('i')
  },
}
const Page = {
  setup() {
    const face = useUpsdkCall('bioDetect')
    const payment = useUpsdkCall('pay')
    window.sameKit = useUpsdk() === upsdkOfPage
    const pay = async () => { await payment.execute({ tn: '1' }); window.paid++ }
    window.payNow = () => pay().catch((error) => error.reason)
    return () => h('div', [
      h('button', { attrs: { id: 'face' }, on: { click: face.run } }, 'face'),
      h('output', { attrs: { id: 'state' } }, [[face.pending.value, face.data.value || '', face.error.value ? face.error.value.code : ''].join(' ')]),
    ])
  },
}
window.shown = Vue.observable({ page: true, kept: true })
new Vue({ render: () => h('main', [shown.page ? h(Page) : null, h('keep-alive', [shown.kept ? h(Kept) : null])]) }).$mount('#app')
window.leavePage = () => { shown.page = false }
window.keep = (kept) => { shown.kept = kept }
`

const REACT = `${COMMON}
import * as React from 'react'
const { createElement: h, StrictMode, useState } = React
// Activity exists from React 19.2 on.
const Activity = React['Activity']
import { createRoot } from 'react-dom/client'
import { UpsdkProvider, useUpsdk, useUpsdkCall, useUpsdkEvent } from 'upsdk-kit/react'
function Kept() {
  useUpsdkEvent('screenShotAction', (data) => heard.push(data.n))
  return h('i')
}
function Page() {
  const face = useUpsdkCall('bioDetect')
  const payment = useUpsdkCall('pay')
  window.sameKit = useUpsdk() === upsdkOfPage
  const pay = async () => { await payment.execute({ tn: '1' }); window.paid++ }
  window.payNow = () => pay().catch((error) => error.reason)
  return h('div', null,
    h('button', { id: 'face', onClick: face.run }, 'face'),
    h('output', { id: 'state' }, [face.pending, face.data || '', face.error ? face.error.code : ''].join(' ')))
}
function App() {
  const [page, setPage] = useState(true)
  const [kept, setKept] = useState(true)
  window.leavePage = () => setPage(false)
  window.keep = setKept
  const [hidden, setHidden] = useState(false)
  window.hide = setHidden
  const shown = page && h(Page)
  return h('main', null, Activity ? h(Activity, { mode: hidden ? 'hidden' : 'visible' }, shown) : shown, kept && h(Kept))
}
createRoot(document.getElementById('app')).render(h(StrictMode, null, h(UpsdkProvider, { upsdk: upsdkOfPage }, h(App))))
`

describeInBrowser('the adapter', () => {
  describe.concurrent.each([
    ['for Vue 2.7', VUE, LIBRARIES['vue 2.7']],
    ['for React 19 in StrictMode', REACT, LIBRARIES['react 19']],
    ['for React 18 in StrictMode', REACT, LIBRARIES['react 18']],
  ] as const)('%s', (name, code, alias) => {
    let script = { js: '', css: '' }
    beforeAll(async () => {
      script = await bundlePage(code, alias)
    })
    const open = () =>
      openPage({
        html: page('<div id="app"></div><script src="/page.js"></script>'),
        routes: {
          'https://mini.example/page.js': { contentType: 'text/javascript; charset=utf-8', body: script.js },
        },
      })
    const WAIT = { timeout: 120_000 }

    it('shows a call from tap to result', async () => {
      const opened = await open()
      const state = opened.locator('#state')
      expect(await state.textContent()).toMatch(/^false\s+$/)
      // Each state is kept as it comes: a busy machine looks too seldom to see them all.
      await opened.evaluate(`
        window.states = []
        const output = document.querySelector('#state')
        new MutationObserver(() => states.push(output.textContent.trim())).observe(output, { childList: true, characterData: true, subtree: true })`)
      const become = (state: string) =>
        opened.waitForFunction(
          (wanted) => (window as never as { states: string[] }).states.includes(wanted),
          state,
          {
            timeout: 120_000,
            polling: 50,
          },
        )
      await opened.evaluate(`wallet.answer('bioDetect', answers.succeed('face'))`)
      await opened.locator('#face').click()
      await become('false face')
      await opened.evaluate(`wallet.answer('bioDetect', answers.fail('95'))`)
      await opened.locator('#face').click()
      await become('false  95')
      expect(await opened.evaluate('states')).toEqual(['true', 'false face', 'true face', 'false  95'])
      // The tap's event is not passed as a parameter.
      expect(
        await opened.evaluate(
          `JSON.stringify(wallet.calls.filter((call) => call.method === "bioDetect").map((call) => call.params))`,
        ),
      ).toBe('[{},{}]')
      expect(await opened.evaluate('sameKit')).toBe(true)
      await opened.done()
    })

    // Only React from 19.2 on has `<Activity>`.
    it.runIf(name.includes('React 19'))('shows what has settled while the component was hidden', async () => {
      const opened = await open()
      const state = (text: string) => `document.querySelector('#state').textContent.trim() === '${text}'`
      await opened.evaluate(
        `wallet.answer('bioDetect', () => new Promise((give) => { window.giveFace = () => give(answers.succeed('face')) }))`,
      )
      await opened.locator('#face').click()
      await opened.waitForFunction(
        `wallet.calls.some(({ method }) => method === 'bioDetect')`,
        undefined,
        WAIT,
      )
      await opened.evaluate(`hide(true)`)
      await opened.evaluate(`giveFace()`)
      await opened.evaluate(`upsdkOfPage.call('getLocationCity')`)
      expect(await opened.evaluate(state('true'))).toBe(true)
      await opened.evaluate(`hide(false)`)
      await opened.waitForFunction(state('false face'), undefined, WAIT)
      await opened.done()
    })

    it('runs no code after a payment that was cancelled', async () => {
      const opened = await open()
      await opened.evaluate(`wallet.answer('pay', answers.fail('01'))`)
      expect(await opened.evaluate('payNow()')).toBe('cancelled')
      expect(await opened.evaluate('paid')).toBe(0)
      await opened.evaluate(`wallet.answer('pay', answers.succeed())`)
      await opened.evaluate('payNow()')
      expect(await opened.evaluate('paid')).toBe(1)
      await opened.done()
    })

    it('calls an event’s handler while its component is mounted, and registers once', async () => {
      const opened = await open()
      await opened.waitForFunction('wallet.calls.length > 0', null, WAIT)
      await opened.evaluate(`wallet.fire('screenShotAction', { n: 1 })`)
      await opened.evaluate('keep(false)')
      await opened.waitForTimeout(100)
      await opened.evaluate(`wallet.fire('screenShotAction', { n: 2 })`)
      await opened.evaluate('keep(true)')
      await opened.waitForTimeout(200)
      await opened.evaluate(`wallet.fire('screenShotAction', { n: 3 })`)
      expect(await opened.evaluate('heard')).toEqual([1, 3])
      expect(
        await opened.evaluate(
          `wallet.calls.map((call) => call.method).filter((name) => /ScreenShot/.test(name))`,
        ),
      ).toEqual(['monitorScreenShot', 'removeScreenShot', 'monitorScreenShot'])
      await opened.done()
    })

    it('lets a sent call go on when the component unmounts', async () => {
      const opened = await open()
      await opened.evaluate(`wallet.answer('pay', answers.fail('02')); window.outcome = payNow()`)
      await opened.waitForFunction(`wallet.calls.some((call) => call.method === 'pay')`, null, WAIT)
      await opened.evaluate('leavePage()')
      expect(await opened.evaluate('outcome')).toBe('unknown')
      await opened.done()
    })
  })
})

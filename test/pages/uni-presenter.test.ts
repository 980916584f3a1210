/**
 * `uniPresenter` shows readable messages over the modal of uni-app's H5: one element for all, whose message is #999
 * on white.
 */
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, page } from '../browser/harness'
import { MODULES } from './modules'
import { faultsOfAxe } from './sitePage'

/** The colours and the one element of @dcloudio/uni-h5 3. */
const UNI = page(
  `<style>.uni-modal { background: #fff } .uni-modal__bd { color: #999; font-size: 15px }</style>
  <main><h1>Page</h1><div class="uni-modal" hidden><div class="uni-modal__title"></div><div class="uni-modal__bd"></div></div></main>
  <script type="module">
    import { uniPresenter } from '/dist/presenters.js'
    const modal = document.querySelector('.uni-modal')
    window.uni = {
      showToast() {},
      showModal(options) {
        modal.querySelector('.uni-modal__title').textContent = options.title || ''
        modal.querySelector('.uni-modal__bd').textContent = options.content
        modal.hidden = false
        window.answer = (confirm) => {
          modal.hidden = true
          options.success({ confirm })
        }
      },
    }
    window.presenter = uniPresenter(uni)
    document.title = 'ready'
  </script>`,
)
const COLOUR = 'getComputedStyle(document.querySelector(".uni-modal__bd")).color'

describeInBrowser('the presenter of uni-app', () => {
  it('shows a readable message, and does not change modals of the page', async () => {
    const opened = await openPage({ html: UNI, routes: MODULES })
    await opened.waitForFunction('document.title === "ready"')
    await opened.evaluate(
      `window.shown = presenter.dialog({ message: 'Check your order first.', confirm: 'OK', lang: 'en' }); 0`,
    )
    await opened.waitForFunction(`${COLOUR} !== 'rgb(153, 153, 153)'`)
    const contrast = (await faultsOfAxe(opened)).filter((fault) => fault.includes('contrast'))
    expect(contrast).toEqual([])
    await opened.evaluate('answer(true)')
    expect(await opened.evaluate('shown')).toBe(true)
    await opened.evaluate(`uni.showModal({ content: 'of the page', success() {} })`)
    expect(await opened.evaluate(COLOUR)).toBe('rgb(153, 153, 153)')
    await opened.done()
  })

  it('gives a duration to a toast without one', async () => {
    const opened = await openPage({ html: UNI, routes: MODULES })
    await opened.waitForFunction('document.title === "ready"')
    const durations = await opened.evaluate(`(() => {
      const given = []
      uni.showToast = ({ duration }) => given.push(duration)
      presenter.toast('a', { lang: 'en' })
      presenter.toast('b', { lang: 'en', duration: 4000 })
      return given
    })()`)
    expect(durations).toEqual([1500, 4000])
    await opened.done()
  })
})

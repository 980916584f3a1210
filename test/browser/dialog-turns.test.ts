/**
 * Later dialogs get their turn whatever a page does to its document or browser, nothing broken stays on the screen,
 * and a message about money is always shown.
 */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, type PageOptions, page, SDK_THEN_KIT } from './harness'
import { answers, BUTTON, clickAt, count, DIALOG, json, onPage, TOAST } from './screen'

const HOST = `document.querySelector(${json(DIALOG)})`
const UNCONFIRMED = "Payment not confirmed yet. Check your order first. Don't pay again."

describeInBrowser('a dialog is followed by the next one if the page', () => {
  const CHANGES = {
    'writes its document anew': `document.open(); document.write('<p>new</p>'); document.close()`,
    'replaces its root element': `const root = document.createElement('html'); root.appendChild(document.createElement('body')); document.replaceChild(root, document.documentElement)`,
    'moves it and clears where it stands': `document.body.appendChild(${HOST}); await new Promise(setTimeout); document.body.textContent = ''`,
    'moves it into what is hidden': `document.body.insertAdjacentHTML('beforeend', '<div hidden></div>'); document.body.lastChild.appendChild(${HOST})`,
    'moves it into what is hidden later': `const box = document.body.appendChild(document.createElement('div')); box.appendChild(${HOST}); await new Promise(setTimeout); box.hidden = true`,
    'empties it': `${HOST}.shadowRoot.textContent = ''`,
    'hides it': `${HOST}.style.display = 'none'`,
  }

  it.each(Object.entries(CHANGES))('%s', (_how, change) =>
    onPage({}, async (opened) => {
      await opened.evaluate(
        `window.kit = UpsdkKit.createUpsdk({ locale: 'en', actions: { 94: { label: 'Help', run: () => answers.push('next') } } }); kit.notify('96'); 0`,
      )
      await opened.locator(DIALOG).getByText('Turn on face').waitFor()
      await opened.evaluate(`(async () => { kit.notify('94'); ${change} })()`)
      await expect.poll(() => opened.locator(DIALOG).getByText('Face not verified').count()).toBe(1)
      expect(await count(opened)).toBe(1)
      await clickAt(opened, `${BUTTON} >> nth=1`)
      expect(await answers(opened)).toEqual(['next'])
      expect(await count(opened)).toBe(0)
    }),
  )
})

/** Browser functions that a page may replace. */
const BREAKS = {
  'matchMedia gives nothing': 'matchMedia = function () {}',
  'attachShadow throws': `Element.prototype.attachShadow = () => { throw new Error('not here') }`,
  'showModal throws': `HTMLDialogElement.prototype.showModal = () => { throw new Error('not here') }`,
  'getBoundingClientRect throws': `Element.prototype.getBoundingClientRect = () => { throw new Error('not here') }`,
}

describeInBrowser.each(Object.entries(BREAKS))('if %s in the browser,', (_what, breaks) => {
  const open = async (options: PageOptions = {}): Promise<Page & { done(): Promise<void> }> => {
    const opened = await openPage({ ...options, html: page(SDK_THEN_KIT) })
    await opened.evaluate(`window.said = []; window.alert = (text) => said.push(text)
      window.listeners = 0
      for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
        const original = window[name]
        window[name] = function (...args) { listeners += step; return original.apply(window, args) }
      }
      native.answers['UPWebPay.pay'] = { fail: '支付失败' }
      window.kit = UpsdkKit.createUpsdk({ locale: 'en', toastDuration: () => 50 })
      window.kept = listeners; 0`)
    return opened
  }

  it('an unconfirmed payment is shown by an alert, and nothing is left on the screen', async () => {
    const opened = await open()
    await opened.evaluate(`${breaks}; kit.pay({ tn: '1' }).catch(() => {}); 0`)
    await expect.poll(() => opened.evaluate('said')).toEqual([UNCONFIRMED])
    expect(await count(opened)).toBe(0)
    expect(await opened.evaluate('listeners - kept')).toBe(0)
    await opened.done()
  })

  it('no other failure is shown, and nothing of it stays', async () => {
    const opened = await open()
    // The page's script continues, even if it called `notify` itself.
    await opened.evaluate(`${breaks}; kit.notify('96'); kit.toast('Hello'); window.wentOn = true; 0`)
    expect(await opened.evaluate('window.wentOn')).toBe(true)
    await expect.poll(() => count(opened)).toBe(0)
    expect(await opened.evaluate('[said, listeners - kept]')).toEqual([[], 0])
    await opened.done()
  })
})

describeInBrowser('once a page has repaired what it broke in the browser,', () => {
  it('dialogs and toasts are shown again', async () => {
    const opened = await openPage({ html: page(SDK_THEN_KIT) })
    await opened.evaluate(`window.kit = UpsdkKit.createUpsdk({ locale: 'en' })
      const own = matchMedia; matchMedia = function () {}
      kit.notify('96')
      setTimeout(() => { matchMedia = own; kit.notify('94'); kit.toast('Hello') }); 0`)
    await opened.locator(DIALOG).getByText('Face not verified').waitFor()
    await opened.locator(TOAST).getByText('Hello').waitFor()
    expect(await count(opened)).toBe(2)
    await opened.done()
  })
})

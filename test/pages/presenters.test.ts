/** The presenters show messages by the real libraries, and lose none. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeInBrowser, openPage, page } from '../browser/harness'
import { answers, BUTTON, clickAt, onPage, dialog as openDialog, TWO } from '../browser/screen'
import { KIT } from '../browser/scripts'
import { oneOfEach } from '../support/samples'
import { blocks } from '../support/snippets'
import { bundlePage, LIBRARIES } from './bundle'

interface Library {
  name: string
  alias: Readonly<Record<string, string>>
  /** Imports, and the presenter. */
  setup: string
  toast: string
  dialog: string
  confirm: string
  cancel: string
  /** Opens a dialog of the page's own. */
  own: string
}

const VANT_SELECTORS = {
  toast: '.van-toast',
  dialog: '.van-dialog',
  confirm: '.van-dialog__confirm',
  cancel: '.van-dialog__cancel',
}
const ANTD_SELECTORS = {
  toast: '.adm-toast-main',
  dialog: '.adm-dialog-body',
  confirm: '.adm-dialog-button-bold, .adm-dialog-button',
  cancel: '.adm-dialog-button:not(.adm-dialog-button-bold)',
}
const ANTD = `import 'antd-mobile/es/global'
  import { Dialog, Toast } from 'antd-mobile'
  import { antdMobilePresenter } from 'upsdk-kit/presenters'
  const presenter = antdMobilePresenter({ Toast, Dialog })`

/** The file of a guide that has the text, as JavaScript: its kit, and its `presenter`. */
const recipe = (text: string): string => {
  const found = blocks('docs/your-own-ui.md', 'ts').filter((code) => code.includes(text))
  if (found.length !== 1) throw new Error(`${found.length} recipes with ${text}`)
  return ts.transpileModule(found[0] || '', { compilerOptions: { target: ts.ScriptTarget.ES2022 } })
    .outputText
}

const libraries: Library[] = [
  {
    name: 'Vant 4',
    alias: LIBRARIES['vue 3'],
    setup: `import { showDialog, showToast } from 'vant'
      import 'vant/lib/index.css'
      import { vantPresenter } from 'upsdk-kit/presenters'
      const presenter = vantPresenter({ showToast, showDialog })`,
    own: `showDialog({ message: 'of the page' }).catch(() => {})`,
    ...VANT_SELECTORS,
  },
  {
    name: 'Vant 3',
    alias: LIBRARIES['vue 3, vant 3'],
    setup: `import { Dialog, Toast } from 'vant'
      import 'vant/lib/index.css'
      import { vantPresenter } from 'upsdk-kit/presenters'
      const presenter = vantPresenter({ Toast, Dialog })`,
    own: `Dialog({ message: 'of the page' }).catch(() => {})`,
    ...VANT_SELECTORS,
  },
  {
    name: 'Vant 2',
    alias: LIBRARIES['vue 2.7'],
    setup: `import { Dialog, Toast } from 'vant'
      import 'vant/lib/index.css'
      import { vantPresenter } from 'upsdk-kit/presenters'
      const presenter = vantPresenter({ Toast, Dialog })`,
    own: `Dialog({ message: 'of the page' }).catch(() => {})`,
    ...VANT_SELECTORS,
  },
  {
    name: 'NutUI 4',
    alias: LIBRARIES['vue 3, nutui 4'],
    setup: `import '@nutui/nutui/dist/style.css'
      ${recipe("from '@nutui/nutui'")}`,
    own: `showDialog({ content: 'of the page' })`,
    toast: '.nut-toast',
    dialog: '.nut-dialog',
    confirm: '.nut-dialog__footer-ok',
    cancel: '.nut-dialog__footer-cancel',
  },
  {
    name: 'antd-mobile on React 18',
    alias: LIBRARIES['react 18'],
    setup: ANTD,
    own: `Dialog.alert({ content: 'of the page' })`,
    ...ANTD_SELECTORS,
  },
  {
    name: 'antd-mobile on React 19 with its patch',
    alias: LIBRARIES['react 19'],
    setup: `${ANTD}
      import { unstableSetRender } from 'antd-mobile'
      import { createRoot } from 'react-dom/client'
      unstableSetRender((node, container) => {
        container._root = container._root || createRoot(container)
        container._root.render(node)
        return async () => { await new Promise((resolve) => setTimeout(resolve)); container._root.unmount() }
      })`,
    own: `Dialog.alert({ content: 'of the page' })`,
    ...ANTD_SELECTORS,
  },
]

/** The page's script: a simulated wallet, a kit with the presenter, and what tests ask for. */
const pageScript = ({ setup, own }: Pick<Library, 'setup' | 'own'>) => `
import * as kit from 'upsdk-kit'
import { fail, installSimulator } from 'upsdk-kit/simulator'
${setup}
const wallet = installSimulator({ language: 'en_US' })
window.verified = 0
window.viewed = 0
window.upsdkOfPage = kit.createUpsdk({ presenter, actions: { 99: { run: () => verified++ }, 'payment-unconfirmed': { run: () => viewed++ } }, toastDuration: () => window.toastMs || 2000 })
window.failWith = (code) => { wallet.answer('bioDetect', fail(code)); return upsdkOfPage.bioDetect().catch((error) => error.message) }
window.payUnconfirmed = () => { wallet.answer('pay', fail('x')); return upsdkOfPage.pay({ tn: '1' }).catch((error) => error.message.replace('Payment not confirmed yet. ', '')) }
window.messageOf = (code) => upsdkOfPage.explain(code, { method: 'bioDetect' }).message
window.presenterOfPage = presenter
window.openOwn = () => { ${own} }
`

const WAIT = { timeout: 120_000 }

/** Closes whatever dialog is on screen, until none has been for half a second. */
const CLOSE_ALL = async (selector: string) => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  for (let quiet = 0; quiet < 5; quiet++) {
    const open = [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length)
    const buttons = open.flatMap((one) => [
      ...one.querySelectorAll<HTMLElement>('button, .adm-dialog-button, .nut-button'),
    ])
    const last = buttons.filter((one) => one.getClientRects().length).pop()
    if (last) quiet = -1
    last?.click()
    await pause(100)
  }
}

async function open(script: { js: string; css: string }) {
  return openPage({
    html: page(`<style>${script.css}</style><div id="app"></div><script src="/page.js"></script>`),
    routes: {
      'https://mini.example/page.js': { contentType: 'text/javascript; charset=utf-8', body: script.js },
    },
  })
}

describeInBrowser('a presenter', () => {
  /** A run takes one version of each library, `WHOLE=1` all. */
  const oneVersionOfEach = oneOfEach('presenters', libraries, ({ name }) => name.split(' ')[0] || '')

  describe.concurrent.each(oneVersionOfEach)('of $name', (library) => {
    const { toast, dialog, confirm, cancel } = library
    let script = { js: '', css: '' }
    beforeAll(async () => {
      script = await bundlePage(pageScript(library), library.alias)
    })

    it('shows a short message as its toast, for the given time', async () => {
      const opened = await open(script)
      await opened.evaluate('window.toastMs = 1500')
      for (const code of ['c02', '95', '97']) {
        const message = await opened.evaluate<string>(`failWith('${code}')`)
        const shown = opened.locator(toast).filter({ hasText: message })
        await shown.waitFor({ state: 'visible', ...WAIT })
        await shown.waitFor({ state: 'hidden', ...WAIT })
        // The kit shows no element of its own.
        expect(await opened.locator('[data-upsdk-kit]').count()).toBe(0)
      }
      await opened.done()
    })

    it('shows no toast again that the next one has replaced at once', async () => {
      const opened = await open(script)
      const last = await opened.evaluate<string>(`failWith('c02').then(() => failWith('95'))`)
      await opened
        .locator(toast)
        .filter({ hasText: last })
        .waitFor({ state: 'visible', ...WAIT })
      // The kit's own toast takes over after four checks at the latest.
      for (let looks = 0; looks < 12; looks++) {
        expect(await opened.locator('[data-upsdk-kit]').count()).toBe(0)
        await opened.waitForTimeout(100)
      }
      await opened.done()
    })

    it('shows 99 with a button of the page’s, and each button runs its action', async () => {
      const opened = await open(script)
      for (const [label, selector, verified] of [
        ['Cancel', cancel, 0],
        ['Verify', confirm, 1],
      ] as const) {
        await opened.evaluate(`failWith('99')`)
        await opened
          .locator(dialog)
          .first()
          .waitFor({ state: 'visible', ...WAIT })
        await opened.locator(selector).filter({ hasText: label }).first().click()
        await opened
          .locator(dialog)
          .first()
          .waitFor({ state: 'hidden', ...WAIT })
        await opened.waitForFunction(`verified === ${verified}`, null, WAIT)
      }
      await opened.done()
    })

    it('shows an important message as its dialog, one after another, each closed by one button', async () => {
      const opened = await open(script)
      await opened.evaluate(`failWith('94').then(() => failWith('96')).then(() => failWith('c03'))`)
      for (const code of ['94', '96', 'c03']) {
        const text = await opened.evaluate<string>(`messageOf('${code}')`)
        const shown = opened.locator(dialog).filter({ hasText: text })
        await shown.waitFor({ state: 'visible', ...WAIT })
        await opened.locator(confirm).filter({ hasText: 'OK' }).last().click()
        await shown.waitFor({ state: 'hidden', ...WAIT })
      }
      await opened.done()
    })

    it('shows texts as text, never as HTML', async () => {
      const opened = await open(script)
      const text = '5 < 6 & <i id="html">7</i>'
      await opened.evaluate(`upsdkOfPage.toast(${JSON.stringify(text)})`)
      await opened
        .locator(toast)
        .filter({ hasText: text })
        .waitFor({ state: 'visible', ...WAIT })
      await opened.evaluate(
        `void presenterOfPage.dialog({ message: ${JSON.stringify(text)}, confirm: 'OK', lang: 'en' })`,
      )
      await opened
        .locator(dialog)
        .filter({ hasText: text })
        .first()
        .waitFor({ state: 'visible', ...WAIT })
      expect(await opened.locator('#html').count()).toBe(0)
      await opened.done()
    })

    it('is not blocked by a dialog that the page opens in between', async () => {
      const opened = await open(script)
      await opened.evaluate(`failWith('94')`)
      const first = await opened.evaluate<string>(`messageOf('94')`)
      await opened
        .locator(dialog)
        .filter({ hasText: first })
        .waitFor({ state: 'visible', ...WAIT })
      // The user has had time to see it.
      await opened.waitForTimeout(500)
      await opened.evaluate('openOwn()')
      await opened
        .locator(dialog)
        .filter({ hasText: 'of the page' })
        .first()
        .waitFor({ state: 'visible', ...WAIT })
      // If the library stacks dialogs, the kit's is below: the user closes one after the other.
      await opened.evaluate(CLOSE_ALL, dialog)
      await opened.evaluate(`failWith('96')`)
      const next = await opened.evaluate<string>(`messageOf('96')`)
      await opened
        .locator(dialog)
        .filter({ hasText: next })
        .waitFor({ state: 'visible', ...WAIT })
      await opened.done()
    })
  })

  describe.concurrent.each(oneVersionOfEach)('of $name whose dialog is no longer needed', (library) => {
    const { dialog, confirm, cancel } = library
    let script = { js: '', css: '' }
    beforeAll(async () => {
      script = await bundlePage(pageScript(library), library.alias)
    })
    const shown = async (opened: Page, call: string) => {
      const message = await opened.evaluate<string>(call)
      const found = opened.locator(dialog).filter({ hasText: message, visible: true })
      await found.first().waitFor(WAIT)
      return found
    }

    it.each([
      ['on another route', `dispatchEvent(new PopStateEvent('popstate'))`],
      ['on another route by a hash', `dispatchEvent(new HashChangeEvent('hashchange'))`],
      ['after destroy', 'upsdkOfPage.destroy()'],
    ])('closes it: %s', async (_when, leave) => {
      const opened = await open(script)
      const found = await shown(opened, `failWith('99')`)
      await opened.evaluate(leave)
      await found.first().waitFor({ state: 'hidden', ...WAIT })
      expect(await opened.evaluate('verified')).toBe(0)
      await opened.done()
    })

    it('closes it if it was given up before it came to the screen', async () => {
      const opened = await open(script)
      const message = await opened.evaluate<string>(
        `upsdkOfPage.notify('99'), dispatchEvent(new PopStateEvent('popstate')), messageOf('99')`,
      )
      await opened.waitForTimeout(1000)
      const found = opened.locator(dialog).filter({ hasText: message, visible: true })
      expect(await found.count()).toBe(0)
      await opened.done()
    })

    it('keeps an unconfirmed payment on screen on another route, and its button works there', async () => {
      const opened = await open(script)
      const found = await shown(opened, 'payUnconfirmed()')
      await opened.waitForTimeout(500)
      await opened.evaluate(`history.pushState(0, '', '/two'); history.back()`)
      await opened.waitForTimeout(1000)
      expect(await found.count()).toBe(1)
      // The library has a place for the title.
      expect(await found.getByText('Payment not confirmed yet', { exact: true }).count()).toBe(1)
      await opened.locator(confirm).filter({ hasText: 'View order', visible: true }).first().click()
      await opened.waitForFunction('viewed === 1', null, WAIT)
      await opened.done()
    })

    it('shows an unconfirmed payment once when the page comes back as it was left', async () => {
      const opened = await open(script)
      const found = await shown(opened, 'payUnconfirmed()')
      await opened.waitForTimeout(500)
      await opened.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`)
      await found.first().waitFor({ state: 'hidden', ...WAIT })
      await opened.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`)
      await found.first().waitFor(WAIT)
      // Only one is left once the first has faded out.
      await opened.waitForTimeout(1000)
      expect(await found.count()).toBe(1)
      await opened.locator(cancel).filter({ hasText: 'Close', visible: true }).first().click()
      await found.first().waitFor({ state: 'hidden', ...WAIT })
      await opened.waitForTimeout(1500)
      expect([await found.count(), await opened.evaluate('viewed')]).toEqual([0, 0])
      await opened.done()
    })

    it('shows an unconfirmed payment again after a dialog of the page’s that took its place', async () => {
      const opened = await open(script)
      const found = await shown(opened, 'payUnconfirmed()')
      await opened.waitForTimeout(500)
      await opened.evaluate('openOwn()')
      const own = opened.locator(dialog).filter({ hasText: 'of the page', visible: true })
      await own.first().waitFor(WAIT)
      // The page's own dialog is not closed under the user's hands.
      await opened.waitForTimeout(2500)
      expect(await own.count()).toBe(1)
      await own.locator('button, .nut-button').last().click()
      await own.first().waitFor({ state: 'hidden', ...WAIT })
      await found.first().waitFor(WAIT)
      await opened.locator(confirm).filter({ hasText: 'View order', visible: true }).first().click()
      await opened.waitForFunction('viewed === 1', null, WAIT)
      await opened.done()
    })
  })

  describe.concurrent('of antd-mobile on React 19 without its patch', () => {
    let script = { js: '', css: '' }
    beforeAll(async () => {
      const library = { setup: ANTD, own: '' }
      script = await bundlePage(pageScript(library), LIBRARIES['react 19'])
    })

    it.each([
      ['95', 'toast'],
      ['94', 'dialog'],
    ])('leaves %s to the kit’s own %s, since nothing appears', async (code, how) => {
      const opened = await open(script)
      await opened.evaluate(`failWith('${code}')`)
      await opened.locator(`[data-upsdk-kit="${how}"]`).waitFor({ state: 'attached', ...WAIT })
      expect(await opened.locator('.adm-toast-main, .adm-dialog').count()).toBe(0)
      await opened.done()
    })
  })
})

describeInBrowser('the kit’s own dialog', () => {
  const vantCss = readFileSync(`${LIBRARIES['vue 3'].vant}/lib/index.css`, 'utf8')

  it('lies above Vant’s open popup, whose forbidClick toast does not block its buttons', () =>
    onPage(
      {
        html: page(
          `<div class="van-overlay" style="z-index:2003"></div>
          <div class="van-popup van-popup--center" style="z-index:2004;width:100%;height:100%">popup</div>${KIT}`,
          '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/vant.css">',
        ),
        routes: { 'https://mini.example/vant.css': { contentType: 'text/css', body: vantCss } },
      },
      async (opened) => {
        await opened.evaluate(`window.heard = 0; document.addEventListener('click', () => heard++)`)
        for (const taps of ['auto', 'none']) {
          if (taps === 'none') await opened.evaluate(`document.body.classList.add('van-toast--unclickable')`)
          const popup = opened.locator('.van-popup')
          expect(await popup.evaluate((element) => getComputedStyle(element).pointerEvents)).toBe(taps)
          await opened.evaluate('answers.length = 0')
          for (const nth of [0, 1]) {
            await openDialog(opened, TWO)
            await clickAt(opened, `${BUTTON} >> nth=${nth}`)
          }
          expect(await answers(opened)).toEqual([false, true])
        }
        expect(await opened.evaluate('heard')).toBe(0)
      },
    ))
})

/** Toasts and dialogs leave nothing behind, and work in unusual places. */
import { describe, expect, it } from 'vitest'
import { describeInBrowser, page } from './harness'
import {
  answers,
  BUTTON,
  clickAt,
  count,
  dialog,
  ENGLISH,
  focused,
  json,
  ONE,
  onPage,
  TOAST,
  TWO,
  toast,
  until,
} from './screen'
import { KIT } from './scripts'

describeInBrowser('toast and dialog', () => {
  describe('leave nothing behind', () => {
    it('a toast stays for its duration, and is removed', () =>
      onPage({ ownTime: true }, async (opened) => {
        await toast(opened, 'Hello', { lang: 'en', duration: 600 })
        await opened.clock.runFor(599)
        expect(await count(opened)).toBe(1)
        await opened.clock.runFor(1)
        expect(await count(opened)).toBe(0)
      }))

    it('a second toast replaces the first, and has its own full time', () =>
      onPage({ ownTime: true }, async (opened) => {
        await toast(opened, 'first', { lang: 'en', duration: 300 })
        await toast(opened, 'second', { lang: 'en', duration: 60_000 })
        expect(await count(opened)).toBe(1)
        await opened.clock.runFor(500)
        expect(await opened.locator(TOAST).getByText('second').isVisible()).toBe(true)
      }))

    it('a toast that is removed early leaves no timer', () =>
      onPage({}, async (opened) => {
        const timers = await opened.evaluate(`(() => {
          const running = new Set(), { setTimeout: set, clearTimeout: clear } = window
          window.setTimeout = (...args) => { const id = set(...args); running.add(id); return id }
          window.clearTimeout = (id) => { running.delete(id); clear(id) }
          presenter.toast('first', { lang: 'en' })
          const shown = running.size
          presenter.toast('second', { lang: 'en' })
          presenter.destroy()
          return [shown, running.size]
        })()`)
        expect(timers).toEqual([2, 0])
      }))

    it.each([
      ['popstate', `history.pushState(0, '', '#there'); ask(); history.back()`],
      ['hashchange', `ask(); location.hash = 'there'`],
      ['pagehide', `ask(); dispatchEvent(new PageTransitionEvent('pagehide'))`],
      [
        'destroy',
        `presenter.toast('x', { lang: 'en' }); presenter.dialog(request).then(answer); presenter.destroy()`,
      ],
      [
        'Escape',
        `presenter.dialog(request).then(answer); document.querySelector('[data-upsdk-kit=dialog]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))`,
      ],
    ])('a dialog closes at %s with the answer no, and leaves no listener', (_, script) =>
      onPage({}, async (opened) => {
        await opened.evaluate(`window.listeners = 0
          for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
            const original = window[name]
            window[name] = function (...args) {
              // Listeners of the test driver do not count.
              if (['popstate', 'hashchange', 'pagehide', 'keydown'].includes(args[0])) listeners += step
              return original.apply(window, args)
            }
          }
          const request = ${json(TWO)}, answer = (value) => answers.push(value)
          const ask = () => {
            const kit = UpsdkKit.createUpsdk({ actions: { 94: { run: () => answer(true) } } })
            kit.notify('94')
            new MutationObserver(() => kit.destroy() || answer(false)).observe(document.documentElement, { childList: true })
          }
          ${script}; 0`)
        await until(opened, 'answers.length')
        expect(await count(opened)).toBe(0)
        expect(await answers(opened)).toEqual([false])
        expect(await opened.evaluate('listeners')).toBe(0)
      }),
    )

    it('a dialog that the page removes answers no', () =>
      onPage({}, async (opened) => {
        await dialog(opened)
        await opened.evaluate(`document.querySelector('[data-upsdk-kit=dialog]').remove()`)
        await until(opened, 'answers.length')
        expect(await answers(opened)).toEqual([false])
      }))

    it('the phone’s back gesture answers no', () =>
      onPage({}, async (opened) => {
        await dialog(opened, TWO)
        // The browser turns the back gesture into this event.
        const stayedOpen = await opened.evaluate(
          `!document.querySelector('[data-upsdk-kit=dialog]').shadowRoot.querySelector('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))`,
        )
        expect(stayedOpen).toBe(true)
        expect(await answers(opened)).toEqual([false])
        expect(await count(opened)).toBe(0)
      }))

    it('a dialog in a WebView without modal dialogs leaves no listener', () =>
      onPage({ before: 'delete HTMLDialogElement.prototype.showModal' }, async (opened) => {
        await opened.evaluate(`window.listeners = 0
          for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
            const original = window[name]
            window[name] = function (...args) {
              if (args[0] === 'keydown') listeners += step
              return original.apply(window, args)
            }
          }`)
        await dialog(opened, TWO)
        expect(await opened.evaluate('listeners')).toBe(1)
        await opened.keyboard.press('Escape')
        expect(await answers(opened)).toEqual([false])
        expect(await opened.evaluate('listeners')).toBe(0)
      }))

    it('the page gets its keys and clicks back after a dialog, and none during it', () =>
      onPage({}, async (opened) => {
        await opened.evaluate(
          `for (const name of ['keydown', 'click']) document.addEventListener(name, () => answers.push(name))`,
        )
        await dialog(opened)
        await opened.keyboard.press('a')
        await opened.locator(BUTTON).click()
        expect(await answers(opened)).toEqual([true])
        await opened.keyboard.press('a')
        await opened.mouse.click(5, 5)
        expect(await answers(opened)).toEqual([true, 'keydown', 'click'])
      }))

    it('a focus that the page moved meanwhile is not moved back', () =>
      onPage(
        {
          before: 'delete HTMLDialogElement.prototype.showModal',
          html: page(`<button>Pay</button><input>${KIT}`),
        },
        async (opened) => {
          await opened.focus('button')
          await dialog(opened)
          await opened.evaluate(`document.querySelector('input').focus(); presenter.destroy()`)
          expect(await focused(opened)).toBe('INPUT')
        },
      ))
  })

  describe('work in unusual places', () => {
    it('before document.body exists', async () => {
      const early = `<script>window.bodyless = !document.body; const early = UpsdkKit.domPresenter()
        early.toast('early', { lang: 'en' }); early.dialog(${json(ONE)}).then((answer) => { window.answer = answer })</script>`
      await onPage({ html: page('', KIT + early) }, async (opened) => {
        expect(await opened.evaluate('bodyless')).toBe(true)
        expect(await opened.locator(TOAST).getByText('early').isVisible()).toBe(true)
        await clickAt(opened, BUTTON)
        expect(await opened.evaluate('answer')).toBe(true)
      })
    })

    it('in an old WebView without shadow DOM, matchMedia or focus options, on a page that turns taps off', () =>
      onPage(
        {
          before: `delete Element.prototype.attachShadow; delete window.matchMedia
            const focus = HTMLElement.prototype.focus; HTMLElement.prototype.focus = function () { focus.call(this) }`,
          html: page(`<style>* { pointer-events: none }</style><button id="pay">Pay</button>${KIT}`),
        },
        async (opened) => {
          expect(await toast(opened, ENGLISH)).toBe(ENGLISH)
          await opened.focus('#pay')
          await dialog(opened, TWO)
          await opened.keyboard.press('Tab')
          await opened.keyboard.press('Tab')
          expect(await focused(opened)).toBe('去开通')
          await clickAt(opened, `${BUTTON} >> nth=1`)
          expect(await answers(opened)).toEqual([true])
          expect(await focused(opened)).toBe('Pay')
        },
      ))
  })
})

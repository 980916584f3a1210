/** What the kit puts on the screen: a promise a test, in a real browser and on unfriendly pages. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { describeInBrowser, openPage, type PageOptions, page, useBrowser } from './harness'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const VANT = readFileSync('node_modules/vant/lib/index.css', 'utf8')

const KIT = '<script src="/kit.js"></script>'
const TOAST = '[data-upsdk-kit="toast"]'
const DIALOG = '[data-upsdk-kit="dialog"]'
const BUTTON = `${DIALOG} button`

const ENGLISH = 'Set up face verification in the UnionPay App, then try again.'
const CHINESE = '尚未开通人像认证，请到云闪付“我的身份信息”开通'
const ONE = { message: ENGLISH, confirm: 'OK', lang: 'en' }
const TWO = { message: CHINESE, confirm: '去开通', cancel: '取消', lang: 'zh-Hans' }

/** Opens a page with the kit only, and closes it. */
async function onPage<T>(options: PageOptions, run: (opened: Page) => Promise<T>): Promise<T> {
  const opened = await openPage({ html: page(KIT), ...options })
  try {
    await opened.evaluate('window.answers = []; window.presenter = UpsdkKit.domPresenter(); 0')
    return await run(opened)
  } finally {
    await opened.done()
  }
}

const json = JSON.stringify

/** Shows a toast, and looks at the DOM in the same task. */
const toast = (opened: Page, text: string, options: object = { lang: 'en', duration: 60_000 }) =>
  opened.evaluate(
    `presenter.toast(${json(text)}, ${json(options)}); (() => {
      const host = document.querySelector(${json(TOAST)})
      return (host.shadowRoot || host).textContent
    })()`,
  )

/** Opens a dialog; what it resolves to goes into `answers`. */
const dialog = (opened: Page, request: object = ONE) =>
  opened.evaluate(`presenter.dialog(${json(request)}).then((answer) => answers.push(answer)); 0`)

const answers = (opened: Page) => opened.evaluate<unknown>('answers')
const count = (opened: Page) => opened.locator('[data-upsdk-kit]').count()

/** The label of the dialog's button that has the focus, `dialog` for the dialog itself, or what else has it. */
const focused = (opened: Page) =>
  opened.evaluate<string>(`(() => {
    const host = document.querySelector(${json(DIALOG)})
    const active = (host && host.shadowRoot && host.shadowRoot.activeElement) || document.activeElement
    return active.tagName === 'BUTTON' ? active.textContent : active.getAttribute('role') ? 'dialog' : active.tagName
  })()`)

/** A click of the mouse at the middle of an element, wherever it may land. */
async function clickAt(opened: Page, selector: string): Promise<void> {
  const box = await opened.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} has no place on screen`)
  await opened.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** What axe-core has against the kit's elements, where they are and, as it finds no background there, in `body`. */
async function axe(opened: Page, selector: string): Promise<unknown> {
  await opened.waitForTimeout(250)
  await opened.evaluate(`${AXE};0`)
  return opened.evaluate(`(async () => {
    const say = (rules) => rules.map(({ id, nodes }) => id + ' ' + nodes[0].failureSummary)
    const inPlace = await axe.run(${json(selector)})
    document.body.appendChild(document.querySelector(${json(selector)}))
    const { violations, incomplete, passes } = await axe.run(${json(selector)})
    return {
      violations: say([...inPlace.violations, ...violations]),
      unsure: say(incomplete),
      contrast: passes.some(({ id }) => id === 'color-contrast'),
    }
  })()`)
}

const CLEAN = { violations: [], unsure: [], contrast: true }

/** How the texts look: size, colour and place. */
const looks = (opened: Page) =>
  opened.evaluate(`[...document.querySelectorAll('[data-upsdk-kit]')].map(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('*')].map((element) => {
      const { fontSize, color, display, opacity, direction, letterSpacing } = getComputedStyle(element)
      const { x, y, width, height } = element.getBoundingClientRect()
      return { fontSize, color, display, opacity, direction, letterSpacing, x, y, width, height }
    }))`)

/** The size of the texts in px of the screen, not of the page. */
const sizes = (opened: Page) =>
  opened.evaluate<number[]>(`[...document.querySelectorAll('[data-upsdk-kit]')].map(({ shadowRoot }) =>
    parseFloat(getComputedStyle(shadowRoot.querySelector('div > div')).fontSize) * screen.width / innerWidth)`)

/** The texts that are cut off: beyond their element, beyond the screen's sides, or where nobody can scroll. */
const cut = (opened: Page) =>
  opened.evaluate(`[...document.querySelectorAll('[data-upsdk-kit]')].flatMap(({ shadowRoot }) => {
    const layer = shadowRoot.firstElementChild
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const text = range.getBoundingClientRect()
      const own = walker.currentNode.parentElement.getBoundingClientRect()
      const bottom = getComputedStyle(layer).overflowY === 'auto' ? layer.scrollHeight : innerHeight
      const inside = text.left >= Math.max(0, own.left - 1) && text.right <= Math.min(innerWidth, own.right + 1)
      const reachable = text.top + layer.scrollTop >= 0 && text.bottom + layer.scrollTop <= bottom
      if (!inside || !reachable) found.push(walker.currentNode.data)
    }
    return found
  })`)

describeInBrowser('toast and dialog', () => {
  useBrowser()

  describe('are for everyone', () => {
    it.each(['light', 'dark'] as const)(
      'axe-core finds nothing in %s mode, contrast included',
      (colorScheme) =>
        onPage({ colorScheme }, async (opened) => {
          await toast(opened, ENGLISH)
          expect(await axe(opened, TOAST)).toEqual(CLEAN)
          await opened.evaluate('presenter.destroy()')
          await dialog(opened, { ...TWO, title: '人像认证' })
          expect(await axe(opened, DIALOG)).toEqual(CLEAN)
        }),
    )

    it('the dialog is dark where the phone is', async () => {
      const background = (colorScheme: 'light' | 'dark') =>
        onPage({ colorScheme }, async (opened) => {
          await dialog(opened)
          return opened
            .locator(`${DIALOG} [role] > div`)
            .evaluate((box) => getComputedStyle(box).backgroundColor)
        })
      expect(await background('light')).toBe('rgb(255, 255, 255)')
      expect(await background('dark')).toBe('rgb(44, 44, 46)')
    })

    it('a toast is a status that is read out: its text is there at once, and set again when the region is known', () =>
      onPage({}, async (opened) => {
        const host = opened.locator(TOAST)
        const changed = await opened.evaluate(`new Promise((resolve) => {
          presenter.toast(${json(ENGLISH)}, { lang: 'en', duration: 60000 })
          const { shadowRoot } = document.querySelector(${json(TOAST)})
          if (shadowRoot.textContent !== ${json(ENGLISH)}) resolve('too late')
          new MutationObserver(() => resolve(true)).observe(shadowRoot, { childList: true, subtree: true })
          setTimeout(resolve, 5000, false)
        })`)
        expect(changed).toBe(true)
        expect(await host.getByText(ENGLISH).count()).toBe(1)
        expect(await host.getAttribute('role')).toBe('status')
        expect(await host.getAttribute('lang')).toBe('en')
      }))

    it('a dialog is a modal alert dialog, named by its texts, in their language', () =>
      onPage({}, async (opened) => {
        await dialog(opened, { ...TWO, title: '人像认证' })
        const found = opened.locator(DIALOG).getByRole('alertdialog', { name: `人像认证 ${CHINESE}` })
        expect(await found.getAttribute('aria-modal')).toBe('true')
        expect(await opened.locator(DIALOG).getAttribute('lang')).toBe('zh-Hans')
        expect(await opened.locator(BUTTON).allTextContents()).toEqual(['取消', '去开通'])
      }))

    it('the focus goes into the dialog, round with Tab and Shift+Tab, and back to where it was', () =>
      onPage({ html: page(`<button id="pay">Pay</button><input>${KIT}`) }, async (opened) => {
        await opened.focus('#pay')
        await dialog(opened, TWO)
        const way = [await focused(opened)]
        for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
          await opened.keyboard.press(key)
          way.push(await focused(opened))
        }
        expect(way).toEqual(['dialog', '取消', '去开通', '取消', '去开通', '取消'])
        await opened.keyboard.press('Shift+Tab')
        await opened.keyboard.press('Enter')
        expect(await answers(opened)).toEqual([true])
        expect(await focused(opened)).toBe('Pay')
      }))

    it('a click beside the box, or a page that takes the focus, does not let Tab out nor stop Escape', () =>
      onPage({ html: page(`<input>${KIT}`) }, async (opened) => {
        await dialog(opened)
        await opened.mouse.click(5, 5)
        await opened.keyboard.press('Tab')
        expect(await focused(opened)).toBe('OK')
        await opened.evaluate(`document.querySelector('input').focus()`)
        await opened.keyboard.press('Tab')
        expect(await focused(opened)).toBe('OK')
        await opened.evaluate(`document.querySelector('input').focus()`)
        await opened.keyboard.press('Escape')
        expect(await answers(opened)).toEqual([false])
        expect(await focused(opened)).toBe('INPUT')
      }))

    it('a focused button shows it', () =>
      onPage({}, async (opened) => {
        await dialog(opened)
        await opened.keyboard.press('Tab')
        expect(
          await opened.locator(BUTTON).evaluate((button) => getComputedStyle(button).outlineStyle),
        ).not.toBe('none')
      }))

    it('Escape closes the upper of two dialogs', () =>
      onPage({}, async (opened) => {
        await dialog(opened, { ...ONE, message: 'lower' })
        await dialog(opened, { ...ONE, message: 'upper' })
        await opened.keyboard.press('Escape')
        expect(await opened.locator(DIALOG).getByText('lower').count()).toBe(1)
        expect(await count(opened)).toBe(1)
      }))

    it.each(['reduce', 'no-preference'] as const)(
      'they fade in, but not where less motion is asked for: %s',
      (reducedMotion) =>
        onPage({ reducedMotion }, async (opened) => {
          const moving = await opened.evaluate(`
            presenter.toast('x', { lang: 'en', duration: 60000 }); presenter.dialog(${json(ONE)})
            Array.from(document.querySelectorAll('[data-upsdk-kit]'), (host) => host.shadowRoot.getAnimations().length)`)
          expect(moving).toEqual(reducedMotion === 'reduce' ? [0, 0] : [1, 1])
          await opened.waitForTimeout(250)
          expect(json(await looks(opened))).not.toContain('"opacity":"0')
        }),
    )
  })

  describe('fit the smallest phone', () => {
    const texts = [
      { ...ONE, toast: 'We need your mobile number. Please grant access to continue.' },
      { ...ONE, confirm: 'Set up', cancel: 'Cancel', toast: 'No connection.' },
      { ...TWO, cancel: undefined, confirm: '知道了', toast: '支付结果待确认，请查看订单，勿重复付款' },
      { ...TWO, toast: '网络异常，请检查网络后重试' },
    ]
    it.each(texts)('nothing is cut off, buttons are large and alike: $confirm, $cancel', (request) =>
      onPage({ viewport: { width: 320, height: 480 } }, async (opened) => {
        await toast(opened, request.toast)
        await dialog(opened, request)
        const buttons = await opened.locator(BUTTON).all()
        const places = await Promise.all(buttons.map((button) => button.boundingBox()))
        for (const place of places) expect(place?.height).toBeGreaterThanOrEqual(44)
        // Side by side, and as wide as each other.
        expect(new Set(places.map((place) => place?.y)).size).toBe(1)
        expect(Math.abs((places[0]?.width || 0) - (places.at(-1)?.width || 0))).toBeLessThan(4)
        expect(await cut(opened)).toEqual([])
      }),
    )

    it('long labels stand one above the other, the one that confirms on top', () =>
      onPage({ viewport: { width: 320, height: 480 } }, async (opened) => {
        await dialog(opened, { ...ONE, confirm: 'Open the UnionPay App', cancel: 'Not at the moment' })
        const [cancel, confirm] = await Promise.all(
          [0, 1].map((index) => opened.locator(BUTTON).nth(index).boundingBox()),
        )
        expect(cancel?.y).toBeGreaterThan((confirm?.y || 0) + (confirm?.height || 0))
        expect(await cut(opened)).toEqual([])
      }))

    it('a word without end is broken, a message without end scrolls', () =>
      onPage({ viewport: { width: 320, height: 480 } }, async (opened) => {
        await toast(opened, 'https://example.com/'.repeat(8))
        await dialog(opened, { ...ONE, message: 'x'.repeat(2000), confirm: 'y'.repeat(80) })
        expect(await cut(opened)).toEqual([])
        await opened.locator(BUTTON).click()
        expect(await answers(opened)).toEqual([true])
      }))

    it('the dialog keeps clear of notches', () =>
      onPage({ viewport: { width: 320, height: 480 } }, async (opened) => {
        const devtools = await opened.context().newCDPSession(opened)
        const insets = { top: 47, right: 30, bottom: 34, left: 40 }
        await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets })
        await dialog(opened, { ...ONE, message: `${CHINESE} `.repeat(30) })
        const box = `${DIALOG} [role] > div`
        const before = await opened.locator(box).boundingBox()
        expect(before?.x).toBeGreaterThanOrEqual(40)
        expect((before?.x || 0) + (before?.width || 0)).toBeLessThanOrEqual(290)
        expect(before?.y).toBeGreaterThanOrEqual(47)
        await opened.locator(`${DIALOG} [role]`).evaluate((layer) => layer.scrollTo(0, 1e6))
        const after = await opened.locator(box).boundingBox()
        expect((after?.y || 0) + (after?.height || 0)).toBeLessThanOrEqual(446)
      }))

    it('a page without a viewport tag is laid out at 980 px; the texts keep their size on screen', () =>
      onPage(
        { html: page(KIT, ''), isMobile: true, viewport: { width: 320, height: 568 } },
        async (opened) => {
          expect(await opened.evaluate('innerWidth')).toBe(980)
          await toast(opened, ENGLISH)
          await dialog(opened)
          for (const size of await sizes(opened)) {
            expect(size).toBeGreaterThanOrEqual(12)
            expect(size).toBeLessThan(18)
          }
          expect(await cut(opened)).toEqual([])
        },
      ))
  })

  describe('are the same on every page', () => {
    const HOSTILE = `<style>
      * { display: none !important; color: red !important; font-size: 3px !important; opacity: 0 !important;
        letter-spacing: 9px !important; visibility: hidden !important; pointer-events: none !important; transform: scale(.1) !important }
      html { display: block !important; font-size: 100px !important; visibility: visible !important; opacity: 1 !important; transform: none !important }
      div { width: 7px; margin: 50px; direction: rtl; float: left; animation: x 1s infinite }
      button { background: lime !important; padding: 0 !important }
      @keyframes x { to { transform: rotate(9deg) } }</style>`

    it('the page’s CSS and its root font size change nothing', async () => {
      const seen: unknown[] = []
      for (const css of ['', HOSTILE, '<style>html{font-size:5px}</style>']) {
        await onPage({ html: page(css + KIT), reducedMotion: 'reduce' }, async (opened) => {
          await toast(opened, ENGLISH)
          await dialog(opened, TWO)
          seen.push(await looks(opened))
          await clickAt(opened, `${BUTTON} >> nth=1`)
          expect(await answers(opened)).toEqual([true])
        })
      }
      expect(seen[1]).toEqual(seen[0])
      expect(seen[2]).toEqual(seen[0])
    })

    it.each([
      ['transformed and scrolled', 'body{transform:translateY(9px);height:3000px}'],
      ['grey for a day of mourning', 'body{filter:grayscale(1);height:3000px}'],
      ['hidden while it loads', 'body{display:none}'],
    ])('they cover the screen over a body that is %s', (_, css) =>
      onPage({ html: page(`<style>${css}</style>${KIT}`) }, async (opened) => {
        await opened.evaluate('scrollTo(0, 2000)')
        await dialog(opened)
        expect(await opened.locator(`${DIALOG} [role]`).boundingBox()).toMatchObject({
          x: 0,
          y: 0,
          height: 667,
        })
      }),
    )

    it('a page that reads from right to left leaves an English sentence its full stop', () =>
      onPage({ html: page(KIT).replace('<html>', '<html dir="rtl">') }, async (opened) => {
        await dialog(opened)
        expect(json(await looks(opened))).not.toContain('rtl')
      }))

    it('Vant’s open popup is below, and its forbidClick toast does not stop the dialog’s buttons', () =>
      onPage(
        {
          html: page(
            `<div class="van-overlay" style="z-index:2003"></div>
            <div class="van-popup van-popup--center" style="z-index:2004;width:100%;height:100%">popup</div>${KIT}`,
            '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/vant.css">',
          ),
          routes: { 'https://mini.example/vant.css': { contentType: 'text/css', body: VANT } },
        },
        async (opened) => {
          await opened.evaluate(`window.heard = 0; document.addEventListener('click', () => heard++)`)
          for (const taps of ['auto', 'none']) {
            if (taps === 'none')
              await opened.evaluate(`document.body.classList.add('van-toast--unclickable')`)
            const popup = opened.locator('.van-popup')
            expect(await popup.evaluate((element) => getComputedStyle(element).pointerEvents)).toBe(taps)
            await opened.evaluate('answers.length = 0')
            for (const nth of [0, 1]) {
              await dialog(opened, TWO)
              await clickAt(opened, `${BUTTON} >> nth=${nth}`)
            }
            expect(await answers(opened)).toEqual([false, true])
          }
          expect(await opened.evaluate('heard')).toBe(0)
        },
      ))

    it('a toast takes no taps: the page’s button under it does', () =>
      onPage(
        {
          html: page(
            `<button style="position:fixed;top:0;left:0;width:100%;height:100%" onclick="answers.push('page')">Pay</button>${KIT}`,
          ),
        },
        async (opened) => {
          await toast(opened, ENGLISH)
          await clickAt(opened, `${TOAST} div div`)
          expect(await answers(opened)).toEqual(['page'])
        },
      ))

    it('a finger on the dialog neither scrolls the page under it nor reaches libraries for quick taps', () =>
      onPage(
        { isMobile: true, html: page(`<div style="height:3000px">page</div>${KIT}`) },
        async (opened) => {
          const devtools = await opened.context().newCDPSession(opened)
          await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
          const touch = async (...heights: number[]) => {
            for (const [index, y] of heights.entries())
              await devtools.send('Input.dispatchTouchEvent', {
                type: index ? 'touchMove' : 'touchStart',
                touchPoints: [{ x: 187, y }],
              })
            // A finger that rests before it leaves does not fling.
            if (heights.length > 1) await opened.waitForTimeout(200)
            await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
            await opened.waitForTimeout(200)
            return opened.evaluate('scrollY')
          }
          const before = await touch(310, 280, 240, 210)
          expect(before).toBeGreaterThan(10)
          await opened.evaluate(`document.addEventListener('touchstart', () => answers.push('heard'))
          document.addEventListener('touchend', (event) => event.preventDefault(), { passive: false })`)
          await dialog(opened)
          // Old browsers do not know it.
          await opened
            .locator(`${DIALOG} [role]`)
            .evaluate((layer) => layer.style.removeProperty('overscroll-behavior'))
          expect(await touch(310, 280, 240, 210)).toBe(before)
          const box = await opened.locator(BUTTON).boundingBox()
          await touch((box?.y || 0) + 20)
          await opened.locator(DIALOG).waitFor({ state: 'detached' })
          expect(await answers(opened)).toEqual([true])
        },
      ))

    it('a strict policy is not violated', async () => {
      const script = (body: string) => ({ contentType: 'text/javascript', body })
      const opened = await openPage({
        headers: { 'content-security-policy': `default-src 'self'; require-trusted-types-for 'script'` },
        html: page(`<script src="/watch.js"></script>${KIT}<script src="/show.js"></script>`),
        routes: {
          'https://mini.example/watch.js': script(
            `document.title = 'violations:'
            addEventListener('securitypolicyviolation', (event) => { document.title += ' ' + event.effectiveDirective })`,
          ),
          'https://mini.example/show.js': script(
            `const presenter = UpsdkKit.domPresenter(); presenter.toast('${CHINESE}', { lang: 'zh', duration: 300 })
            presenter.dialog(${json(TWO)}).then((answer) => {
              document.body.textContent = 'answer ' + answer
              // What the policy is for, so that the test is known to see it.
              setTimeout(() => document.body.setAttribute('style', 'color:red'), 500)
            })`,
          ),
        },
      })
      const box = await opened.locator(`${DIALOG} [role] > div`).boundingBox()
      expect(box?.width).toBe(300)
      await opened.locator(BUTTON).nth(1).click()
      await opened.getByText('answer true').waitFor()
      await opened.locator(TOAST).waitFor({ state: 'detached' })
      expect(await opened.title()).toBe('violations:')
      await opened.waitForTimeout(700)
      expect(await opened.title()).toBe('violations: style-src-attr')
      await opened.done()
    })

    it('text is text', () =>
      onPage({}, async (opened) => {
        const bad = '<img src=x onerror="answers.push(1)"><style>*{color:red}</style>'
        expect(await toast(opened, bad)).toBe(bad)
        await dialog(opened, { title: bad, message: bad, confirm: bad, cancel: bad, lang: bad })
        expect(await opened.locator(DIALOG).getByText(bad).count()).toBe(4)
        expect(await opened.locator('[data-upsdk-kit] img').count()).toBe(0)
        await opened.waitForTimeout(100)
        expect(await answers(opened)).toEqual([])
      }))
  })

  describe('leave nothing behind', () => {
    it('a toast stays as long as it was told, and is gone', () =>
      onPage({}, async (opened) => {
        const stayed = await opened.evaluate(`new Promise((resolve) => {
          const start = performance.now()
          new MutationObserver((_, observer) => {
            if (document.querySelector('[data-upsdk-kit]')) return
            observer.disconnect()
            resolve(performance.now() - start)
          }).observe(document, { childList: true, subtree: true })
          presenter.toast('Hello', { lang: 'en', duration: 600 })
        })`)
        expect(stayed).toBeGreaterThanOrEqual(599)
        expect(stayed).toBeLessThan(1000)
      }))

    it('a second toast replaces the first, and has its own full time', () =>
      onPage({}, async (opened) => {
        await toast(opened, 'first', { lang: 'en', duration: 300 })
        await toast(opened, 'second', { lang: 'en', duration: 60_000 })
        expect(await count(opened)).toBe(1)
        await opened.waitForTimeout(500)
        expect(await opened.locator(TOAST).getByText('second').isVisible()).toBe(true)
      }))

    it('a toast that is taken away leaves no timer', () =>
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
      [
        'popstate',
        `history.pushState(0, '', '#there'); presenter.dialog(request).then(answer); history.back()`,
      ],
      ['hashchange', `presenter.dialog(request).then(answer); location.hash = 'there'`],
      [
        'pagehide',
        `presenter.dialog(request).then(answer); dispatchEvent(new PageTransitionEvent('pagehide'))`,
      ],
      [
        'destroy',
        `presenter.toast('x', { lang: 'en' }); presenter.dialog(request).then(answer); presenter.destroy()`,
      ],
      [
        'Escape',
        `presenter.dialog(request).then(answer); dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))`,
      ],
    ])('a dialog goes with %s, answers no, and listens no more', (_, script) =>
      onPage({}, async (opened) => {
        await opened.evaluate(`window.listeners = 0
          for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
            const original = window[name]
            window[name] = function (...args) {
              // Not those of the test driver.
              if (['popstate', 'hashchange', 'pagehide', 'keydown'].includes(args[0])) listeners += step
              return original.apply(window, args)
            }
          }
          const request = ${json(TWO)}, answer = (value) => answers.push(value)
          ${script}; 0`)
        await opened.waitForFunction('answers.length')
        expect(await answers(opened)).toEqual([false])
        expect(await count(opened)).toBe(0)
        expect(await opened.evaluate('listeners')).toBe(0)
      }),
    )

    it('the page’s keys and clicks are its own again after a dialog, and were not heard during it', () =>
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

    it('a focus that the page moved meanwhile stays where it is', () =>
      onPage({ html: page(`<button>Pay</button><input>${KIT}`) }, async (opened) => {
        await opened.focus('button')
        await dialog(opened)
        await opened.evaluate(`document.querySelector('input').focus(); presenter.destroy()`)
        expect(await focused(opened)).toBe('INPUT')
      }))
  })

  describe('work in odd places', () => {
    it('before there is a body', async () => {
      const early = `<script>window.bodyless = !document.body; const early = UpsdkKit.domPresenter()
        early.toast('early', { lang: 'en' }); early.dialog(${json(ONE)}).then((answer) => { window.answer = answer })</script>`
      await onPage({ html: page('', KIT + early) }, async (opened) => {
        expect(await opened.evaluate('bodyless')).toBe(true)
        expect(await opened.locator(TOAST).getByText('early').isVisible()).toBe(true)
        await clickAt(opened, BUTTON)
        expect(await opened.evaluate('answer')).toBe(true)
      })
    })

    it('in an old WebView without shadow DOM, matchMedia or focus options, taps turned off by the page', () =>
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

describeInBrowser('toast and dialog in large text', () => {
  // The largest that iOS offers.
  useBrowser(['--blink-settings=defaultFontSize=53'])

  it.each([ENGLISH, CHINESE])('the user’s text size is followed, nothing is cut off: %s', (message) =>
    onPage({ viewport: { width: 320, height: 568 } }, async (opened) => {
      await toast(opened, message)
      await dialog(opened, { ...TWO, title: '人像认证', message })
      expect(await cut(opened)).toEqual([])
      for (const size of await sizes(opened)) expect(size).toBeGreaterThan(28)
      await opened.locator(BUTTON).nth(0).click()
      expect(await answers(opened)).toEqual([false])
    }),
  )
})

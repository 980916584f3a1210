/** Toasts and dialogs look and work the same on every page, even on unfriendly ones. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { describeInBrowser, openPage, page, script } from './harness'
import {
  answers,
  BUTTON,
  CHINESE,
  clickAt,
  count,
  DIALOG,
  dialog,
  ENGLISH,
  focused,
  json,
  looks,
  onPage,
  onTop,
  still,
  TOAST,
  TWO,
  toast,
} from './screen'
import { KIT } from './scripts'

describeInBrowser('toast and dialog', () => {
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

    describe('over a modal dialog of the page’s', () => {
      const MODAL = `<dialog id="modal" style="transform:translateX(5px);overflow:hidden"><p>Pay?</p><input><button>Pay</button></dialog>${KIT}`
      const open = 'modal.showModal(); 0'

      it('they are on top, and get clicks, Tab and Escape', () =>
        onPage({ html: page(MODAL) }, async (opened) => {
          await opened.evaluate(open)
          await toast(opened, ENGLISH)
          expect(await opened.locator(TOAST).getByText(ENGLISH).isVisible()).toBe(true)
          await opened.evaluate('presenter.destroy()')
          await dialog(opened, TWO)
          expect(await opened.locator(`${DIALOG} [role]`).boundingBox()).toMatchObject({
            x: 0,
            y: 0,
            width: 375,
          })
          await opened.keyboard.press('Tab')
          expect(await focused(opened)).toBe('取消')
          await opened.keyboard.press('Escape')
          expect(await answers(opened)).toEqual([false])
          expect(await opened.evaluate('modal.open')).toBe(true)
          await dialog(opened, TWO)
          await clickAt(opened, `${BUTTON} >> nth=1`)
          expect(await answers(opened)).toEqual([false, true])
          expect(await count(opened)).toBe(0)
        }))

      it('a toast is visible over one that covers the screen', () =>
        onPage(
          { html: page(`<style>dialog{width:100vw;height:100vh}</style><dialog id="modal"></dialog>${KIT}`) },
          async (opened) => {
            await opened.evaluate('modal.showModal(); modal.blur(); 0')
            const before = await opened.screenshot()
            await toast(opened, ENGLISH)
            await still(opened)
            expect((await opened.screenshot()).equals(before)).toBe(false)
          },
        ))

      it('a toast can use the whole screen, even if the modal is small and clips', () =>
        onPage(
          {
            html: page(
              `<style>dialog{width:20px;height:20px;overflow:hidden;transform:translateX(5px)}</style><dialog id="modal"></dialog>${KIT}`,
            ),
          },
          async (opened) => {
            await opened.evaluate(open)
            await toast(opened, ENGLISH)
            const box = await opened.locator(`${TOAST} div >> nth=0`).boundingBox()
            expect(box).toEqual({ x: 0, y: 0, width: 375, height: 667 })
          },
        ))

      /** The texts that are status messages for a screen reader. */
      const statuses = async (opened: Page): Promise<unknown[]> => {
        const session = await opened.context().newCDPSession(opened)
        const { nodes } = await session.send('Accessibility.getFullAXTree')
        await session.detach()
        const inside = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'status')
        const below = (id: string): string[] =>
          nodes.flatMap((node) =>
            node.nodeId !== id
              ? []
              : node.role?.value === 'StaticText'
                ? [String(node.name?.value)]
                : (node.childIds || []).flatMap(below),
          )
        return inside.map(({ nodeId }) => below(nodeId).join(''))
      }

      it('a toast reaches a screen reader', () =>
        onPage({ html: page(MODAL) }, async (opened) => {
          await opened.evaluate(open)
          await toast(opened, ENGLISH)
          expect(await statuses(opened)).toEqual([ENGLISH])
          // The toast is a new element, since the old one is gone.
          await toast(opened, 'Another')
          expect(await statuses(opened)).toEqual(['Another'])
          expect(await count(opened)).toBe(1)
        }))

      it('a toast reaches a screen reader over the newer of two modals', () =>
        onPage({ html: page(`${MODAL}<dialog id="upper"><button>Pay</button></dialog>`) }, async (opened) => {
          await opened.evaluate('modal.showModal(); upper.showModal(); 0')
          await toast(opened, ENGLISH)
          expect(await statuses(opened)).toEqual([ENGLISH])
        }))

      it.each([
        ['closed', 'modal.close()'],
        ['taken away', 'modal.remove()'],
      ])('a toast stays its time if the modal is %s', (_how, change) =>
        onPage({ html: page(MODAL), ownTime: true }, async (opened) => {
          await opened.evaluate(open)
          await toast(opened, ENGLISH, { lang: 'en', duration: 1500 })
          await opened.evaluate(`${change}; 0`)
          await opened.clock.runFor(1400)
          expect(await opened.locator(TOAST).getByText(ENGLISH).isVisible()).toBe(true)
          expect(await statuses(opened)).toEqual([ENGLISH])
          await opened.clock.runFor(100)
          expect(await count(opened)).toBe(0)
        }),
      )

      it('a toast still reaches a screen reader if the modal is filled anew', () =>
        onPage({ html: page(MODAL) }, async (opened) => {
          await opened.evaluate(open)
          await toast(opened, ENGLISH)
          await opened.evaluate(`modal.innerHTML = '<input>'; 0`)
          expect(await statuses(opened)).toEqual([ENGLISH])
        }))

      it.each([
        ['closed', 'modal.close()'],
        ['taken away', 'modal.remove()'],
        ['filled anew', 'modal.innerHTML = "<input>"'],
        ['followed by another, which is closed', 'modal.close(); other.showModal(); other.close()'],
        ['under another for a while', 'other.showModal(); other.close()'],
      ])('they stay on top if the modal is %s', (_how, change) =>
        onPage({ html: page(`<dialog id="other"><input></dialog>${MODAL}`) }, async (opened) => {
          await opened.evaluate(open)
          await dialog(opened, TWO)
          await opened.evaluate(`${change}; 0`)
          await onTop(opened)
          await clickAt(opened, `${BUTTON} >> nth=1`)
          expect(await answers(opened)).toEqual([true])
        }),
      )

      it('a dialog that the page opens afterwards lies above them, has its own keys, and gives them back', () =>
        onPage({ html: page(MODAL) }, async (opened) => {
          await dialog(opened, TWO)
          await opened.evaluate(open)
          await opened.keyboard.press('Escape')
          expect([await answers(opened), await opened.evaluate('modal.open')]).toEqual([[], false])
          await onTop(opened)
          await opened.keyboard.press('Escape')
          expect(await answers(opened)).toEqual([false])
        }))
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

    it('a right-to-left page does not move the full stop of an English sentence', () =>
      onPage({ html: page(KIT).replace('<html>', '<html dir="rtl">') }, async (opened) => {
        await dialog(opened)
        expect(json(await looks(opened))).not.toContain('rtl')
      }))

    it('a toast takes no taps: the page’s button under it does', () =>
      onPage(
        {
          html: page(
            `<button style="position:fixed;top:0;left:0;width:100%;height:100%" onclick="answers.push('page')">Pay</button>${KIT}`,
          ),
        },
        async (opened) => {
          await toast(opened, ENGLISH)
          await clickAt(opened, `${TOAST} div > div:first-child >> nth=0`)
          expect(await answers(opened)).toEqual(['page'])
        },
      ))

    it('a finger on the dialog neither scrolls the page under it nor reaches libraries for quick taps', () =>
      onPage(
        { isMobile: true, fresh: true, html: page(`<div style="height:3000px">page</div>${KIT}`) },
        async (opened) => {
          const devtools = await opened.context().newCDPSession(opened)
          await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
          const touch = async (...heights: number[]) => {
            for (const [index, y] of heights.entries())
              await devtools.send('Input.dispatchTouchEvent', {
                type: index ? 'touchMove' : 'touchStart',
                touchPoints: [{ x: 187, y }],
              })
            // A finger that rests before it leaves starts no fling.
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
          // Old browsers do not have it.
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
      // This does violate the policy, which proves that the test would see a violation.
      await opened.evaluate(`document.body.setAttribute('style', 'color:red')`)
      await expect.poll(() => opened.title(), { timeout: 120_000 }).toBe('violations: style-src-attr')
      await opened.done()
    })

    it('markup in a text is shown as text', () =>
      onPage({}, async (opened) => {
        const bad = '<img src=x onerror="answers.push(1)"><style>*{color:red}</style>'
        expect(await toast(opened, bad)).toBe(bad)
        await dialog(opened, { title: bad, message: bad, confirm: bad, cancel: bad, lang: bad })
        expect(await opened.locator(DIALOG).getByText(bad).count()).toBe(4)
        expect(await opened.locator('[data-upsdk-kit] img').count()).toBe(0)
        await still(opened)
        expect(await answers(opened)).toEqual([])
      }))
  })
})

/** A dialog's buttons cannot be pressed before the user could read it, and always work afterwards. */
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { oneOfEach } from '../support/samples'
import { describeInBrowser, type PageOptions, page } from './harness'
import {
  answers,
  BUTTON,
  CHINESE,
  clickAt,
  count,
  DIALOG,
  dialog,
  focused,
  json,
  onPage,
  TWO,
  takesTaps,
  until,
} from './screen'
import { KIT } from './scripts'

/** Script for the page: resolves to the time at which the next frame begins, in ms since the epoch. */
const NEXT_FRAME =
  'new Promise((resolve) => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))'
/** Script for the page: keeps the time of the newest dialog's first frame. */
const WATCH = `new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length)) ${NEXT_FRAME}.then((time) => { window.firstFrame = time })
  }).observe(document.documentElement, { childList: true })`

interface Point {
  x: number
  y: number
}

async function middleOf(opened: Page, selector: string): Promise<Point> {
  const box = await opened.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} has no place on screen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Makes a mouse click with that timestamp, whenever it reaches the page. */
async function clickMadeAt(session: CDPSession, { x, y }: Point, time: number): Promise<void> {
  for (const type of ['mousePressed', 'mouseReleased'] as const)
    await session.send('Input.dispatchMouseEvent', {
      ...{ type, x, y, button: 'left', clickCount: 1 },
      timestamp: time / 1000,
    })
}

/** Makes a finger tap with that timestamp. */
async function tapMadeAt(session: CDPSession, point: Point, time: number): Promise<void> {
  for (const type of ['touchStart', 'touchEnd'] as const)
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [point],
      timestamp: (time + (type === 'touchEnd' ? 20 : 0)) / 1000,
    })
}

/** Opens a dialog in a page of its own, and returns the time of its first frame. */
const withDialog = (
  options: PageOptions,
  run: (opened: Page, session: CDPSession, firstFrame: number) => Promise<void>,
) =>
  onPage(options, async (opened) => {
    const session = await opened.context().newCDPSession(opened)
    const firstFrame = await opened.evaluate<number>(
      `presenter.dialog(${json(TWO)}).then((answer) => answers.push(answer)); ${NEXT_FRAME}`,
    )
    await run(opened, session, firstFrame)
    await session.detach()
  })

/** Waits until all effects of an event have happened. */
const settled = (opened: Page) => opened.evaluate(`${NEXT_FRAME}.then(() => ${NEXT_FRAME})`)

/** Browsers with HTMLDialogElement.showModal, and a WebView without it. */
const BROWSERS: { has: string; options: PageOptions }[] = [
  { has: 'a modal dialog', options: {} },
  { has: 'none', options: { before: 'delete HTMLDialogElement.prototype.showModal' } },
]

describeInBrowser.each(oneOfEach('unread dialogs', BROWSERS, () => 'a browser'))(
  'a dialog cannot be closed unread if the browser has $has:',
  ({ options }) => {
    it('the second tap of a double tap on the page’s own button does not close it', () =>
      onPage(
        {
          ...options,
          isMobile: true,
          fresh: true,
          html: page(
            `<button style="position:fixed;top:0;left:0;width:100%;height:100%"
            onclick="presenter.dialog(${json(TWO).replace(/"/g, '&quot;')}).then((answer) => answers.push(answer))">Pay</button>${KIT}`,
          ),
        },
        async (opened) => {
          const session = await opened.context().newCDPSession(opened)
          await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
          await opened.evaluate(`${WATCH}; 0`)
          await tapMadeAt(session, { x: 187, y: 333 }, Date.now())
          await until(opened, 'window.firstFrame')
          const frame = await opened.evaluate<number>('firstFrame')
          const confirm = await middleOf(opened, `${BUTTON} >> nth=1`)
          await tapMadeAt(session, confirm, frame + 200)
          await settled(opened)
          expect(await answers(opened)).toEqual([])
          await takesTaps(opened)
          await tapMadeAt(session, confirm, Date.now())
          await opened.locator(DIALOG).waitFor({ state: 'detached' })
          expect(await answers(opened)).toEqual([true])
        },
      ))

    it('the second tap of a double tap on the dialog before it does not close it', () =>
      onPage(options, async (opened) => {
        const session = await opened.context().newCDPSession(opened)
        await opened.evaluate(
          `window.kit = UpsdkKit.createUpsdk({ locale: 'en' }); kit.notify('94'); kit.notify('96'); 0`,
        )
        await takesTaps(opened)
        const button = await middleOf(opened, BUTTON)
        const second = opened.locator(DIALOG).getByText('Turn on face')
        await opened.evaluate(`${WATCH}; 0`)
        await clickMadeAt(session, button, Date.now())
        await until(opened, 'window.firstFrame')
        const frame = await opened.evaluate<number>('firstFrame')
        await clickMadeAt(session, await middleOf(opened, BUTTON), frame + 200)
        await settled(opened)
        expect(await second.count()).toBe(1)
        await clickAt(opened, BUTTON)
        expect(await count(opened)).toBe(0)
        await opened.evaluate('kit.destroy()')
      }))

    it('a tap made before it was shown, but delivered late, does not close it', () =>
      withDialog(options, async (opened, session, firstFrame) => {
        await takesTaps(opened)
        await clickMadeAt(session, await middleOf(opened, `${BUTTON} >> nth=1`), firstFrame + 300)
        expect(await answers(opened)).toEqual([])
        await clickMadeAt(session, await middleOf(opened, `${BUTTON} >> nth=1`), Date.now())
        expect(await answers(opened)).toEqual([true])
      }))

    it('a tap made early on a page that is busy until late does not close it', () =>
      withDialog(options, async (opened, session, firstFrame) => {
        const button = await middleOf(opened, `${BUTTON} >> nth=0`)
        await opened.evaluate(
          `setTimeout(() => { const end = performance.now() + 700; while (performance.now() < end); }); 0`,
        )
        await clickMadeAt(session, button, firstFrame + 200)
        await settled(opened)
        expect(await answers(opened)).toEqual([])
      }))

    it('a key closes it at once', () =>
      onPage(options, async (opened) => {
        await dialog(opened, TWO)
        await opened.keyboard.press('Tab')
        await opened.keyboard.press('Enter')
        expect(await answers(opened)).toEqual([false])
      }))

    it('a click without a pointer, as of a switch or a screen reader, closes it at once', () =>
      onPage(options, async (opened) => {
        const seen = await opened.evaluate(`(async () => {
        const answer = presenter.dialog(${json(TWO)})
        document.querySelector(${json(DIALOG)}).shadowRoot.querySelectorAll('button')[1].click()
        return [await answer, document.querySelectorAll(${json(DIALOG)}).length]
      })()`)
        expect(seen).toEqual([true, 0])
      }))

    it('a page that produces no frames still gets working buttons', () =>
      onPage(
        { ...options, before: `${options.before || ''}; requestAnimationFrame = () => 0`, ownTime: true },
        async (opened) => {
          await dialog(opened, TWO)
          await opened.clock.runFor(3000)
          await clickAt(opened, `${BUTTON} >> nth=1`)
          expect(await answers(opened)).toEqual([true])
        },
      ))
  },
)

const FOCUS_TRAP = ['tabbable/dist/index.umd.min.js', 'focus-trap/dist/focus-trap.umd.min.js']
  .map((file) => `<script>${readFileSync(`node_modules/${file}`, 'utf8')}</script>`)
  .join('')
const MODAL = '<div id="modal" role="dialog"><p>Pay?</p><input><button>Pay</button></div>'

/** Guards that pages put around events outside their own area. */
const GUARDS = {
  'focus-trap 7, with its defaults, active on the page’s modal': `window.trap = focusTrap.createFocusTrap('#modal'); trap.activate()`,
  'a guard of clicks': `document.addEventListener('click', (event) => event.stopPropagation(), true)`,
  'a guard that takes all of it': `for (const name of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'focusin'])
      document.addEventListener(name, (event) => { event.preventDefault(); event.stopImmediatePropagation() }, true)`,
  'a guard of the focus': `const input = document.querySelector('input')
    for (const name of ['focus', 'focusin'])
      document.addEventListener(name, ({ target }) => modal.contains(target) || input.focus(), true)`,
}

const GUARDED = oneOfEach(
  'guards of pages',
  Object.entries(GUARDS).flatMap(([guard, script]) =>
    BROWSERS.map((browser) => ({ ...browser, guard, script })),
  ),
  ({ guard }) => guard,
)

describeInBrowser.each(GUARDED)(
  'the buttons of a dialog work if the browser has $has, and the page has $guard:',
  ({ options, script }) => {
    const html = page(`${MODAL}${script.includes('focusTrap') ? FOCUS_TRAP : ''}${KIT}`)
    const open = async (opened: Page) => {
      await opened.evaluate(`${script}; 0`)
      await dialog(opened, TWO)
    }

    it('by the pointer', () =>
      onPage({ ...options, html, ownTime: true }, async (opened) => {
        for (const nth of [0, 1]) {
          await (nth ? dialog(opened, TWO) : open(opened))
          await clickAt(opened, `${BUTTON} >> nth=${nth}`)
          expect(await answers(opened)).toEqual([false, true].slice(0, nth + 1))
        }
      }))

    it('by keys, and the focus stays inside', () =>
      onPage({ ...options, html }, async (opened) => {
        await open(opened)
        const way = [await focused(opened)]
        for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab']) {
          await opened.keyboard.press(key)
          way.push(await focused(opened))
        }
        expect(way).toEqual(['dialog', '取消', '去开通', '取消', '去开通'])
        await opened.keyboard.press('Enter')
        expect(await answers(opened)).toEqual([true])
        await dialog(opened, TWO)
        await opened.keyboard.press('Escape')
        expect(await answers(opened)).toEqual([true, false])
        // The page's own modal has not changed.
        expect(await opened.evaluate('!window.trap || trap.active')).toBe(true)
      }))
  },
)

describeInBrowser.each(BROWSERS)('the buttons of a dialog work if the browser has $has,', ({ options }) => {
  it('unless an earlier listener on the window stops their clicks, and then Escape still closes it', () =>
    onPage(options, async (opened) => {
      await opened.evaluate(`addEventListener('click', (event) => event.stopImmediatePropagation(), true); 0`)
      await dialog(opened, TWO)
      await clickAt(opened, `${BUTTON} >> nth=1`)
      expect(await answers(opened)).toEqual([])
      await opened.keyboard.press('Escape')
      expect(await answers(opened)).toEqual([false])
    }))

  it('and the page’s listeners get no event from inside, in whatever phase', () =>
    onPage(options, async (opened) => {
      await opened.evaluate(`window.heard = []
        for (const name of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress', 'focusin', 'focus'])
          for (const [target, capture] of [[document, true], [document, false], [window, false]])
            target.addEventListener(name, ({ type }) => heard.push(type), capture)`)
      await dialog(opened, TWO)
      for (const key of ['Tab', 'a']) await opened.keyboard.press(key)
      await clickAt(opened, `${DIALOG} [role] div >> text=${CHINESE}`)
      await clickAt(opened, `${BUTTON} >> nth=1`)
      expect(await answers(opened)).toEqual([true])
      expect(await opened.evaluate('heard')).toEqual([])
    }))
})

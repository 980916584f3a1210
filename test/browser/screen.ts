/** Reads what the kit shows on the screen. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { openPage, ownTimePages, type PageOptions, page } from './harness'
import { KIT } from './scripts'

export const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

export const TOAST = '[data-upsdk-kit="toast"]'
export const DIALOG = '[data-upsdk-kit="dialog"]'
export const BUTTON = `${DIALOG} button`

export const ENGLISH = 'Turn on face verification under your ID info in the UnionPay App.'
export const CHINESE = '尚未开通人像认证，请到云闪付“我的身份信息”开通'
export const ONE = { message: ENGLISH, confirm: 'OK', lang: 'en' }
export const TWO = { message: CHINESE, confirm: '去开通', cancel: '取消', lang: 'zh-Hans' }

/** Opens a page with the kit only, and closes it. */
export async function onPage<T>(options: PageOptions, run: (opened: Page) => Promise<T>): Promise<T> {
  // A fade is drawn sixty times a second, which is slow; `ui.test.ts` tests it.
  const opened = await openPage({ html: page(KIT), reducedMotion: 'reduce', ...options })
  try {
    await opened.evaluate('window.answers = []; window.presenter = UpsdkKit.domPresenter(); 0')
    return await run(opened)
  } finally {
    await opened.done()
  }
}

export const json = JSON.stringify

/** Shows a toast, and looks at the DOM in the same task. */
export const toast = (opened: Page, text: string, options: object = { lang: 'en', duration: 60_000 }) =>
  opened.evaluate(
    `presenter.toast(${json(text)}, ${json(options)}); (() => {
      const host = document.querySelector(${json(TOAST)})
      return (host.shadowRoot || host).textContent
    })()`,
  )

/** Opens a dialog; its answer is added to `answers`. */
export const dialog = (opened: Page, request: object = ONE) =>
  opened.evaluate(`presenter.dialog(${json(request)}).then((answer) => answers.push(answer)); 0`)

export const answers = (opened: Page) => opened.evaluate<unknown>('answers')
export const count = (opened: Page) => opened.locator('[data-upsdk-kit]').count()

/** The label of the dialog's button that has the focus, `dialog` for the dialog itself, or what else has it. */
export const focused = (opened: Page) =>
  opened.evaluate<string>(`(() => {
    const host = document.querySelector(${json(DIALOG)})
    const active = (host && host.shadowRoot && host.shadowRoot.activeElement) || document.activeElement
    return active.tagName === 'BUTTON' ? active.textContent : active.getAttribute('role') ? 'dialog' : active.tagName
  })()`)

/** Waits until an expression of the page is true. It requests no frames, which are slow without a GPU. */
export const until = (opened: Page, expression: string) =>
  opened.evaluate(`new Promise((resolve) => {
    const look = () => ${expression} ? resolve() : setTimeout(look, 20)
    look()
  })`)

/** Waits until the dialog takes a pointer: for a moment after its opening it takes none. */
export async function takesTaps(opened: Page): Promise<void> {
  if (ownTimePages.has(opened)) await opened.clock.runFor(500)
  await until(
    opened,
    `(() => {
      const host = document.querySelector(${json(DIALOG)})
      const button = host && (host.shadowRoot || host).querySelector('button')
      return !!button && getComputedStyle(button).pointerEvents === 'auto'
    })()`,
  )
}

/** Clicks the middle of an element; on a dialog's button, once the dialog takes taps. */
export async function clickAt(opened: Page, selector: string): Promise<void> {
  if (selector.startsWith(BUTTON)) await takesTaps(opened)
  const box = await opened.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} has no place on screen`)
  await opened.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** Waits until no element of the kit moves any more. */
export const still = (opened: Page) =>
  opened.evaluate(`(async () => {
    // An animation that is about to start has started two frames later.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    const moving = [...document.querySelectorAll('[data-upsdk-kit]')].flatMap(({ shadowRoot }) => shadowRoot.getAnimations())
    await Promise.all(moving.map(({ finished }) => finished.catch(() => {})))
  })()`)

/** Waits until the dialog lies over whatever the page has. */
export const onTop = (opened: Page) =>
  until(
    opened,
    `(document.elementFromPoint(innerWidth / 2, innerHeight / 2) || document.body).closest(${json(DIALOG)})`,
  )

/**
 * The violations that axe-core finds in the kit's elements, in place and, as it finds no background there, in
 * `body`.
 */
export async function axe(opened: Page, selector: string): Promise<unknown> {
  await still(opened)
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

export const CLEAN = { violations: [], unsure: [], contrast: true }

/** The size, colour and place of the texts. */
export const looks = (opened: Page) =>
  opened.evaluate(`[...document.querySelectorAll('[data-upsdk-kit]')].map(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('*')].map((element) => {
      const { fontSize, color, display, opacity, direction, letterSpacing } = getComputedStyle(element)
      const { x, y, width, height } = element.getBoundingClientRect()
      return { fontSize, color, display, opacity, direction, letterSpacing, x, y, width, height }
    }))`)

/** The size of the texts in px of the screen, not of the page. */
export const sizes = (opened: Page) =>
  opened.evaluate<number[]>(`[...document.querySelectorAll('[data-upsdk-kit]')].map(({ shadowRoot }) =>
    parseFloat(getComputedStyle(shadowRoot.querySelector('div > div')).fontSize) * screen.width / innerWidth)`)

/** An expression of the page: the texts that are cut off, beyond their element, beyond the screen's sides, or where nobody can scroll. */
export const CUT = `[...document.querySelectorAll('[data-upsdk-kit]')].flatMap(({ shadowRoot }) => {
    const layer = shadowRoot.firstElementChild
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT)
    // One range for all: the document updates every range at each change.
    const range = document.createRange()
    const found = []
    while (walker.nextNode()) {
      // The blank between a title and its text has no box.
      if (!walker.currentNode.data.trim()) continue
      range.selectNodeContents(walker.currentNode)
      const text = range.getBoundingClientRect()
      const own = walker.currentNode.parentElement.getBoundingClientRect()
      const bottom = getComputedStyle(layer).overflowY === 'auto' ? layer.scrollHeight : innerHeight
      const inside = text.left >= Math.max(0, own.left - 1) && text.right <= Math.min(innerWidth, own.right + 1)
      const reachable = text.top + layer.scrollTop >= 0 && text.bottom + layer.scrollTop <= bottom
      if (!inside || !reachable) found.push(walker.currentNode.data)
    }
    return found
  })`

export const cut = (opened: Page) => opened.evaluate(CUT)

/** An expression of the page: the lines of a text as they stand on the screen, whatever elements it is made of. */
export const LINES_OF = `((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const found = []
  let top = -Infinity
  while (walker.nextNode()) {
    const { data } = walker.currentNode
    for (let index = 0; index < data.length; index++) {
      range.setStart(walker.currentNode, index)
      range.setEnd(walker.currentNode, index + 1)
      const place = range.getBoundingClientRect()
      // A blank at the end of a line has no box.
      if (!place.width) continue
      if (place.top > top + place.height / 2) found.push('')
      found[found.length - 1] += data[index]
      top = place.top
    }
  }
  return found
})`

/** An expression of the page: the lines of all texts of the kit. */
export const LINES = `[...document.querySelectorAll('[data-upsdk-kit]')].flatMap(({ shadowRoot }) =>
  [...shadowRoot.querySelectorAll('*')]
    .filter((element) => [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE))
    .flatMap(${LINES_OF}))`

export const lines = (opened: Page) => opened.evaluate<string[]>(LINES)

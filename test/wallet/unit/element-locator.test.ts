/** A recorded element is found as a person would find it: by its text, else by its place. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElement, isInsideTool, locatorOf } from '../../../wallet/page/elementLocator'
import type { ElementLocator } from '../../../wallet/shared/actions'
import { placeOnScreen, show } from '../../support/onScreen'
import { putBack } from '../../support/putBack'

beforeEach(placeOnScreen)
afterEach(putBack)

/** Adds an element with a shadow root. */
function shadowIn(name?: string): ShadowRoot {
  const host = document.createElement('div')
  if (name) host.setAttribute('data-upsdk-kit', name)
  return document.body.appendChild(host).attachShadow({ mode: 'open' })
}

const role = (kind: 'button' | 'link', name: string, nth?: number): ElementLocator => ({
  by: 'role',
  role: kind,
  name,
  ...(nth !== undefined && { nth }),
})
const css = (selector: string): ElementLocator => ({ by: 'css', selector })
const text = (name: string): ElementLocator => ({ by: 'text', name })
const placeholder = (name: string, nth?: number): ElementLocator => ({
  by: 'placeholder',
  name,
  ...(nth !== undefined && { nth }),
})
const long = (length: number) => 'a'.repeat(length)

const ROWS: readonly [string, ElementLocator][] = [
  ['<button x> Pay\n <b>now</b> </button>', role('button', 'Pay now')],
  ['<button x aria-label="Buy">Pay</button>', role('button', 'Buy')],
  ['<div x role="button">Pay</div>', role('button', 'Pay')],
  ['<input x type="submit" value="Pay">', role('button', 'Pay')],
  ['<input x type="button" value="Pay">', role('button', 'Pay')],
  ['<input x type="reset" value="Undo">', role('button', 'Undo')],
  ['<a x href="/a">More</a>', role('link', 'More')],
  ['<span x role="link">More</span>', role('link', 'More')],
  [`<button x>${long(40)}</button>`, role('button', long(40))],
  [`<button x>${long(41)}</button>`, css('body > button:nth-child(1)')],
  ['<button x><img></button>', css('body > button:nth-child(1)')],
  ['<button>Pay</button><button x>Pay</button>', role('button', 'Pay', 1)],
  ['<button x>Pay</button><input type="submit" value="Pay">', role('button', 'Pay', 0)],
  ['<button hidden>Pay</button><button x>Pay</button>', role('button', 'Pay')],
  ['<button style="visibility: hidden">Pay</button><button x>Pay</button>', role('button', 'Pay')],
  ['<p data-upsdk-kit="log"><button>Pay</button></p><button x>Pay</button>', role('button', 'Pay')],
  ['<button>Pay all</button><a href="/a">Pay</a><button x>Pay</button>', role('button', 'Pay')],
  ['<input x placeholder="Name" value="Li">', placeholder('Name')],
  ['<input placeholder="Name"><input placeholder="A"><input x placeholder="Name">', placeholder('Name', 1)],
  ['<input hidden placeholder="Name"><textarea x placeholder="Name"></textarea>', placeholder('Name')],
  ['<p x>Paid</p>', text('Paid')],
  ['<p x aria-label="Paid"></p>', text('Paid')],
  ['<p hidden>Paid</p><p x>Paid</p>', text('Paid')],
  ['<div><p x>Paid</p></div>', text('Paid')],
  ['<a x>More</a>', text('More')],
  ['<p>Paid</p><p x>Paid</p>', css('body > p:nth-child(2)')],
  ['<p x>Paid<br></p>', css('body > p:nth-child(1)')],
  [`<p x>${long(41)}</p>`, css('body > p:nth-child(1)')],
  ['<p x></p>', css('body > p:nth-child(1)')],
  ['<input x value="Li">', css('body > input:nth-child(1)')],
  ['<textarea x>Li</textarea>', css('body > textarea:nth-child(1)')],
  [
    '<select><option>A</option><option x>B</option></select>',
    css('body > select:nth-child(1) > option:nth-child(2)'),
  ],
  ['<p>a</p><ul><li></li><li x></li></ul>', css('body > ul:nth-child(2) > li:nth-child(2)')],
  ['<ul id="list"><li></li><li x></li></ul>', css('#list > li:nth-child(2)')],
  ['<main id="app"><input id="name_of-user" x></main>', css('#name_of-user')],
  ['<input id="step2" x>', css('#step2')],
]

describe('the locator of', () => {
  it.each(ROWS)('%s names it as a person would, and finds it again', (html, locator) => {
    const element = show(html)
    expect(locatorOf(element)).toEqual(locator)
    expect(findElement(locator)).toBe(element)
  })

  it.each(['a12', 'a1b2', '1a', '-a', 'a b', 'a.b', 'r:1:', '云'])(
    'an element with the id %s, which may be another at each load, is its place',
    (id) => {
      expect(locatorOf(show(`<input x id="${id}">`))).toEqual(css('body > input:nth-child(1)'))
    },
  )

  it('the page’s body is its name', () => {
    expect(locatorOf(document.body)).toEqual(css('body'))
    expect(findElement(css('body'))).toBe(document.body)
  })

  it('the document below a short page is its own name', () => {
    expect(locatorOf(document.documentElement)).toEqual(css('html'))
    expect(findElement(css('html'))).toBe(document.documentElement)
  })

  it('an element of a shadow root has its place there, which no element of the document has', () => {
    const [first, second] = [show('<input x>', shadowIn()), show('<p><input x></p>', shadowIn())]
    expect(locatorOf(first)).toEqual(css(':host > input:nth-child(1)'))
    expect(locatorOf(second)).toEqual(css(':host > p:nth-child(1) > input:nth-child(1)'))
  })

  it.each(['<button x>Pay</button>', '<p x>Paid</p>', '<input x placeholder="Name">', '<i id="a" x></i>'])(
    '%s in a shadow root counts those in it alone, and finds it',
    (html) => {
      const root = shadowIn()
      const element = show(html, root)
      const locator = locatorOf(element)
      expect(locator).not.toHaveProperty('nth')
      expect(findElement(locator)).toBe(element)
    },
  )
})

describe('an element is', () => {
  it('found in the document first, then in shadow roots, however deep', () => {
    const outer = shadowIn()
    outer.innerHTML = '<div></div>'
    const inner = (outer.firstElementChild as Element).attachShadow({ mode: 'open' })
    const deep = show('<button x>Pay</button>', inner)
    expect(findElement(role('button', 'Pay'))).toBe(deep)
    const near = document.body.appendChild(document.createElement('button'))
    near.textContent = 'Pay'
    expect(findElement(role('button', 'Pay'))).toBe(near)
  })

  it('not found in the wallet’s own elements, and found in those of the kit', () => {
    const own = show('<button x>Pay</button>', shadowIn('sheet'))
    expect(findElement(role('button', 'Pay'))).toBe(undefined)
    expect(isInsideTool(own)).toBe(false)
    const ofKit = show('<button x>Pay</button>', shadowIn('toast'))
    expect(findElement(role('button', 'Pay'))).toBe(ofKit)
  })

  it.each([
    ['<div data-upsdk-kit="log"><p x></p></div>', true],
    ['<div x data-upsdk-kit="log"></div>', true],
    ['<div data-upsdk-kit="wallet-toast"><p x></p></div>', false],
    ['<p x></p>', false],
  ])('inside this tool or not, such as in %s', (html, expected) => {
    expect(isInsideTool(show(html))).toBe(expected)
  })

  it.each<[string, ElementLocator]>([
    ['<button x>Pay</button>', role('link', 'Pay')],
    ['<a x href="/">Pay</a>', role('button', 'Pay')],
    ['<button x>Pay all</button>', role('button', 'Pay')],
    ['<button x>Pay</button>', role('button', 'Pay', 1)],
    ['<button hidden x>Pay</button>', role('button', 'Pay')],
    ['<input x placeholder="Name of">', placeholder('Name')],
    ['<input x aria-label="Name">', placeholder('Name')],
    ['<p x>Paid <b>12</b></p>', text('Paid 12')],
    ['<p x>Paid</p>', css('#paid')],
  ])('not %s if it is not what was recorded', (html, locator) => {
    show(html)
    expect(findElement(locator)).toBe(undefined)
  })

  it('found though it is hidden, if such a one is meant', () => {
    const button = show('<button>Pay</button><button hidden x>Pay</button>')
    expect(findElement(role('button', 'Pay'), (one) => one.hasAttribute('hidden'))).toBe(button)
    expect(findElement(role('button', 'Pay', 1), () => true)).toBe(button)
    expect(findElement(role('button', 'Pay'), () => false)).toBe(undefined)
  })
})

/** The page records what a person did on it, for a replay, and nothing that a script did. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ActionFollower, followActions } from '../../../wallet/page/watch/actions'
import { placeOnScreen, show } from '../../support/onScreen'
import { followAdditions, putBack } from '../../support/putBack'

let actions: ActionFollower

beforeEach(() => {
  vi.useFakeTimers()
  followAdditions(window)
  placeOnScreen()
  actions = followActions()
})
afterEach(putBack)

/** Dispatches an event, as a person causes it or as a script does. */
function send(target: EventTarget, type: string, isTrusted = true, members: object = {}): void {
  const event = new Event(type, { bubbles: true, composed: true })
  const all: Record<string, unknown> = { isTrusted, timeStamp: performance.now(), ...members }
  for (const name of Object.keys(all)) Object.defineProperty(event, name, { value: all[name] })
  target.dispatchEvent(event)
}
const click = (target: EventTarget, isTrusted = true) => send(target, 'click', isTrusted)
const done = () => actions.list.map(({ at, ...action }) => action)

const PAY = { kind: 'click', locator: { by: 'role', role: 'button', name: 'Pay' } }
const css = (selector: string) => ({ by: 'css', selector })

describe('a tap is recorded', () => {
  it.each([
    ['<button x>Pay</button>', PAY],
    ['<button><b x>Pay</b></button>', PAY],
    ['<p role="button"><b x>Pay</b></p>', PAY],
    ['<input x type="submit" value="Pay">', PAY],
    ['<label><button x>Pay</button></label>', PAY],
    [
      '<a href="/a"><b x>More</b></a>',
      { kind: 'click', locator: { by: 'role', role: 'link', name: 'More' } },
    ],
    [
      '<details><summary><b x>A</b></summary></details>',
      'body > details:nth-child(1) > summary:nth-child(1)',
    ],
    ['<label><b x>A</b></label>', 'body > label:nth-child(1)'],
    ['<p><b x>Paid</b></p>', { kind: 'click', locator: { by: 'text', name: 'Paid' } }],
    ['<div><i x></i></div>', 'body > div:nth-child(1) > i:nth-child(1)'],
    ['<div data-upsdk-kit="toast"><button x>Pay</button></div>', PAY],
  ])('in %s as what a person meant', (html, expected) => {
    click(show(html))
    expect(done()).toEqual([
      typeof expected === 'string' ? { kind: 'click', locator: css(expected) } : expected,
    ])
  })

  it.each([
    '<input x>',
    '<textarea x></textarea>',
    '<input x type="checkbox">',
    '<select><option x>A</option></select>',
    '<label><b x>Name</b><input></label>',
    '<label for="name" x>Name</label><input id="name">',
    '<div data-upsdk-kit="log"><button x>Pay</button></div>',
    '<div data-upsdk-kit="dialog"><p x>Please check</p></div>',
  ])(
    'not in %s: a field’s change counts, this tool is not the page, and a dialog has no other buttons',
    (html) => {
      click(show(html))
      expect(done()).toEqual([])
    },
  )

  it('on a button of the kit’s dialog as what leaves it', () => {
    click(show('<div data-upsdk-kit="dialog"><button x>Pay</button></div>'))
    expect(done()).toEqual([{ ...PAY, kind: 'leave' }])
  })

  it('with its time, before the page can stop it', () => {
    const button = show('<button x>Pay</button>')
    const stop = (event: Event) => event.stopImmediatePropagation()
    document.addEventListener('click', stop, true)
    vi.advanceTimersByTime(50)
    const at = performance.now()
    click(button)
    document.removeEventListener('click', stop, true)
    expect(actions.list).toEqual([{ at, ...PAY }])
  })

  it('in a shadow root of the page, and not in one of this tool', () => {
    for (const name of ['', 'sheet']) {
      const host = show(`<div x data-upsdk-kit="${name}"></div>`)
      const root = host.attachShadow({ mode: 'open' })
      root.innerHTML = '<button>Pay</button>'
      // The window sees the host alone.
      send(root.firstElementChild as Element, 'click', true, { target: host })
    }
    expect(done()).toEqual([PAY])
  })

  it('only if it is at an element, and a person’s', () => {
    const button = show('<button x>Pay</button>')
    click(window)
    click(document)
    click(button, false)
    send(button, 'click', true, { target: window })
    expect(done()).toEqual([])
  })
})

describe('a click that a library makes of a touch is recorded', () => {
  let button: Element
  beforeEach(() => {
    button = show('<button>Other</button><button x><b>Pay</b></button>')
  })
  const inside = () => button.firstElementChild as Element

  it('within 700 ms', () => {
    vi.advanceTimersByTime(5000)
    send(button, 'touchend')
    vi.advanceTimersByTime(699)
    click(button, false)
    expect(done()).toEqual([PAY])
    send(button, 'touchend')
    vi.advanceTimersByTime(700)
    click(button, false)
    expect(done()).toEqual([PAY])
  })

  it('once, and at the element of the touch or around it', () => {
    send(inside(), 'touchend')
    click(button, false)
    click(button, false)
    expect(done()).toEqual([PAY])
  })

  it.each<[string, () => EventTarget, boolean, () => Element]>([
    ['at another element', inside, true, () => document.querySelector('button') as Element],
    ['inside the element of the touch', () => button, true, inside],
    ['after a touch of a script', () => button, false, () => button],
    ['after a touch at no element', () => window, true, () => button],
  ])('not %s', (_, touched, isTrusted, clicked) => {
    send(touched(), 'touchend', isTrusted)
    click(clicked(), false)
    expect(done()).toEqual([])
  })

  it('though the page stops the touch', () => {
    const stop = (event: Event) => event.stopPropagation()
    document.addEventListener('touchend', stop, true)
    send(button, 'touchend')
    document.removeEventListener('touchend', stop, true)
    click(button, false)
    expect(done()).toEqual([PAY])
  })

  it('not again after a person’s own click', () => {
    send(button, 'touchend')
    click(button)
    click(button, false)
    expect(done()).toEqual([PAY])
  })

  it('though the field beside it changes in between, whose change by a script is not', () => {
    const field = document.body.appendChild(document.createElement('input'))
    send(field, 'touchend')
    send(field, 'change', false)
    expect(done()).toEqual([])
    send(button, 'touchend')
    send(field, 'change')
    click(button, false)
    expect(done()).toEqual([{ kind: 'fill', locator: css('body > input:nth-child(3)'), value: '' }, PAY])
  })
})

describe('a change is recorded', () => {
  const field = { locator: css('#a') }

  it.each([
    ['<input x id="a" value="Li">', { kind: 'fill', ...field, value: 'Li' }],
    ['<textarea x id="a">Li</textarea>', { kind: 'fill', ...field, value: 'Li' }],
    [
      '<select x id="a"><option>1</option><option selected>2</option></select>',
      { kind: 'select', ...field, value: '2' },
    ],
    ['<input x id="a" type="checkbox" checked>', { kind: 'check', ...field, value: true }],
    ['<input x id="a" type="checkbox">', { kind: 'check', ...field, value: false }],
    ['<input x id="a" type="radio" value="1" checked>', { kind: 'check', ...field, value: true }],
    ['<input x id="a" type="file">', { kind: 'file', ...field }],
  ])('of %s with what the person chose', (html, expected) => {
    send(show(html), 'change')
    expect(done()).toEqual([expected])
  })

  it('with the time of its first letter, which the page may have answered already', () => {
    const input = show('<input x id="a" value="Li">')
    for (let letters = 0; letters < 2; letters++) {
      vi.advanceTimersByTime(20)
      send(input, 'input')
    }
    const at = performance.now() - 20
    vi.advanceTimersByTime(500)
    send(input, 'change')
    expect(actions.list).toMatchObject([{ kind: 'fill', at }])
    vi.advanceTimersByTime(500)
    send(input, 'change')
    expect(actions.list[1]?.at).toBe(performance.now())
  })

  it.each(['<div x></div>', '<button x>Pay</button>', '<input x type="button" value="Pay">'])(
    'not of %s, which is no field',
    (html) => {
      send(show(html), 'change')
      expect(done()).toEqual([])
    },
  )
})

describe('a listener', () => {
  it('hears of each action from now on, and of those that the phone adds', () => {
    const button = show('<button x>Pay</button>')
    click(button)
    const heard = vi.fn()
    expect(actions.subscribe(heard)).toBe(undefined)
    actions.subscribe(heard)
    vi.advanceTimersByTime(20)
    actions.add({ kind: 'fire', value: 'rightbtnclick' })
    const added = { kind: 'fire', value: 'rightbtnclick', at: performance.now() }
    expect(heard.mock.calls).toEqual([[added], [added]])
    expect(actions.list).toMatchObject([PAY, added])
  })
})

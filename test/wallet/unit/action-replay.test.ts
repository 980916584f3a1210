/** A page in the phone plays a person's actions again, and says why it cannot go on. */
import { describe, expect, it, vi } from 'vitest'
import type { ElementLocator, RunAction } from '../../../wallet/shared/actions'
import { find, PAY, replay, useReplays } from '../../support/replayed'

useReplays()

const css = (selector: string): ElementLocator => ({ by: 'css', selector })
const click = (locator: ElementLocator): RunAction => ({ kind: 'click', locator })
const BUTTON = '<main><button>Pay</button></main>'
/** Keeps the events that reach the page's main element. */
function heard(...types: readonly string[]): Event[] {
  const events: Event[] = []
  for (const type of types) find('main').addEventListener(type, (event) => void events.push(event))
  return events
}
const MOUSE = ['mousedown', 'mouseup', 'click']
const FINGER = ['pointerdown', 'touchstart', 'pointerup', 'touchend']

describe('a replayed action', () => {
  it('is one of the wallet too', async () => {
    const { told, act } = replay(BUTTON)
    expect(await act({ kind: 'fire', value: 'backbutton' })).toBeUndefined()
    expect(await act({ kind: 'bridgeUp' })).toBeUndefined()
    expect(told).toEqual([{ type: 'fired', event: 'backbutton' }, { type: 'bridge is up' }])
  })

  it.each([
    ['missing', ''],
    ['hidden', '<button style="visibility: hidden">Pay</button>'],
    ['disabled', '<button disabled>Pay</button>'],
    ['disabled', '<div role="button" aria-disabled="true">Pay</div>'],
    ['disabled', '<fieldset disabled><button>Pay</button></fieldset>'],
  ] as const)('cannot be done while its element is %s: %s', async (why, html) => {
    const { told, act } = replay(html)
    expect(await act(PAY)).toBe(why)
    expect(told).toEqual([])
    document.body.innerHTML = BUTTON
    const events = heard('click')
    expect([await act(PAY), events.length]).toEqual([undefined, 1])
  })

  it('needs a hand where a file is to be chosen', async () => {
    const { act } = replay('<input type="file">')
    expect(await act({ kind: 'file', locator: css('input') })).toBe('hand')
  })

  it.each([
    ['_blank', 'hand'],
    ['other', 'hand'],
    ['', undefined],
    ['_self', undefined],
    ['_parent', undefined],
    ['_top', undefined],
  ])('needs a hand where a link opens a window, target %j: %s', async (target, why) => {
    const { act } = replay(`<main><a href="#" target="${target}">Pay</a></main>`)
    const events = heard('click')
    find('a').addEventListener('click', (event) => event.preventDefault())
    expect(await act(click({ by: 'role', role: 'link', name: 'Pay' }))).toBe(why)
    expect(events).toHaveLength(why ? 0 : 1)
  })
})

describe('a replayed tap', () => {
  it('is what a finger does in the middle of the element, in order, and moves the focus', async () => {
    const { act } = replay(BUTTON)
    const button = find('button')
    vi.spyOn(button, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 20, 100, 40))
    const focus = vi.spyOn(button, 'focus')
    const events = heard(...FINGER, ...MOUSE)
    await act(PAY)
    const common = { target: button, bubbles: true, cancelable: true, composed: true }
    const at = { clientX: 60, clientY: 40 }
    const mouse = { ...common, ...at, view: window, detail: 1 }
    const pointer = { ...mouse, pointerId: 1, pointerType: 'touch', isPrimary: true }
    const one = expect.objectContaining({ identifier: 1, target: button, ...at })
    const touch = { ...common, changedTouches: [one] }
    const expected: [string, object][] = [
      ['pointerdown', pointer],
      ['touchstart', { ...touch, touches: [one], targetTouches: [one] }],
      ['pointerup', pointer],
      ['touchend', { ...touch, touches: [], targetTouches: [] }],
      ...MOUSE.map((type): [string, object] => [type, mouse]),
    ]
    expect(events.map(({ type }) => type)).toEqual(expected.map(([type]) => type))
    expected.forEach(([, facts], index) => {
      for (const [name, value] of Object.entries(facts))
        expect(Reflect.get(events[index] || {}, name), `${events[index]?.type} ${name}`).toEqual(value)
    })
    expect(focus.mock.calls).toEqual([[{ preventScroll: true }]])
  })

  it.each(['touchstart', 'touchend'])('has no click if the page cancels its %s', async (type) => {
    const { act } = replay(BUTTON)
    const events = heard(...FINGER, ...MOUSE)
    find('button').addEventListener(type, (event) => event.preventDefault())
    await act(PAY)
    expect(events.map((event) => event.type)).toEqual(FINGER)
  })

  it.each(['TouchEvent', 'Touch'])('has no touches in a browser without %s', async (name) => {
    vi.stubGlobal(name, undefined)
    const { act } = replay(BUTTON)
    const events = heard(...FINGER, ...MOUSE)
    await act(PAY)
    expect(events.map(({ type }) => type)).toEqual(['pointerdown', 'pointerup', ...MOUSE])
  })

  it('reaches a drawing, which has no focus', async () => {
    const { act } = replay('<main><svg></svg></main>')
    Object.assign(find('svg'), { focus: undefined })
    const events = heard('click')
    await act(click(css('svg')))
    expect(events).toHaveLength(1)
  })

  it('counts as the user’s for 5 seconds', async () => {
    const { act } = replay(BUTTON)
    const now = () => ({ ...navigator.userActivation })
    await act({ kind: 'fire', value: 'x' }, 9000)
    expect(now()).toEqual({ hasBeenActive: false, isActive: false })
    await act(PAY, 4999)
    expect(now()).toEqual({ hasBeenActive: true, isActive: true })
    await vi.advanceTimersByTimeAsync(1)
    expect(now()).toEqual({ hasBeenActive: true, isActive: false })
  })
})

describe('a replayed entry', () => {
  it.each([
    ['fill', '<input value="a">', 'b'],
    ['fill', '<textarea>a</textarea>', 'b'],
    ['select', '<select><option>a</option><option>b</option></select>', 'b'],
  ] as const)('of kind %s sets the field as frameworks expect it: %s', async (kind, html, value) => {
    const { told, act } = replay(`<main>${html}</main><script type="text/plain">event.isTrusted</script>`)
    const field = find<HTMLInputElement>('main > *')
    const watched = vi.fn()
    Object.defineProperty(field, 'value', { configurable: true, set: watched })
    const events = heard('input', 'change')
    await act({ kind, locator: css('main > *'), value }, 700)
    Reflect.deleteProperty(field, 'value')
    expect([field.value, watched.mock.calls.length]).toEqual([value, 0])
    expect(events.map(({ type, target }) => [type, target === field])).toEqual([
      ['input', true],
      ['change', true],
    ])
    expect(told).toEqual([])
  })

  it('reaches an element of the page’s own, which has no value', async () => {
    const { act } = replay('<main><div>a</div></main>')
    const events = heard('input', 'change')
    await act({ kind: 'fill', locator: css('div'), value: 'b' })
    expect(events).toHaveLength(2)
  })

  it.each([
    ['<input type="checkbox">', true, 1],
    ['<input type="checkbox" checked>', true, 0],
    ['<input type="checkbox" checked>', false, 1],
    ['<div>no check box</div>', true, 0],
  ])('checks %s to be %s by as many clicks as it needs: %i', async (html, value, clicks) => {
    const { act } = replay(`<main>${html}</main>`)
    const events = heard('click')
    await act({ kind: 'check', locator: css('main > *'), value })
    expect(events).toHaveLength(clicks)
    expect(document.querySelector('input')?.checked ?? value).toBe(value)
  })
})

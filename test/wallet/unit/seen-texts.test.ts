/** The log says what the user saw: messages of the page and of the kit, and the browser’s dialogs. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import { followSeenTexts, isOnPage } from '../../../wallet/page/watch/seenTexts'
import { seenTexts } from '../../../wallet/shared/log'
import { elementIn, placeOnScreen } from '../../support/onScreen'
import { followAdditions, putBack } from '../../support/putBack'
import { ofKit, ofPage, ofWallet } from '../../support/seenTexts'

let log: Log
let frames: (() => void)[]
const dialogs = { alert: vi.fn(), confirm: vi.fn(), prompt: vi.fn() }

beforeEach(() => {
  vi.useFakeTimers()
  followAdditions(window, document)
  frames = []
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
  placeOnScreen()
  for (const name of ['alert', 'confirm', 'prompt'] as const) vi.stubGlobal(name, dialogs[name])
  log = createLog()
})
const { attachShadow } = Element.prototype
afterEach(() => {
  Element.prototype.attachShadow = attachShadow
  putBack()
})

/** Follows a page that has been loaded, and has drawn its content. */
function follow(): void {
  followSeenTexts(log)
  load()
  vi.advanceTimersByTime(150)
}
const load = () => window.dispatchEvent(new Event('load'))

/** The texts that the log has once the browser has drawn. */
async function seen(): Promise<string[]> {
  await Promise.resolve()
  for (const run of frames.splice(0)) run()
  return seenTexts(log.notes).map(({ message }) => message)
}

/** Adds an element to the page. */
function add(html: string, to: Node = document.body): Element {
  const box = document.createElement('div')
  box.innerHTML = html
  return to.appendChild(box.firstElementChild as Element)
}

/** Adds an element of the kit or the wallet, with its text in a shadow root. */
function addHost(name: string, shadow: string): Element {
  const host = document.createElement('div')
  host.setAttribute('data-upsdk-kit', name)
  host.attachShadow({ mode: 'open' }).innerHTML = shadow
  return document.body.appendChild(host)
}

describe('a text in an open shadow root of the page', () => {
  it('is noted, and not one of the kit’s own elements, which is read as its message', async () => {
    follow()
    const root = add('<pay-result></pay-result>').attachShadow({ mode: 'open' })
    root.innerHTML = '<p>Not paid</p>'
    expect(await seen()).toEqual(['Not paid'])
    elementIn(root, 'p').textContent = 'Paid'
    const host = addHost('toast', '<p id="upsdk-kit-text">Look</p>')
    expect(await seen()).toEqual(['Not paid', 'Paid', 'Look'])
    elementIn(host.shadowRoot as ShadowRoot, 'p').textContent = 'Away'
    expect(await seen()).toEqual(['Not paid', 'Paid', 'Look'])
  })
})

describe('a text of the page', () => {
  it.each([
    ['<p>Paid</p>', 'Paid'],
    ['<p>\n  Paid \n <b>12</b>\tyuan </p>', 'Paid 12 yuan'],
    ['<div><i>1</i> <i>2</i> <i>3</i><i>4</i></div>', '1234'],
    ['<div>1<i>2</i><i>3</i><i>4</i><button>5</button><b role="button">6</b></div>', '1234'],
    ['<div>1<a href="/orders">2</a></div>', '1'],
    ['<div>1<script type="a">2</script><style>3</style><b>4</b></div>', '14'],
    [`<p>${'a'.repeat(200)}</p>`, 'a'.repeat(200)],
    [`<p>${'a'.repeat(199)} \n </p>`, 'a'.repeat(199)],
  ])('%j is noted without its blanks and labels', async (html, text) => {
    follow()
    add(html)
    expect(await seen()).toEqual([text])
  })

  it.each([
    `<p>${'a'.repeat(201)}</p>`,
    '<div><i>1</i><i>2</i><i>3</i><i>4</i><i>5</i></div>',
    '<p> \n </p>',
    '<p hidden>Paid</p>',
    '<button>Pay</button>',
    '<span role="button">Pay</span>',
    '<a href="/orders">Orders</a>',
    '<style>a {}</style>',
    '<script type="text/plain">a</script>',
    '<div data-upsdk-kit="sheet">Pay?</div>',
    '<div data-upsdk-kit="log"><p>pay</p></div>',
  ])('%j is no message, and not noted', async (html) => {
    follow()
    add(html)
    expect(await seen()).toEqual([])
  })

  it('is none if it is a comment, as Vue leaves for what is not shown', async () => {
    const comment = document.createComment('v-if')
    document.body.append(comment)
    follow()
    document.body.append(document.createComment('v-if'))
    comment.data = 'changed'
    expect(await seen()).toEqual([])
  })

  it('is noted when it changes, or is added to an element', async () => {
    const line = add('<p>before</p>')
    follow()
    Object.assign(line.firstChild as Text, { data: 'changed' })
    expect(await seen()).toEqual(['changed'])
    line.append('added')
    expect(await seen()).toEqual(['changed', 'added'])
    line.remove()
    expect(await seen()).toHaveLength(2)
  })

  it('is not noted where it is the page’s title or a button’s label, unless that says how it ended', async () => {
    const button = add('<button><b>Pay</b></button>')
    const title = add('<title>Shop</title>', document.head)
    follow()
    button.firstElementChild?.append('!')
    title.append('!')
    expect(await seen()).toEqual([])
    button.firstElementChild?.append('支付失败')
    title.append('支付失败')
    expect(await seen()).toEqual(['支付失败'])
  })

  it('is not noted if it is gone, or hidden, before the browser draws', async () => {
    follow()
    const line = add('<p>Paid</p>')
    await Promise.resolve()
    line.setAttribute('hidden', '')
    expect(await seen()).toEqual([])
  })

  it('counts once if it appears again within 100 ms', async () => {
    follow()
    add('<p>Paid</p>')
    await seen()
    vi.advanceTimersByTime(99)
    add('<p>Paid</p>')
    expect(await seen()).toEqual(['Paid'])
    vi.advanceTimersByTime(1)
    add('<p>Paid</p>')
    expect(await seen()).toEqual(['Paid', 'Paid'])
    add('<p>Failed</p>')
    add('<p>Paid</p>')
    expect(await seen()).toEqual(['Paid', 'Paid', 'Failed'])
  })
})

describe('the content that a page starts with', () => {
  it('is not noted until 150 ms after it has loaded', async () => {
    followSeenTexts(log)
    vi.advanceTimersByTime(1000)
    add('<p>early</p>')
    await seen()
    load()
    vi.advanceTimersByTime(149)
    add('<p>drawn</p>')
    expect(await seen()).toEqual([])
    vi.advanceTimersByTime(1)
    add('<p>Paid</p>')
    expect(await seen()).toEqual(['Paid'])
  })

  it('has no labels of buttons and links, unless they say how something ended', () => {
    onTestFinished(() => void Reflect.deleteProperty(document.body, 'innerText'))
    document.body.innerHTML =
      '<p>Bill</p><button>Pay again</button><a href="/">Home</a><button>支付成功</button>'
    const value = 'Bill\nPay again Home\nHome\n支付成功'
    Object.defineProperty(document.body, 'innerText', { configurable: true, value })
    const onContent = vi.fn()
    followSeenTexts(log, { onContent })
    load()
    vi.advanceTimersByTime(150)
    expect(onContent.mock.calls).toEqual([[['Bill', '支付成功']]])
  })

  it('is noted where it says that a payment failed, as the page of a result does', async () => {
    const lines = ['订单 12', '支付失败', '支付失败怎么办', '支付成功', '如支付失败，款项将原路退回']
    onTestFinished(() => void Reflect.deleteProperty(document.body, 'innerText'))
    Object.defineProperty(document.body, 'innerText', { configurable: true, value: lines.join('\n') })
    followSeenTexts(log)
    load()
    const loadedAt = performance.now()
    vi.advanceTimersByTime(150)
    expect(await seen()).toEqual(['支付失败'])
    expect(log.notes[0]?.at).toBe(loadedAt)
  })

  const reach = (method: string) => log.addRaw({ id: 1, method, at: 1, type: 'reached', params: {} })

  it('has ended once the loaded page calls upsdk', async () => {
    followSeenTexts(log)
    reach('pay')
    add('<p>Paid</p>')
    expect(await seen()).toEqual(['Paid'])
  })

  it.each<[string, () => void]>([
    ['only opens upsdk', () => reach('pluginReady')],
    ['has a note', () => log.addNote('sdk', '')],
    ['has its log cleared', () => log.clear()],
  ])('has not ended where it %s', async (_, happen) => {
    followSeenTexts(log)
    happen()
    add('<p>content</p>')
    expect(await seen()).toEqual([])
  })

  it('has not ended at a call while the page still loads, and has at the next one', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    followSeenTexts(log)
    reach('pay')
    add('<p>content</p>')
    expect(await seen()).toEqual([])
    state.mockReturnValue('complete')
    reach('pay')
    add('<p>Paid</p>')
    expect(await seen()).toEqual(['Paid'])
  })
})

describe('a text of the kit or the wallet', () => {
  it.each([
    ['toast', '<style>a {}</style><p id="upsdk-kit-text">Paid</p>', ofKit('toast', 'Paid')],
    [
      'dialog',
      '<div id="upsdk-kit-text"><b id="upsdk-kit-title">Sent</b> <i id="upsdk-kit-message">Look</i></div>',
      ofKit('dialog', 'Look', 'Sent'),
    ],
    ['wallet-toast', '<p> Copied\n</p>', ofWallet('Copied')],
    ['guide', `<p id="upsdk-kit-text">${'a'.repeat(201)}</p>`, ofKit('text', 'a'.repeat(201))],
  ])('of %s is noted with its source, even before the page has loaded', async (name, shadow, expected) => {
    followSeenTexts(log)
    addHost(name, shadow)
    await seen()
    expect(log.notes).toEqual([
      { at: expect.any(Number), page: expect.any(String), kind: 'seen', ...expected },
    ])
  })

  it('is noted though its element has no size, and not if the element is gone', async () => {
    follow()
    const [shown, gone] = [addHost('toast', '<p>Paid</p>'), addHost('toast', '<p>gone</p>')]
    await Promise.resolve()
    shown.setAttribute('hidden', '')
    gone.remove()
    expect(await seen()).toEqual(['Paid'])
  })

  it('is none of a page’s own element that is named like a toast', async () => {
    follow()
    add('<div data-upsdk-kit="toast">toast: old</div>')
    await seen()
    expect(log.notes).toMatchObject([ofPage('toast: old')])
  })

  it('is not noted if it is empty, or for the developer', async () => {
    followSeenTexts(log)
    addHost('toast', '<p> </p>')
    addHost('sheet', '<p>Pay?</p>')
    expect(await seen()).toEqual([])
  })
})

describe('a dialog of the browser', () => {
  it.each(['alert', 'confirm', 'prompt'] as const)('%s opens as before, and is noted', (name) => {
    dialogs[name].mockReset().mockImplementation(function (this: unknown, ...given: unknown[]) {
      return [this === window, ...given]
    })
    followSeenTexts(log)
    const open: (...given: string[]) => unknown = window[name]
    expect(open('Pay \n now?', '1')).toEqual([true, 'Pay \n now?', '1'])
    expect(log.notes).toMatchObject([ofPage('Pay now?', name)])
    expect(log.notes.map((note) => 'answer' in note)).toEqual([name !== 'alert'])
  })

  it('is noted in full, each time that it opens, and not if it is empty', () => {
    followSeenTexts(log)
    window.alert('a'.repeat(201))
    window.alert('a'.repeat(201))
    window.alert(12)
    window.alert('')
    expect(seenTexts(log.notes).map(({ message }) => message.length)).toEqual([201, 201, 2])
  })
})

describe('a text that stands hidden in the page', () => {
  /** Follows a page with this content. @returns the element with the id `x` */
  function followPage(html: string): HTMLElement {
    document.body.innerHTML = html
    follow()
    return elementIn(document, '#x')
  }

  it.each([
    ['', '<div id="x" hidden><p>Not <b>paid</b></p><button>OK</button></div>', ['Not paid']],
    [
      'inside another element',
      '<main><div id="x" hidden><h3>Sorry</h3><p>Not paid</p></div></main><p>Shop</p>',
      ['Sorry', 'Not paid'],
    ],
  ])('is seen once it is shown %s', async (_, html, lines) => {
    const dialog = followPage(html)
    expect(await seen()).toEqual([])
    dialog.hidden = false
    expect(await seen()).toEqual(lines)
  })

  it('is not seen on a page that has closed itself', async () => {
    follow()
    const closed = addHost('wallet-page', '<p>The mini-program is closed</p>')
    closed.setAttribute('data-kind', 'home')
    add('<p>Step 2</p>')
    expect((await seen()).includes('Step 2')).toBe(false)
    closed.remove()
    add('<p>Step 3</p>')
    expect(await seen()).toContain('Step 3')
  })

  it('is seen once if it was set three times at once', async () => {
    const box = add('<p></p>')
    follow()
    await seen()
    for (let time = 0; time < 3; time++) box.textContent = 'Failed'
    expect(await seen()).toEqual(['Failed'])
  })

  it('is seen once if callbacks set it three times, one after the other, before it was on the screen', async () => {
    const box = add('<p></p>')
    follow()
    await seen()
    for (let time = 0; time < 3; time++) {
      box.textContent = 'Failed'
      // The observer runs between them, as between three answers of the wallet.
      await Promise.resolve()
    }
    expect(await seen()).toEqual(['Failed'])
  })

  it('is not seen again where it is replaced by the same', async () => {
    const out = followPage('<p id="x">Opening…</p>')
    out.textContent = 'Opening…'
    expect(await seen()).toEqual([])
    out.textContent = 'Paid'
    expect(await seen()).toEqual(['Paid'])
  })

  it('is seen again when it is shown again, and not for any other change', async () => {
    const dialog = followPage('<p>Shop</p><p id="x" hidden>Not paid</p>')
    for (const hidden of [false, true, false]) {
      dialog.hidden = hidden
      await seen()
      vi.advanceTimersByTime(200)
      dialog.className = 'moved'
      await seen()
    }
    expect(await seen()).toEqual(['Not paid', 'Not paid'])
  })

  it('is seen if the page added it hidden; its content that comes back is no text', async () => {
    const shop = followPage('<main><p id="x">Shop</p></main>')
    const dialog = add('<p hidden>Not paid</p>') as HTMLElement
    shop.hidden = true
    expect(await seen()).toEqual([])
    dialog.hidden = false
    shop.hidden = false
    expect(await seen()).toEqual(['Not paid'])
  })

  it('is not seen before the page’s content is there, or if it was removed', async () => {
    document.body.innerHTML = '<p id="x" hidden>Loading</p><p id="y" hidden>Gone</p>'
    followSeenTexts(log)
    elementIn(document, '#x').hidden = false
    expect(await seen()).toEqual([])
    load()
    vi.advanceTimersByTime(150)
    const gone = elementIn(document, '#y')
    gone.remove()
    gone.hidden = false
    expect(await seen()).toEqual([])
  })
})

describe('a text that the page hides and shows', () => {
  it.each([
    ['hidden', ''],
    ['style', 'visibility: hidden'],
  ])('is noted each time it is shown: %s', async (name, value) => {
    const line = add('<div><p>Not paid</p><p hidden>Paid</p></div>')
    line.setAttribute(name, value)
    follow()
    line.className = 'moved'
    expect(await seen()).toEqual([])
    for (const times of [1, 2]) {
      line.removeAttribute(name)
      expect(await seen()).toEqual(Array(times).fill('Not paid'))
      vi.advanceTimersByTime(1000)
      line.setAttribute(name, value)
      await seen()
    }
  })

  it('is the first line alone of a part of the content that begins with how something ended', async () => {
    follow()
    add('<div><h1>支付失败</h1><i>1</i><i>2</i><i>3</i><i>4</i></div>')
    add('<ul><li>Order</li><li>支付失败</li><li>1</li><li>2</li><li>3</li></ul>')
    expect(await seen()).toEqual(['支付失败'])
  })
})

describe('whether a text is on the page', () => {
  it.each([
    ['Paid 12', true],
    [' paid', false],
    ['Pa id1 2yuan', true],
    ['Pay', false],
    ['', true],
  ])('%j: %s', (text, expected) => {
    document.body.innerHTML = '<p>Paid  12\n yuan</p>'
    expect(isOnPage(text)).toBe(expected)
  })

  it('a hidden one is not', () => {
    document.body.innerHTML = '<p style="display: none">Paid</p><p>Shop</p>'
    expect([isOnPage('Paid'), isOnPage('Shop')]).toEqual([false, true])
  })
})

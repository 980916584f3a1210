/** While a page in the phone is replayed, nobody is at it: the replay answers for the user, and sees taps in vain. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ended, find, PAY, replay, useReplays } from '../../support/replayed'

useReplays()

let fetched = vi.fn()
beforeEach(() => {
  fetched = vi.fn(async () => ({ text: async () => 'if (!event.isTrusted) return' }))
  vi.stubGlobal('fetch', fetched)
})

describe('a tap without any effect', () => {
  const inline = (text: string) => `<script type="text/plain">${text}</script>`
  const READS = inline('if (!event.isTrusted) return')
  const page = '<button>Pay</button><p title="a">text</p><div data-upsdk-kit="toast"></div>'
  const nothing = () => undefined
  const both = () => void [find('div'), find('p')].map((one) => one.append('text'))
  const later = (ms: number) => () => void setTimeout(() => find('p').remove(), ms)

  it.each([
    ['ends the run', true, READS, nothing],
    ['ends the run although the tool draws', true, READS, () => find('div').append('text')],
    ['ends the run if its effect comes later than 600 ms', true, READS, later(601)],
    ['ends the run, whichever script reads it', true, inline('1') + READS, nothing],
    ['goes on if no script reads isTrusted', false, inline('isTrusted, event.isTrustedly'), nothing],
    ['goes on if it has changed an element', false, READS, () => find('p').remove()],
    ['goes on if it has changed an element, whatever the tool draws', false, READS, both],
    ['goes on if it has changed an attribute', false, READS, () => find('p').removeAttribute('title')],
    [
      'goes on if it has changed a text',
      false,
      READS,
      () => Object.assign(find('p').firstChild || {}, { data: 'b' }),
    ],
    ['goes on if its effect comes within 600 ms', false, READS, later(599)],
  ])('on a page that may refuse it, %s', async (_title, isEnd, scripts, effect) => {
    const disconnected = vi.spyOn(MutationObserver.prototype, 'disconnect')
    const { told, act } = replay(page + scripts)
    find('button').addEventListener('click', effect)
    await act(PAY, 599)
    expect(told).toEqual([])
    await vi.advanceTimersByTimeAsync(2)
    expect([told, disconnected.mock.calls.length]).toEqual([isEnd ? [ended('untrusted')] : [], 1])
  })

  it('does not count as such if the page has loaded something', async () => {
    const resources = vi.spyOn(performance, 'getEntriesByType').mockReturnValue([])
    const { told, act } = replay(page + READS)
    await act(PAY)
    const loaded = [{}] as PerformanceEntryList
    resources.mockImplementation((type) => (type === 'resource' ? loaded : []))
    await vi.advanceTimersByTimeAsync(600)
    expect(told).toEqual([])
  })

  it.each([
    ['/app.js', true],
    ['https://cdn.example/app.js', false],
    ['/@upsdk-kit/client.js', false],
  ])('reads scripts of the page’s own server: %s, %s', async (src, isRead) => {
    const { ends, act } = replay(page)
    const script = document.createElement('script')
    script.type = 'text/plain'
    script.src = src
    document.body.append(script)
    await act(PAY, 600)
    expect(fetched.mock.calls).toEqual(isRead ? [[script.src, { cache: 'force-cache' }]] : [])
    expect(ends()).toEqual(isRead ? [ended('untrusted')] : [])
  })

  it('goes on if a script cannot be read', async () => {
    fetched.mockRejectedValue(new TypeError('offline'))
    const { ends, act } = replay(`${page}<script type="text/plain" src="/app.js"></script>`)
    await act(PAY, 600)
    expect([fetched.mock.calls.length, ends()]).toEqual([1, []])
  })
})

describe('while a page is replayed', () => {
  it('its questions are answered as a user in a hurry would', () => {
    replay()
    const answers = [alert('?'), confirm('?'), prompt('?'), prompt('?', 'name')]
    expect(answers).toEqual([undefined, true, '', 'name'])
  })

  it('a question that the user has answered gets that answer, each time its own, then the last', async () => {
    const { act } = replay('<button>Pay</button>')
    const answered = [
      { message: 'Sure?', answer: false },
      { message: 'Sure?', answer: true },
      { message: 'Name?', answer: null },
      { message: 'City?', answer: 'Wuhan' },
    ]
    await act(PAY, 0, answered)
    expect([confirm('Sure?'), confirm(' Sure? '), confirm('Sure?'), confirm('Other?')]).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect([prompt('Name?', 'Ann'), prompt('City?'), prompt('Street?', 'East')]).toEqual([
      null,
      'Wuhan',
      'East',
    ])
  })

  it.each(['alert', 'confirm', 'prompt'] as const)('the twentieth %s ends the run, once', (kind) => {
    const { told } = replay()
    for (let count = 1; count < 20; count++) window[kind]('?')
    expect(told).toEqual([])
    const asksAgain = '[upsdk-kit] The page asks again and again; this run has ended.'
    expect(() => window[kind]('?')).toThrow(asksAgain)
    window[kind]('?')
    expect(told).toEqual([ended('dialogs', '20')])
  })

  it('a window that it opens ends the run, and does not open', () => {
    const { told } = replay()
    expect([window.open('/help'), window.open()]).toEqual([null, null])
    expect(told).toEqual([ended('hand', 'window.open /help'), ended('hand', 'window.open ')])
  })

  it('no tap goes through a dialog of the kit: it can be made once the dialog has gone', async () => {
    const { act } = replay('<button>Pay</button><div data-upsdk-kit="dialog"></div>')
    const tapped = vi.fn()
    find('button').addEventListener('click', tapped)
    expect([await act(PAY), tapped.mock.calls.length]).toEqual(['hidden', 0])
    find('div').remove()
    expect([await act(PAY), tapped.mock.calls.length]).toEqual([undefined, 1])
  })

  it('a dialog of the kit is left by Escape once it was seen for half a second', () => {
    const { step } = replay('<div data-upsdk-kit="toast"></div>')
    const keys: unknown[] = []
    const keep = ({ key, cancelable, target }: KeyboardEvent) => void keys.push([key, cancelable, target])
    window.addEventListener('keydown', keep)
    onTestFinished(() => window.removeEventListener('keydown', keep))
    step()
    vi.advanceTimersByTime(1000)
    find('div').setAttribute('data-upsdk-kit', 'dialog')
    step()
    step()
    vi.advanceTimersByTime(499)
    expect(keys).toEqual([])
    vi.advanceTimersByTime(1)
    // A modal dialog hears no other key.
    expect(keys).toEqual([['Escape', true, find('div')]])
  })

  it('a dialog of the kit is left by the button that the user tapped, where it has one', async () => {
    const { act, step, told } = replay('<button>Pay</button><button>Close</button>')
    const tapped = vi.fn()
    const show = (names: readonly string[]) => {
      const host = document.createElement('div')
      host.setAttribute('data-upsdk-kit', 'dialog')
      host.innerHTML = names.map((name) => `<button>${name}</button>`).join('')
      host.addEventListener('click', ({ target }) => {
        tapped((target as Element).textContent)
        host.remove()
      })
      host.addEventListener('keydown', () => {
        tapped('Escape')
        host.remove()
      })
      document.body.append(host)
      step()
      vi.advanceTimersByTime(500)
    }
    const named = (name: string) => ({ by: 'role', role: 'button', name }) as const
    await act(PAY, 0, [], [named('Orders'), named('Close')])
    show(['Close', 'Open'])
    show(['Close', 'Orders'])
    show(['Close', 'Orders'])
    expect(tapped.mock.calls).toEqual([['Close'], ['Orders'], ['Escape']])
    expect(told).toEqual([
      { type: 'left', locator: named('Close') },
      { type: 'left', locator: named('Orders') },
    ])
  })
})

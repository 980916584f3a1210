/** The control in the page: a badge marks the wallet as simulated, and opens the calls and the settings. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { showControl } from '../../../wallet/page/control'
import { createLog } from '../../../wallet/page/log'
import { INITIAL_STATE, type TitleBarState } from '../../../wallet/shared/pageState'
import type { DeskSettings } from '../../../wallet/shared/settings'
import { en } from '../../../wallet/view/texts/en'
import { all, find, hosts, tap, texts, timesOnTop, useLayers } from '../../support/layers'
import { placeOnScreen } from '../../support/onScreen'
import { attributesOf } from '../../support/outline'

const shown = { settings: {} as DeskSettings, titleBar: INITIAL_STATE.titleBar }

useLayers()
beforeEach(() => {
  Object.assign(shown, { settings: {}, titleBar: INITIAL_STATE.titleBar })
  placeOnScreen()
})
afterEach(() => localStorage.clear())

function control() {
  const options = { log: createLog(), onRightButton: vi.fn() }
  const made = showControl({
    ...options,
    words: en,
    read: () => shown.settings,
    change: vi.fn(),
    bridgeUp: vi.fn(),
    titleBar: () => shown.titleBar,
    asTest: () => 'the test',
  })
  return { ...options, ...made }
}

const isHidden = (...selectors: string[]) => selectors.map((selector) => find(selector).hidden)
const attributes = (selector: string) => attributesOf(find(selector))

const OPENER = 'button.opener'
const PANEL = 'section.panel'
const CLOSE = '[aria-label=Close]'
const CALLS = '[role=tab][data-tab=log]'
const SETTINGS = '[role=tab][data-tab=settings]'
const PANES = ['.pane:has([data-part=diagnosed-log])', '.pane:has(.settings)'] as const

const step = (through: 'placeholder' | 'method') => {
  const call = { id: 1, method: 'pay', at: 1, type: 'called', params: { tn: '1' } } as const
  return { ...call, through, state: 'open', callbacks: ['success'], asyncCallbacks: [] } as const
}

describe('the badge of the simulated wallet', () => {
  it('says what it is and what it opens, while the panel is closed', () => {
    control()
    expect(attributes(OPENER)).toEqual({
      type: 'button',
      'aria-expanded': 'false',
      'aria-label': 'Simulated wallet: calls and settings',
      title: 'Drag it, or move it with the arrow keys',
    })
    expect(hosts().map(({ dataset }) => dataset.upsdkKit)).toEqual(['wallet'])
    expect(texts(OPENER)).toEqual(['simulated'])
    expect(isHidden(OPENER, PANEL)).toEqual([false, true])
  })

  it('gives its place and the focus to the panel at a tap, and has both again once the panel is closed', () => {
    control()
    const now = () => [
      ...isHidden(OPENER, PANEL),
      find(OPENER).getAttribute('aria-expanded'),
      hosts()[0]?.shadowRoot?.activeElement,
    ]
    tap(OPENER)
    expect(now()).toEqual([true, false, 'true', find(CALLS)])
    tap(CLOSE)
    expect(now()).toEqual([false, true, 'false', find(OPENER)])
  })

  it('opens nothing at the end of a drag', () => {
    control()
    for (const [type, clientX] of [
      ['pointerdown', 0],
      ['pointermove', 40],
      ['pointerup', 40],
    ] as const)
      find(OPENER).dispatchEvent(new PointerEvent(type, { clientX, clientY: 0 }))
    tap(OPENER)
    expect(isHidden(PANEL)).toEqual([true])
  })

  it('is above all that is open, and again once the page has removed it', async () => {
    control()
    const frame = find('.control')
    expect(timesOnTop(frame)).toBe(1)
    hosts()[0]?.remove()
    await vi.advanceTimersByTimeAsync(0)
    expect(timesOnTop(frame)).toBe(2)
    expect(find('.control') === frame).toBe(true)
  })
})

describe('the panel of the simulated wallet', () => {
  it('has a name, a language, and two tabs, of which the calls are chosen first', () => {
    control()
    expect(attributes(PANEL)).toEqual({ 'aria-label': 'Simulated wallet', lang: 'en', hidden: '' })
    expect(texts('.tabs > [role=tab]')).toEqual(['Calls', 'Settings'])
    const row = { type: 'button', role: 'tab' }
    expect(attributes(CALLS)).toEqual({ ...row, 'data-tab': 'log', 'aria-selected': 'true' })
    expect(attributes(SETTINGS)).toEqual({ ...row, 'data-tab': 'settings', 'aria-selected': 'false' })
    expect(isHidden(...PANES)).toEqual([false, true])
    expect(texts('.head .badge')).toEqual(['simulated'])
  })

  it('has a button with a cross that screen readers call Close', () => {
    control()
    expect(attributes(CLOSE)).toEqual({ type: 'button', 'aria-label': 'Close' })
    expect(attributes(`${CLOSE} path`)).toEqual({ d: 'M6 6l12 12M18 6L6 18' })
  })

  it('shows the settings in place of the calls at a tap on their tab, and the calls again', () => {
    control()
    tap(SETTINGS)
    expect(isHidden(...PANES)).toEqual([true, false])
    expect(all('.tabs > [role=tab]').map((tab) => tab.getAttribute('aria-selected'))).toEqual([
      'false',
      'true',
    ])
    tap(CALLS)
    expect(isHidden(...PANES)).toEqual([false, true])
  })

  it.each([
    ['folded where the wallet asks, as usual', { ask: true }, false],
    ['open where it never asks', { ask: false }, true],
  ])('has the settings of answers %s', (_what, settings, isOpen) => {
    shown.settings = settings
    control()
    tap(SETTINGS)
    expect(find<HTMLDetailsElement>('[data-part=answer-settings]').open).toBe(isOpen)
  })

  it('has calls only while they are on the screen, so that a test of the page does not find them', () => {
    const { log } = control()
    log.addRaw(step('method'))
    const afterTap = (selector: string) => {
      tap(selector)
      vi.advanceTimersToNextFrame()
      return texts('[data-method] .name')
    }
    expect([OPENER, SETTINGS, CALLS, CLOSE].map(afterTap)).toEqual([['pay'], [], ['pay'], []])
  })

  it.each([
    [false, '1'],
    [true, '0'],
  ])('counts problems that the kit solves only without it: %s, %s', (inPlace, count) => {
    vi.spyOn(console, 'warn').mockReturnValue()
    const { log, refresh } = control()
    log.addRaw(step('placeholder'))
    tap(OPENER)
    vi.advanceTimersToNextFrame()
    shown.settings = { inPlace }
    refresh()
    vi.advanceTimersToNextFrame()
    expect(find('[data-part=diagnoses]').dataset.count).toBe(count)
  })

  it('has the settings as they are at each opening, and at each change', () => {
    const { refresh } = control()
    const chosen = () => all('.settings select').map((list) => (list as HTMLSelectElement).value)
    expect(chosen()).toContain('android')
    shown.settings = { platform: 'ios' }
    tap(OPENER)
    expect(chosen()).toContain('ios')
    shown.settings = { platform: 'harmony' }
    refresh()
    expect(chosen()).toContain('harmony')
  })
})

describe('the settings that are rarely changed', () => {
  const rare = () => find('[data-part=start-settings]') as HTMLDetailsElement

  it('are folded, and open where one of them is not as usual', () => {
    const { refresh } = control()
    expect(rare().open).toBe(false)
    for (const unusual of [{ bridge: 'jsbridge' }, { language: 'en_US' }, { readyAfter: 0 }] as const) {
      shown.settings = unusual
      refresh()
      expect(rare().open, JSON.stringify(unusual)).toBe(true)
    }
  })

  it('stay folded where a situation decides one of them, which is no choice then', () => {
    control()
    const fields = all('[data-part=start-settings] select').length
    shown.settings = { situation: 'bridge-late' }
    tap(OPENER)
    expect(rare().open).toBe(false)
    expect(all('[data-part=start-settings] select')).toHaveLength(fields - 1)
  })

  it('stay as they were left over a change', () => {
    const { refresh } = control()
    rare().open = true
    rare().dispatchEvent(new Event('toggle'))
    shown.settings = { platform: 'ios' }
    refresh()
    expect(rare().open).toBe(true)
  })

  it('hide no button: a bridge that would never be up is brought up outside of them', () => {
    shown.settings = { readyAfter: 'never' }
    control()
    expect(find('[data-part=bridge-up]').closest('details')).toBe(null)
  })
})

describe('the tools above the calls', () => {
  it('copy a report and a test of what happened, and say so', async () => {
    shown.settings = { platform: 'ios' }
    const { log } = control()
    log.addRaw(step('method'))
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    expect(texts('.tools > button')).toEqual(['Copy report', 'Copy as test', 'Clear'])
    tap('[data-part=copy-report]')
    tap('[data-part=copy-test]')
    await vi.advanceTimersByTimeAsync(0)
    const [report, test] = copied.mock.calls.map(([text]) => text)
    expect(report).toContain(`\ninside the wallet, ios, cordova, zh_CN\nuserAgent: ${navigator.userAgent}\n`)
    expect(report).toContain('\npay: ')
    expect(test).toBe('the test')
    expect(texts('.tools > button')).toEqual(['Copied', 'Copied', 'Clear'])
  })

  it('show the text beside the calls for copying by hand if the page may not copy', async () => {
    control()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
    tap('[data-part=copy-test]')
    await vi.advanceTimersByTimeAsync(0)
    const area = find(`${PANES[0]} textarea`) as HTMLTextAreaElement
    expect([area.value, area.getAttribute('aria-label')]).toEqual(['the test', 'Copy as test'])
  })

  it('clear the calls', () => {
    const { log } = control()
    log.addRaw(step('method'))
    tap('[data-part=clear]')
    expect(log.entries).toHaveLength(0)
  })
})

describe('what a phone would show around the page', () => {
  const set = (more: Partial<TitleBarState>) => {
    shown.titleBar = { ...INITIAL_STATE.titleBar, ...more }
  }

  it('is the title and the right button, each with its name, as the page has set them last', () => {
    const { refresh } = control()
    expect(find('.around').childNodes).toHaveLength(0)
    set({ title: 'Order', rightButton: { title: 'Share', image: '/share.png' } })
    refresh()
    expect(texts('.around > p > *')).toEqual(['Title', 'Right button', 'Share', 'Tap'])
    set({ title: 'Paid' })
    refresh()
    expect(texts('.around > p')).toEqual(['TitlePaid'])
    expect(texts('[data-part=title]')).toEqual(['TitlePaid'])
  })

  it('has the picture’s address for a right button without a text', () => {
    set({ rightButton: { title: '', image: '/share.png' } })
    control()
    expect(texts('.around > p > *')).toEqual(['Right button', '/share.png', 'Tap'])
  })

  it('hands a tap on the right button to the page', () => {
    set({ rightButton: { title: 'Share', image: '' } })
    const { onRightButton } = control()
    tap('[data-part=right-button]')
    expect(onRightButton).toHaveBeenCalledTimes(1)
  })
})

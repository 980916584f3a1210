/** The wallet's own pages cover the mini-program, and its toast stays as long as native's. */
import { describe, expect, it, vi } from 'vitest'
import { createWalletPages } from '../../../wallet/page/draw/walletPage'
import { showWalletToast } from '../../../wallet/page/draw/walletToast'
import { INITIAL_STATE, type PageState } from '../../../wallet/shared/pageState'
import { en } from '../../../wallet/view/texts/en'
import { find, hosts, tap, timesOnTop, useLayers } from '../../support/layers'
import { attributesOf } from '../../support/outline'

useLayers()

const dialog = () => find<HTMLDialogElement>('dialog')
/** Each element below one, with its attributes, and its text if it has no elements. */
const drawnIn = (element: Element) =>
  Array.from(element.querySelectorAll('*'), (one) => [
    one.tagName.toLowerCase(),
    attributesOf(one),
    one.children.length || one.textContent,
  ])

const away = (method: string, params: unknown): PageState => ({
  ...INITIAL_STATE,
  walletPage: { method, params },
})
const CLOSED: PageState = { ...INITIAL_STATE, isClosed: true }
const SHARE = away('openAddressBook', { title: 'Order', list: [1] })

function pages() {
  const on = { onBack: vi.fn(), onOpenAgain: vi.fn() }
  return { ...on, ...createWalletPages({ words: en, ...on }) }
}

describe('the page that the wallet would open', () => {
  it('is a dialog with a name and a language, above everything', () => {
    const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal')
    pages().show(SHARE)
    expect(hosts().map(({ dataset }) => ({ ...dataset }))).toEqual([
      { upsdkKit: 'wallet-page', kind: 'page' },
    ])
    expect(showModal.mock.contexts).toEqual([dialog()])
    expect(attributesOf(dialog())).toEqual({ lang: 'en', 'aria-label': 'Simulated wallet', open: '' })
  })

  it('says which call opens it and with what, and has a way back', () => {
    pages().show(SHARE)
    expect(drawnIn(dialog())).toEqual([
      ['div', {}, 4],
      ['span', {}, 'simulated'],
      ['div', {}, 2],
      ['strong', {}, 'The wallet would open another page'],
      ['span', {}, 'openAddressBook'],
      ['pre', {}, '{\n  "title": "Order",\n  "list": [\n    1\n  ]\n}'],
      ['button', { type: 'button', 'data-part': 'back' }, 'Back'],
    ])
  })

  it('has no text in place of parameters that a call lacks', () => {
    pages().show(away('openAddressBook', undefined))
    expect(find('pre').textContent).toBe('')
  })

  it('leads back by its button and by Escape, however often Escape is pressed', () => {
    const { show, onBack, onOpenAgain } = pages()
    show(SHARE)
    tap('[data-part=back]')
    expect(onBack).toHaveBeenCalledTimes(1)
    const cancel = new Event('cancel', { cancelable: true })
    dialog().dispatchEvent(cancel)
    expect([onBack.mock.calls.length, cancel.defaultPrevented]).toEqual([2, true])
    dialog().close()
    expect([onBack.mock.calls.length, onOpenAgain.mock.calls.length]).toEqual([3, 0])
  })

  it('is a dialog on top again once the page has removed it', async () => {
    pages().show(SHARE)
    const [host] = hosts()
    const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal')
    host?.remove()
    await vi.advanceTimersByTimeAsync(0)
    expect(hosts()).toEqual([host])
    expect(showModal.mock.contexts).toEqual([dialog()])
  })

  it('stays as it is while other things change, and gives its place to the next', () => {
    const { show } = pages()
    show(SHARE)
    const first = dialog()
    show({ ...SHARE, titleBar: { ...INITIAL_STATE.titleBar, title: 'Order' } })
    expect(dialog() === first).toBe(true)
    show(away('openRNPage', {}))
    expect(hosts()).toHaveLength(1)
    expect(find('.hero .mono').textContent).toBe('openRNPage')
  })

  it('goes for good when the wallet shows the mini-program again, and can come back', async () => {
    const { show } = pages()
    show(INITIAL_STATE)
    expect(hosts()).toHaveLength(0)
    show(SHARE)
    show(INITIAL_STATE)
    await vi.advanceTimersByTimeAsync(0)
    expect(hosts()).toHaveLength(0)
    show(SHARE)
    expect(hosts()).toHaveLength(1)
  })
})

describe('the wallet’s home', () => {
  it('takes the place of all once the page has closed itself, and has a way to open it again', () => {
    const { show } = pages()
    show(SHARE)
    show({ ...SHARE, isClosed: true })
    expect(hosts().map(({ dataset }) => dataset.kind)).toEqual(['home'])
    expect(drawnIn(dialog())).toEqual([
      ['div', {}, 3],
      ['span', {}, 'simulated'],
      ['div', {}, 2],
      ['svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, 1],
      ['path', { d: 'M4 11l8-7 8 7v9H4zM10 20v-5h4v5' }, ''],
      ['strong', {}, 'The mini-program is closed'],
      ['button', { type: 'button', 'data-part': 'open-again' }, 'Open again'],
    ])
  })

  it('is drawn once, however often the page closes itself', () => {
    const { show } = pages()
    show(CLOSED)
    const first = dialog()
    show({ ...CLOSED, walletPage: { method: 'openRNPage', params: {} } })
    expect(dialog() === first).toBe(true)
  })

  it('opens the page again by its button and by Escape', () => {
    const { show, onBack, onOpenAgain } = pages()
    show(CLOSED)
    tap('[data-part=open-again]')
    dialog().dispatchEvent(new Event('cancel', { cancelable: true }))
    expect([onOpenAgain.mock.calls.length, onBack.mock.calls.length]).toEqual([2, 0])
  })
})

describe('the wallet’s toast', () => {
  it('is read out, is above all that is open, and stays for 2 seconds', async () => {
    showWalletToast('Paid')
    expect(hosts().map(({ dataset }) => dataset.upsdkKit)).toEqual(['wallet-toast'])
    const toast = find('[role=status]')
    expect(toast.textContent).toBe('Paid')
    expect(timesOnTop(toast)).toBe(1)
    expect(toast.isConnected).toBe(true)
    await vi.advanceTimersByTimeAsync(1999)
    expect(hosts()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(hosts()).toHaveLength(0)
  })

  it('stays although the page removes it', async () => {
    showWalletToast('Paid')
    hosts()[0]?.remove()
    await vi.advanceTimersByTimeAsync(0)
    expect(find('[role=status]').textContent).toBe('Paid')
  })
})

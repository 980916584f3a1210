/** The phone of “Compare” draws what stood around the page: its bar, and the browser's own dialog over it. */
import { afterEach, expect, it, vi } from 'vitest'
import { createRunPhone } from '../../../wallet/phone/runPhone'
import { phoneTexts } from '../../../wallet/phone/texts'
import { INITIAL_STATE } from '../../../wallet/shared/pageState'
import { zh } from '../../../wallet/view/texts/zh'
import { ofPage } from '../../support/seenTexts'

afterEach(() => vi.unstubAllGlobals())

function draw({ isInside = true, form = 'alert' as 'alert' | 'confirm' | 'prompt' }) {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
    },
  )
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('about:blank')
  return createRunPhone({
    words: zh,
    texts: phoneTexts.zh,
    name: 'Shop',
    picture: { width: 375, height: 600, fragment: '', pieces: [] },
    title: { state: INITIAL_STATE, title: 'Shop', isInside },
    address: 'shop.example/pay',
    theme: 'light',
    dialog: ofPage('Pay?', form),
  })
}

it.each([
  ['alert', ['确定']],
  ['confirm', ['取消', '确定']],
  ['prompt', ['取消', '确定']],
] as const)('%s has the buttons %j', (form, buttons) => {
  const texts = [...draw({ form }).querySelectorAll('.run-dialog .link')].map((one) => one.textContent)
  expect(texts).toEqual(buttons)
})

it.each([
  [true, 1, undefined],
  [false, 0, 'shop.example/pay'],
])(
  'inside the wallet (%s) it has the wallet’s title bar, outside a browser’s address bar',
  (isInside, bars, address) => {
    const phone = draw({ isInside })
    expect(phone.querySelectorAll('[data-upsdk-kit=title-bar]')).toHaveLength(bars)
    expect(phone.querySelector('.address-bar')?.textContent).toBe(address)
  },
)

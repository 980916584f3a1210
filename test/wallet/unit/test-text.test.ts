/** “Copy as test” writes a test of what was seen and done. */
import { describe, expect, it } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import type { SeenText } from '../../../wallet/shared/log'
import { type TestSource, testText } from '../../../wallet/view/test/testText'
import { ofKit, ofPage, ofWallet } from '../../support/seenTexts'

/** A log with calls that reached native and were answered, at these times. */
function logOf(
  calls: readonly (readonly [
    at: number,
    method: string,
    params: unknown,
    value: unknown,
    how?: 'success' | 'fail',
  ])[],
): Log {
  const log = createLog()
  calls.forEach(([at, method, params, value, how = 'success'], index) => {
    const id = index + 1
    log.addRaw({ id, method, at, type: 'reached', params })
    log.addRaw({ id, method, at: at + 1, type: 'answered', how, value })
  })
  return log
}

const tapAt = (at: number) => ({ at, kind: 'click', locator: { by: 'text', name: `tap ${at}` } }) as const

const textOf = (source: Partial<TestSource>): string =>
  testText({
    log: createLog(),
    actions: [],
    settings: {},
    address: 'http://localhost:5173/',
    title: 'Shop',
    exampleOf: () => undefined,
    isOnPage: () => true,
    ...source,
  })

describe('the test that is copied', () => {
  it('expects that the wallet gets nothing of a page that did nothing', () => {
    expect(textOf({})).toBe(`import { expect, test } from 'upsdk-kit/playwright'

test('Shop', async ({ page, wallet }) => {
  await page.goto('http://localhost:5173/')
  expect(wallet.calls()).toEqual([])
})
`)
  })

  it('does not say that the wallet got nothing of a page that calls the bridge itself', () => {
    const log = logOf([[20, 'pluginOfTheirs', {}, 'x']])
    const text = textOf({ log, actions: [tapAt(15)] })
    expect(text).not.toContain('toEqual([])')
    expect(text).toContain('expect.poll(() => wallet.calls().length).toBeGreaterThan(0)')
    expect(textOf({ actions: [tapAt(15)] })).toContain('expect(wallet.calls()).toEqual([])')
  })

  it('sets an answer before its action, and only if it differs from the last', () => {
    const log = logOf([
      [10, 'appletAuth', {}, undefined],
      [20, 'pay', { tn: '1' }, { code: '01', msg: '用户取消支付' }, 'fail'],
      [30, 'pay', { tn: '1' }, { code: '01', msg: '用户取消支付' }, 'fail'],
      [40, 'pay', { tn: '1' }, undefined],
    ])
    const actions = [15, 25, 35].map((at) => tapAt(at))
    expect(textOf({ log, actions })).toContain(`
  await page.goto('http://localhost:5173/')
  await expect(wallet).toHaveCalled('appletAuth')
  await wallet.answer('pay', 'cancelled')
  await page.getByText('tap 15', { exact: true }).click()
  await expect(wallet).toHaveCalled('pay', { tn: '1' })
  await page.getByText('tap 25', { exact: true }).click()
  await expect(wallet).toHaveCalled('pay', { tn: '1' })
  await wallet.answer('pay', 'success')
  await page.getByText('tap 35', { exact: true }).click()
  await expect(wallet).toHaveCalled('pay', { tn: '1' })
  await expect(wallet).toHavePaid(1)
`)
  })

  it('matches a value that differs in each run by its form', () => {
    const params = {
      tn: '201811290000001',
      token: 'abcdefghijklmnopqrstuvwxyz',
      at: 1700000000000,
      list: ['a', 2],
      'a-b': null,
    }
    expect(textOf({ log: logOf([[1, 'pay', params, undefined]]) })).toContain(
      "toHaveCalled('pay', { tn: /^\\d{15}$/, token: expect.any(String), at: expect.any(Number), list: ['a', 2], 'a-b': null })",
    )
  })

  it('has the settings that a page reads at its start, and those of the situation', () => {
    expect(textOf({ settings: { platform: 'ios', readyAfter: 300, latency: 300, ask: true } })).toContain(
      "test.use({ walletSettings: { platform: 'ios' } })",
    )
    expect(textOf({ settings: { situation: 'outside' } })).toContain('{ insideWallet: false }')
    expect(textOf({ settings: { situation: 'bridge-never' } })).toContain("{ readyAfter: 'never' }")
    expect(textOf({ settings: { inPlace: true } })).toContain('{ inPlace: true }')
  })

  it('has the browser’s language outside the wallet if the kit uses that', () => {
    expect(textOf({ settings: { situation: 'outside' }, locale: 'zh-CN' })).toContain(
      "test.use({ locale: 'zh-CN', walletSettings: { insideWallet: false } })",
    )
    expect(textOf({ settings: { platform: 'ios' }, locale: 'zh-CN' })).not.toContain('locale')
  })

  it('expects messages, dialogs of the browser, and the last text that is still there', () => {
    const log = createLog()
    for (const text of [
      ofPage('加载中'),
      ofPage('还剩 30 秒'),
      ofKit('toast', '该功能暂未开放'),
      ofKit('dialog', '请先查看订单', '支付结果待确认'),
      ofPage('请先同意', 'alert'),
      ofWallet('hello'),
    ])
      log.addSeen(text)
    const text = textOf({ log, isOnPage: (one) => one !== '加载中' })
    expect(text).toContain("await expect(wallet.message()).toHaveText('该功能暂未开放')")
    expect(text).toContain("await expect(wallet.message()).toHaveText('支付结果待确认 请先查看订单')")
    expect(text).toContain("await expect.poll(() => said).toContain('请先同意')")
    expect(text).toContain('await expect(page.getByText(/还剩 \\d+ 秒/).last()).toBeVisible()')
    expect(text).not.toMatch(/加载中|hello/)
  })

  it('leaves a dialog of the kit as the user did, since it covers the page', () => {
    const log = createLog()
    log.addSeen(ofKit('dialog', '请先查看订单', '支付结果待确认'), 10)
    const left = { at: 20, kind: 'leave', locator: { by: 'role', role: 'button', name: '知道了' } } as const
    const key = "await page.keyboard.press('Escape')"
    expect(textOf({ log, actions: [tapAt(5), tapAt(20)] })).toContain(key)
    expect(textOf({ log, actions: [tapAt(5), left] })).toContain("name: '知道了', exact: true }).click()")
    expect(textOf({ log, actions: [tapAt(5), left] })).not.toContain(key)
    expect(textOf({ log, actions: [tapAt(5)] })).not.toContain(key)
  })

  it.each(['toast: 支付失败', 'dialog: 支付失败', 'alert: 支付失败', 'order-no: 支付失败'])(
    'takes a text of the page for one, whatever it begins with: %s',
    (seen) => {
      const log = createLog()
      log.addSeen(ofPage(seen))
      const text = textOf({ log })
      expect(text).toContain(`await expect(page.getByText('${seen}').last()).toBeVisible()`)
      expect(text).not.toMatch(/wallet\.message|said/)
    },
  )

  it.each([
    ['订单 HS412360ebff60：待确认', /订单 HS8bd6ed8300c2：待确认/],
    ['订单 HS20260101：待确认', /订单 HS20260102：待确认/],
    ['3d secure, 12 items', /3d secure, 7 items/],
  ])('matches any number instead of the one in “%s”', (seen, next) => {
    const log = createLog()
    log.addSeen(ofPage(seen))
    const [, pattern = ''] = /getByText\(\/(.*)\/\)/.exec(textOf({ log })) ?? []
    const found = new RegExp(`^${pattern}$`)
    expect(next.source).toMatch(found)
    expect(seen).toMatch(found)
    expect(seen.replace(/\d/, '?')).not.toMatch(found)
  })

  it('answers dialogs of the browser in their order as the user did, if not all with OK', () => {
    const log = createLog()
    const seen = (given: Partial<SeenText>) => log.addSeen({ ...ofPage('Pay?', 'confirm'), ...given })
    seen({ answer: true })
    expect(textOf({ log })).toContain('  void dialog.accept()\n')
    log.addSeen(ofPage('Look', 'alert'))
    seen({ answer: false })
    seen({ form: 'prompt', answer: 'Ann' })
    seen({ form: 'prompt', answer: null })
    expect(textOf({ log })).toContain(`
  const answers: (boolean | string)[] = [true, true, false, 'Ann', false]
  page.on('dialog', (dialog) => {
    said.push(dialog.message())
    const answer = answers.shift() ?? true
    if (answer === false) void dialog.dismiss()
    else void dialog.accept(answer === true ? undefined : answer)
  })
`)
  })

  it('expects no message after a payment that was refused late, which a test refuses at once', () => {
    const log = createLog()
    log.addRaw({ id: 1, method: 'pay', at: 20, type: 'reached', params: { tn: '1' } })
    log.addRaw({ id: 1, method: 'pay', at: 2020, type: 'answered', how: 'fail', value: { code: 'c02' } })
    log.addSeen(ofKit('dialog', '支付结果待确认，请先查看订单，请勿重复支付'))
    const actions = [tapAt(10)]
    expect(textOf({ log, actions, hasKit: true })).toContain(`
  await wallet.answer('pay', 'c02')
  await page.getByText('tap 10', { exact: true }).click()
  await expect(wallet).toHaveCalled('pay', { tn: '1' })
  // The kit's message is another one when c02 comes within a second, as it does here.
  await expect(wallet).toHavePaid(0)
`)
    expect(textOf({ log, actions })).toContain('支付结果待确认')
  })

  it('expects no calls if there were actions without any', () => {
    const actions = [tapAt(1)]
    expect(textOf({ actions })).toContain('expect(wallet.calls()).toEqual([])')
  })

  it('omits calls of the bridge that a test cannot name', () => {
    const log = logOf([[1, 'fetchNativeData', {}, undefined]])
    expect(textOf({ log })).not.toContain('fetchNativeData')
  })
})

/** While the log is empty, the phone says what to do, and nothing that is not so. */
import { expect, it } from 'vitest'
import { hintNow } from '../../../wallet/phone/logSide'
import { phoneTexts } from '../../../wallet/phone/texts'
import type { DeskSettings } from '../../../wallet/shared/settings'
import { en } from '../../../wallet/view/texts/en'
import { zh } from '../../../wallet/view/texts/zh'

const hint = (status: number, settings: DeskSettings = {}, hasClient = true, isTapped = false): string[] =>
  [zh, en].map((words) => {
    const { hints } = phoneTexts[words === zh ? 'zh' : 'en']
    return hintNow({ status: () => status, hasClient: () => hasClient }, settings, words, hints, isTapped)
  })

it.each([500, 503, 502])('says that the server gave no page where it answers %s itself', (status) => {
  const [chinese, english] = hint(status)
  expect(chinese).toBe(`页面的服务器没有给出页面（${status}）`)
  expect(english).toBe(`The server of the page gave no page (${status})`)
})

it('says that the server does not answer where the command says so', () => {
  expect(hint(502, {}, false)).toEqual([phoneTexts.zh.hints.down, phoneTexts.en.hints.down])
})

it('does not say that calls end in a situation in which nothing answers them', () => {
  for (const situation of ['outside', 'bridge-never', 'sdk-missing'] as const) {
    const [chinese, english] = hint(200, { situation })
    expect(chinese).toBe(`点页面里的按钮试试：现在的场景是“${zh.phone.situations[situation]}”，不会询问`)
    expect(english).toContain(
      `the situation is “${en.phone.situations[situation]}” now, and nothing is asked`,
    )
  }
})

it('does not say that each call succeeds where answers are fixed', () => {
  const [chinese, english] = hint(200, { ask: false, answers: { pay: 'c02' } })
  expect(chinese).toContain('没有固定返回方式的都返回成功')
  expect(english).toContain('each call without a fixed answer succeeds')
})

it('does not say that the developer chooses the answer of a method that has a fixed one', () => {
  for (const fixed of [{ answers: { pay: '02' } }, { results: { scanQRCode: 'T12' } }])
    expect(hint(200, fixed)).toEqual([phoneTexts.zh.hints.fixed, phoneTexts.en.hints.fixed])
})

it('tells nobody to tap who has tapped, but that there is no page', () => {
  expect(hint(200, { situation: 'outside' }, true, true)).toEqual(['', ''])
  expect(hint(404, {}, true, true)).toEqual([phoneTexts.zh.hints.missing, phoneTexts.en.hints.missing])
})

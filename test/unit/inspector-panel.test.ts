/** The panel of vConsole and eruda keeps little of a long session, and shows texts as text. */
import { describe, expect, it, vi } from 'vitest'
import type { InspectorContext, Step } from '../../src/index'
import { erudaInspector } from '../../src/inspector'

function panelWith(steps: readonly Step[], methods?: readonly string[]): HTMLElement {
  const root = document.createElement('div')
  const inspector = erudaInspector({ add: (tool) => (tool as { init(root: object): void }).init([root]) })
  if (methods)
    inspector.created?.({
      version: '',
      options: {},
      environment: {} as InspectorContext['environment'],
      methods: () => methods,
      jsApiList: () => [],
    })
  for (const step of steps) inspector.step(step)
  return root
}
const called = (id: number, method: string): Step => ({ id, method, at: id, type: 'called' })
const rows = (root: HTMLElement) =>
  Array.from(root.querySelectorAll('[aria-expanded]')).map((row) => row.querySelector('span')?.textContent)

describe('the panel of an inspector', () => {
  it('keeps the newest hundred calls, newest first', () => {
    const root = panelWith(Array.from({ length: 103 }, (_, index) => called(index + 1, `call${index + 1}`)))
    expect(rows(root)).toEqual(Array.from({ length: 100 }, (_, index) => `call${103 - index}`))
  })

  it('says that no call was made yet, until there is one', () => {
    expect(panelWith([]).textContent).toMatch(/No call yet|还没有调用/)
    expect(panelWith([called(1, 'pay')]).textContent).not.toMatch(/No call yet|还没有调用/)
  })

  it('has rows that show that they open', () => {
    const root = panelWith([called(1, 'pay')])
    const sign = () => root.querySelector<HTMLElement>('[aria-expanded] [aria-hidden=true]')?.style.transform
    const closed = sign()
    root.querySelector<HTMLElement>('[aria-expanded]')?.click()
    expect([closed, sign()]).toEqual(['rotate(-45deg)', 'rotate(45deg)'])
  })

  it('names reasons in Chinese for a Chinese reader, without the backticks of its hints', () => {
    const language = vi.spyOn(navigator, 'language', 'get').mockReturnValue('zh-CN')
    const steps: Step[] = [
      called(1, 'bioDetect'),
      { id: 1, method: 'bioDetect', at: 1, type: 'settled', outcome: 'identity', code: '94' },
    ]
    const root = panelWith(steps)
    language.mockRestore()
    root.querySelector<HTMLElement>('[aria-expanded]')?.click()
    expect(root.textContent).toContain('94 人像验证')
    expect(root.textContent).toContain('verifyPayPwd')
    expect(root.textContent).not.toMatch(/`|identity/)
  })

  it('says of a method that upsdk does not have that there is none, and of another that the wallet cannot do it', () => {
    const failed = (id: number, method: string): Step[] => [
      called(id, method),
      { id, method, at: id, type: 'settled', outcome: 'unsupported' },
    ]
    const root = panelWith(
      [...failed(1, 'scanQRCod'), ...failed(2, 'getNFCStatus')],
      ['scanQRCode', 'getNFCStatus'],
    )
    const pills = [...root.querySelectorAll('[aria-expanded] span:nth-child(2)')]
    expect(pills.map(({ textContent }) => textContent)).toEqual(['not supported', 'no such method'])
    root.querySelectorAll<HTMLElement>('[aria-expanded]')[1]?.click()
    expect(root.textContent).toContain('. Did you mean scanQRCode?')
  })

  it('lists the codes of the calls so far in the look-up, before anything is typed, and explains one by a tap', () => {
    const settled = (id: number, code: string, outcome: 'identity' | 'unsupported'): Step[] => [
      called(id, 'bioDetect'),
      { id, method: 'bioDetect', at: id, type: 'settled', outcome, code },
    ]
    const root = panelWith([
      ...settled(1, '94', 'identity'),
      ...settled(2, 'c02', 'unsupported'),
      ...settled(3, '94', 'identity'),
      called(4, 'pay'),
    ])
    const [, , lookUp] = Array.from(root.querySelectorAll<HTMLElement>('[aria-pressed]'))
    lookUp?.click()
    const box = root.querySelector('input')
    const listed = () => Array.from(box?.nextElementSibling?.querySelectorAll('button') || [])
    expect(listed().map(({ textContent }) => textContent)).toEqual([
      '94identity check×2',
      'c02not supported×1',
    ])
    listed()[1]?.click()
    expect(box?.value).toBe('c02')
    expect(box?.nextElementSibling?.textContent).toMatch(/^c02 /)
    expect(listed()).toEqual([])
    if (box) box.value = ''
    box?.dispatchEvent(new Event('input'))
    expect(listed()).toHaveLength(2)
  })

  it('says in the look-up that no code was met so far', () => {
    const root = panelWith([called(1, 'pay')])
    Array.from(root.querySelectorAll<HTMLElement>('[aria-pressed]'))[2]?.click()
    expect(root.querySelector('input')?.nextElementSibling?.textContent).toMatch(
      /^(No call has ended|目前还没有)/,
    )
  })

  it('shows names and official texts as text, never as HTML', () => {
    const html = '<img src="x">'
    const root = panelWith([
      called(1, html),
      { id: 1, method: html, at: 2, type: 'settled', outcome: 'system', description: html, hint: html },
    ])
    root.querySelector<HTMLElement>('[aria-expanded]')?.click()
    expect(root.querySelector('img')).toBeNull()
    expect(root.textContent?.split(html)).toHaveLength(4)
  })
})

/** The panel of vConsole and eruda keeps little of a long session, and shows texts as text. */
import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/index'
import { erudaInspector } from '../../src/inspector'

function panelWith(steps: readonly Step[]): HTMLElement {
  const root = document.createElement('div')
  const inspector = erudaInspector({ add: (tool) => (tool as { init(root: object): void }).init([root]) })
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

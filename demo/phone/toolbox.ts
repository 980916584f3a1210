import { UpsdkError } from '../../src/index'
import { byId, make } from '../dom'
import type { Runner } from './calls'
import { type ToolName, toolNames } from './tools'
import { type ToolTexts, toolTexts } from './toolTexts'

/** Shows buttons for methods that the page can try outside the wallet, and below them the last result. */
export function showToolbox({ locale, use }: Runner): void {
  const texts = (toolTexts[locale] ?? toolTexts.en) as ToolTexts
  const result = make('p', { class: 'result', role: 'status' }, texts.hint)
  const grid = make('div', { class: 'tools', role: 'group', 'aria-labelledby': 'tools-name' })
  let last: ToolName | undefined

  async function attempt(name: ToolName): Promise<void> {
    last = name
    const label = make('b', {}, texts.tools[name])
    result.replaceChildren(label, ' …')
    const shown = await use(name).then(
      ({ text, picture }) => {
        const words = [label, make('span', {}, text)]
        return picture ? [make('img', { src: picture, alt: '' }), ...words] : words
      },
      (error: unknown) => [label, make('code', {}, error instanceof UpsdkError ? error.reason : 'error')],
    )
    // A late result is not of the button that was tapped since.
    if (last === name) result.replaceChildren(...shown)
  }

  for (const name of toolNames) {
    const button = make('button', { type: 'button', 'data-tool': name }, texts.tools[name])
    button.addEventListener('click', () => attempt(name))
    grid.append(button)
  }
  byId('page').append(make('h2', { id: 'tools-name' }, texts.heading), grid)
  document.body.append(result)
}

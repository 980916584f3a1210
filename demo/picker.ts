import { byId, make } from './dom'
import { groups, type ScenarioId, scenarios } from './scenarios'
import type { Mode, Settings } from './setup'
import type { Texts } from './texts/texts'
import { zh } from './texts/zh'

export interface Picker {
  show(scenario: ScenarioId, settings: Settings, mode: Mode): void
  translate(texts: Texts): void
}

interface PickerOptions {
  choose(scenario: ScenarioId): void
  change(changed: Partial<Settings>): void
}

/** Does a setting make no difference? Outside there is no wallet, and upsdk has only one language. */
function isIdle(name: string, { place }: Settings, mode: Mode): boolean {
  const isOutside = place !== 'wallet'
  if (name === 'ready' || name === 'bridge') return isOutside
  if (name === 'platform') return place === 'browser'
  if (name === 'locale') return mode === 'raw'
  // Outside, the kit uses the browser's language.
  return name === 'language' && isOutside && mode === 'kit'
}

/** Makes the list of scenarios, and the settings of phone and wallet. */
export function createPicker({ choose, change }: PickerOptions): Picker {
  const buttons = new Map<ScenarioId, HTMLButtonElement>()
  const selects = new Map<string, HTMLSelectElement>()
  /** Functions that write their texts in the chosen language. */
  const writers: ((texts: Texts) => void)[] = []

  function written<E extends HTMLElement>(element: E, textIn: (texts: Texts) => string): E {
    writers.push((texts) => {
      element.textContent = textIn(texts)
    })
    return element
  }

  for (const group of groups) {
    const heading = written(make('h3', { id: `group-${group}` }), (texts) => texts.groups[group])
    const row = make('div', { class: 'chips', role: 'group', 'aria-labelledby': `group-${group}` })
    for (const scenario of scenarios) {
      if (scenario.group !== group) continue
      const { id } = scenario
      const name = written(make('span'), (texts) => texts.stories[id].name)
      const code = group === 'code' && make('code', {}, id)
      const button = make(
        'button',
        { type: 'button', 'data-scenario': id, 'aria-pressed': 'false' },
        code,
        name,
      )
      button.addEventListener('click', () => choose(id))
      buttons.set(id, button)
      row.append(button)
    }
    byId('picker').append(heading, row)
  }

  const form = byId('settings')
  for (const [name, field] of Object.entries(zh.settings)) {
    const select = make('select', { id: `setting-${name}`, name })
    for (const value of Object.keys(field.choices))
      select.append(written(make('option', { value }), (texts) => choiceOf(texts, name, value)))
    select.addEventListener('change', () => change({ [name]: select.value }))
    selects.set(name, select)
    const label = written(make('label', { for: `setting-${name}` }), (texts) => fieldOf(texts, name).label)
    form.append(make('div', { class: 'field' }, label, select))
  }
  form.addEventListener('submit', (event) => event.preventDefault())

  return {
    show(current, settings, mode) {
      buttons.forEach((button, id) => {
        button.setAttribute('aria-pressed', String(id === current))
      })
      const chosen = buttons.get(current)
      if (chosen) bringIntoRow(chosen, byId('picker'))
      for (const [name, value] of Object.entries(settings)) {
        const select = selects.get(name)
        if (!select) continue
        select.value = String(value)
        select.disabled = isIdle(name, settings, mode)
      }
    },
    translate(texts) {
      for (const writeIn of writers) writeIn(texts)
    },
  }
}

/** Scrolls a scenario into view if the list is one row, without scrolling the page. */
function bringIntoRow(button: HTMLElement, row: HTMLElement): void {
  const [inside, around] = [button.getBoundingClientRect(), row.getBoundingClientRect()]
  row.scrollLeft += (inside.left + inside.right - around.left - around.right) / 2
}

const fieldOf = ({ settings }: Texts, name: string) => settings[name as keyof Settings]
const choiceOf = (texts: Texts, name: string, value: string): string =>
  (fieldOf(texts, name).choices as Readonly<Record<string, string>>)[value] ?? value

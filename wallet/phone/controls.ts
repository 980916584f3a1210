/** The phone's own controls: mode, situation, size, theme, path, and the options of the kit in upsdk's place. */
import { isObject, parseObject } from '../../src/plainTools'
import { type DeskSettings, SITUATIONS, type Situation } from '../shared/settings'
import { make } from '../view/element'
import type { Words } from '../view/texts/words'

export interface ControlsParts {
  readonly words: Words
  /** @returns why the server refuses the settings; '' if it takes them */
  change(changed: DeskSettings): Promise<string>
  /** Resizes the page, in px. */
  resize(width: number, height: number): void
  theme(theme: 'system' | 'light' | 'dark'): void
  open(path: string): void
}

export interface Controls {
  readonly element: HTMLElement
  refresh(settings: DeskSettings): void
  /** A page with a kit of its own cannot get another one in upsdk's place. */
  pageHasKit(hasKit: boolean): void
  /** Offers the situation of signed pages. Call it once the page has called `config`. */
  pageIsSigned(): void
  showPath(path: string): void
}

const SIZES = { small: [320, 568], medium: [375, 667], large: [430, 932] } as const
/** The situation that only a page with `config` can be in. */
const OF_SIGNED_PAGES = 'config-refused'
const THEMES = ['system', 'light', 'dark'] as const

export function createControls({ words, change, resize, theme, open }: ControlsParts): Controls {
  const { phone } = words
  const modes = [false, true].map((inPlace) =>
    make(
      'button',
      {
        type: 'button',
        class: 'segment',
        'data-mode': inPlace ? 'in-place' : 'as-is',
        onclick: () => void change({ inPlace }),
      },
      inPlace ? phone.inPlace : phone.asIs,
    ),
  )
  const situation = choice(
    phone.situation,
    [
      ['', phone.noSituation],
      ...SITUATIONS.filter((one) => one !== OF_SIGNED_PAGES).map(
        (one) => [one, phone.situations[one]] as const,
      ),
    ],
    (value) => void change({ situation: (value || null) as Situation | undefined }),
  )
  situation.list.dataset.part = 'situation'
  const refusal = make('option', { value: OF_SIGNED_PAGES }, phone.situations[OF_SIGNED_PAGES])
  const size = choice(phone.size, entriesOf(phone.sizes), (value) => {
    const [width, height] = SIZES[value as keyof typeof SIZES]
    resize(width, height)
  })
  size.list.value = 'medium'
  const themes = choice(
    phone.theme,
    THEMES.map((one) => [one, phone.themes[one]] as const),
    (value) => theme(value as (typeof THEMES)[number]),
  )
  const path = make('input', {
    type: 'text',
    'aria-label': phone.address,
    spellcheck: 'false',
    'data-part': 'path',
  })
  const form = make(
    'form',
    { class: 'row' },
    path,
    make('button', { type: 'submit', class: 'plain' }, phone.go),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    open(path.value.startsWith('/') ? path.value : `/${path.value}`)
  })

  const options = make('textarea', { class: 'mono', rows: 3, spellcheck: 'false' })
  const status = make('span', { class: 'soft', role: 'status' })
  const apply = () => {
    const given = options.value.trim() ? parseObject(options.value) : {}
    status.textContent = isObject(given) ? '' : phone.notJson
    if (isObject(given)) void change({ kitOptions: given }).then((refusal) => (status.textContent = refusal))
  }
  const kitOptions = make(
    'details',
    { class: 'options' },
    make('summary', {}, phone.options),
    make('label', { class: 'field' }, make('span', {}, phone.optionsNote), options),
    make(
      'div',
      { class: 'row' },
      make('button', { type: 'button', class: 'plain', 'data-part': 'apply', onclick: apply }, phone.apply),
      status,
    ),
  )
  const group = make('div', { class: 'segments', role: 'group', 'aria-label': phone.mode }, ...modes)
  const note = make('span', { class: 'soft', hidden: true, 'data-part': 'has-kit' }, phone.hasKit)

  return {
    element: make(
      'div',
      { class: 'controls' },
      group,
      note,
      situation.label,
      size.label,
      themes.label,
      form,
      kitOptions,
    ),
    refresh({ inPlace = false, situation: chosen, kitOptions: given }) {
      modes.forEach((button, index) => {
        button.setAttribute('aria-pressed', String(inPlace === (index === 1)))
      })
      if (chosen === OF_SIGNED_PAGES) situation.list.appendChild(refusal)
      situation.list.value = chosen || ''
      kitOptions.hidden = !inPlace
      if (document.activeElement !== options) options.value = given ? JSON.stringify(given) : ''
    },
    pageHasKit(hasKit) {
      note.hidden = !hasKit
      if (modes[1]) modes[1].disabled = hasKit
    },
    pageIsSigned: () => void situation.list.appendChild(refusal),
    showPath(now) {
      if (document.activeElement !== path) path.value = now
    },
  }
}

type Values = readonly (readonly [value: string, text: string])[]

const entriesOf = (texts: Readonly<Record<string, string>>): Values =>
  Object.keys(texts).map((name) => [name, texts[name] || ''] as const)

function choice(name: string, values: Values, choose: (value: string) => void) {
  const list = make('select')
  for (const [value, text] of values) list.appendChild(make('option', { value }, text))
  list.addEventListener('change', () => choose(list.value))
  return { list, label: make('label', { class: 'field' }, make('span', {}, name), list) }
}

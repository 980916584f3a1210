/** The phone's own controls: mode and situation above; path over the device; screen and the kit's options at the side. */
import { isObject, parseObject } from '../../src/internalsWithoutDom'
import type { DeskSettings } from '../shared/settings'
import { isOffered, SITUATIONS, type Situation } from '../shared/situations'
import { fill, icon, iconButton, make, partButton } from '../view/element'
import type { Words } from '../view/texts/words'
import { type Look, SIZES, type Size, THEMES, type Theme } from './link'
import { modeName, modeOf } from './modes'
import type { PhoneTexts } from './texts'

export interface ControlsOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  /** @returns why the server refuses the settings; '' if it takes them */
  change(changed: DeskSettings): Promise<string>
  /** Changes how the phone looks. */
  look(changed: Partial<Look>): void
  open(path: string): void
  reload(): void
}

export interface Controls {
  /** Mode and situation. */
  readonly top: HTMLElement
  /** The path, with reload. */
  readonly path: HTMLElement
  /** Reload alone, for a phone, where the path is not beside the page. */
  readonly reload: HTMLElement
  /** The screen. */
  readonly screen: HTMLElement
  /** The options of the kit in upsdk's place; hidden in the other mode. */
  readonly kit: HTMLElement
  refresh(settings: DeskSettings, look: Look): void
  /** A page with a kit of its own cannot get another one in upsdk's place. */
  pageHasKit(hasKit: boolean): void
  /** Offers the situations of signed pages. Call it once the page has called `config`. */
  pageIsSigned(): void
  showPath(path: string): void
}

const RELOAD = 'M19 12a7 7 0 1 1-2-5M17 3v4h-4'
const ROTATE = 'M4 4h7v9H4zM4 20h15v-7h-4M15 4a5 5 0 0 1 5 5M22 7l-2 2.500L17.500 7.500'
const OUT = 'M14 4h6v6M20 4l-9 9M18 14v5H5V6h5'

export function createControls(given: ControlsOptions): Controls {
  const { words, texts, change, look, open, reload } = given
  const { phone } = words
  const modes = [false, true].map((inPlace) =>
    make(
      'button',
      {
        type: 'button',
        class: 'segment',
        'data-mode': inPlace ? 'in-place' : 'as-is',
        'aria-label': modeName(inPlace, words),
        onclick: () => void change({ inPlace }),
      },
      make('span', { class: 'long' }, modeName(inPlace, words)),
      make('span', { class: 'short' }, texts.shortModes[modeOf(inPlace)]),
    ),
  )
  const situation = choice(
    'situation',
    phone.situation,
    [['', phone.noSituation], ...SITUATIONS.map((one) => [one, phone.situations[one]] as const)],
    (value) => void change({ situation: (value || null) as Situation | undefined }),
  )
  const offers = Array.from(situation.list.options)
  let isSigned = false
  /** Offers the situations of this page, and the one that a link has chosen, whatever the page is. */
  function offer(chosen = situation.list.value): void {
    const isThere = ({ value }: HTMLOptionElement) =>
      !value || value === chosen || isOffered(value as Situation, isSigned)
    fill(situation.list, ...offers.filter(isThere))
    situation.list.value = chosen
  }
  offer('')
  const size = choice(
    'size',
    phone.size,
    SIZES.map((one) => [one, one.replace('x', ' × ')] as const),
    (value) => look({ size: value as Size }),
  )
  const themes = choice(
    'theme',
    phone.theme,
    THEMES.map((one) => [one, phone.themes[one]] as const),
    (value) => look({ theme: value as Theme }),
  )
  const rotate = iconButton('landscape', texts.landscape, ROTATE, () =>
    look({ landscape: rotate.getAttribute('aria-pressed') !== 'true' }),
  )
  const path = make('input', {
    type: 'text',
    'aria-label': phone.address,
    spellcheck: 'false',
    'data-part': 'path',
  })
  const withoutPhone = make(
    'a',
    {
      class: 'icon-button',
      target: '_blank',
      rel: 'noopener',
      'data-part': 'without-phone',
      'aria-label': phone.withoutPhone,
      title: phone.withoutPhone,
    },
    icon(OUT),
  )
  const form = make(
    'form',
    { class: 'path' },
    path,
    make('button', { type: 'submit', class: 'plain' }, phone.go),
    make('div', { class: 'icons' }, iconButton('reload', phone.reload, RELOAD, reload), rotate, withoutPhone),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    open(path.value.startsWith('/') ? path.value : `/${path.value}`)
  })

  const options = make('textarea', { class: 'mono', rows: 3, spellcheck: 'false' })
  const status = make('span', { class: 'error', role: 'status' })
  const apply = () => {
    const given = options.value.trim() ? parseObject(options.value) : {}
    status.textContent = isObject(given) ? '' : phone.notJson
    if (isObject(given)) void change({ kitOptions: given }).then((refusal) => (status.textContent = refusal))
  }
  const kit = make(
    'details',
    { class: 'options', hidden: true },
    make('summary', {}, phone.options),
    make('label', { class: 'field' }, make('span', {}, phone.optionsNote), options),
    make('div', { class: 'row' }, partButton('apply', phone.apply, apply), status),
  )
  const group = make('div', { class: 'segments', role: 'group', 'aria-label': phone.mode }, ...modes)
  const note = make('span', { class: 'soft', hidden: true, 'data-part': 'has-kit' }, phone.hasKit)

  return {
    top: make('div', { class: 'controls' }, group, note, situation.label),
    path: form,
    reload: iconButton('reload-page', phone.reload, RELOAD, reload),
    screen: make(
      'section',
      { class: 'settings group' },
      make('h2', {}, texts.screen),
      size.label,
      themes.label,
    ),
    kit,
    refresh({ inPlace = false, situation: chosen, kitOptions: given }, shown) {
      modes.forEach((button, index) => {
        button.setAttribute('aria-pressed', String(inPlace === (index === 1)))
      })
      offer(chosen || '')
      kit.hidden = !inPlace
      if (document.activeElement !== options) options.value = given ? JSON.stringify(given) : ''
      size.list.value = shown.size
      themes.list.value = shown.theme
      rotate.setAttribute('aria-pressed', String(shown.landscape))
    },
    pageHasKit(hasKit) {
      note.hidden = !hasKit
      group.hidden = hasKit
      if (modes[1]) modes[1].disabled = hasKit
    },
    pageIsSigned() {
      isSigned = true
      offer()
    },
    showPath(now) {
      if (document.activeElement !== path) path.value = readable(now)
      path.title = path.value
      withoutPhone.href = now
    },
  }
}

/** Makes a path that a person can read, if it leads to the same address. */
export function readable(path: string): string {
  const address = (text: string) => new URL(text, location.origin).href
  try {
    const decoded = decodeURI(path)
    return address(decoded) === address(path) ? decoded : path
  } catch {
    return path
  }
}

type Values = readonly (readonly [value: string, text: string])[]

function choice(part: string, name: string, values: Values, choose: (value: string) => void) {
  const list = make('select', { 'data-part': part })
  for (const [value, text] of values) list.appendChild(make('option', { value }, text))
  list.addEventListener('change', () => choose(list.value))
  return { list, label: make('label', { class: 'field' }, make('span', {}, name), list) }
}

import { byId, make } from './dom'
import { groups, scenarios } from './scenarios'
import type { Mode, Settings } from './setup'

export interface Picker {
  show(scenario: string, settings: Settings, mode: Mode): void
}

interface PickerParts {
  choose(scenario: string): void
  change(changed: Partial<Settings>): void
}

/** Each setting with its choices. */
const fields: {
  readonly [Name in keyof Settings]: { label: string; choices: Readonly<Record<Settings[Name], string>> }
} = {
  ready: {
    label: 'Bridge is up',
    choices: {
      now: 'at once',
      early: 'after 300 ms',
      late: 'after 3 s',
      after: 'after 6 s (too late)',
      never: 'never',
    },
  },
  place: {
    label: 'Opened in',
    choices: { wallet: 'the wallet', browser: 'this browser', phone: 'phone browser' },
  },
  platform: { label: 'Platform', choices: { android: 'Android', ios: 'iOS' } },
  bridge: { label: 'Bridge', choices: { cordova: 'Cordova', jsbridge: 'JSBridge' } },
  locale: {
    label: 'Kit locale',
    choices: { auto: 'auto', 'zh-Hans': 'zh-Hans 简体中文', 'zh-Hant': 'zh-Hant 繁體中文', en: 'en English' },
  },
  language: {
    label: 'Wallet language',
    choices: { zh_CN: 'zh_CN', zh_HK: 'zh_HK', en_US: 'en_US' },
  },
  theme: { label: 'Phone theme', choices: { light: 'light', dark: 'dark' } },
}

/** Settings that make no difference: outside there is no wallet, and upsdk alone speaks no language. */
const isIdle = (name: string, { place }: Settings, mode: Mode): boolean =>
  (place !== 'wallet' && ['ready', 'bridge', 'language'].includes(name)) ||
  (place === 'browser' && name === 'platform') ||
  (mode === 'raw' && ['locale', 'language'].includes(name))

/** The scenarios, and the settings of phone and wallet. */
export function createPicker({ choose, change }: PickerParts): Picker {
  const buttons = new Map<string, HTMLButtonElement>()
  const selects = new Map<string, HTMLSelectElement>()

  for (const { id: group, name, chinese } of groups) {
    const row = make('div', { class: 'chips', role: 'group', 'aria-labelledby': `group-${group}` })
    for (const scenario of scenarios) {
      if (scenario.group !== group) continue
      const isCode = group === 'code'
      const button = make(
        'button',
        { type: 'button', 'aria-pressed': 'false', ...(isCode ? { title: scenario.name } : {}) },
        isCode ? make('code', {}, scenario.id) : scenario.name,
        isCode && make('span', { lang: 'zh-Hans' }, scenario.chinese),
      )
      button.addEventListener('click', () => choose(scenario.id))
      buttons.set(scenario.id, button)
      row.append(button)
    }
    const heading = make(
      'h3',
      { id: `group-${group}` },
      `${name} `,
      make('span', { lang: 'zh-Hans' }, chinese),
    )
    byId('picker').append(heading, row)
  }

  const form = byId('settings')
  for (const [name, { label, choices }] of Object.entries(fields)) {
    const select = make('select', { id: `setting-${name}`, name })
    for (const [value, text] of Object.entries(choices)) select.append(make('option', { value }, text))
    select.addEventListener('change', () => change({ [name]: select.value }))
    selects.set(name, select)
    form.append(make('div', { class: 'field' }, make('label', { for: `setting-${name}` }, label), select))
  }
  form.addEventListener('submit', (event) => event.preventDefault())

  return {
    show(current, settings, mode) {
      buttons.forEach((button, id) => {
        button.setAttribute('aria-pressed', String(id === current))
      })
      for (const [name, value] of Object.entries(settings)) {
        const select = selects.get(name)
        if (!select) continue
        select.value = String(value)
        select.disabled = isIdle(name, settings, mode)
      }
    },
  }
}

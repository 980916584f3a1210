/** Fields for the settings of the simulated wallet, in the control and on the phone. */

import { methodsOf } from '../methods/generations'
import { OFTEN_USED } from '../methods/methodTable'
import { type Outcome, outcomesOf } from '../shared/outcomes'
import type { DeskSettings } from '../shared/settings'
import { inSituation, type Situation } from '../shared/situations'
import { type WalletSettings, withDefaults } from '../shared/walletSettings'
import { fill, make, on, partButton } from './element'
import type { Words } from './texts/words'

export interface SettingsViewOptions {
  readonly words: Words
  read(): DeskSettings
  /** Applies changed settings; undefined restores the initial ones. */
  change(changed: WalletSettings | undefined): void
  bridgeUp(): void
}

export interface SettingsView {
  readonly element: HTMLElement
  refresh(): void
}

type Values = readonly (readonly [value: string, text: string])[]

/** The wallet's languages, each in its own words. */
const LANGUAGES: Values = [
  ['zh_CN', '简体中文'],
  ['zh_HK', '繁體中文'],
  ['en_US', 'English'],
  ['ja_JP', '日本語'],
  ['ko_KR', '한국어'],
]

export function createSettingsView({ words, read, change, bridgeUp }: SettingsViewOptions): SettingsView {
  const element = make('div', { class: 'settings' })
  const { settings: names } = words
  type Setting = keyof typeof names
  const settingNames = Object.keys(names) as Setting[]
  const isDecided = (setting: Setting, situation: Situation | undefined): boolean =>
    setting in inSituation({}, situation)
  /** Names times, and the one that is set. */
  const times = (values: readonly number[], set: number | 'never', named: (ms: number) => string): Values => {
    const all = set === 'never' || values.includes(set) ? values : [...values, set]
    return all.map((ms) => [String(ms), named(ms)])
  }

  /**
   * Makes the field of a setting. If a page's own settings have a value that is not in the list, the list gets it too.
   * What the chosen situation decides is no choice, and has no field.
   */
  function field(
    setting: Setting,
    values: Values,
    chosen: string,
    choose: (value: string) => void,
  ): HTMLElement | false {
    if (isDecided(setting, read().situation)) return false
    const all = values.some(([value]) => value === chosen) ? values : [...values, [chosen, chosen] as const]
    const list = make('select')
    for (const [value, text] of all) list.appendChild(make('option', { value }, text))
    list.value = chosen
    on(list, 'change', () => choose(list.value))
    return make('label', { class: 'field' }, make('span', {}, names[setting]), list)
  }

  /** Makes the field of a setting that is on or off. */
  const switchField = (
    setting: 'insideWallet' | 'ask',
    isOn: boolean,
    whenOn: string,
    whenOff: string,
  ): HTMLElement | false =>
    field(
      setting,
      [
        ['true', whenOn],
        ['false', whenOff],
      ],
      String(isOn),
      (value) => change({ [setting]: value === 'true' }),
    )

  /** Platform, delay, and the bridge that waits for the developer: what is changed most, in each situation. */
  function firstFields(settings: WalletSettings): (HTMLElement | false)[] {
    const { platform, latency, readyAfter } = withDefaults(settings)
    return [
      field(
        'platform',
        [
          ['android', 'Android'],
          ['ios', 'iOS'],
          ['harmony', 'HarmonyOS'],
        ],
        platform,
        (value) => change({ platform: value as NonNullable<WalletSettings['platform']> }),
      ),
      field('latency', times([0, 300, 1500, 5000], latency, words.delay), String(latency), (value) =>
        change({ latency: Number(value) }),
      ),
      readyAfter === 'never' && partButton('bridge-up', words.bridgeUp, bridgeUp),
    ]
  }

  function startFields(settings: WalletSettings): (HTMLElement | false)[] {
    const { insideWallet, bridge, language, readyAfter } = withDefaults(settings)
    return [
      switchField('insideWallet', insideWallet, words.inside, words.outside),
      field(
        'bridge',
        [
          ['cordova', 'cordova'],
          ['jsbridge', 'jsbridge'],
        ],
        bridge,
        (value) => change({ bridge: value as NonNullable<WalletSettings['bridge']> }),
      ),
      field('language', LANGUAGES, language, (value) => change({ language: value })),
      field(
        'readyAfter',
        [...times([0, 300, 3000], readyAfter, words.after), ['never', words.never]],
        String(readyAfter),
        (value) => change({ readyAfter: value === 'never' ? value : Number(value) }),
      ),
    ]
  }

  /** Which of the folded groups the developer has opened or closed. They are drawn anew at each change. */
  const opened = new Map<string, boolean>()
  /** @param isUsual whether nothing in it was chosen otherwise than usual: else it is open at first */
  function folded(
    part: string,
    name: string,
    isUsual: boolean,
    ...fields: readonly (HTMLElement | false)[]
  ): HTMLElement {
    const details = make(
      'details',
      { class: 'group folded', 'data-part': part, open: opened.get(part) ?? !isUsual },
      make('summary', {}, name),
      ...fields,
    )
    details.addEventListener('toggle', () => {
      opened.set(part, details.open)
    })
    return details
  }

  const askField = ({ ask = true }: WalletSettings): HTMLElement | false =>
    switchField('ask', ask, words.asks, words.answersAtOnce)

  /** Names what a situation decides, which then has no field. */
  const decidedBy = (situation: Situation): string =>
    words.decidedBySituation(words.phone.situations[situation], [
      words.answerSettings,
      ...settingNames.filter((one) => one !== 'ask' && isDecided(one, situation)).map((one) => names[one]),
    ])

  const nameOf = (method: string, outcome: Outcome): string =>
    [words.outcomes[outcome as keyof Words['outcomes']] || outcome, words.codeOf(method, outcome)]
      .filter(Boolean)
      .join(' ')

  function fixedAnswers({ answers = {}, results = {} }: WalletSettings) {
    const without = (method: string) => {
      const { [method]: _answer, ...otherAnswers } = answers
      const { [method]: _result, ...otherResults } = results
      return { answers: otherAnswers, results: otherResults }
    }
    const methods = [...Object.keys(answers), ...Object.keys(results).filter((method) => !answers[method])]
    const rows = methods.map((method) =>
      make(
        'li',
        { class: 'row', 'data-fixed': method },
        make(
          'div',
          {},
          make('span', { class: 'mono' }, method),
          make(
            'span',
            { class: 'soft' },
            answers[method] ? nameOf(method, answers[method]) : words.outcomes.success,
          ),
        ),
        make(
          'button',
          { type: 'button', class: 'plain', onclick: () => change(without(method)) },
          words.askAgain,
        ),
      ),
    )
    const others = methodsOf('latest').filter((method) => !OFTEN_USED.includes(method))
    const method = make('select', { 'aria-label': words.method })
    for (const name of [...OFTEN_USED, ...others.sort()])
      method.appendChild(make('option', { value: name }, name))
    const answer = make('select', { 'aria-label': words.answer })
    const offer = () => {
      const generic = method.value === 'config' ? [] : ['c02', 'c03', 'c05']
      const own = outcomesOf(method.value).filter((outcome) => outcome !== 'late' && outcome !== 'closed')
      const all = [...own, ...generic.filter((code) => !own.includes(code))]
      fill(answer, ...all.map((outcome) => make('option', { value: outcome }, nameOf(method.value, outcome))))
      answer.value = answers[method.value] || 'success'
    }
    on(method, 'change', offer)
    offer()
    const set = () => {
      const { answers: others, results: values } = without(method.value)
      change({ answers: { ...others, [method.value]: answer.value }, results: values })
    }
    return {
      /** What is fixed is listed at once, wherever it was chosen. */
      list: rows.length > 0 && make('ul', { class: 'fixed' }, ...rows),
      choice: [
        make('p', { class: 'soft part' }, words.fixAnswer),
        make('div', { class: 'answer-pair' }, method, answer),
        partButton('set', words.set, set),
      ],
    }
  }

  function refresh(): void {
    const chosen = read()
    const { situation } = chosen
    const settings = inSituation(chosen, situation)
    const { list, choice } = fixedAnswers(settings)
    // What a situation decides is said by the situation.
    const whole = (one: WalletSettings) => withDefaults<WalletSettings>({ ask: true, ...one })
    const [set, usual] = [whole(chosen), whole({})]
    const isUsual = (...names: readonly (keyof WalletSettings)[]) =>
      names.every((name) => set[name] === usual[name])
    fill(
      element,
      make(
        'section',
        { class: 'group' },
        ...firstFields(settings),
        situation && make('p', { class: 'soft', 'data-part': 'decided' }, decidedBy(situation)),
        !situation && list && make('h2', {}, words.fixedAnswers),
        !situation && list,
      ),
      !situation &&
        folded('answer-settings', words.answerSettings, isUsual('ask'), askField(settings), ...choice),
      folded(
        'start-settings',
        words.startSettings,
        isUsual('insideWallet', 'bridge', 'language', 'readyAfter'),
        make('p', { class: 'soft' }, words.startNote),
        ...startFields(settings),
      ),
      partButton('reset', words.reset, () => change(undefined)),
    )
  }
  refresh()
  return { element, refresh }
}

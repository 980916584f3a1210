/** The start of a table of situations: what is played again, in which situations and modes, and what that costs. */

import { isOffered, SITUATIONS, type Situation } from '../shared/situations'
import { make, partButton } from '../view/element'
import type { Words } from '../view/texts/words'
import type { PhoneTexts } from './texts'

/** The page that the runs play again. */
export interface ReplayedPage {
  /** How many actions can be played again. */
  countActions(): number
  /** Has the page called upsdk, or shown something? Then there is something to see without a tap. */
  hasLog(): boolean
  /** Is the page signed? */
  isSigned(): boolean
  /** Can upsdk-kit be put in upsdk's place? */
  canHaveKit(): boolean
}

/** The runs of a table, in their order: a situation, and whether the kit is in upsdk's place. */
export type Plan = readonly (readonly [situation: Situation, inPlace: boolean])[]

export interface StartOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  readonly page: ReplayedPage
  /** The situation to compare both modes in; undefined offers all of them. */
  readonly only: Situation | undefined
  /** What was left out before. It stays so. */
  readonly leftOut: Set<string>
  /** How long a run takes, in s. */
  readonly secondsARun: number
  start(plan: Plan): void
}

export interface StartView {
  readonly elements: readonly HTMLElement[]
  /** The element that gets the focus; undefined if nothing can be started. */
  readonly first: HTMLElement | undefined
}

export function createStartView(options: StartOptions): StartView {
  const { words, texts, page, only, leftOut, secondsARun, start } = options
  const { phone } = words
  const actions = page.countActions()
  if (!actions && !page.hasLog())
    return { elements: [make('p', { class: 'hint' }, texts.allNothing)], first: undefined }
  const situations = checkBoxes(
    texts.allSituations,
    SITUATIONS.filter((one) => isOffered(one, page.isSigned())).map((value) => ({
      value,
      text: phone.situations[value],
      isOffered: true,
    })),
    leftOut,
  )
  const modes = checkBoxes(
    texts.allModes,
    [
      { value: 'raw', text: phone.asIs, isOffered: true },
      { value: 'kit', text: phone.inPlace, isOffered: page.canHaveKit() },
    ],
    leftOut,
  )
  const plan = (): Plan => {
    const all: [Situation, boolean][] = []
    for (const situation of only ? [only] : situations.chosen())
      for (const mode of modes.chosen()) all.push([situation, mode === 'kit'])
    return all
  }
  const cost = make('p', { class: 'cost', role: 'status', 'data-part': 'all-cost' })
  const startButton = partButton('all-start', texts.allStart, () => start(plan()), 'main')
  function showCost(): void {
    const { length } = plan()
    cost.textContent = `${texts.allCost(length)} ${texts.allTakes(length * secondsARun)}`
    startButton.disabled = !length
  }
  const choices = make('div', {}, !only && situations.group, modes.group)
  choices.addEventListener('change', showCost)
  showCost()
  return {
    elements: [
      make('p', {}, actions ? (only ? texts.oneNote : texts.allNote)(actions) : texts.allOnLoad),
      choices,
      cost,
      make('p', { class: 'soft' }, texts.allKept),
      startButton,
    ],
    first: startButton,
  }
}

interface Offer<Value extends string> {
  readonly value: Value
  readonly text: string
  readonly isOffered: boolean
}

/** Makes a group of check boxes. @param leftOut the values that are not ticked, kept as the boxes change */
function checkBoxes<Value extends string>(
  legend: string,
  offers: readonly Offer<Value>[],
  leftOut: Set<string>,
) {
  const boxes = offers.map(({ value, text, isOffered }) => {
    const input = make('input', { type: 'checkbox', value, disabled: !isOffered })
    input.checked = isOffered && !leftOut.has(value)
    input.addEventListener('change', () => (input.checked ? leftOut.delete(value) : leftOut.add(value)))
    return { value, input, label: make('label', { class: 'check' }, input, text) }
  })
  return {
    group: make('fieldset', {}, make('legend', {}, legend), ...boxes.map(({ label }) => label)),
    chosen: () => boxes.filter(({ input }) => input.checked).map(({ value }) => value),
  }
}

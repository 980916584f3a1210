/** Draws the table of situations: a row a situation, a column a mode, a cell a run. */

import type { Situation } from '../shared/situations'
import { make } from '../view/element'
import type { Words } from '../view/texts/words'
import type { SituationRun } from './situationRun'
import type { Plan } from './situationsStart'
import { cellText, countMarked, findRun } from './situationsTable'
import type { PhoneTexts } from './texts'

export interface TableViewOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  readonly plan: Plan
  /** The runs that have ended, in the order of the plan. */
  readonly runs: readonly SituationRun[]
  /** What stands in the cell of a run that has not ended. */
  unended(isNext: boolean): string
  /** Opens the log of a run. @default the cells lead nowhere */
  readonly showLog?: (run: SituationRun) => void
}

/** Names a run: its situation and its mode. */
export const nameOfRun = (situation: Situation, inPlace: boolean, { phone }: Words): string =>
  `${phone.situations[situation]} · ${inPlace ? phone.inPlace : phone.asIs}`

export function drawTable(options: TableViewOptions): HTMLElement {
  const { words, texts, plan, runs } = options
  const { phone } = words
  const modes = [false, true].filter((inPlace) => plan.some((one) => one[1] === inPlace))
  const situations = plan.map(([one]) => one).filter((one, index, all) => all.indexOf(one) === index)
  const column = (text: string) => make('th', { scope: 'col' }, text)
  const head = make(
    'tr',
    {},
    column(phone.situation),
    ...modes.map((inPlace) =>
      column(texts.markedIn(inPlace ? phone.inPlace : phone.asIs, countMarked(runs, inPlace))),
    ),
  )
  const rows = situations.map((situation) =>
    make(
      'tr',
      { 'data-situation': situation },
      make('th', { scope: 'row' }, phone.situations[situation]),
      ...modes.map((inPlace) => drawCell(situation, inPlace, options)),
    ),
  )
  return make(
    'div',
    { class: 'table', tabindex: '0', role: 'group', 'aria-label': texts.all },
    make('table', { 'data-part': 'all-table' }, make('thead', {}, head), make('tbody', {}, ...rows)),
  )
}

function drawCell(situation: Situation, inPlace: boolean, options: TableViewOptions): HTMLElement {
  const { words, texts, plan, runs, unended, showLog } = options
  const mode = inPlace ? 'kit' : 'raw'
  const run = findRun(runs, situation, inPlace)
  if (!run) {
    const [next, isKitNext] = plan[runs.length] || []
    const text = unended(next === situation && isKitNext === inPlace)
    return make('td', { 'data-mode': mode }, make('p', { class: 'soft' }, text))
  }
  const { seen, facts, marks, end } = cellText(run, runs, words, texts)
  const name = `${texts.showLog}: ${nameOfRun(situation, inPlace, words)}`
  return make(
    'td',
    { 'data-mode': mode, 'data-marked': String(marks.length > 0), 'data-end': run.end },
    ...drawMarks(marks),
    make('p', { class: 'lines' }, seen),
    make('p', { class: 'soft' }, ...factsView(facts)),
    end && make('p', { class: 'ending' }, end),
    showLog &&
      make(
        'button',
        { type: 'button', class: 'link', 'aria-label': name, onclick: () => showLog(run) },
        texts.showLog,
      ),
  )
}

export const drawMarks = (marks: readonly string[]): HTMLElement[] =>
  marks.map((mark) => make('p', { class: 'mark' }, `⚠ ${mark}`))

/** A fact with more characters may be broken over two lines, such as a list of callbacks. */
const LONG_FACT = 20

/** Makes the facts of a run. A number and its unit stay on one line, and so does the dot behind a fact. */
function factsView(facts: readonly string[]): (Node | string)[] {
  const all: (Node | string)[] = []
  facts.forEach((fact, index) => {
    const isLast = index === facts.length - 1
    const text = isLast ? fact : `${fact}\u00a0·`
    all.push(fact.length > LONG_FACT ? text : make('span', { class: 'fact' }, text))
    if (!isLast) all.push(' ')
  })
  return all
}

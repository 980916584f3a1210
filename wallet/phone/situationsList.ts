/** The situations of “Compare”, each with what its runs came to in either mode, the marked ones led by their mark. */
import type { Situation } from '../shared/situations'
import { fill, make } from '../view/element'
import type { Words } from '../view/texts/words'
import { modeName, modeOf } from './modes'
import type { SituationRun } from './situationRun'
import { type CellText, cellText, findRun } from './situationsTable'
import type { PhoneTexts } from './texts'

export interface ListedSituations {
  readonly situations: readonly Situation[]
  /** Those that no call of the success can meet. */
  readonly unmet: readonly Situation[]
  /** Is the kit in upsdk's place? For each column. */
  readonly modes: readonly boolean[]
  /** All runs so far. */
  readonly runs: readonly SituationRun[]
  readonly chosen: Situation
  /** The run that goes on, as its situation and mode. */
  readonly now: readonly [Situation, boolean] | undefined
}

export interface SituationsList {
  readonly element: HTMLElement
  /** Draws everything anew. The focus stays at its situation. */
  draw(listed: ListedSituations): void
}

/** A run of a situation in one mode, or the place of one that has not ended. */
interface Cell {
  readonly inPlace: boolean
  readonly run: SituationRun | undefined
  readonly isNow: boolean
  readonly text: CellText
}

const NO_TEXT: CellText = { marks: [], seen: '', newest: '', saw: '', facts: [], end: '' }

/** @param choose runs when the developer chooses a situation */
export function createSituationsList(
  words: Words,
  texts: PhoneTexts,
  choose: (situation: Situation) => void,
): SituationsList {
  const { phone } = words
  const element = make('div', { class: 'run-list' })

  function drawSituation(situation: Situation, listed: ListedSituations): HTMLElement {
    const { modes, runs, chosen, now } = listed
    const cells = modes.map((inPlace): Cell => {
      const run = findRun(runs, situation, inPlace)
      const isNow = now?.[0] === situation && now[1] === inPlace
      return { inPlace, run, isNow, text: run ? cellText(run, runs, words, texts) : NO_TEXT }
    })
    const shorts = cells.map(shortText)
    const isSame = shorts.every((one) => one === shorts[0])
    return make(
      'button',
      {
        type: 'button',
        class: 'run-row',
        'data-situation': situation,
        'aria-current': situation === chosen && 'true',
        onclick: () => choose(situation),
      },
      make('span', { class: 'run-name' }, phone.situations[situation]),
      ...cells.map(drawFlag),
      // What all say stands once.
      ...cells.map((cell, index) =>
        drawCell(
          cell,
          (!(isSame && index) && shorts[index]) || '',
          modes.length > 1 && (isSame ? texts.both : shortMode(cell.inPlace)),
        ),
      ),
    )
  }

  const shortMode = (inPlace: boolean): string => texts.shortModes[modeOf(inPlace)]

  /** Says in a line what a run came to; '' if it has not begun. */
  const shortText = ({ run, isNow, text: { marks, end, newest } }: Cell): string =>
    run ? marks[0] || end || newest : isNow ? texts.runs : ''

  /** Shows in the column of its mode whether a run has a mark. */
  const drawFlag = ({ run, text: { marks } }: Cell): HTMLElement =>
    make(
      'span',
      { class: 'run-flag', 'aria-hidden': 'true' },
      marks.length > 0 ? make('span', { class: 'flag' }, '!') : run ? '–' : '·',
    )

  /** A line a run, with all that is known of it for who cannot see it, and as a title. */
  function drawCell(cell: Cell, short: string, name: string | false): HTMLElement {
    const { inPlace, run, isNow, text } = cell
    const { marks, seen, facts, end } = text
    const title = run
      ? [...marks, seen, ...facts, end].filter(Boolean).join(' · ')
      : isNow
        ? texts.runs
        : texts.waits
    const mode = name && short ? `${name}${texts.colon}` : ''
    return make(
      'span',
      {
        class: 'run-mark',
        'data-mode': modeOf(inPlace),
        'data-marked': run && String(marks.length > 0),
        'data-end': run?.end,
        title,
      },
      make('span', { 'aria-hidden': 'true' }, mode, short),
      make(
        'span',
        { class: 'sr' },
        `${modeName(inPlace, words)}: `,
        ...marks.map((mark) => make('span', { class: 'mark' }, `${mark}. `)),
        make('span', { class: 'lines' }, seen),
        ` ${facts.join(' · ')} `,
        make('span', { class: 'ending' }, end),
      ),
    )
  }

  return {
    element,
    draw(listed) {
      const { situations, unmet, modes } = listed
      const { activeElement } = document
      const focused =
        activeElement instanceof HTMLElement && element.contains(activeElement)
          ? activeElement.dataset.situation
          : ''
      const notMet = unmet.map((one) => phone.situations[one]).join(texts.comma)
      fill(
        element,
        make(
          'p',
          { class: 'run-head', 'aria-hidden': 'true' },
          make('span', {}, phone.situation),
          ...modes.map((inPlace) => make('span', { class: 'run-flag' }, shortMode(inPlace))),
        ),
        ...situations.map((one) => drawSituation(one, listed)),
        unmet.length > 0 && make('p', { class: 'soft', 'data-part': 'all-unmet' }, texts.unmet(notMet)),
      )
      if (focused) element.querySelector<HTMLElement>(`[data-situation="${focused}"]`)?.focus()
    },
  }
}

/** The situations of “Compare”, each with the marks of its runs in either mode. */
import type { Situation } from '../shared/situations'
import { fill, make } from '../view/element'
import type { Words } from '../view/texts/words'
import type { Flag } from './marks'
import { modeName, modeOf } from './modes'
import { placeByKey } from './rowKeys'
import type { SituationRun } from './situationRun'
import { type CellText, cellText, findRun, flagOf, marksIn } from './situationsTable'
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
  /** Focuses the chosen situation. */
  focus(): void
}

/** A run of a situation in one mode, or the place of one that has not ended. */
interface Cell {
  readonly inPlace: boolean
  readonly run: SituationRun | undefined
  readonly text: CellText | undefined
  readonly isNow: boolean
}

/** Draws the sign of a run. What it stands for is said above the list. */
export const drawSign = (flag: Flag): HTMLElement =>
  flag === 'none'
    ? make('span', {}, '–')
    : make('span', { class: `flag of-${flag}` }, flag === 'mark' ? '!' : 'i')

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
    const cells = modes.map((inPlace) => {
      const run = findRun(runs, situation, inPlace)
      const text = run && cellText(run, runs, words, texts)
      const isNow = now?.[0] === situation && now[1] === inPlace
      const [mark] = run ? marksIn(runs, run) : []
      const short = mark ? texts.marks[mark] : text?.end || (text?.hasCause ? texts.causeInLog : '')
      return { inPlace, run, text, isNow, short }
    })
    const isSame = cells.every(({ short }) => short === cells[0]?.short)
    /** Names who a line is about. What both say stands once. */
    const lineOf = ({ inPlace, short }: (typeof cells)[number], index: number): string => {
      if (!short || (isSame && index)) return ''
      return modes.length > 1 ? `${isSame ? texts.both : shortMode(inPlace)}${texts.colon}${short}` : short
    }
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
      ...cells.map((cell) => make('span', { class: 'run-flag', 'aria-hidden': 'true' }, drawFlag(cell))),
      ...cells.map((cell, index) => drawCell(cell, lineOf(cell, index))),
    )
  }

  function drawFlag({ text, isNow }: Cell): HTMLElement | string {
    if (!text) return isNow ? '…' : '·'
    return drawSign(flagOf(text))
  }

  const shortMode = (inPlace: boolean): string => texts.shortModes[modeOf(inPlace)]

  /** A line a run, with all that is known of it for who cannot see it, and as a title. */
  function drawCell({ inPlace, run, isNow, text }: Cell, line: string): HTMLElement {
    const { marks, seen, facts, end } = text || {
      marks: [],
      seen: isNow ? texts.runs : texts.waits,
      facts: [],
      end: '',
    }
    return make(
      'span',
      {
        class: 'run-mark',
        'data-mode': modeOf(inPlace),
        'data-marked': run && String(marks.length > 0),
        'data-end': run?.end,
        title: [...marks, seen, ...facts, end].filter(Boolean).join(' · '),
      },
      make('span', { 'aria-hidden': 'true' }, line),
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

  element.addEventListener('keydown', (event) => {
    const all = [...element.querySelectorAll<HTMLElement>('.run-row')]
    const at = all.findIndex((row) => row.matches(':focus'))
    const place = placeByKey(event.key, at, all.length, ['ArrowDown', 'ArrowUp'])
    const situation = place === undefined || at < 0 ? undefined : all[place]?.dataset.situation
    if (!situation) return
    event.preventDefault()
    focusRow(situation)
    choose(situation as Situation)
  })
  function focusRow(situation: string): void {
    element.querySelector<HTMLElement>(`[data-situation="${situation}"]`)?.focus()
  }

  return {
    element,
    focus: () => element.querySelector<HTMLElement>('[aria-current]')?.focus(),
    draw(listed) {
      const { situations, unmet, modes } = listed
      const { activeElement } = document
      const focused =
        activeElement instanceof HTMLElement && element.contains(activeElement)
          ? activeElement.dataset.situation
          : ''
      const notMet = unmet.map((one) => phone.situations[one]).join(texts.comma)
      element.style.setProperty('--modes', String(modes.length))
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
      if (focused) focusRow(focused)
    },
  }
}

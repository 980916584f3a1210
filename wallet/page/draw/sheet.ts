/** The sheet of a call: what the real wallet would show, and the outcomes that the developer may choose. */

import { isSuccess, type Outcome, outcomesOf, sheetOf } from '../../shared/outcomes'
import { WEB_AUTHORIZATION } from '../../shared/webAuthorization'
import type { ExampleResult } from '../../simulator/examples'
import { fill, icon, make } from '../../view/element'
import { createLayer } from '../../view/layer'
import { showModally } from '../../view/modal'
import { METHOD_NAMES } from '../../view/texts/methodNames'
import type { Words } from '../../view/texts/words'
import type { Choice, Question, ShownSheet } from '../asker'
import type { SheetMemories } from '../storage'
import { drawnSheets } from './sheets/sheets'

export interface SheetOptions {
  readonly words: Words
  exampleOf(question: Question): ExampleResult
  readonly memories: SheetMemories
}

const DOWN = 'M6 9l6 6 6-6'

/** If more calls than this wait, the sheet offers to leave all of them unanswered. */
const LONG_QUEUE = 3

/**
 * Shows a sheet over the page, which it makes inert. The Escape key chooses `cancelled` if there is such an outcome,
 * else `closed`.
 */
export function showSheet(
  question: Question,
  choose: (choice: Choice) => void,
  leaveAll: () => void,
  { words, exampleOf, memories }: SheetOptions,
): ShownSheet {
  const { method } = question
  const kind = sheetOf(method) || 'other'
  const outcomes = outcomesOf(method)
  const example = exampleOf(question)
  const texts = drawnSheets[kind].textsIn(words.language)
  const body = drawnSheets[kind].body({ question, words, example, memories })
  const always = make('input', { type: 'checkbox' })
  const waiting = make('div', { class: 'row', hidden: true })
  let isChosen = false

  async function take(outcome: Outcome): Promise<void> {
    if (isChosen) return
    isChosen = true
    const value = isSuccess(outcome) ? await (body.value ? body.value() : example.value) : undefined
    choose({ outcome, value, always: always.checked })
  }

  const escapeOutcome = outcomes.includes('cancelled') ? 'cancelled' : 'closed'
  const button = (className: string, outcome: Outcome, name: string) =>
    make(
      'button',
      { type: 'button', class: className, 'data-outcome': outcome, onclick: () => void take(outcome) },
      make('b', {}, name),
      make('small', {}, noteOf(method, outcome, words)),
    )
  const wayOut = outcomes.find(isWayOut)
  const forced = outcomes.filter((outcome) => outcome !== 'success' && outcome !== wayOut)
  const forcedId = 'upsdk-kit-sheet-forced'
  const titleId = 'upsdk-kit-sheet'
  const content = [
    make(
      'div',
      { class: 'head' },
      make(
        'h2',
        { class: 'title', id: titleId },
        (kind === 'other' && METHOD_NAMES[method]?.[words.language === 'en' ? 1 : 0]) || texts.heading,
        ' ',
        make('span', { class: 'mono soft' }, method),
      ),
      make('span', { class: 'badge' }, words.simulated),
    ),
    make('div', { class: 'body' }, ...body.elements),
    make(
      'div',
      { class: 'confirm' },
      make(
        'button',
        { type: 'button', class: 'main', 'data-outcome': 'success', onclick: () => void take('success') },
        texts.act,
      ),
      !!wayOut && button('way-out', wayOut, texts.refuse || words.acts[wayOut]),
    ),
    make(
      'div',
      { class: 'choices' },
      forced.length > 0 &&
        make(
          'div',
          { class: 'forced', role: 'group', 'aria-labelledby': forcedId },
          make('span', { class: 'soft', id: forcedId }, words.forced),
          make(
            'div',
            { class: 'grid' },
            ...forced.map((outcome) => button('choice', outcome, nameOf(outcome, words))),
          ),
        ),
      body.isKept !== false && make('label', { class: 'check' }, always, words.alwaysSo),
      waiting,
    ),
  ]

  const layer = createLayer('sheet', () => show())
  layer.host.setAttribute('data-method', method)
  const show = inDialog()
  layer.attach()
  show()

  /** Puts the sheet into the layer. @returns shows it, above all else */
  function inDialog(): () => void {
    const props = { class: 'sheet', 'aria-labelledby': titleId, lang: words.language }
    const end = make('div', { class: 'end' })
    const below = make('div', { class: 'below', 'aria-hidden': 'true' }, icon(DOWN))
    const dialog = make('dialog', props, ...content, end, below)
    layer.root.appendChild(dialog)
    followEnd(dialog, end)
    const open = showModally(dialog, () => void take(escapeOutcome))
    const first = dialog.querySelector<HTMLElement>(kind === 'scan' ? 'textarea' : '.main')
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void take('success')
    })
    return () => {
      open()
      first?.focus({ preventScroll: true })
    }
  }

  return {
    setWaiting(count) {
      waiting.hidden = !count
      fill(
        waiting,
        make('span', { class: 'soft', role: 'status' }, words.more(count)),
        count > LONG_QUEUE &&
          make(
            'button',
            { type: 'button', class: 'plain', 'data-upsdk-kit-action': 'leave-all', onclick: leaveAll },
            words.leaveAll,
          ),
      )
    },
    close() {
      isChosen = true
      layer.remove()
    },
  }
}

/** Marks the sheet while its end is below the fold. The style sheet then shows an arrow. */
function followEnd(dialog: HTMLElement, end: HTMLElement): void {
  // An engine without it shows no arrow.
  if (typeof IntersectionObserver === 'function')
    new IntersectionObserver(
      (seen) => {
        // newer-api: Chrome 55 has the class without it, and shows the arrow to the end
        dialog.dataset.below = String(!seen[seen.length - 1]?.isIntersecting)
      },
      // An end that is off by the rounding of a pixel is in view.
      { root: dialog, rootMargin: '2px' },
    ).observe(end)
}

/** Is it what the user does to leave the sheet? All but this and a success is forced by the developer. */
const isWayOut = (outcome: Outcome): outcome is keyof Words['acts'] =>
  outcome === 'cancelled' || outcome === 'closed'

type Named = keyof Words['outcomes']

const nameOf = (outcome: Outcome, { outcomes }: Words): string => outcomes[outcome as Named] || outcome

const noteOf = (method: string, outcome: Outcome, { outcomeNotes, codeOf }: Words): string =>
  method === WEB_AUTHORIZATION && outcome === 'cancelled'
    ? outcomeNotes.refused
    : outcomeNotes[outcome as Named] || codeOf(method, outcome)

/** The sheet of a call: what the real wallet would show, and the outcomes that a developer may choose. */
import type { Choice, Question, ShownSheet } from '../asker'
import { isSuccess, type Outcome, outcomesOf, type SheetKind, sheetOf } from '../outcomes'
import type { Words } from '../texts/texts'
import type { Example, MakeBody, Memory } from './bodies/body'
import { other } from './bodies/other'
import { picture } from './bodies/picture'
import { place } from './bodies/place'
import { scan } from './bodies/scan'
import { share } from './bodies/share'
import { consent, face, payment } from './bodies/simple'
import { fill, make } from './element'
import { createLayer } from './layer'
import { showModally } from './modal'

const bodies: Readonly<Record<SheetKind, MakeBody>> = {
  payment,
  consent,
  face,
  scan,
  picture,
  place,
  share,
  other,
}

export interface SheetParts {
  readonly words: Words
  exampleOf(question: Question): Example
  readonly memory: Memory
}

/** A line of more than this many calls offers to leave all of them unanswered. */
const LONG_LINE = 3

/** Shows a sheet over the page. Escape is `cancelled` where there is such an outcome, else `closed`. */
export function showSheet(
  question: Question,
  choose: (choice: Choice) => void,
  leaveAll: () => void,
  { words, exampleOf, memory }: SheetParts,
): ShownSheet {
  const { method } = question
  const kind = sheetOf(method) || 'other'
  const outcomes = outcomesOf(method)
  const example = exampleOf(question)
  const body = bodies[kind]({ question, words, example, memory })
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
  const choice = (outcome: Outcome) =>
    make(
      'button',
      { type: 'button', class: 'choice', 'data-outcome': outcome, onclick: () => void take(outcome) },
      make('b', {}, nameOf(outcome, words)),
      make('small', {}, noteOf(method, outcome, words)),
    )
  const titleId = 'upsdk-kit-sheet'
  const dialog = make(
    'dialog',
    { class: 'sheet', 'aria-labelledby': titleId, lang: words.language },
    make(
      'div',
      { class: 'head' },
      make(
        'h2',
        { class: 'title', id: titleId },
        words.sheets[kind],
        ' ',
        make('span', { class: 'mono soft' }, method),
      ),
      make('span', { class: 'badge' }, words.simulated),
    ),
    make('div', { class: 'body' }, ...body.elements),
    make(
      'div',
      { class: 'choices' },
      make(
        'button',
        { type: 'button', class: 'main', 'data-outcome': 'success', onclick: () => void take('success') },
        kind === 'payment' ? words.confirmPayment : words.outcomes.success,
      ),
      make('div', { class: 'grid' }, ...outcomes.filter((outcome) => outcome !== 'success').map(choice)),
      body.isKept !== false && make('label', { class: 'check' }, always, words.alwaysSo),
      waiting,
    ),
  )

  const layer = createLayer('sheet', () => show())
  layer.host.setAttribute('data-method', method)
  layer.root.appendChild(dialog)
  layer.attach()
  const show = showModally(dialog, () => void take(escapeOutcome))
  show()

  return {
    setWaiting(count) {
      waiting.hidden = !count
      fill(
        waiting,
        make('span', { class: 'soft', role: 'status' }, words.more(count)),
        count > LONG_LINE &&
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

type Named = keyof Words['outcomes']

const nameOf = (outcome: Outcome, { outcomes }: Words): string => outcomes[outcome as Named] || outcome

const noteOf = (method: string, outcome: Outcome, { outcomeNotes, codeOf }: Words): string =>
  outcomeNotes[outcome as Named] || codeOf(method, outcome)

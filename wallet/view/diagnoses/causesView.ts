/** Draws the causes of a log: the sentence, what to write instead, and the calls that each is about. */
import { type LogEntry, type LogNote, seenTexts } from '../../shared/log'
import { timesOf } from '../../shared/timesOf'
import { make, partButton, place } from '../element'
import { secondsText } from '../logRowView'
import { shortened } from '../shortened'
import type { Words } from '../texts/words'
import { type Cause, methodOf, textOf } from './causes'
import { checkedPage, openWhy, whyPage } from './why'

type LogRecord = LogEntry | LogNote

export interface CausesView {
  readonly element: HTMLElement
  /**
   * @param rawTexts texts for developers that the user saw: what to do about them is known, too
   * @param hasProblems whether the log has problems, of a known cause or not
   */
  draw(causes: readonly Cause[], rawTexts: readonly LogNote[], hasProblems: boolean): void
  /** Brings a cause into view, and focuses it. */
  reveal(key: string): void
}

/** @param reveal leads to a record in the log */
export function createCausesView(words: Words, reveal: (one: LogRecord) => void): CausesView {
  const list = make('div', { role: 'list' })
  const checked = partButton('checked', words.whatIsChecked, () => openWhy(checkedPage(words)), 'link')
  const title = make('h2', {})
  const element = make(
    'section',
    { class: 'causes', 'data-part': 'causes', 'aria-label': words.causes },
    title,
    make('div', { class: 'causes-list', tabindex: '0' }, list),
  )
  /** By cause. A cause that is met again keeps its element, and with it the focus. */
  let drawn = new Map<string, DrawnCause>()
  const ofRawTexts = createRawTexts(words, reveal)
  return {
    element,
    draw(causes, rawTexts, hasProblems) {
      const before = drawn
      ofRawTexts.show(rawTexts)
      drawn = new Map()
      for (const cause of causes) {
        const one = before.get(cause.key) || createCause(cause, words, reveal)
        one.show(cause)
        drawn.set(cause.key, one)
      }
      const notes = causes.filter(isNote).length
      const elements = Array.from(drawn.values(), (one) => one.element)
      if (rawTexts.length) elements.splice(causes.length - notes, 0, ofRawTexts.element)
      const text = hasProblems ? words.otherCauses : words.noCauses
      const nothing = make('p', { class: 'soft', role: 'listitem' }, text, ' ', checked)
      place(list, elements.length ? elements : [nothing])
      // Some may be out of sight. The texts are one problem, as on the tab.
      const parts = [
        causes.length > notes && `${words.causes} ${causes.length - notes}`,
        rawTexts.length > 0 && words.rawTextsName,
        notes > 0 && `${words.notesToo} ${notes}`,
      ]
      title.textContent = parts.filter(Boolean).join(' · ') || words.causes
    },
    reveal(key) {
      const one = drawn.get(key)
      one?.element.scrollIntoView({ block: 'nearest' })
      one?.element.focus({ preventScroll: true })
    },
  }
}

const isNote = ({ diagnosis }: Cause): boolean => diagnosis.isNote

const differentTexts = (notes: readonly LogNote[]): readonly string[] =>
  Array.from(timesOf(seenTexts(notes).map(textOf)).keys())

/** The most texts that are quoted. */
const MOST_QUOTED = 3

/** Draws what is said of all texts for developers that the user saw. */
function createRawTexts(words: Words, revealNote: (one: LogNote) => void) {
  let latest: LogNote | undefined
  const wrong = make('p', { class: 'wrong' })
  const instead = make('p', { class: 'instead' })
  const where = make('span', {})
  const toRow = () => latest && revealNote(latest)
  const element = make(
    'div',
    { role: 'listitem', class: 'cause', 'data-part': 'raw-texts' },
    wrong,
    instead,
    make('p', { class: 'where' }, where, ' ', partButton('show-in-log', words.showInLog, toRow, 'link')),
  )
  return {
    element,
    show(notes: readonly LogNote[]): void {
      latest = notes[notes.length - 1]
      if (!latest) return
      const texts = differentTexts(notes)
      const [said, advice] = words.rawTexts(texts.slice(-MOST_QUOTED).map((one) => shortened(one)))
      wrong.textContent = said + (texts.length > MOST_QUOTED ? ` +${texts.length - MOST_QUOTED}` : '')
      instead.textContent = advice
      where.textContent = words.latestAt(secondsText(latest.at))
    },
  }
}

interface DrawnCause {
  readonly element: HTMLElement
  /** Shows how often it was met, and where. */
  show(cause: Cause): void
}

function createCause(
  { diagnosis, latest: first }: Cause,
  words: Words,
  reveal: (one: LogRecord) => void,
): DrawnCause {
  let latest = first
  const where = make('span', {})
  const page = () => openWhy(whyPage(diagnosis, methodOf(first), words))
  const why = partButton('why', words.why.ask, page, 'link')
  const texts = make('div', {})
  const element = make(
    'div',
    {
      role: 'listitem',
      tabindex: '-1',
      class: diagnosis.isNote ? 'cause soft' : 'cause',
      [diagnosis.isNote ? 'data-remark' : 'data-diagnosis']: diagnosis.id,
    },
    texts,
    make(
      'p',
      { class: 'where' },
      where,
      ' ',
      partButton('show-in-log', words.showInLog, () => reveal(latest), 'link'),
    ),
  )
  let drawn = ''
  /** What to write instead stands once below all that it is about. The button keeps its focus. */
  function drawSentences({ sentences }: Cause): void {
    const content = JSON.stringify(sentences)
    if (content === drawn) return
    drawn = content
    const hasFocus = why.matches(':focus')
    why.setAttribute('aria-label', `${words.why.ask} ${sentences[0]?.wrong}`)
    const elements: HTMLElement[] = []
    sentences.forEach(({ wrong, instead }, index) => {
      elements.push(make('p', { class: 'wrong' }, wrong))
      const next = sentences[index + 1]
      if (next?.instead !== instead)
        elements.push(make('p', { class: 'instead' }, instead, ' ', !next && why))
    })
    place(texts, elements)
    if (hasFocus) why.focus()
  }
  return {
    element,
    show(cause) {
      latest = cause.latest
      element.dataset.count = String(cause.count)
      drawSentences(cause)
      // The sentences name the methods.
      const calls = Array.from(cause.methods, ([method, times]) => method && `${method} × ${times}`)
      where.textContent = [
        cause.count > cause.methods.size && calls.filter(Boolean).join(' · '),
        words.latestAt(secondsText(latest.at)),
      ]
        .filter(Boolean)
        .join(words.language === 'en' ? ', ' : '，')
    },
  }
}

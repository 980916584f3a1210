/** The causes of a log, each once: the sentence, what to write instead, and the calls that it is about. */
import { isEntry, type LogEntry, type LogNote } from '../../shared/log'
import { make, partButton, place } from '../element'
import type { Words } from '../texts/words'
import type { Diagnosis, Found } from './diagnose'
import { sentencesOf } from './diagnosisTexts'
import { openWhy, whyPage } from './why'

type LogRecord = LogEntry | LogNote

/** One cause, with all that it is about. */
interface Cause {
  readonly diagnosis: Diagnosis
  readonly wrong: string
  readonly instead: string
  /** How often, by method; '' for notes. */
  readonly methods: ReadonlyMap<string, number>
  readonly count: number
  readonly latest: LogRecord
}

const methodOf = (one: LogRecord): string => (isEntry(one) ? one.method : '')

/** Collects the causes, those that count first, and of these the earliest. */
export function causesOf(found: Found, language: Words['language']): readonly Cause[] {
  const causes = new Map<
    string,
    { -readonly [Name in keyof Cause]: Cause[Name] } & { methods: Map<string, number> }
  >()
  found.forEach((list, one) => {
    for (const diagnosis of list) {
      const method = methodOf(one)
      const [wrong, instead] = sentencesOf(diagnosis, method, language)
      const key = `${diagnosis.id} ${wrong}`
      const cause = causes.get(key) || {
        diagnosis,
        wrong,
        instead,
        methods: new Map(),
        count: 0,
        latest: one,
      }
      cause.count++
      cause.methods.set(method, (cause.methods.get(method) || 0) + 1)
      if (one.at >= cause.latest.at) cause.latest = one
      causes.set(key, cause)
    }
  })
  return Array.from(causes.values()).sort((a, b) => Number(a.diagnosis.isNote) - Number(b.diagnosis.isNote))
}

export interface CausesView {
  readonly element: HTMLElement
  /** @param hasProblems whether the log has problems, of a known cause or not */
  draw(causes: readonly Cause[], hasProblems: boolean): void
}

/** @param reveal leads to a record in the log */
export function createCausesView(words: Words, reveal: (one: LogRecord) => void): CausesView {
  const list = make('div', { role: 'list' })
  const title = make('h2', {})
  const element = make(
    'section',
    { class: 'causes', 'data-part': 'causes', 'aria-label': words.causes },
    title,
    make('div', { class: 'causes-list', tabindex: '0' }, list),
  )
  /** By cause. A cause that is met again keeps its element, and with it the focus. */
  let drawn = new Map<string, DrawnCause>()
  return {
    element,
    draw(causes, hasProblems) {
      const before = drawn
      drawn = new Map()
      for (const cause of causes) {
        const key = `${cause.diagnosis.id} ${cause.wrong}`
        const one = before.get(key) || createCause(cause, words, reveal)
        one.show(cause)
        drawn.set(key, one)
      }
      title.textContent = [words.causes, causes.length || ''].join(' ')
      const elements = Array.from(drawn.values(), (one) => one.element)
      const text = hasProblems ? words.otherCauses : words.noCauses
      place(list, causes.length ? elements : [make('p', { class: 'soft', role: 'listitem' }, text)])
    },
  }
}

interface DrawnCause {
  readonly element: HTMLElement
  /** Shows how often it was met, and where. */
  show(cause: Cause): void
}

function createCause(
  { diagnosis, wrong, instead, latest: first }: Cause,
  words: Words,
  reveal: (one: LogRecord) => void,
): DrawnCause {
  let latest = first
  const where = make('span', {})
  const element = make(
    'div',
    {
      role: 'listitem',
      class: diagnosis.isNote ? 'cause soft' : 'cause',
      [diagnosis.isNote ? 'data-remark' : 'data-diagnosis']: diagnosis.id,
    },
    ...remarkLines(diagnosis, methodOf(first), [wrong, instead], words),
    make(
      'p',
      { class: 'where' },
      where,
      ' ',
      partButton('show-in-log', words.showInLog, () => reveal(latest), 'link'),
    ),
  )
  return {
    element,
    show(cause) {
      latest = cause.latest
      element.dataset.count = String(cause.count)
      const calls = Array.from(cause.methods, ([method, times]) =>
        [method, times > 1 && `× ${times}`].filter(Boolean).join(' '),
      )
      where.textContent = [
        calls.filter(Boolean).join(' · '),
        words.latestAt(`${(latest.at / 1000).toFixed(2)} s`),
      ]
        .filter(Boolean)
        .join(words.language === 'en' ? ', ' : '，')
    },
  }
}

/** Makes the two sentences of a diagnosis, with the way to the page about it. */
export function remarkLines(
  diagnosis: Diagnosis,
  method: string,
  [wrong, instead]: readonly [string, string],
  words: Words,
): HTMLElement[] {
  const why = partButton('why', words.why.ask, () => openWhy(whyPage(diagnosis, method, words)), 'link')
  why.setAttribute('aria-label', `${words.why.ask} ${wrong}`)
  return [make('p', { class: 'wrong' }, wrong), make('p', { class: 'instead' }, instead, ' ', why)]
}

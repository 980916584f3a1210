/** The log with its diagnoses: beside each call, counted above the list, and once per method on the console. */
import { make } from '../draw/element'
import type { LogEntry, LogNote, ReadableLog } from '../log/store'
import { createLogView, type LogView } from '../log/view'
import type { Words } from '../texts/words'
import { countOf, type Diagnosis, diagnose } from './diagnose'
import { countText, sentencesOf } from './texts'

/** The document that explains the hazards. */
const SOURCE = 'docs/upsdk-behaviour.md'

export interface DiagnosedViewParts {
  readonly words: Words
  /** Is the kit `window.upsdk` now? */
  kitInPlace(): boolean
}

/** Draws the log. It is diagnosed once per drawn frame. */
export function createDiagnosedView(log: ReadableLog, { words, kitInPlace }: DiagnosedViewParts): LogView {
  const { language } = words
  let found: ReadonlyMap<LogEntry | LogNote, readonly Diagnosis[]> = new Map()
  const warned = new Set<string>()
  const count = make('p', { class: 'count', 'data-part': 'diagnoses', role: 'status', hidden: true })

  const methodOf = (one: LogEntry | LogNote): string => ('method' in one ? one.method : '')

  function warnOnce(one: LogEntry | LogNote, diagnosis: Diagnosis): void {
    const key = `${diagnosis.id} ${methodOf(one)}`
    if (diagnosis.isNote || warned.has(key)) return
    warned.add(key)
    const [wrong, instead] = sentencesOf(diagnosis, methodOf(one), language)
    console.warn(
      `[upsdk-kit] ${wrong}${language === 'en' ? '' : '。'} ${instead} (${SOURCE}: ${diagnosis.hazard})`,
    )
  }

  function beforeDraw(): void {
    found = diagnose(log, { kitInPlace: kitInPlace() })
    const all = countOf(found)
    count.hidden = !log.entries.length && !all
    count.dataset.count = String(all)
    count.textContent = countText(all, language)
    found.forEach((list, one) => {
      for (const diagnosis of list) warnOnce(one, diagnosis)
    })
  }

  function remarkOf(diagnosis: Diagnosis, method: string): HTMLElement {
    const { id, hazard, isNote } = diagnosis
    const [wrong, instead] = sentencesOf(diagnosis, method, language)
    return make(
      'div',
      { class: isNote ? 'remark soft' : 'remark', 'data-remark': id },
      make('p', {}, wrong, ' ', make('span', { class: 'soft', title: `${SOURCE}: ${hazard}` }, hazard)),
      make('p', { class: 'instead' }, instead),
    )
  }

  const view = createLogView(log, {
    words,
    beforeDraw,
    remarksOn(one) {
      const list = found.get(one)
      return (
        list && {
          name: list
            .filter(({ isNote }) => !isNote)
            .map(({ id }) => id)
            .join(' '),
          elements: list.map((diagnosis) => remarkOf(diagnosis, methodOf(one))),
        }
      )
    },
  })
  return { ...view, element: make('div', { 'data-part': 'diagnosed-log' }, count, view.element) }
}

/** “All situations”, and “compare”, which is the same for one of them: the start, the progress, the table and a log. */

import type { Situation } from '../shared/situations'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { fill, make, partButton } from '../view/element'
import type { Words } from '../view/texts/words'
import type { SituationRun } from './situationRun'
import { createStartView, type Plan, type ReplayedPage } from './situationsStart'
import { cellText, commonText, countMarked, tableAsMarkdown, testsOf } from './situationsTable'
import { drawMarks, drawTable, nameOfRun } from './situationsTableView'
import type { PhoneTexts } from './texts'

export interface SituationsViewOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  readonly page: ReplayedPage
  run(situation: Situation, inPlace: boolean): Promise<SituationRun>
  stop(): void
  /** The runs begin: nothing else may change the desk. */
  begin(): void
  /** Everything has run, or was stopped: puts the desk back as it was. */
  finish(): Promise<void>
}

export interface SituationsView {
  readonly element: HTMLElement
  /**
   * @param only the situation to compare both modes in; undefined for all
   * @param closed runs once it is closed
   */
  open(only: Situation | undefined, closed: () => void): void
}

/** What a run usually takes, in s. */
const USUAL_SECONDS = 1

/** A table whose runs have ended. */
interface Finished {
  readonly only: Situation | undefined
  readonly plan: Plan
  readonly runs: readonly SituationRun[]
  readonly seconds: number
}

export function createSituationsView(options: SituationsViewOptions): SituationsView {
  const { words, texts, page } = options
  const element = make('section', { class: 'all', 'aria-label': texts.all, 'data-part': 'all', hidden: true })
  const leftOut = new Set<string>()
  /** The last table of all situations, and of each that was compared. */
  const tables = new Map<Situation | undefined, Finished>()
  let isRunning = false
  let secondsARun = USUAL_SECONDS
  let onClose = (): void => undefined

  /** Shows a screen below the heading. */
  function show(only: Situation | undefined, ...screen: readonly (HTMLElement | false)[]): void {
    const title = only ? `${words.phone.compare} · ${words.phone.situations[only]}` : texts.all
    const head = make(
      'div',
      { class: 'row tools' },
      make('h2', {}, title),
      !isRunning && partButton('all-close', texts.allClose, close),
    )
    fill(element, head, ...screen)
  }

  function close(): void {
    element.hidden = true
    onClose()
  }

  function showStart(only: Situation | undefined): void {
    const start = (plan: Plan) => void runAll(only, plan)
    const view = createStartView({ words, texts, page, only, leftOut, secondsARun, start })
    show(only, ...view.elements)
    view.first?.focus()
  }

  async function runAll(only: Situation | undefined, plan: Plan): Promise<void> {
    isRunning = true
    options.begin()
    const started = performance.now()
    const runs = await showRuns(only, plan)
    await options.finish()
    isRunning = false
    const seconds = Math.round((performance.now() - started) / 1000)
    const finished = { only, plan, runs, seconds }
    tables.set(only, finished)
    showTable(finished)
  }

  /** Runs the plan, and shows how far it is. @returns the runs that have ended, all of them unless it was stopped */
  async function showRuns(only: Situation | undefined, plan: Plan): Promise<readonly SituationRun[]> {
    const runs: SituationRun[] = []
    let isStopped = false
    const bar = make('progress', { max: plan.length, value: 0, 'aria-label': texts.all })
    const status = make('p', { role: 'status', 'data-part': 'all-status' })
    const table = make('div', {})
    const stop = partButton('all-stop', texts.allStop, () => {
      isStopped = true
      options.stop()
    })
    show(only, bar, make('div', { class: 'row tools' }, stop, status), table)
    stop.focus()
    const unended = (isNext: boolean) => (isNext ? texts.runs : texts.waits)
    for (const [situation, inPlace] of plan) {
      if (isStopped) break
      const name = nameOfRun(situation, inPlace, words)
      const left = (plan.length - runs.length) * secondsARun
      status.textContent = `${texts.progress(runs.length + 1, plan.length, name)} · ${texts.allTakes(left)}`
      fill(table, drawTable({ words, texts, plan, runs, unended }))
      runs.push(await options.run(situation, inPlace))
      bar.value = runs.length
      secondsARun = runs.reduce((sum, { took }) => sum + took, 0) / runs.length / 1000
    }
    return runs
  }

  function showTable(finished: Finished): void {
    const { only, plan, runs, seconds } = finished
    const unfinished = runs.filter(({ end }) => end !== 'done').length
    const marked = countMarked(runs, false) + countMarked(runs, true)
    const summary = make(
      'p',
      { role: 'status', tabindex: '-1', 'data-part': 'all-status' },
      (page.countActions() ? '' : texts.onlyOpened) +
        texts.finished(runs.length, marked, seconds) +
        (unfinished ? texts.unfinished(unfinished) : ''),
    )
    const copy = (part: string, label: string, text: () => string) =>
      createCopyButton({ part, label, copied: words.copied, text })
    const tools = make(
      'div',
      { class: 'row tools' },
      copy('copy-markdown', texts.copyMarkdown, () => tableAsMarkdown(runs, words, texts)),
      copy('copy-tests', texts.copyTests, () => testsOf(runs, words)),
      partButton('all-again', texts.allAgain, () => showStart(only)),
    )
    const table = drawTable({
      words,
      texts,
      plan,
      runs,
      unended: () => '–',
      showLog: (run) => showLog(run, finished),
    })
    const inEach = [false, true]
      .map((inPlace) => commonText(runs, inPlace, words, texts))
      .filter(Boolean)
      .map((text) => make('p', { class: 'lines', 'data-part': 'all-in-each' }, text))
    show(only, summary, ...inEach, tools, table, make('p', { class: 'soft' }, texts.allKept))
    summary.focus()
  }

  function showLog(run: SituationRun, finished: Finished): void {
    const log = createDiagnosedView(run.log, { words, kitInPlace: () => run.inPlace })
    const back = partButton('all-back', texts.backToTable, () => {
      log.stop()
      showTable(finished)
    })
    const { marks } = cellText(run, finished.runs, words, texts)
    const title = make('h3', {}, nameOfRun(run.situation, run.inPlace, words))
    show(finished.only, back, title, ...drawMarks(marks), log.element)
    back.focus()
  }

  return {
    element,
    open(only, closed) {
      element.hidden = false
      onClose = closed
      if (isRunning) return
      const finished = tables.get(only)
      if (finished) showTable(finished)
      else showStart(only)
    },
  }
}

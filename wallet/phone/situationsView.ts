/** “All situations”: what it costs, its progress, and its table. */

import { SITUATIONS, type Situation } from '../shared/settings'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { fill, make, partButton } from '../view/element'
import type { LogView } from '../view/logView'
import type { Words } from '../view/texts/words'
import type { SituationRun } from './runResult'
import { cellText, countMarked, findRun, tableAsMarkdown, testsOf } from './situationsTable'
import type { PhoneTexts } from './texts'

export interface SituationsViewOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  /** How many actions can be played again. */
  countActions(): number
  /** Has the page called upsdk, or shown something? Then there is something to see without a tap. */
  hasLog(): boolean
  /** Is the page signed? Only then a refused config is one of its situations. */
  isSigned(): boolean
  /** Can upsdk-kit be put in upsdk's place? */
  canHaveKit(): boolean
  run(situation: Situation, inPlace: boolean): Promise<SituationRun>
  stop(): void
  /** The runs begin: nothing else may change the desk. */
  begin(): void
  /** Everything has run, or was stopped: puts the desk back as it was. */
  finish(): Promise<void>
  close(): void
}

/** What a run usually takes, in s. */
const USUAL_SECONDS = 5

type Planned = readonly [situation: Situation, inPlace: boolean]

export interface SituationsView {
  readonly element: HTMLElement
  open(): void
}

export function createSituationsView(parts: SituationsViewOptions): SituationsView {
  const { words, texts } = parts
  const { phone } = words
  const element = make('section', { class: 'all', 'aria-label': texts.all, 'data-part': 'all', hidden: true })
  let runs: SituationRun[] = []
  let plan: readonly Planned[] = []
  let isRunning = false
  /** The situations and modes that were left out last. */
  const unticked = new Set<string>()
  let isStopped = false
  let seconds = 0
  let shownLog: LogView | undefined

  /** How long a run takes: those before, or what is usual, in s. */
  const secondsARun = () =>
    runs.length ? runs.reduce((sum, { took }) => sum + took, 0) / runs.length / 1000 : USUAL_SECONDS

  const head = () =>
    make(
      'div',
      { class: 'row tools' },
      make('h2', {}, texts.all),
      !isRunning && partButton('all-close', texts.allClose, close),
    )

  function close(): void {
    element.hidden = true
    parts.close()
  }

  function boxes(legend: string, values: readonly (readonly [value: string, text: string, isOn: boolean])[]) {
    const inputs = values.map(([value, , isOn]) => {
      const input = make('input', { type: 'checkbox', value })
      input.checked = isOn && !unticked.has(value)
      input.addEventListener('change', () => (input.checked ? unticked.delete(value) : unticked.add(value)))
      input.disabled = !isOn
      return input
    })
    const group = make(
      'fieldset',
      {},
      make('legend', {}, legend),
      ...values.map(([, text], index) => make('label', { class: 'check' }, inputs[index], text)),
    )
    return { group, chosen: () => inputs.filter(({ checked }) => checked).map(({ value }) => value) }
  }

  function drawStart(): void {
    const actions = parts.countActions()
    if (!actions && !parts.hasLog())
      return fill(element, head(), make('p', { class: 'hint' }, texts.allNothing))
    const situations = boxes(
      texts.allSituations,
      SITUATIONS.filter((one) => one !== 'config-refused' || parts.isSigned()).map((one) => [
        one,
        phone.situations[one],
        true,
      ]),
    )
    const modes = boxes(texts.allModes, [
      ['raw', phone.asIs, true],
      ['kit', phone.inPlace, parts.canHaveKit()],
    ])
    const cost = make('p', { class: 'cost', role: 'status', 'data-part': 'all-cost' })
    const chosen = () => {
      const all: Planned[] = []
      for (const situation of situations.chosen())
        for (const mode of modes.chosen()) all.push([situation as Situation, mode === 'kit'])
      return all
    }
    const start = partButton('all-start', texts.allStart, () => void runAll(chosen()), 'main')
    const count = () => {
      const { length } = chosen()
      cost.textContent = `${texts.allCost(length)} ${texts.allTakes(length * secondsARun())}`
      start.disabled = !length
    }
    const choices = make('div', {}, situations.group, modes.group)
    choices.addEventListener('change', count)
    fill(
      element,
      head(),
      make('p', {}, actions ? texts.allNote(actions) : texts.allOnLoad),
      choices,
      cost,
      make('p', { class: 'soft' }, texts.allKept),
      start,
    )
    count()
    start.focus()
  }

  async function runAll(planned: readonly Planned[]): Promise<void> {
    runs = []
    plan = planned
    isRunning = true
    parts.begin()
    isStopped = false
    const started = performance.now()
    const bar = make('progress', { max: plan.length, value: 0, 'aria-label': texts.all })
    const status = make('p', { role: 'status', 'data-part': 'all-status' })
    const table = make('div', {})
    const stop = partButton('all-stop', texts.allStop, () => {
      isStopped = true
      parts.stop()
    })
    fill(element, head(), bar, make('div', { class: 'row tools' }, stop, status), table)
    stop.focus()
    for (const [situation, inPlace] of plan) {
      if (isStopped) break
      const name = `${phone.situations[situation]} · ${inPlace ? phone.inPlace : phone.asIs}`
      const left = (plan.length - runs.length) * secondsARun()
      status.textContent = `${texts.progress(runs.length + 1, plan.length, name)} · ${texts.allTakes(left)}`
      fill(table, tableView())
      runs.push(await parts.run(situation, inPlace))
      bar.value = runs.length
    }
    await parts.finish()
    seconds = Math.round((performance.now() - started) / 1000)
    isRunning = false
    drawTable()
  }

  function drawTable(): void {
    const unfinished = runs.filter(({ end }) => end !== 'done').length
    const marked = countMarked(runs, false) + countMarked(runs, true)
    const summary = make(
      'p',
      { role: 'status', tabindex: '-1', 'data-part': 'all-status' },
      texts.finished(runs.length, marked, seconds) + (unfinished ? texts.unfinished(unfinished) : ''),
    )
    const copy = (part: string, label: string, text: () => string) =>
      createCopyButton({ part, label, copied: words.copied, text })
    fill(
      element,
      head(),
      summary,
      make(
        'div',
        { class: 'row tools' },
        copy('copy-markdown', texts.copyMarkdown, () => tableAsMarkdown(runs, words, texts)),
        copy('copy-tests', texts.copyTests, () => testsOf(runs, words)),
        partButton('all-again', texts.allAgain, drawStart),
      ),
      tableView(),
      make('p', { class: 'soft' }, texts.allKept),
    )
    summary.focus()
  }

  function tableView(): HTMLElement {
    const modes = [false, true].filter((inPlace) => plan.some((one) => one[1] === inPlace))
    const situations = plan.map(([one]) => one).filter((one, index, all) => all.indexOf(one) === index)
    const column = (text: string) => make('th', { scope: 'col' }, text)
    return make(
      'div',
      { class: 'table', tabindex: '0', role: 'group', 'aria-label': texts.all },
      make(
        'table',
        { 'data-part': 'all-table' },
        make(
          'thead',
          {},
          make(
            'tr',
            {},
            column(phone.situation),
            ...modes.map((inPlace) =>
              column(texts.markedIn(inPlace ? phone.inPlace : phone.asIs, countMarked(runs, inPlace))),
            ),
          ),
        ),
        make(
          'tbody',
          {},
          ...situations.map((situation) =>
            make(
              'tr',
              { 'data-situation': situation },
              make('th', { scope: 'row' }, phone.situations[situation]),
              ...modes.map((inPlace) => cellView(situation, inPlace)),
            ),
          ),
        ),
      ),
    )
  }

  function cellView(situation: Situation, inPlace: boolean): HTMLElement {
    const mode = inPlace ? 'kit' : 'raw'
    const run = findRun(runs, situation, inPlace)
    if (!run) {
      const [now, isKit] = plan[runs.length] || []
      const isNow = now === situation && isKit === inPlace
      const text = !isRunning ? '–' : isNow ? texts.runs : texts.waits
      return make('td', { 'data-mode': mode }, make('p', { class: 'soft' }, text))
    }
    const { seen, facts, marks, end } = cellText(run, runs, words, texts)
    const name = `${texts.showLog}: ${phone.situations[run.situation]}, ${inPlace ? phone.inPlace : phone.asIs}`
    return make(
      'td',
      { 'data-mode': mode, 'data-marked': String(marks.length > 0), 'data-end': run.end },
      ...marks.map((mark) => make('p', { class: 'mark' }, `⚠ ${mark}`)),
      make('p', { class: 'lines' }, seen),
      make('p', { class: 'soft' }, ...factsView(facts)),
      end && make('p', { class: 'ending' }, end),
      !isRunning &&
        make(
          'button',
          { type: 'button', class: 'link', 'aria-label': name, onclick: () => showLog(run) },
          texts.showLog,
        ),
    )
  }

  function showLog(run: SituationRun): void {
    shownLog?.stop()
    shownLog = createDiagnosedView(run.log, { words, kitInPlace: () => run.inPlace })
    const back = partButton('all-back', texts.backToTable, () => {
      shownLog?.stop()
      drawTable()
    })
    fill(
      element,
      head(),
      back,
      make('h3', {}, `${phone.situations[run.situation]} · ${run.inPlace ? phone.inPlace : phone.asIs}`),
      ...cellText(run, runs, words, texts).marks.map((mark) => make('p', { class: 'mark' }, `⚠ ${mark}`)),
      shownLog.element,
    )
    back.focus()
  }

  return {
    element,
    open() {
      element.hidden = false
      if (isRunning) return
      if (runs.length) drawTable()
      else drawStart()
    },
  }
}

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

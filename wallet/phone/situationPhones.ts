/** The page in two phones, as it stood in a situation, with what the user saw and what came of the calls; or their logs. */
import { isOfBrowser, seenTexts } from '../shared/log'
import type { Situation } from '../shared/situations'
import { createDiagnosedView } from '../view/diagnoses/view'
import { fill, make, partButton } from '../view/element'
import type { LogView } from '../view/logView'
import type { Words } from '../view/texts/words'
import type { Theme } from './link'
import type { SeenAt } from './marks'
import { modeName, modeOf } from './modes'
import { type Caption, createCaption } from './runCaption'
import { lastMoment, type Moment, momentOfProof, momentOfStep, momentOfText } from './runMoments'
import { createRunPhone, type TitleOfRun } from './runPhone'
import type { SituationRun } from './situationRun'
import { type CellText, cellText, commonText, marksIn, quotation, textsIn } from './situationsTable'
import type { PhoneTexts } from './texts'
import { pays, sentPayments } from './userCalls'

/** A run, with what stood above the page at its end. */
export interface ShownRun {
  readonly run: SituationRun
  readonly title: TitleOfRun
}

interface Shown {
  readonly situation: Situation
  /** Is the kit in upsdk's place? For each phone. */
  readonly modes: readonly boolean[]
  /** All runs so far. */
  readonly ran: readonly ShownRun[]
  readonly isRunning: boolean
  /** What stands in the place of a run that has not ended. */
  waits(inPlace: boolean): string
}

export interface SituationPhones {
  readonly element: HTMLElement
  draw(shown: Shown): void
  stop(): void
}

export function createSituationPhones({
  words,
  texts,
  theme,
  toList,
}: {
  readonly words: Words
  readonly texts: PhoneTexts
  theme(): Theme
  /** Leads back to the list, which stands above the phones on a small screen. */
  toList(): void
}): SituationPhones {
  const { phone } = words
  const element = make('div', { class: 'run-main', 'data-part': 'run-main' })
  /** Of all runs, so it is drawn anew as they end. */
  const common = make('div', { 'data-part': 'all-in-each' })
  let logs: readonly LogView[] = []
  /** Those of the runs that are shown. */
  const captions = new Map<SituationRun, Caption>()
  let drawn = ''
  /** On a small screen one run is in sight at a time. */
  let inSight = modeOf(false)

  function stop(): void {
    for (const log of logs) log.stop()
    logs = []
    captions.clear()
    drawn = ''
  }

  function drawPhones(all: Shown): void {
    const { situation, modes, ran } = all
    stop()
    const runs = ran.map(({ run }) => run)
    const shown = modes.map((inPlace) =>
      ran.find(({ run }) => run.situation === situation && run.inPlace === inPlace),
    )
    const done = shown.filter((one) => !!one)
    const again = () => {
      drawPhones(all)
      element.scrollIntoView({ block: 'start' })
    }
    // What it says of a payment is true of both phones.
    const isOfAll = done.every(({ run }) => pays(run) && (situation !== 'c02' || !sentPayments(run).length))
    const note = done.length && isOfAll && texts.situationNotes[situation]
    fill(
      element,
      make(
        'div',
        { class: 'run-title' },
        make('h3', {}, phone.situations[situation], ' ', make('small', {}, note || '')),
        partButton('all-to-list', texts.toList, toList, 'link'),
        drawSwitch(modes),
      ),
      make('div', { class: 'run-columns' }, ...drawColumns(modes, shown, all)),
      make(
        'div',
        { class: 'run-foot soft' },
        make(
          'div',
          {},
          done.some(({ run }) => isOfPage(run, runs)) &&
            make('p', { 'data-part': 'own-words' }, texts.ownWords),
          common,
        ),
        done.length > 0 &&
          partButton('all-logs', texts.showLogs, () => showLogs(situation, done, runs, again), 'link'),
      ),
    )
  }

  /** Draws what changes between the runs of a situation in the same place, on a small screen. */
  function drawSwitch(modes: readonly boolean[]): HTMLElement | false {
    delete element.dataset.inSight
    if (modes.length < 2) return false
    const buttons = modes.map((inPlace) => {
      const mode = modeOf(inPlace)
      const show = () => {
        inSight = mode
        point()
      }
      return make('button', { type: 'button', value: mode, onclick: show }, modeName(inPlace, words))
    })
    function point(): void {
      element.dataset.inSight = inSight
      for (const button of buttons) button.setAttribute('aria-pressed', String(button.value === inSight))
    }
    point()
    return make('div', { class: 'segments', 'data-part': 'all-switch' }, ...buttons)
  }

  /** Draws the phones of one situation. Where one shows an earlier step, the other shows the same one. */
  function drawColumns(
    modes: readonly boolean[],
    shown: readonly (ShownRun | undefined)[],
    all: Shown,
  ): HTMLElement[] {
    const runs = all.ran.map(({ run }) => run)
    const cells = shown.map((one) => one && cellText(one.run, runs, words, texts))
    const marked = shown.map((one, index) => one && momentsOfMarks(one.run, cells[index]))
    const columns = modes.map((inPlace, index) => {
      const waiting = make('div', { class: 'run-empty soft' }, all.waits(inPlace))
      let area: HTMLElement = make('div', { class: 'run-area' }, waiting)
      const section = make(
        'section',
        { class: 'run-column', 'data-run': modeOf(inPlace), 'aria-label': modeName(inPlace, words) },
        make('h4', {}, modeName(inPlace, words)),
        area,
      )
      const one = shown[index]
      const cell = cells[index]
      if (!one || !cell) return { section, show: () => undefined }
      const { run } = one
      const ofStep = ({ step }: Moment) =>
        marked[index]?.find((own) => own.step === step) || momentOfStep(run, textsIn(runs, run), step)
      const beside: Moment[] = []
      for (const list of marked)
        for (const moment of list || []) {
          const own = ofStep(moment)
          if (own) beside.push(own)
        }
      const last = lastMoment(run, cell.newest)
      const caption = createCaption({
        run,
        cell,
        last,
        beside,
        words,
        texts,
        choose: (moment) => show(index, moment === last ? undefined : moment),
      })
      captions.set(run, caption)
      section.append(caption.element)
      return {
        section,
        show(moment: Moment | undefined, isOwn: boolean) {
          const now = (moment && (isOwn ? moment : ofStep(moment))) || last
          const isLast = now?.picture === last?.picture
          const before = area
          area = drawPhone(one, now, (isLast ? cell.newest : now?.text) || caption.said)
          before.replaceWith(area)
          caption.show(now)
        },
      }
    })
    /** @param index whose moment was chosen; all are shown as they ended if there is none */
    function show(index: number, moment: Moment | undefined): void {
      for (const [place, column] of columns.entries()) column.show(moment, place === index)
    }
    // What a run is marked for is shown first, or else what the user was told last.
    const isMarked = cells.some((cell) => cell?.marks.length)
    const firsts = shown.map((one, index) => {
      if (!one) return undefined
      const newest = cells[index]?.newest
      return isMarked ? momentsOfMarks(one.run, cells[index], 1)[0] : newest && momentOfText(one.run, newest)
    })
    const first = firsts.findIndex((moment) => !!moment)
    show(first, firsts[first])
    return columns.map(({ section }) => section)
  }

  /** Finds the earlier moments that prove the first marks of a run, where they were kept. */
  function momentsOfMarks(run: SituationRun, cell: CellText | undefined, most?: number): readonly Moment[] {
    const last = lastMoment(run, cell?.newest)
    const moments: Moment[] = []
    for (const mark of (cell?.marks || []).slice(0, most)) {
      const proof = cell?.proofs.get(mark)
      const moment = proof && momentOfProof(run, cell?.newest, proof)
      if (moment && moment.picture !== last?.picture) moments.push(moment)
    }
    return moments
  }

  /** @param text what the user saw just before, or else what is said of it */
  function drawPhone(
    { run, title }: ShownRun,
    moment: Moment | undefined,
    text: SeenAt | string,
  ): HTMLElement {
    if (!moment) return make('div', { class: 'run-area soft' }, texts.noPicture)
    const { picture, at } = moment.picture
    return createRunPhone({
      words,
      texts,
      name: `${modeName(run.inPlace, words)}: ${typeof text === 'string' ? text : quotation(text, words)}`,
      picture,
      title,
      address: location.host + (run.routes.slice(-1)[0]?.path ?? '/'),
      theme: theme(),
      dialog: typeof text !== 'string' && isOfBrowser(text) && at - text.at < AT_ONCE ? text : undefined,
    })
  }

  const marksOf = (one: ShownRun | undefined, runs: readonly SituationRun[]): HTMLElement[] =>
    one
      ? cellText(one.run, runs, words, texts).marks.map((mark) => make('p', { class: 'mark' }, `! ${mark}`))
      : []

  /** Shows their logs in the place of the two phones, each below its marks: they are no causes of the log. */
  function showLogs(
    situation: Situation,
    shown: readonly ShownRun[],
    runs: readonly SituationRun[],
    goBack: () => void,
  ): void {
    logs = shown.map(({ run }) => createDiagnosedView(run.log, { words, kitInPlace: () => run.inPlace }))
    const back = partButton('all-back', texts.backToPhones, goBack)
    const columns = logs.map((log, index) =>
      make(
        'section',
        { class: 'run-column run-log', 'data-run': modeOf(!!shown[index]?.run.inPlace) },
        make('h4', {}, modeName(!!shown[index]?.run.inPlace, words)),
        ...marksOf(shown[index], runs),
        log.element,
      ),
    )
    fill(
      element,
      make(
        'div',
        { class: 'run-title' },
        back,
        make('h3', {}, phone.situations[situation]),
        drawSwitch(shown.map(({ run }) => run.inPlace)),
      ),
      make('div', { class: 'run-columns' }, ...columns),
    )
    back.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'start' })
  }

  return {
    element,
    stop,
    draw(shown) {
      const { situation, modes, ran, isRunning, waits } = shown
      const runs = ran.map(({ run }) => run)
      const said = modes.map((inPlace) => commonText(runs, inPlace, words, texts, isRunning)).filter(Boolean)
      fill(common, ...said.map((text) => make('p', { class: 'lines' }, text)))
      const isDone = (inPlace: boolean) =>
        ran.some(({ run }) => run.situation === situation && run.inPlace === inPlace)
      const content = [situation, ...modes.map((one) => (isDone(one) ? 'done' : waits(one)))].join(' ')
      // A picture that is drawn again would flicker, and nobody is taken away from a log that is read.
      if (content === drawn || (logs.length && drawn.startsWith(`${situation} `))) {
        captions.forEach((caption, run) => void caption.drawFacts(cellText(run, runs, words, texts)))
        return
      }
      drawPhones(shown)
      drawn = content
    },
  }
}

/** A picture that came so many ms after a dialog of the browser shows the page behind it. A later one does not. */
const AT_ONCE = 100

/** Finds the newest text that the user saw. */
const newestText = ({ log }: SituationRun) => seenTexts(log.notes).slice(-1)[0]

/** With the kit, does the page's own text say that a payment failed which was sent? */
const isOfPage = (run: SituationRun, runs: readonly SituationRun[]): boolean =>
  run.inPlace && marksIn(runs, run).includes('told-failed') && newestText(run)?.by === 'page'

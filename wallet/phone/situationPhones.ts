/** The page in two phones, as it stood in a situation, with what the user saw and what came of the calls; or their logs. */
import { isOfBrowser, seenTexts } from '../shared/log'
import type { Situation } from '../shared/situations'
import { createDiagnosedView } from '../view/diagnoses/view'
import { fill, make, partButton } from '../view/element'
import type { LogView } from '../view/logView'
import type { Words } from '../view/texts/words'
import type { Theme } from './link'
import { modeName, modeOf } from './modes'
import { lastMoment, type Moment, momentOfStep, momentOfText } from './runMoments'
import { createRunPhone, type TitleOfRun } from './runPhone'
import type { SituationRun } from './situationRun'
import { cellText, commonText, marksIn, quotation, textsIn } from './situationsTable'
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
  let drawn = ''

  function stop(): void {
    for (const log of logs) log.stop()
    logs = []
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
      ),
      make('div', { class: 'run-columns' }, ...drawColumns(modes, shown, all)),
      make(
        'div',
        { class: 'run-foot soft' },
        done.some(({ run }) => isOfPage(run, runs)) &&
          make('p', { 'data-part': 'own-words' }, texts.ownWords),
        common,
        done.length > 0 &&
          partButton('all-logs', texts.showLogs, () => showLogs(situation, done, runs, again), 'link'),
      ),
    )
  }

  /** Draws the phones of one situation. Where one shows an earlier step, the other shows the same one. */
  function drawColumns(
    modes: readonly boolean[],
    shown: readonly (ShownRun | undefined)[],
    all: Shown,
  ): HTMLElement[] {
    const runs = all.ran.map(({ run }) => run)
    const sections = modes.map((inPlace) =>
      make('section', {
        class: 'run-column',
        'data-run': modeOf(inPlace),
        'aria-label': modeName(inPlace, words),
      }),
    )
    /** @param index whose moment was chosen; undefined to show all as they ended */
    function show(index?: number, moment?: Moment): void {
      sections.forEach((section, place) => {
        const one = shown[place]
        const inPlace = !!modes[place]
        const own =
          moment &&
          (place === index ? moment : one && momentOfStep(one.run, textsIn(runs, one.run), moment.step))
        const choose = (next?: Moment) => {
          show(place, next)
          section.querySelector<HTMLElement>('[data-part=all-moment]')?.focus()
        }
        fill(
          section,
          make('h4', {}, modeName(inPlace, words)),
          ...(one
            ? drawRun(one, runs, own, choose)
            : [
                make(
                  'div',
                  { class: 'run-area' },
                  make('div', { class: 'run-empty soft' }, all.waits(inPlace)),
                ),
              ]),
        )
      })
    }
    // What a run is marked for is shown first.
    const marked = shown.map((one) => one && momentOfMarks(one.run, runs))
    const first = marked.findIndex((moment) => !!moment)
    show(first, marked[first])
    return sections
  }

  /** Finds the moment that proves the first mark of a run; undefined if it is the last, or was not kept. */
  function momentOfMarks(run: SituationRun, runs: readonly SituationRun[]): Moment | undefined {
    const { marks, proofs } = cellText(run, runs, words, texts)
    const proof = marks[0] === undefined ? undefined : proofs.get(marks[0])
    return proof && momentOfText(run, proof)
  }

  /** @param moment what is shown in place of the end */
  function drawRun(
    { run, title }: ShownRun,
    runs: readonly SituationRun[],
    moment: Moment | undefined,
    choose: (next?: Moment) => void,
  ): HTMLElement[] {
    const { newest, saw, facts, marks, proofs, end } = cellText(run, runs, words, texts)
    const last = lastMoment(run, newest)
    const now = moment || last
    const isLast = now?.picture === last?.picture
    const text = isLast ? newest : now?.text
    const said = text ? quotation(text, words) : saw || marks.join(' ')
    const went = newestText(run)?.message === newest?.message ? goneAfter(run) : undefined
    const gone = went === undefined ? [] : [texts.goneAfter(went / 1000)]
    const linkTo = (to: Moment | undefined, line: string): HTMLElement => {
      if (!to) return make('span', { class: 'soft' }, texts.noPicture)
      const link = partButton(
        'all-moment',
        texts.seeMoment,
        () => choose(to === last ? undefined : to),
        'link',
      )
      link.setAttribute('aria-label', `${texts.seeMoment}${texts.colon}${line}`)
      return link
    }
    /** The mark that the picture proves says so itself. */
    const isProven = (mark: string): boolean => proofs.get(mark)?.message === text?.message
    const lineOf = (mark: string): HTMLElement => {
      const proof = proofs.get(mark)
      const proven = proof && momentOfText(run, proof)
      const isShown = !proof || proven?.picture === now?.picture
      return drawMark(mark, isShown ? undefined : linkTo(proven, mark))
    }
    return [
      now
        ? createRunPhone({
            words,
            texts,
            name: `${modeName(run.inPlace, words)}: ${said}`,
            picture: now.picture.picture,
            title,
            address: location.host + (run.routes.slice(-1)[0]?.path ?? '/'),
            theme: theme(),
            dialog: text && isOfBrowser(text) && now.picture.at - text.at < AT_ONCE ? text : undefined,
          })
        : make('div', { class: 'run-area soft' }, texts.noPicture),
      make(
        'div',
        { class: 'run-said' },
        ...marks.map(lineOf),
        !isLast && !!text && !marks.some(isProven) && drawLine('lines strong', texts.saw(said)),
        !!saw &&
          (isLast
            ? drawLine(marks.length ? 'lines' : 'lines strong', [saw, ...gone].join(' · '))
            : drawLine('lines', texts.atTheEnd(saw), linkTo(last, texts.atTheEnd(saw)))),
        make('p', { class: 'soft' }, facts.join(' · ')),
        end && make('p', { class: 'ending' }, end),
      ),
    ]
  }

  /** @param link leads to another moment, which the line is about */
  const drawLine = (className: string, text: string, link?: HTMLElement) =>
    link
      ? make('p', { class: `${className} elsewhere` }, text, ' ', link)
      : make('p', { class: className }, text)
  const drawMark = (mark: string, link?: HTMLElement) => drawLine('mark', `! ${mark}`, link)
  const marksOf = (one: ShownRun | undefined, runs: readonly SituationRun[]): HTMLElement[] =>
    one ? cellText(one.run, runs, words, texts).marks.map((mark) => drawMark(mark)) : []

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
        { class: 'run-column run-log' },
        make('h4', {}, modeName(!!shown[index]?.run.inPlace, words)),
        ...marksOf(shown[index], runs),
        log.element,
      ),
    )
    fill(
      element,
      make('div', { class: 'row' }, back, make('h3', {}, phone.situations[situation])),
      make('div', { class: 'run-columns' }, ...columns),
    )
    back.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'start' })
  }

  return {
    element,
    stop,
    draw(shown) {
      const { situation, modes, ran, waits } = shown
      const runs = ran.map(({ run }) => run)
      const said = modes.map((inPlace) => commonText(runs, inPlace, words, texts)).filter(Boolean)
      fill(common, ...said.map((text) => make('p', { class: 'lines' }, text)))
      const isDone = (inPlace: boolean) =>
        ran.some(({ run }) => run.situation === situation && run.inPlace === inPlace)
      const content = [situation, ...modes.map((one) => (isDone(one) ? 'done' : waits(one)))].join(' ')
      // A picture that is drawn again would flicker, and nobody is taken away from a log that is read.
      if (content === drawn || (logs.length && drawn.startsWith(`${situation} `))) return
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

/** How long the newest text that the user saw stayed, in ms; undefined if it was still there. */
function goneAfter(run: SituationRun): number | undefined {
  const newest = newestText(run)
  // A run itself leaves dialogs, so it says nothing of how long they stay.
  if (!newest || isOfBrowser(newest) || newest.form === 'dialog') return undefined
  const gone = run.views.find(({ at, isNewestGone }) => at > newest.at && isNewestGone)
  return gone && gone.at - newest.at
}

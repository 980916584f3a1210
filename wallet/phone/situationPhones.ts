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
import { createRunPhone, type TitleOfRun } from './runPhone'
import type { SituationRun } from './situationRun'
import { cellText, commonText, marksIn } from './situationsTable'
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

  function drawPhones({ situation, modes, ran, waits }: Shown): void {
    stop()
    const runs = ran.map(({ run }) => run)
    const shown = modes.map((inPlace) =>
      ran.find(({ run }) => run.situation === situation && run.inPlace === inPlace),
    )
    const done = shown.filter((one) => !!one)
    const again = () => {
      drawPhones({ situation, modes, ran, waits })
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
      make(
        'div',
        { class: 'run-columns' },
        ...modes.map((inPlace, index) => {
          const one = shown[index]
          return make(
            'section',
            { class: 'run-column', 'data-run': modeOf(inPlace), 'aria-label': modeName(inPlace, words) },
            make('h4', {}, modeName(inPlace, words)),
            ...(one ? drawRun(one, runs) : [make('div', { class: 'run-area soft' }, waits(inPlace))]),
          )
        }),
      ),
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

  function drawRun({ run, title }: ShownRun, runs: readonly SituationRun[]): HTMLElement[] {
    const { newest, shown, saw, facts, marks, proofs, end } = cellText(run, runs, words, texts)
    const went = newestText(run)?.message === shown?.message ? goneAfter(run) : undefined
    const last = run.pictures[run.pictures.length - 1]
    const drawAt = (taken: TakenPicture | undefined, text: SeenAt | undefined, said: string) =>
      taken
        ? createRunPhone({
            words,
            texts,
            name: `${modeName(run.inPlace, words)}: ${said}`,
            picture: taken.picture,
            title,
            address: location.host + (run.routes.slice(-1)[0]?.path ?? '/'),
            theme: theme(),
            dialog: text && isOfBrowser(text) && taken.at - text.at < AT_ONCE ? text : undefined,
          })
        : make('div', { class: 'run-area soft' }, texts.noPicture)
    let area = drawAt(last, shown, newest)
    const show = (next: HTMLElement) => {
      area.replaceWith(next)
      area = next
    }
    const moments: HTMLElement[] = []
    /** Shows the page at the moment that proves the mark, and at the newest one again. */
    function momentButton(mark: string): HTMLElement | undefined {
      const proof = proofs.get(mark)
      const taken = proof && pictureOf(run, proof)
      if (!taken || taken === last) return undefined
      const button = partButton('all-moment', texts.seeMoment, toggle, 'link')
      function toggle(): void {
        const isShown = button.textContent === texts.seeNewest
        for (const one of moments)
          one.textContent = one === button && !isShown ? texts.seeNewest : texts.seeMoment
        show(isShown ? drawAt(last, shown, newest) : drawAt(taken, proof, mark))
      }
      moments.push(button)
      return button
    }
    return [
      area,
      make(
        'div',
        { class: 'run-said' },
        ...marks.map((mark) => markLine(mark, momentButton(mark))),
        !!saw &&
          make(
            'p',
            { class: marks.length ? 'lines' : 'lines strong' },
            saw,
            went !== undefined && ` · ${texts.goneAfter(went / 1000)}`,
          ),
        make('p', { class: 'soft' }, facts.join(' · ')),
        end && make('p', { class: 'ending' }, end),
      ),
    ]
  }

  const markLine = (mark: string, moment?: HTMLElement) =>
    make('p', { class: 'mark' }, `! ${mark}`, !!moment && ' ', moment)
  const marksOf = (one: ShownRun | undefined, runs: readonly SituationRun[]): HTMLElement[] =>
    one ? cellText(one.run, runs, words, texts).marks.map((mark) => markLine(mark)) : []

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

type TakenPicture = SituationRun['pictures'][number]

/** A text has come in full so many ms later at most, and its picture is taken. */
const COMES_WITHIN = 500

/** Finds the picture of the moment at which a text had come; undefined if another text had come by then. */
const pictureOf = ({ pictures }: SituationRun, text: SeenAt): TakenPicture | undefined =>
  pictures.find(({ at }) => at >= text.at && at - text.at <= COMES_WITHIN)

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

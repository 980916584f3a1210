/** What is said under a phone: the marks, what the user saw, each with a way to its picture, and what came of the calls. */
import { isOfBrowser, seenTexts } from '../shared/log'
import { fill, make, partButton } from '../view/element'
import type { Words } from '../view/texts/words'
import { type Moment, momentOfProof, momentOfText } from './runMoments'
import type { SituationRun } from './situationRun'
import { type CellText, quotation } from './situationsTable'
import type { PhoneTexts } from './texts'

export interface Caption {
  readonly element: HTMLElement
  /** What the user saw, or else why the run is marked. */
  readonly said: string
  /** Says what came of the calls, and the causes of its log that not every run has: other runs may end later. */
  drawFacts(cell: CellText): void
  /** Points out the lines that a picture proves. */
  show(moment: Moment | undefined): void
}

interface CaptionOptions {
  readonly run: SituationRun
  readonly cell: CellText
  /** The page as the run left it. */
  readonly last: Moment | undefined
  /** What this phone shows while the other one shows the picture of a mark. */
  readonly beside: readonly Moment[]
  readonly words: Words
  readonly texts: PhoneTexts
  choose(moment: Moment): void
}

interface Line {
  readonly text: string
  readonly isMark?: boolean
  /** The page as the line has it; undefined if the line is about the whole run. */
  readonly moment?: Moment | undefined
  /** Is the line about a moment whose picture was not kept? */
  readonly isLost?: boolean
}

/** All lines stand there from the first, so that nothing moves as another moment is chosen. */
export function createCaption(options: CaptionOptions): Caption {
  const { run, cell, last, words, texts, choose } = options
  const lines = linesOf(options)
  const pictures = new Set(lines.map(({ moment }) => moment?.picture).filter(Boolean))
  const hasChoice = pictures.size > 1 || lines.some(({ isLost }) => isLost)
  const buttons: [button: HTMLElement, moment: Moment][] = []
  function drawWay({ text, moment, isLost }: Line): HTMLElement | string {
    if (isLost) return make('span', { class: 'soft' }, texts.noPicture)
    if (!moment || !hasChoice) return ''
    const button = partButton('all-moment', '', () => choose(moment), 'link')
    button.setAttribute('aria-label', `${texts.seeMoment}${texts.colon}${text}`)
    buttons.push([button, moment])
    return button
  }
  const drawLine = (line: Line): HTMLElement =>
    make(
      'p',
      { class: line.isMark ? 'run-line mark' : 'run-line' },
      make('span', { title: line.text }, line.isMark ? `! ${line.text}` : line.text),
      drawWay(line),
    )
  const ofCalls = make('div', {})
  function drawFacts({ facts, causes, end }: CellText): void {
    fill(
      ofCalls,
      make('p', { class: 'soft' }, facts.filter((fact) => !causes.includes(fact)).join(' · ')),
      causes.length > 0 && make('p', { class: 'soft' }, texts.causesOf(causes)),
      end && make('p', { class: 'ending' }, end),
    )
  }
  drawFacts(cell)
  return {
    element: make('div', { class: 'run-said' }, ...lines.map(drawLine), ofCalls),
    drawFacts,
    said: cell.saw || cell.marks.join(' '),
    show(shown) {
      for (const [button, { picture }] of buttons) {
        const isShown = picture === (shown || last)?.picture
        button.setAttribute('aria-pressed', String(isShown))
        button.textContent = isShown ? texts.momentShown : texts.seeMoment
      }
    },
  }

  function linesOf({ beside }: CaptionOptions): readonly Line[] {
    const { marks, proofs, saw } = cell
    const ofMarks = marks.map((mark): Line => {
      const proof = proofs.get(mark)
      // Without a text, the page as it was left is all that there is to see.
      const moment = proof ? momentOfProof(run, cell.newest, proof) : saw ? undefined : last
      return { text: mark, isMark: true, moment, isLost: !!proof && !moment }
    })
    /** A later step without a text may have ended the run. */
    const told = (cell.newest && momentOfText(run, cell.newest)) || last
    const isGone = told?.picture !== last?.picture
    const known = new Set(
      [told, last, ...ofMarks.map(({ moment }) => moment)].map((moment) => moment?.picture),
    )
    const others: Line[] = []
    for (const moment of beside) {
      if (!moment.text || known.has(moment.picture)) continue
      known.add(moment.picture)
      others.push({ text: texts.saw(quotation(moment.text, words)), moment })
    }
    const gone = goneAfter(run, cell)
    const text = [saw, gone !== undefined && texts.goneAfter(gone / 1000)].filter(Boolean).join(' · ')
    const isOnly = ![...ofMarks, ...others].some(({ moment }) => moment && moment.picture !== last?.picture)
    return [
      ...ofMarks,
      ...others,
      ...(saw ? [{ text: isOnly || isGone ? text : texts.atTheEnd(text), moment: told }] : []),
      ...(isGone ? [{ text: texts.end, moment: last }] : []),
    ]
  }
}

/** How long the newest text that the user saw stayed, in ms; undefined if it was still there. */
function goneAfter({ log, views }: SituationRun, cell: CellText): number | undefined {
  const newest = seenTexts(log.notes).slice(-1)[0]
  // A run itself leaves dialogs, so it says nothing of how long they stay.
  if (!newest || isOfBrowser(newest) || newest.form === 'dialog') return undefined
  if (newest.message !== cell.newest?.message) return undefined
  const gone = views.find(({ at, isNewestGone }) => at > newest.at && isNewestGone)
  return gone && gone.at - newest.at
}

/**
 * “Compare”: what was done on the page is played again in each situation, as the page is and with the kit in its place.
 * Left the situations with their marks, right the page in two phones as it stood in the chosen one.
 */
import { isOffered, SITUATIONS, type Situation } from '../shared/situations'
import { createCopyButton } from '../view/copyButton'
import { fill, make, partButton } from '../view/element'
import type { Words } from '../view/texts/words'
import type { Theme } from './link'
import type { Flag, Mark } from './marks'
import { modeName, modeOf } from './modes'
import { isReached } from './runResult'
import { createSituationPhones, type ShownRun } from './situationPhones'
import type { SituationRun } from './situationRun'
import { createSituationsList, drawSign } from './situationsList'
import { cellText, findRun, flagOf, marksIn, tableAsMarkdown, testsOf } from './situationsTable'
import type { PhoneTexts } from './texts'

/** The page that the runs play again. */
export interface ReplayedPage {
  /** What was done on it, in words. */
  actions(): readonly string[]
  /** Is the page signed? Only then a refused config is one of its situations. */
  isSigned(): boolean
  /** Can upsdk-kit be put in upsdk's place? */
  canHaveKit(): boolean
  theme(): Theme
}

export interface SituationsViewOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  readonly page: ReplayedPage
  /** “Use it in my page”. */
  readonly useIt: HTMLElement
  run(situation: Situation, inPlace: boolean): Promise<ShownRun>
  stop(): void
  /** The runs begin: nothing else may change the desk. */
  begin(): void
  /** Everything has run, or was stopped: puts the desk back as it was. */
  finish(): Promise<void>
}

/** The signs of the list, as they are explained. */
const FLAGS: readonly Flag[] = ['mark', 'cause', 'none']

/** Marks that tell of the user's money. */
const OF_MONEY: readonly Mark[] = ['told-failed', 'told-paid', 'paid-twice']

export interface SituationsView {
  readonly element: HTMLElement
  /**
   * Shows the screen, and starts unless this has run already.
   *
   * @param chosen the situation that is shown first
   * @param closed runs once it is closed
   */
  open(chosen: Situation, closed: () => void): void
}

export function createSituationsView(options: SituationsViewOptions): SituationsView {
  const { words, texts, page } = options
  const { phone } = words
  const leftOut = new Set<string>()
  let ran: readonly ShownRun[] = []
  /** The situations that no call of the success can meet. */
  let unmet: readonly Situation[] = []
  let chosen: Situation = 'success'
  /** Did the developer choose it? Else a marked one is shown. */
  let isChosen = false
  let now: readonly [Situation, boolean] | undefined
  let isStopped = false
  let startedAt = 0
  let seconds = 0
  /** What was done on the page when the runs began. */
  let played = ''
  /** Asked once: a page that a run opens says only later that it has the kit. */
  let canHaveKit = false
  let close = (): void => undefined

  const runs = (): readonly SituationRun[] => ran.map(({ run }) => run)
  const modes = (): boolean[] =>
    [false, true].filter((inPlace) => !leftOut.has(modeOf(inPlace)) && (!inPlace || canHaveKit))
  const offered = (): Situation[] => SITUATIONS.filter((one) => isOffered(one, page.isSigned()))
  const listed = (): Situation[] => offered().filter((one) => !leftOut.has(one) && !unmet.includes(one))
  const actionsText = (): string => {
    const actions = page.actions()
    return actions.length ? texts.played(actions.length, actions.join(texts.comma)) : texts.onlyOpened
  }

  const status = make('p', { role: 'status', 'data-part': 'all-status' })
  const list = createSituationsList(words, texts, (situation) => {
    chosen = situation
    isChosen = true
    draw()
    phones.element.scrollIntoView({ block: 'start' })
  })
  const phones = createSituationPhones({ words, texts, theme: page.theme, toList: () => list.focus() })
  const steps = make('span', { class: 'soft run-steps' })
  const stopButton = partButton('all-stop', texts.allStop, () => {
    isStopped = true
    options.stop()
  })
  const againButton = partButton('all-again', texts.allAgain, () => start())
  const choices = make('details', { class: 'folded', 'data-part': 'all-choices' })
  const copy = (part: string, label: string, text: () => string) =>
    createCopyButton({ part, label, copied: words.copied, text })
  const copies = [
    copy('copy-markdown', texts.copyMarkdown, () => tableAsMarkdown(runs(), words, texts)),
    copy('copy-tests', texts.copyTests, () => testsOf(runs(), words)),
  ]
  const closeButton = partButton('all-close', texts.allClose, () => close())
  const element = make(
    'section',
    { class: 'all', 'aria-label': phone.compare, 'data-part': 'all', hidden: true },
    make(
      'div',
      { class: 'all-top' },
      make('h2', {}, phone.compare),
      steps,
      make('div', { class: 'row' }, options.useIt, closeButton),
    ),
    make(
      'div',
      { class: 'all-body' },
      make(
        'nav',
        { class: 'run-side', 'aria-label': phone.situation },
        status,
        list.element,
        make(
          'div',
          { class: 'run-do' },
          make('div', { class: 'row' }, stopButton, againButton, ...copies),
          choices,
        ),
      ),
      phones.element,
    ),
  )
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })

  /** Runs everything, the success first: the others are read beside it. */
  async function runAll(): Promise<void> {
    const plan = modes()
    ran = []
    unmet = []
    isStopped = false
    startedAt = performance.now()
    played = page.actions().join('\n')
    options.begin()
    const early: Situation[] = ['success', chosen, 'failed']
    const order = listed().sort((a, b) => Number(early.includes(b)) - Number(early.includes(a)))
    // The one that was shown may be left out now.
    if (!order.includes(chosen)) chosen = order[0] || 'success'
    for (const situation of order) {
      const success = plan.map((inPlace) => findRun(runs(), 'success', inPlace)).filter((one) => !!one)
      if (success.length && !success.some((one) => isReached(situation, one))) {
        unmet = [...unmet, situation]
        continue
      }
      for (const inPlace of plan) {
        if (isStopped) break
        now = [situation, inPlace]
        draw()
        ran = [...ran, await options.run(situation, inPlace)]
      }
      // What is looked at changes once, and early.
      if (situation === 'failed') chooseMarked()
    }
    now = undefined
    seconds = Math.round((performance.now() - startedAt) / 1000)
    await options.finish()
    isRunning = false
    chooseMarked()
    draw()
  }
  let isRunning = false
  const start = (): void => {
    if (isRunning) return
    isRunning = true
    void runAll()
  }

  /**
   * Shows, unless the developer has chosen, a situation with a mark in place of the success: first one about the user's
   * money, then a failure, then any.
   */
  function chooseMarked(): void {
    if (isChosen || chosen !== 'success') return
    const isMarked = (situation: Situation, marks?: readonly Mark[]): boolean =>
      runs().some(
        (run) =>
          run.situation === situation && marksIn(runs(), run).some((one) => !marks || marks.includes(one)),
      )
    const all = listed()
    chosen =
      all.find((one) => isMarked(one, OF_MONEY)) ||
      all.find((one) => one === 'failed' && isMarked(one)) ||
      all.find((one) => isMarked(one)) ||
      chosen
  }

  const countFlags = (flag: Flag): number =>
    runs().filter((run) => flagOf(cellText(run, runs(), words, texts)) === flag).length

  function draw(): void {
    if (element.hidden) return
    steps.textContent = actionsText()
    const running =
      now &&
      texts.progress(
        ran.length + 1,
        listed().length * modes().length,
        `${phone.situations[now[0]]} · ${modeName(now[1], words)}`,
      )
    fill(status, make('span', {}, running || texts.finished(ran.length, seconds)))
    for (const flag of running ? [] : FLAGS) {
      const count = countFlags(flag)
      if (count) status.append(' ', make('span', {}, drawSign(flag), ' ', texts.signs[flag](count)))
    }
    stopButton.hidden = !isRunning
    againButton.hidden = isRunning
    for (const button of copies) button.disabled = isRunning || !ran.length
    list.draw({ situations: listed(), unmet, modes: modes(), runs: runs(), chosen, now })
    drawChoices()
    drawMain()
  }

  /** What is left out next time. */
  function drawChoices(): void {
    const box = (value: string, text: string, isOffered: boolean) => {
      const input = make('input', { type: 'checkbox', value, disabled: !isOffered || isRunning })
      input.checked = isOffered && !leftOut.has(value)
      input.addEventListener('change', () => {
        if (input.checked) leftOut.delete(value)
        else leftOut.add(value)
        cost.textContent = costText()
      })
      return make('label', { class: 'check' }, input, text)
    }
    const costText = () => texts.allCost(offered().filter((one) => !leftOut.has(one)).length * modes().length)
    const cost = make('p', { class: 'soft', 'data-part': 'all-cost' }, costText())
    fill(
      choices,
      make('summary', {}, texts.allChoices),
      ...offered().map((one) => box(one, phone.situations[one], true)),
      box('raw', phone.asIs, true),
      box('kit', phone.inPlace, canHaveKit),
      cost,
      make('p', { class: 'soft' }, texts.allKept),
    )
  }

  function drawMain(): void {
    phones.draw({
      situation: chosen,
      modes: modes(),
      ran,
      isRunning,
      waits: (inPlace) =>
        now?.[0] === chosen && now[1] === inPlace ? texts.runs : isRunning ? texts.waits : texts.notRun,
    })
  }

  return {
    element,
    open(inForce, closed) {
      element.hidden = false
      if (!isRunning) canHaveKit = page.canHaveKit()
      close = () => {
        if (isRunning) {
          isStopped = true
          options.stop()
        }
        element.hidden = true
        phones.stop()
        closed()
      }
      if (!isRunning && (!ran.length || played !== page.actions().join('\n'))) {
        chosen = inForce
        isChosen = false
        start()
      }
      draw()
      list.focus()
    },
  }
}

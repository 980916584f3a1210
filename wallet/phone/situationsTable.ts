/** The table of all situations: its cells in words, as Markdown, and as tests. */
import { linesOf, type SeenText } from '../shared/log'
import type { Situation } from '../shared/situations'
import { type FoundIn, sharedSentences } from '../view/diagnoses/causes'
import type { Words } from '../view/texts/words'
import type { Flag, Mark, SeenAt } from './marks'
import { modeName } from './modes'
import { type Problem, type RunResult, resultOf } from './runResult'
import { HORIZON, type SituationRun } from './situationRun'
import type { PhoneTexts } from './texts'

/** The lines of a cell. */
export interface CellText {
  /** The texts that the user saw, in quotation marks; a note if there was none. */
  readonly seen: string
  readonly newest: SeenAt | undefined
  /** The newest of them and those that came with it, in a sentence; '' if a mark says that none came. */
  readonly saw: string
  readonly facts: readonly string[]
  /** Those of the facts that are causes of the log, or errors. */
  readonly causes: readonly string[]
  readonly marks: readonly string[]
  /** The text that proves a mark, by the mark’s line. What came with the newest text is the newest. */
  readonly proofs: ReadonlyMap<string, SeenAt>
  /** How the run ended, if not as it should. */
  readonly end: string
  /** Has its log a cause or an error that not every run of its mode has? */
  readonly hasCause: boolean
}

/** A page that draws itself anew shows many texts. */
const MOST_TEXTS = 4

/** A mark quotes so many characters. The log has the whole text. */
const MOST_QUOTED = 40

const shortOf = (text: SeenText): SeenText =>
  text.message.length > MOST_QUOTED ? { ...text, message: `${text.message.slice(0, MOST_QUOTED)}…` } : text

const shortList = (texts: readonly string[]): string =>
  texts.length > MOST_TEXTS + 1
    ? `${texts.slice(0, MOST_TEXTS).join(' ')} +${texts.length - MOST_TEXTS}`
    : texts.join(' ')

/** The lines of a part of a page come within so many ms. */
const TOGETHER_WITHIN = 20

/** Finds what came on the page with the newest text: the heading of a result may stand above the number of its order. */
function togetherWith(newest: SeenAt | undefined, all: readonly SeenAt[]): readonly SeenAt[] {
  if (!newest) return []
  const isBeside = ({ at, form }: SeenAt) =>
    form === 'text' && newest.form === 'text' && newest.at - at <= TOGETHER_WITHIN
  return [...all.filter((one) => one !== newest && isBeside(one)), newest]
}

/** Quotes a text that the user saw. */
export function quotation(text: SeenText, { language, seenAs }: Words): string {
  const [before, after] = language === 'en' ? ['“', '”'] : ['「', '」']
  const form = text.form === 'text' ? '' : `${seenAs[text.form]}${language === 'en' ? ' ' : ''}`
  return `${form}${before}${linesOf(text).join('\n')}${after}`
}

/** @param runs all runs so far */
export function cellText(
  run: SituationRun,
  runs: readonly SituationRun[],
  words: Words,
  texts: PhoneTexts,
): CellText {
  const result = resultIn(runs, run)
  const { isReached, seen, callbacks, hidesCallbacks, payments, problems, marks, took } = result
  const { isStill, isUnread, proofs } = result
  const common = commonProblems(runs, run.inPlace)
  const quoted = (text: SeenText) => quotation(text, words)
  // A mark says the same as its diagnosis, shorter.
  const isMarked = ({ diagnosis }: Problem) =>
    diagnosis?.id === 'sent-told-failed' && marks.includes('told-failed')
  const own = problems.filter(
    (problem) => !isMarked(problem) && !common.some(({ key }) => key === problem.key),
  )
  const causes = problemTexts(own, words)
  const latest = togetherWith(result.newest, result.texts).map(quoted)
  const stillText = texts.nothingNew(HORIZON / 1000)
  const none = (text: string) => (isUnread ? texts.unread : isStill ? stillText : text)
  const isUnchanged = marks.includes('unchanged')
  const proofOf = new Map<string, SeenAt>()
  return {
    seen: seen.length ? shortList(seen.map(quoted)) : none(texts.noText),
    newest: result.newest,
    saw: latest.length ? texts.saw(shortList(latest)) : isUnchanged ? '' : none(texts.sawNothing),
    facts: [
      !isReached && texts.notReached,
      callbacks.join(', ') || (!hidesCallbacks && texts.noCallback),
      payments && texts.payments(payments),
      ...causes,
      run.realTime.length > 0 && texts.realTime(run.realTime.join(', ')),
      run.heldBack.length > 0 && texts.heldBack(run.heldBack.join(', ')),
      isStill
        ? latest.length > 0 && !isUnchanged && stillText
        : took !== undefined && texts.took(took / 1000),
    ].filter((fact): fact is string => !!fact),
    causes,
    marks: marks.map((mark) => {
      const proof = proofs.get(mark)
      // The newest text stands below the marks.
      const isEarlier = !!proof && !latest.includes(quoted(proof))
      const line = texts.marks[mark]
      const quotes = isEarlier ? texts.markedBy(line, quoted(shortOf(proof))) : line
      const shown = isEarlier ? proof : proof && result.newest
      if (shown) proofOf.set(quotes, shown)
      return quotes
    }),
    proofs: proofOf,
    end: texts.ends[run.end](run.detail),
    hasCause: own.length > 0,
  }
}

/** Finds the problems that every run of a mode has: they are said once. One run alone has none in common. */
function commonProblems(runs: readonly SituationRun[], inPlace: boolean): readonly Problem[] {
  const [first = [], ...others] = runs
    .filter((run) => run.inPlace === inPlace)
    .map((run) => resultIn(runs, run).problems)
  return others.length
    ? first.filter(({ key }) => others.every((list) => list.some((one) => one.key === key)))
    : []
}

/** Says each problem in one line. Methods of which the same is said share it. */
function problemTexts(problems: readonly Problem[], { language }: Words): string[] {
  const alike = new Map<string, FoundIn[]>()
  const errors: string[] = []
  for (const { diagnosis, method, error } of problems)
    if (diagnosis) alike.set(diagnosis.id, [...(alike.get(diagnosis.id) || []), { diagnosis, method }])
    else errors.push(error)
  const said = Array.from(alike.values(), (found) => sharedSentences(found, language))
  return [...said.map((sentences) => sentences.map(({ wrong }) => wrong).join(' · ')), ...errors]
}

/** Says what every run of a mode has, or has had so far; '' if that is nothing. */
export const commonText = (
  runs: readonly SituationRun[],
  inPlace: boolean,
  words: Words,
  texts: PhoneTexts,
  isRunning: boolean,
): string => {
  const said = problemTexts(commonProblems(runs, inPlace), words)
  return said.length ? texts.inEach(modeName(inPlace, words), said, isRunning) : ''
}

/** Lists the situations of some runs, each once. */
const situationsOf = (runs: readonly SituationRun[]): Situation[] =>
  runs.map(({ situation }) => situation).filter((one, index, all) => all.indexOf(one) === index)

export const findRun = (
  runs: readonly SituationRun[],
  situation: Situation,
  inPlace: boolean,
): SituationRun | undefined => runs.find((one) => one.situation === situation && one.inPlace === inPlace)

/** What came of each run beside a success. A run that has ended does not change, and all of them are read at each choice. */
const results = new WeakMap<SituationRun, readonly [success: SituationRun | undefined, result: RunResult]>()

/** Reads what came of a run, beside the success in its mode. */
function resultIn(runs: readonly SituationRun[], run: SituationRun): RunResult {
  const success = findRun(runs, 'success', run.inPlace)
  const [beside, known] = results.get(run) || []
  if (known && beside === success) return known
  const result = resultOf(run, success)
  results.set(run, [success, result])
  return result
}

/** Lists what the user was told in a run, oldest first: without texts that count up or down. */
export const textsIn = (runs: readonly SituationRun[], run: SituationRun): readonly SeenAt[] =>
  resultIn(runs, run).texts

/** Finds the marks of a run, beside the success in its mode. */
export const marksIn = (runs: readonly SituationRun[], run: SituationRun): readonly Mark[] =>
  resultIn(runs, run).marks

/** Says at a glance what a run came to: it has a mark, or else its log a cause of its own, or neither. */
export const flagOf = ({ marks, hasCause }: CellText): Flag =>
  marks.length > 0 ? 'mark' : hasCause ? 'cause' : 'none'

/** Text of a page must not end a cell, nor become markup. */
const escaped = (text: string): string =>
  text.replace(/[\r\n]+/g, ' ').replace(/[\\|<>`*_[\]]/g, (one) => `\\${one}`)

export function tableAsMarkdown(runs: readonly SituationRun[], words: Words, texts: PhoneTexts): string {
  const { phone } = words
  const modes = [false, true].filter((inPlace) => runs.some((one) => one.inPlace === inPlace))
  const cell = (situation: Situation, inPlace: boolean): string => {
    const run = findRun(runs, situation, inPlace)
    if (!run) return '–'
    const { seen, facts, marks, end } = cellText(run, runs, words, texts)
    const lines = [
      ...marks.map((mark) => `**⚠ ${escaped(mark)}**`),
      ...seen.split('\n').map(escaped),
      escaped(facts.join(' · ')),
      escaped(end),
    ]
    return lines.filter(Boolean).join('<br>')
  }
  const rows = situationsOf(runs).map((situation) => [
    phone.situations[situation],
    ...modes.map((inPlace) => cell(situation, inPlace)),
  ])
  const head = [phone.situation, ...modes.map((inPlace) => modeName(inPlace, words))]
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** Puts the tests of some runs into one file, each in a group of its own, since its settings hold for a group. */
export function testsOf(runs: readonly SituationRun[], words: Words): string {
  const { phone } = words
  const groups = runs
    .filter(({ test }) => test)
    .map(({ test, situation, inPlace }) => {
      const name = `${phone.situations[situation]} · ${modeName(inPlace, words)}`
      const lines = test.split('\n').filter((line) => line && !line.startsWith('import '))
      return [
        `test.describe(${JSON.stringify(name)}, () => {`,
        ...lines.map((line) => `  ${line}`),
        '})',
        '',
      ].join('\n')
    })
  return ["import { expect, test } from 'upsdk-kit/playwright'", '', ...groups].join('\n')
}

/** Compares the last two runs of a situation: the page as it is, and with the kit in upsdk's place. */

import { type LogEntry, type LogNote, linesOf, type SeenText, seenTexts } from '../shared/log'
import type { DeskSettings, Situation } from '../shared/settings'
import { make } from '../view/element'
import { shownStatus } from '../view/shownStatus'
import type { Words } from '../view/texts/words'
import type { PhoneTexts } from './texts'

/** The log of one run of the page. */
interface Run {
  readonly entries: readonly LogEntry[]
  readonly notes: readonly LogNote[]
}

/** Keeps the last run of each situation, in either mode. */
export interface Runs {
  keep(settings: DeskSettings, log: Run): void
  find(situation: Situation | undefined, inPlace: boolean): Run | undefined
}

export function createRuns(): Runs {
  const runs = new Map<string, Run>()
  const keyOf = (situation: Situation | undefined, inPlace: boolean) => `${situation || ''} ${inPlace}`
  return {
    keep({ situation, inPlace = false }, { entries, notes }) {
      runs.set(keyOf(situation, inPlace), { entries, notes })
    },
    find: (situation, inPlace) => runs.get(keyOf(situation, inPlace)),
  }
}

export function compareView(
  runs: Runs,
  situation: Situation | undefined,
  words: Words,
  texts: PhoneTexts,
): HTMLElement {
  const { phone } = words
  const [original, withKit] = [runs.find(situation, false), runs.find(situation, true)]
  const differs =
    original && withKit && JSON.stringify(textsOf(original)) !== JSON.stringify(textsOf(withKit))
  return make(
    'div',
    { class: 'compare', 'data-part': 'comparison' },
    make('h2', {}, situation ? phone.situations[situation] : phone.noSituation),
    differs !== undefined && make('p', { class: 'verdict' }, differs ? texts.differs : texts.same),
    make(
      'div',
      { class: 'columns' },
      runView(original, 'raw', phone.asIs, !!differs, words),
      runView(withKit, 'kit', phone.inPlace, !!differs, words),
    ),
  )
}

/** Lists the texts that the user saw, in order. */
const textsOf = ({ notes }: Run): SeenText[] => seenTexts(notes).map(({ at: _at, ...text }) => text)

function runView(
  run: Run | undefined,
  mode: string,
  name: string,
  differs: boolean,
  words: Words,
): HTMLElement {
  const { phone } = words
  if (!run)
    return make(
      'section',
      { 'data-mode': mode },
      make('h3', {}, name),
      make('p', { class: 'soft' }, phone.notRun),
    )
  const texts = textsOf(run)
  return make(
    'section',
    { 'data-mode': mode },
    make('h3', {}, name),
    make(
      'div',
      { class: `saw ${mode}`, 'data-part': 'saw', 'data-differs': String(differs) },
      make('h4', {}, phone.userSaw),
      texts.length
        ? make(
            'ul',
            { class: 'seen' },
            ...texts.map((text) => make('li', { class: 'lines' }, linesOf(text).join('\n'))),
          )
        : make('p', { class: 'soft' }, phone.sawNothing),
    ),
    make('h4', {}, phone.calls),
    make(
      'ul',
      { class: 'seen' },
      ...run.entries.map((entry) => {
        const { status, shown } = shownStatus(entry, words)
        return make(
          'li',
          { class: 'row' },
          make('span', { class: 'mono' }, entry.method),
          make('span', { class: 'status', 'data-status': status }, shown),
        )
      }),
    ),
  )
}

/** Compares the last two runs of a situation: the page as it is, and with the kit in upsdk's place. */

import { outcomeOf } from '../shared/logStatus'
import type { Situation } from '../shared/settings'
import { make } from '../view/element'
import type { Words } from '../view/texts/words'
import type { Run, Runs } from './remoteLog'

export function compareView(runs: Runs, situation: Situation | undefined, words: Words): HTMLElement {
  const { phone } = words
  return make(
    'div',
    { class: 'compare', 'data-part': 'comparison' },
    make('h2', {}, situation ? phone.situations[situation] : phone.noSituation),
    make(
      'div',
      { class: 'columns' },
      runView(runs.find(situation, false), phone.asIs, words),
      runView(runs.find(situation, true), phone.inPlace, words),
    ),
  )
}

/** Lists the texts that the user saw, in order. */
export const textsOf = ({ notes }: Run): string[] =>
  notes.filter(({ kind }) => kind === 'seen').map(({ text }) => text)

function runView(run: Run | undefined, name: string, words: Words): HTMLElement {
  const { phone } = words
  if (!run) return make('section', {}, make('h3', {}, name), make('p', { class: 'soft' }, phone.notRun))
  const texts = textsOf(run)
  return make(
    'section',
    {},
    make('h3', {}, name),
    make('h4', {}, phone.userSaw),
    texts.length
      ? make('ul', { class: 'seen' }, ...texts.map((text) => make('li', {}, text)))
      : make('p', { class: 'soft' }, phone.sawNothing),
    make('h4', {}, phone.calls),
    make(
      'ul',
      { class: 'seen' },
      ...run.entries.map((entry) => {
        const { status, detail } = outcomeOf(entry)
        return make(
          'li',
          { class: 'row' },
          make('span', { class: 'mono' }, entry.method),
          make(
            'span',
            { class: 'status', 'data-status': status },
            [words.status[status], detail].filter(Boolean).join(' '),
          ),
        )
      }),
    ),
  )
}

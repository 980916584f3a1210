/** What the wallet draws over the page: its own pages, and the sheets that ask the developer. */

import type { Words } from '../view/texts/words'
import { type Asker, createAsker } from './asker'
import { showSheet } from './draw/sheet'
import { createWalletPages } from './draw/walletPage'
import { exampleFor } from './exampleFor'
import type { Log } from './log'
import type { PageSettings } from './pageSettings'
import type { StateStore } from './stateStore'
import { createMemory } from './storage'

export interface DrawingsOptions {
  readonly words: Words
  readonly log: Log
  readonly state: StateStore
  readonly keepAnswer: PageSettings['keepAnswer']
  /** Is a page of the wallet drawn above this one? */
  showsPages(): boolean
}

export interface Drawings {
  readonly asker: Asker
  /** Did the developer choose that a web authorization comes back to this page's own server? */
  returnsHere(): boolean
}

export function createDrawings({ words, log, state, keepAnswer, showsPages }: DrawingsOptions): Drawings {
  const pages = createWalletPages({
    words,
    onBack: () => state.set({ ...state.now(), walletPage: undefined }),
    onOpenAgain: () => location.reload(),
  })
  state.subscribe((next) => {
    if (showsPages()) pages.show(next)
  })
  const memories = { scanned: createMemory('scanned'), returnTo: createMemory('return-to') }
  const asker = createAsker({
    show: (question, choose, leaveAll) =>
      showSheet(question, choose, leaveAll, {
        words,
        memories,
        exampleOf: ({ method, params }) => exampleFor(method, params),
      }),
    onChoice: ({ method }, { outcome }) => log.markOutcome(method, outcome),
    onKept: ({ method }, { outcome }) => log.addNote('server', words.tapAgain(method, outcome)),
    keep: keepAnswer,
  })
  return { asker, returnsHere: () => memories.returnTo.get() === 'here' }
}

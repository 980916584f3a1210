import { type Asker, createAsker } from '../../wallet/page/asker'
import { showSheet } from '../../wallet/page/draw/sheet'
import { createWalletPages } from '../../wallet/page/draw/walletPage'
import { showWalletToast } from '../../wallet/page/draw/walletToast'
import type { TextMemory } from '../../wallet/page/storage'
import { afterCall, INITIAL_STATE, type PageState, textParam } from '../../wallet/shared/pageState'
import type { RawStep } from '../../wallet/simulator'
import { exampleOf } from '../../wallet/simulator/examples'
import { setTheme } from '../../wallet/view/style'
import type { Words } from '../../wallet/view/texts/words'
import { createTitleBar } from '../../wallet/view/titleBar'

export interface NativeOptions {
  words: Words
  theme: 'light' | 'dark'
  /** The element for the title bar. */
  place: HTMLElement
  /** The title of the document. */
  title: string
  /** ms after which a sheet closes by itself. @default the reader chooses */
  sheetTime?: number
  onRightButton?(): void
}

/** Draws the wallet around and above the page, as calls reach native. */
export interface Native extends Pick<Asker, 'ask'> {
  observe(step: RawStep): void
}

export function createDrawnNative({
  words,
  theme,
  place,
  title,
  sheetTime,
  onRightButton,
}: NativeOptions): Native {
  setTheme(theme)
  let state = INITIAL_STATE
  const isPlayed = sheetTime !== undefined
  const sheetOptions = {
    words,
    isPlayed,
    canKeep: false,
    memories: { scanned: createMemory(), returnTo: createMemory() },
    exampleOf: ({ method, params }: { method: string; params: unknown }) =>
      exampleOf(method, params) ?? { value: undefined, invented: false },
  }
  const { ask } = createAsker({
    show(question, choose, leaveAll) {
      if (isPlayed) setTimeout(() => choose({ outcome: 'success' }), sheetTime)
      return showSheet(question, choose, leaveAll, sheetOptions)
    },
    keep: () => undefined,
  })

  const close = () => show({ ...state, isClosed: true })
  const bar = createTitleBar({
    words,
    onBack: close,
    onClose: close,
    onRightButton: () => onRightButton?.(),
  })
  const pages = createWalletPages({
    words,
    onBack: () => show({ ...state, walletPage: undefined }),
    onOpenAgain: () => location.reload(),
  })
  function show(next: PageState): void {
    state = next
    bar.show(state.titleBar, title)
    pages.show(state)
  }

  place.replaceChildren(bar.host)
  show(state)
  return {
    ask,
    observe(step) {
      if (step.type !== 'reached') return
      if (step.method === 'showFlashInfo') showWalletToast(textParam(step.params, 'msg'))
      show(afterCall(state, step.method, step.params))
    },
  }
}

/** Remembers a text as long as the page is there. */
function createMemory(): TextMemory {
  let kept = ''
  return { get: () => kept, set: (text) => void (kept = text) }
}

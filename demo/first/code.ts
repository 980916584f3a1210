import { copyText } from '../../src/lib/copyText'
import { make, write } from '../dom'
import type { Language } from '../language'
import { installLines, pageCode, walletLine } from './lines'
import { firstTexts } from './texts'

/** Makes lines of code with a button that copies them. */
function createLines() {
  const name = make('h2')
  const copy = make('button', { type: 'button', class: 'first-copy' })
  const lines = make('code')
  const status = make('span', { class: 'first-told', role: 'status' })
  return {
    copy,
    status,
    async run({ copied, byHand }: { copied: string; byHand: string }): Promise<void> {
      const isCopied = await copyText(window, lines.textContent || '')
      if (!isCopied) getSelection()?.selectAllChildren(lines)
      status.textContent = isCopied ? copied : byHand
    },
    element: make(
      'div',
      { class: 'first-lines' },
      make('div', { class: 'first-head' }, name, status, copy),
      make('pre', {}, lines),
    ),
    write(code: string, title: string, label: string): void {
      lines.textContent = code
      name.textContent = title
      copy.textContent = label
      copy.setAttribute('aria-label', `${label}: ${title}`)
      status.textContent = ''
    },
  }
}

/** Shows how to install the kit, the code that its phone runs, and how to try it on a page of one's own. */
export function createFirstCode(place: HTMLElement, language: Language) {
  const install = createLines()
  const code = createLines()
  const wallet = createLines()
  for (const lines of [install, code, wallet])
    lines.copy.addEventListener('click', () => void lines.run(firstTexts[language]))
  const note = make('p', { class: 'first-note' })
  function translate(wanted: Language): void {
    language = wanted
    const texts = firstTexts[language]
    install.write(installLines(language), texts.install, texts.copy)
    code.write(pageCode, texts.code, texts.copy)
    wallet.write(walletLine, texts.wallet, texts.copy)
    write(note, texts.note)
  }
  translate(language)
  place.replaceChildren(install.element, code.element, wallet.element, note)
  return { translate }
}

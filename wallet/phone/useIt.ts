/** “Use it in my page”: the lines with which a page gets the kit that was tried in the phone. It touches no file. */
import type { DeskSettings } from '../shared/settings'
import { createCopyButton } from '../view/copyButton'
import { make, partButton } from '../view/element'
import type { Words } from '../view/texts/words'
import type { PhoneTexts } from './texts'
import { BUILDS, type Build, linesFor, toldBuild } from './useItLines'

export interface UseIt {
  /** Makes a button that opens the dialog. The build is told from what the page has loaded by then. */
  makeButton(kind?: 'main'): HTMLElement
  readonly dialog: HTMLDialogElement
  /** Takes the options that were tried: they stand in the lines. */
  setOptions(options: DeskSettings['kitOptions']): void
  /** A page with a kit of its own needs no lines. */
  pageHasKit(hasKit: boolean): void
}

/** @param page gets the page's document; undefined for a page of another origin */
export function createUseIt(texts: PhoneTexts, words: Words, page: () => Document | undefined): UseIt {
  let options: DeskSettings['kitOptions']
  let isChosen = false
  const list = make('select', { 'data-part': 'build' })
  for (const build of BUILDS) list.appendChild(make('option', { value: build }, texts.toolNames[build]))
  const lines = make('pre', { class: 'mono lines', tabindex: '0', 'data-part': 'lines' })
  const source = make('p', { class: 'soft', 'data-part': 'use-it-source' })
  const write = () => {
    const build = list.value as Build
    lines.textContent = linesFor(build, words.language === 'en' ? 'en' : 'zh', options)
    source.textContent = build === 'script' ? texts.useItFile : texts.useItInstall
  }
  list.addEventListener('change', () => {
    isChosen = true
    write()
  })
  const titleId = 'use-it-title'
  const copy = createCopyButton({
    part: 'copy-lines',
    label: texts.copyLines,
    copied: words.copied,
    text: () => lines.textContent || '',
  })
  copy.className = 'main'
  const dialog = make(
    'dialog',
    { class: 'use-it', 'aria-labelledby': titleId, 'data-part': 'use-it-dialog' },
    make(
      'div',
      { class: 'head' },
      make('h2', { class: 'title', id: titleId }, texts.useIt),
      partButton('use-it-close', texts.allClose, () => dialog.close()),
    ),
    make(
      'div',
      { class: 'body' },
      make('p', { class: 'soft' }, texts.useItNote),
      make('label', { class: 'field' }, make('span', {}, texts.useItFor), list),
      source,
      lines,
      copy,
    ),
  )
  const buttons: HTMLElement[] = []

  function refresh(): void {
    const opened = page()
    if (!isChosen && opened) list.value = buildOf(opened)
    write()
  }
  return {
    makeButton(kind) {
      const open = () => {
        refresh()
        dialog.showModal()
      }
      const button = partButton('use-it', texts.useIt, open, kind)
      buttons.push(button)
      return button
    },
    dialog,
    setOptions(given) {
      options = given
      write()
    },
    pageHasKit(hasKit) {
      for (const button of buttons) button.hidden = hasKit
    },
  }
}

function buildOf(document: Document): Build {
  const scripts: string[] = []
  document.querySelectorAll('script').forEach((one) => {
    scripts.push(one.src || (one.textContent || '').slice(0, 2000))
  })
  return toldBuild(scripts, document.querySelector('#app > uni-app, uni-app, uni-page') ? 'uni' : '')
}

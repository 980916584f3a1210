/** “Use it in my page”: the lines with which a page gets the kit that was tried in the phone. It touches no file. */
import type { DeskSettings } from '../shared/settings'
import { createCopyButton } from '../view/copyButton'
import { make } from '../view/element'
import type { Words } from '../view/texts/words'
import type { PhoneTexts } from './texts'
import { BUILDS, type Build, linesFor, toldBuild } from './useItLines'

export interface UseIt {
  readonly element: HTMLElement
  /** Tells the build from what the page has loaded, and writes the lines. */
  refresh(settings: DeskSettings): void
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
  const element = make(
    'details',
    { class: 'use-it', hidden: true, 'data-part': 'use-it' },
    make('summary', {}, texts.useIt),
    make(
      'div',
      { class: 'group' },
      make('p', { class: 'soft' }, texts.useItNote),
      make('label', { class: 'field' }, make('span', {}, texts.useItFor), list),
      source,
      lines,
      createCopyButton({
        part: 'copy-lines',
        label: texts.copyLines,
        copied: words.copied,
        text: () => lines.textContent || '',
      }),
    ),
  )
  return {
    element,
    refresh({ inPlace = false, kitOptions }) {
      element.hidden = !inPlace
      options = kitOptions
      const opened = page()
      if (!isChosen && opened) list.value = buildOf(opened)
      write()
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

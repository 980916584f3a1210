/**
 * The badge and what it opens: the recorded calls, a button that copies the recording, and the panel of the page's kit.
 */

import type { ServerNote } from '../../shared/settings'
import type { Shape, TraceCall } from '../../trace/trace'
import { createCopyButton } from '../../view/copyButton'
import { fill, icon, make } from '../../view/element'
import { createLayer } from '../../view/layer'
import { showOnTop } from '../../view/modal'
import { makeMovable } from '../../view/movable'
import { wordsNow } from '../../view/texts/wordsNow'
import type { ReadableRecording } from '../record'
import { type RecorderWords, recorderWords } from './recorderWords'

const CLOSE = 'M6 6l12 12M18 6L6 18'
/** How often the shown recording is read, in ms. */
const REFRESH_EVERY = 500

export interface RecorderOptions {
  readonly recording: ReadableRecording
  /** The inspector's panel. */
  readonly panel: HTMLElement
  readonly notes: readonly ServerNote[]
}

export function showRecorder({ recording, panel, notes }: RecorderOptions): void {
  const words = recorderWords()
  const { serverNotes } = wordsNow()
  const layer = createLayer('recorder', () => showOnTop(frame))
  const calls = make('div', { class: 'log', role: 'list' })
  const byHand = make('div', {})
  const copy = createCopyButton({
    part: 'copy-trace',
    label: words.copy,
    copied: words.copied,
    text: () => JSON.stringify(recording.trace()),
    byHand,
  })
  const section = make(
    'section',
    { class: 'panel', hidden: true, 'aria-label': words.title, lang: words.language },
    make(
      'div',
      { class: 'head' },
      make('h2', { class: 'title' }, words.title),
      make(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: () => open(false) },
        icon(CLOSE),
      ),
    ),
    make(
      'div',
      { class: 'pane' },
      make('div', { class: 'row tools' }, copy),
      make('p', { class: 'soft' }, words.note),
      ...notes.map((kind) => make('p', { class: 'soft', 'data-note': kind }, serverNotes[kind])),
      byHand,
      calls,
      make('h2', { class: 'title' }, words.kit),
      panel,
    ),
  )
  const opener = make(
    'button',
    {
      type: 'button',
      class: 'opener',
      'aria-expanded': 'false',
      'aria-label': words.open,
      onclick: () => isDrag() || open(!!section.hidden),
    },
    words.badge,
  )
  const isDrag = makeMovable(opener)
  let timer: ReturnType<typeof setInterval> | undefined

  function open(isOpen: boolean): void {
    section.hidden = !isOpen
    opener.hidden = isOpen
    opener.setAttribute('aria-expanded', String(isOpen))
    clearInterval(timer)
    if (!isOpen) return opener.focus()
    refresh()
    timer = setInterval(refresh, REFRESH_EVERY)
    copy.focus()
  }

  function refresh(): void {
    const rows = recording.trace().calls.map((call) => rowOf(call, words))
    fill(calls, ...rows.reverse(), !rows.length && make('p', { class: 'soft empty' }, words.noCalls))
  }

  const frame = make('div', { class: 'control' }, section, opener)
  // Old WebViews do not support `inset`.
  Object.assign(frame.style, { top: '0', right: '0', bottom: '0', left: '0' })
  layer.root.appendChild(frame)
  layer.attach()
  showOnTop(frame)
}

function rowOf({ method, at, answers, thrown }: TraceCall, words: RecorderWords): HTMLElement {
  const [first] = answers
  const status = thrown || first?.how === 'fail' ? 'failure' : first ? 'success' : 'open'
  const outcome = first ? [words[first.how], codeIn(first.value), `${first.after} ms`] : [words.waiting]
  return make(
    'div',
    { class: 'entry', role: 'listitem', 'data-method': method, 'data-status': status },
    make(
      'div',
      { class: 'entry-head' },
      make('span', { class: 'soft time' }, `${(at / 1000).toFixed(2)} s`),
      make(
        'span',
        { class: 'entry-line' },
        make('span', { class: 'mono name' }, method),
        make(
          'span',
          { class: 'status', 'data-status': status },
          (thrown ? [words.fail, thrown] : outcome).filter(Boolean).join(' '),
        ),
      ),
    ),
  )
}

/** Reads a failure's code from its recorded shape. */
function codeIn(shape: Shape): string {
  if (shape.is === 'literal') return String(shape.value)
  if (shape.is === 'json') return codeIn(shape.of)
  if (shape.is !== 'object') return ''
  const code = Object.keys(shape.fields).filter((name) => /code$|^resp$/i.test(name))[0]
  const value = code && shape.fields[code]
  return value ? codeIn(value) : ''
}

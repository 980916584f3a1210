import { explain } from '../../index'
import { serverCodes } from '../../server-codes'
import type { Words } from '../words'
import { COLORS, fact, LINE, make, pill, replaceChildren } from './elements'
import type { Labels } from './labels'

/** A box for a code, and what it means: for who has the phone in the hand and no computer. */
export function createLookUp(labels: Labels, words: Words, locale: string): HTMLElement {
  const found = make('div', {})
  const box = make('input', {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '44px',
    padding: '0 12px',
    border: LINE,
    borderRadius: '10px',
    background: 'none',
    color: 'inherit',
    // Below 16 px iOS zooms the page.
    fontSize: '16px',
  })
  box.type = 'search'
  box.placeholder = labels.codeBox
  box.setAttribute('aria-label', labels.lookUp)
  box.addEventListener('input', () =>
    replaceChildren(found, ...resultOf(box.value.trim(), labels, words, locale)),
  )
  return make('div', { paddingTop: '10px' }, box, found)
}

function resultOf(code: string, labels: Labels, words: Words, locale: string): Node[] {
  if (!code) return []
  const explained = explain({ resp: code }, { locale, catalogues: [serverCodes] })
  if (explained.source === 'unknown' || !explained.code)
    return [make('p', { opacity: '0.65' }, labels.notFound)]
  const { reason, retry, description, solution, message, hint, presentation } = explained
  const official = [description, solution].filter(Boolean).join(' → ')
  return [
    make(
      'p',
      { display: 'flex', gap: '8px', alignItems: 'center' },
      `${explained.code} `,
      pill(reason, COLORS.failure),
      labels.retry[retry],
    ),
    ...(official ? [fact(labels.officialText, official)] : []),
    fact(labels.check, words.hint(hint)),
    ...(presentation === 'none' ? [] : [fact(labels.userSees, message)]),
  ]
}

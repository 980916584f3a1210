import { createLookup } from '../../failure/catalogue'
import { commonCodes } from '../../failure/codes'
import { hintOf, officialTextOf } from '../../failure/hints'
import { explain } from '../../index'
import { serverCodes } from '../../server-codes'
import type { Words } from '../words'
import { COLORS, fact, LINE, make, pill, replaceChildren } from './elements'
import type { Labels } from './labels'

const lookup = /* @__PURE__ */ createLookup([commonCodes, serverCodes])

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
  const { reason, retry, description, solution, message, presentation } = explained
  const entry = lookup(explained.code)?.entry
  // A production build explains without one.
  const hint = explained.hint || hintOf({ reason, code: explained.code, entry })
  const official = [description || officialTextOf(explained.code), solution].filter(Boolean).join(' → ')
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

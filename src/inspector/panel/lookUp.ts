import { commonCodes } from '../../failure/codes'
import { createLookup } from '../../failure/explain'
import { hintOf, officialTextOf } from '../../failure/hints'
import { explain } from '../../index'
import { serverCodes } from '../../server-codes'
import type { CodeEntry } from '../../types/codes'
import type { Words } from '../words'
import { COLORS, fact, LINE, make, pill, replaceChildren } from './elements'
import type { Labels } from './labels'

const lookup = /* @__PURE__ */ createLookup([commonCodes(), serverCodes])

/** eruda removes the margins of all elements. */
const MARGIN = { margin: '14px 0' } as const

/** Makes an input for a code, and shows its meaning. It is for testers who have a phone but no computer at hand. */
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
    // iOS zooms the page if an input's text is smaller than 16 px.
    fontSize: '16px',
  })
  box.type = 'search'
  box.setAttribute('aria-label', labels.lookUp)
  box.addEventListener('input', () =>
    replaceChildren(found, ...resultOf(box.value.trim(), labels, words, locale)),
  )
  // A placeholder would have the browser's colour, which is hard to read on a dark background.
  const label = make('div', { fontSize: '12px', marginBottom: '4px' }, labels.codeBox)
  return make('div', { paddingTop: '10px' }, label, box, found)
}

function resultOf(code: string, labels: Labels, words: Words, locale: string): Node[] {
  if (!code) return []
  const explained = explain({ resp: code }, { locale, catalogues: [serverCodes] })
  if (explained.source === 'unknown' || !explained.code) return [make('p', MARGIN, labels.notFound)]
  const { reason, retry, description, solution, message, presentation } = explained
  const entry = lookup(explained.code)?.entry
  // A production build explains without a hint.
  const hint = explained.hint || hintOf({ reason, code: explained.code, entry })
  const official = [description || officialTextOf(explained.code), solution].filter(Boolean).join(' → ')
  return [
    make(
      'p',
      { display: 'flex', gap: '8px', alignItems: 'center', ...MARGIN },
      `${explained.code} `,
      pill(reason, COLORS.failure),
      labels.retry[retry],
    ),
    ...(entry?.variants ? [fact(labels.meanings, meaningsOf(entry, words))] : []),
    ...(official ? [fact(labels.officialText, official)] : []),
    fact(labels.check, words.hint(hint)),
    ...(presentation === 'none' ? [] : [fact(labels.userSees, message)]),
  ]
}

function meaningsOf({ variants = [], ...common }: CodeEntry, words: Words): HTMLElement {
  const list = make('ul', { listStyle: 'disc', margin: '0', padding: '0 0 0 20px' })
  for (const { description, solution, reason, hint } of variants) {
    const own = [
      reason && reason !== common.reason && reason,
      hint && hint !== common.hint && words.hint(hint),
    ].filter(Boolean)
    const item = make('li', { padding: '2px 0' }, [description, solution].filter(Boolean).join(' → '))
    if (own.length) item.appendChild(make('div', { fontSize: '12px' }, own.join(' · ')))
    list.appendChild(item)
  }
  return list
}

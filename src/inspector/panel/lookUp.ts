import { commonCodes } from '../../failure/codes'
import { createLookup } from '../../failure/explain'
import { hintOf, officialTextOf } from '../../failure/hints'
import { explain } from '../../index'
import { serverCodes } from '../../server-codes'
import type { CodeEntry } from '../../types/codes'
import type { Words } from '../words'
import { button, COLORS, chevron, fact, LINE, make, pill, replaceChildren } from './elements'
import { type Labels, reasonName } from './labels'
import { type Records, statusOf } from './records'

const lookup = /* @__PURE__ */ createLookup([commonCodes(), serverCodes])

const ROW = {
  display: 'flex',
  alignItems: 'center',
  gap: '8px',
  width: '100%',
  padding: '6px 0',
  border: '0',
  borderBottom: LINE,
  borderRadius: '0',
  textAlign: 'left',
} as const

/** eruda removes the margins of all elements. */
const MARGIN = { margin: '14px 0' } as const

/** The look-up of codes, for testers who have a phone but no computer at hand. */
export interface LookUp {
  readonly element: HTMLElement
  /** Lists the codes of the calls so far, unless a code is typed. */
  refresh(): void
}

/** Makes an input for a code, and shows its meaning. Before anything is typed, it lists the codes that were met. */
export function createLookUp(records: Records, labels: Labels, words: Words, locale: string): LookUp {
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
  function show(): void {
    const code = box.value.trim()
    replaceChildren(found, ...(code ? resultOf(code, labels, words, locale) : codesSoFar()))
  }
  function codesSoFar(): Node[] {
    const codes = countCodes(records)
    if (!codes.size) return [make('p', MARGIN, labels.noCodes)]
    const rows: Node[] = [make('div', { fontSize: '12px', marginTop: '14px' }, labels.codesSoFar)]
    codes.forEach(({ reason, count }, code) => {
      const lookUp = () => {
        box.value = code
        show()
        box.focus()
      }
      const row = button('', lookUp, ROW)
      for (const part of [
        make('span', { flex: '1' }, code),
        pill(reasonName(reason, labels), COLORS.failure),
        `×${count}`,
        chevron(false),
      ])
        row.appendChild(typeof part === 'string' ? document.createTextNode(part) : part)
      rows.push(row)
    })
    return rows
  }
  box.addEventListener('input', show)
  // A placeholder would have the browser's colour, which is hard to read on a dark background.
  const label = make('div', { fontSize: '12px', marginBottom: '4px' }, labels.codeBox)
  return {
    element: make('div', { paddingTop: '10px' }, label, box, found),
    refresh() {
      if (!box.value.trim()) show()
    },
  }
}

/** Counts the codes that calls have ended with, the newest first. */
function countCodes({
  all,
}: Records): ReadonlyMap<string, { readonly reason: string; readonly count: number }> {
  const codes = new Map<string, { reason: string; count: number }>()
  for (const record of all.slice().reverse()) {
    const { code, outcome = '' } = statusOf(record)
    if (code)
      codes.set(code, {
        reason: codes.get(code)?.reason || outcome,
        count: (codes.get(code)?.count || 0) + 1,
      })
  }
  return codes
}

function resultOf(code: string, labels: Labels, words: Words, locale: string): Node[] {
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
      pill(reasonName(reason, labels), COLORS.failure),
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

import { commonCodes } from '../src/failure/codes'
import { type Explanation, explain } from '../src/index'
import { serverCodes } from '../src/server-codes'
import { byId, make } from './dom'

/** How many codes are listed at the most; the box is for finding one. */
const MOST = 6

const codes = Array.from(new Set([commonCodes, serverCodes].flatMap((catalogue) => Object.keys(catalogue))))
const inEnglish = (failure: string): Explanation =>
  explain(failure, { locale: 'en', catalogues: [serverCodes] })

/** What a search looks through: code, official texts, reason, and the message in both languages. */
const entries = codes.map((code) => {
  const explained = inEnglish(code)
  const chinese = explain(code, { locale: 'zh-Hans', catalogues: [serverCodes] }).message
  const { description = '', solution = '', reason, message, hint } = explained
  const text = [code, description, solution, reason, message, chinese, hint].join(' ').toLowerCase()
  return { code, explained, chinese, text }
})

/** The exact code first, then codes that begin so, then texts that contain it. */
function find(words: string): typeof entries {
  const wanted = words.trim().toLowerCase()
  if (!wanted) return []
  const rank = ({ code, text }: (typeof entries)[number]) => {
    const name = code.toLowerCase()
    return name === wanted ? 0 : name.startsWith(wanted) ? 1 : text.includes(wanted) ? 2 : 3
  }
  return entries.filter((entry) => rank(entry) < 3).sort((one, other) => rank(one) - rank(other))
}

function row({ code, explained, chinese }: (typeof entries)[number]): HTMLElement {
  const { description, reason, retry, message, hint } = explained
  return make(
    'li',
    { class: 'found' },
    make(
      'p',
      { class: 'found-head' },
      make('code', {}, code),
      make('span', { class: 'found-reason' }, `${reason} · retry ${retry}`),
    ),
    description && make('p', { class: 'found-official', lang: 'zh-Hans' }, description),
    make('p', { lang: 'zh-Hans' }, chinese),
    make('p', {}, message),
    make('p', { class: 'found-hint' }, hint),
  )
}

/** A search box over every code that the kit explains. */
export function startLookup(): void {
  const box = byId('lookup-box') as HTMLInputElement
  const list = byId('lookup-list')
  const count = byId('lookup-count')
  box.addEventListener('input', () => {
    const found = find(box.value)
    list.replaceChildren(...found.slice(0, MOST).map(row))
    const more = found.length > MOST ? `, the first ${MOST} shown` : ''
    count.textContent = box.value.trim()
      ? `${found.length} of ${codes.length} codes${more}`
      : `${codes.length} codes`
  })
  count.textContent = `${codes.length} codes`
}

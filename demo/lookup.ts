import { commonCodes } from '../src/failure/codes'
import { type Explanation, explain } from '../src/index'
import { hintInChinese } from '../src/inspector'
import { serverCodes } from '../src/server-codes'
import { byId, make } from './dom'
import type { Texts } from './texts/texts'

/** The most codes in the list, which is for finding a single one. */
const MOST = 6

const codes = Array.from(new Set([commonCodes(), serverCodes].flatMap((catalogue) => Object.keys(catalogue))))
const inEnglish = (failure: string): Explanation =>
  explain(failure, { locale: 'en', catalogues: [serverCodes] })

/** The texts that a search looks through: code, official texts, reason, and the message in both languages. */
const entries = codes.map((code) => {
  const explained = inEnglish(code)
  const chinese = explain(code, { locale: 'zh-Hans', catalogues: [serverCodes] }).message
  const { description = '', solution = '', reason, message, hint } = explained
  const chineseHint = hintInChinese(hint)
  const text = [code, description, solution, reason, message, chinese, hint, chineseHint]
    .join(' ')
    .toLowerCase()
  return { code, explained, chinese, chineseHint, text }
})

/** Finds codes: the exact code first, then codes that begin with the words, then texts that contain them. */
function find(words: string): typeof entries {
  const wanted = words.trim().toLowerCase()
  if (!wanted) return []
  const rank = ({ code, text }: (typeof entries)[number]) => {
    const name = code.toLowerCase()
    return name === wanted ? 0 : name.startsWith(wanted) ? 1 : text.includes(wanted) ? 2 : 3
  }
  return entries.filter((entry) => rank(entry) < 3).sort((one, other) => rank(one) - rank(other))
}

function row(entry: (typeof entries)[number], { lang, lookup }: Texts): HTMLElement {
  const { code, explained, chinese, chineseHint } = entry
  const { description, reason, retry, message, hint } = explained
  const messages = [make('p', { lang: 'zh-Hans' }, chinese), make('p', { lang: 'en' }, message)]
  const fact = (name: string, ...values: HTMLElement[]) =>
    make('div', {}, make('dt', {}, name), make('dd', {}, ...values))
  return make(
    'li',
    { class: 'found' },
    make(
      'p',
      { class: 'found-head' },
      make('code', {}, code),
      make('code', { class: 'found-reason' }, `${reason} · retry ${retry}`),
    ),
    make(
      'dl',
      {},
      fact(lookup.user, ...(lang === 'en' ? messages.reverse() : messages)),
      fact(lookup.developer, make('p', { lang }, lang === 'en' ? hint : chineseHint)),
      description && fact(lookup.official, make('p', { lang: 'zh-Hans' }, description)),
    ),
  )
}

/** Makes a search box for all codes that the kit explains. */
export function createLookup() {
  const box = byId('lookup-box') as HTMLInputElement
  let texts: Texts | undefined

  function list(): void {
    if (!texts) return
    const { lookup } = texts
    const found = find(box.value)
    byId('lookup-list').replaceChildren(...found.slice(0, MOST).map((entry) => row(entry, texts as Texts)))
    const more = found.length > MOST ? lookup.firstFew(MOST) : ''
    byId('lookup-count').textContent = box.value.trim()
      ? lookup.found(found.length, codes.length) + more
      : lookup.total(codes.length)
  }

  box.addEventListener('input', list)
  return {
    translate(chosen: Texts): void {
      texts = chosen
      list()
    },
  }
}

import { reasons } from '../failure/reasons'
import { hasOwn, isFunction, isObject, read } from '../lib/values'
import { findUnknownKeys } from './keys'
import type { Words } from './words'

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string'

/** Finds mistakes deep inside options that look well-formed: in texts, catalogues, actions, fallbacks and links. */
export function findMistakes(options: object, words: Words): string[] {
  return [
    ...inMessages(read(options, 'messages'), words),
    ...inLocales(read(options, 'locales'), words),
    ...inCatalogues(read(options, 'catalogues'), words),
    ...inTable('actions', read(options, 'actions'), (action) => isFunction(read(action, 'run')), words),
    ...inTable('fallbacks', read(options, 'fallbacks'), isFunction, words),
    ...findUnknownKeys(options, words),
    ...inOpenInApp(read(options, 'openInApp'), words),
  ]
}

function inTable(
  option: string,
  table: unknown,
  isGood: (value: unknown) => boolean,
  words: Words,
): string[] {
  if (!isObject(table)) return []
  return Object.keys(table)
    .filter((key) => table[key] !== undefined && !isGood(table[key]))
    .map((key) => words.malformed(option, key))
}

function inMessages(messages: unknown, words: Words): string[] {
  if (!isObject(messages)) return []
  const found: string[] = []
  for (const locale of Object.keys(messages)) {
    const texts = messages[locale]
    if (!isObject(texts)) found.push(words.malformed('messages', locale))
    else
      for (const key of Object.keys(texts)) if (!isText(texts[key])) found.push(words.noTextFor(locale, key))
  }
  return found
}

function inLocales(locales: unknown, words: Words): string[] {
  if (!Array.isArray(locales)) return []
  return locales
    .map((locale: unknown, index) => ({ locale, index }))
    .filter(({ locale }) => typeof read(locale, 'locale') !== 'string' || !isObject(read(locale, 'messages')))
    .map(({ index }) => words.malformed('locales', String(index)))
}

function inCatalogues(catalogues: unknown, words: Words): string[] {
  if (!Array.isArray(catalogues)) return []
  const found: string[] = []
  for (const catalogue of catalogues as unknown[]) {
    if (!isObject(catalogue)) found.push(words.malformed('catalogues', String(catalogue)))
    else found.push(...inTable('catalogues', catalogue, isCodeEntry, words))
  }
  return found
}

const isCodeEntry = (entry: unknown): boolean =>
  hasOwn(reasons(), String(read(entry, 'reason'))) &&
  /^(now|later|never|undefined)$/.test(String(read(entry, 'retry'))) &&
  /^(toast|dialog|none|undefined)$/.test(String(read(entry, 'presentation'))) &&
  ['message', 'hint', 'description', 'solution'].every((key) => isText(read(entry, key)))

function inOpenInApp(openInApp: unknown, words: Words): string[] {
  const hasQuery = typeof location !== 'undefined' && /\?./.test(location.search + location.hash)
  return openInApp && hasQuery && read(openInApp, 'handsOnQuery') === false ? [words.queryDropped] : []
}

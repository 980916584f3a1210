import { commonCodes } from '../failure/codes'
import { toCode } from '../failure/read'
import { reasons } from '../failure/reasons'
import { nearestName } from '../lib/nearestName'
import { isObject, read } from '../lib/values'
import { en } from '../texts/en'
import type { Words } from './words'

/** May it be a code of the page's own server? Such a code needs no catalogue. */
const isCode = (key: string): boolean => toCode(key) === key

/** The keys of texts that belong to parts. Only the keys are needed here, not the texts in five languages. */
const PART_KEYS: readonly string[] =
  'aim-camera allow-camera allow-location button-choose-photo button-copy-link choose-photo-instead copy-by-hand link-copied no-code-found open-elsewhere open-in-browser open-on-phone scan-to-open unreadable-picture unsupported-here'.split(
    ' ',
  )

/**
 * Finds keys of `actions` and `messages` that the kit never looks up, and describes each with the nearest known one.
 */
export function findUnknownKeys(options: object, words: Words): string[] {
  const known = knownKeys(options)
  const buttons = known.map((key) => `button-${key}`)
  const texts = [...known, ...buttons, ...PART_KEYS]
  // The kit finds actions by their exact key, and texts regardless of case.
  const found = unknownIn(read(options, 'actions'), known, (key) => key).map(({ key, nearest }) =>
    words.unknownKey(`actions["${key}"]`, nearest),
  )
  const messages = read(options, 'messages')
  if (!isObject(messages)) return found
  // A fallback of the page may use texts of its own.
  const mayHaveOwn = !!read(options, 'fallbacks')
  for (const locale of Object.keys(messages))
    for (const { key, nearest } of unknownIn(messages[locale], texts, (one) => one.toLowerCase()))
      if (nearest || !mayHaveOwn) found.push(words.unknownKey(`messages["${locale}"]["${key}"]`, nearest))
  return found
}

/** Lists codes, reasons and message keys. */
function knownKeys(options: object): string[] {
  const given = read(options, 'catalogues')
  const catalogues: unknown[] = [commonCodes(), ...(Array.isArray(given) ? given : [])]
  const keys = [...Object.keys(reasons()), ...Object.keys(en.messages)]
  for (const catalogue of catalogues.filter(isObject))
    for (const code of Object.keys(catalogue))
      keys.push(...[code, read(catalogue[code], 'message')].filter((key) => typeof key === 'string'))
  return keys
}

function unknownIn(table: unknown, known: readonly string[], spell: (key: string) => string) {
  if (!isObject(table)) return []
  const spelt = new Set(known.map(spell))
  return Object.keys(table)
    .filter((key) => !spelt.has(spell(key)))
    .map((key) => ({ key, nearest: nearestKey(known, key) }))
    .filter(({ key, nearest }) => nearest || !isCode(key))
}

/**
 * Finds the nearest known key. For a possible code, only another spelling of it counts: BC0024 for BC024, but never 94
 * for 95.
 */
const nearestKey = (known: readonly string[], key: string): string | undefined =>
  isCode(key)
    ? known.filter((other) => withoutZeros(other) === withoutZeros(key))[0]
    : nearestName(known, key)

const withoutZeros = (code: string): string => code.toUpperCase().replace(/^([A-Z_]*)0+(?=\d)/, '$1')

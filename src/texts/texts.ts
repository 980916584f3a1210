import { lazy } from '../lib/run'
import { read } from '../lib/values'
import type { LocaleMessages, MessageOverrides, TextFinder } from '../types/texts'
import { negotiate, plainTag } from './negotiate'

/** All texts of a kit. */
export interface Texts {
  /** The texts of the language that is in use now. */
  current(): TextFinder
  /** Negotiates anew, when a text is next asked for. @param wanted BCP 47 tags, the most wanted first */
  use(wanted: () => readonly string[]): void
}

/** The texts of one locale from one source. */
interface Layer {
  readonly tag: string
  /** One name for all spellings of the tag. */
  readonly plain: string
  readonly messages: unknown
}

/** Joins locales and a page's overrides. Where nothing matches, the first locale is used. */
export function createTexts(locales: readonly LocaleMessages[], overrides: MessageOverrides = {}): Texts {
  const all: Layer[] = []
  const add = (tag: unknown, messages: unknown): void => {
    if (tag && typeof tag === 'string') all.push({ tag, plain: plainTag(tag), messages })
  }
  for (const given of locales) add(read(given, 'locale'), read(given, 'messages'))
  for (const tag of Object.keys(overrides)) add(tag, overrides[tag])
  const choose = (wanted: () => readonly string[]) =>
    lazy((): TextFinder => {
      const locale = negotiate(wanted(), tagsOf(all))
      const layers = layersOf(plainTag(locale), all)
      return { locale, find: (keys) => findText(layers, keys) }
    })
  let current = choose(() => [])
  return {
    current: () => current(),
    use(wanted) {
      current = choose(wanted)
    },
  }
}

const tagsOf = (layers: readonly Layer[]): string[] => layers.map(({ tag }) => tag)

/**
 * Lists the layers of a locale, the uppermost first: the newest texts for it, then older ones, then those of the locale
 * that it falls back to among what was there before it.
 *
 * @param plain the one name for all spellings of its tag
 */
function layersOf(plain: string, all: readonly Layer[]): Layer[] {
  const layer = all.filter((one) => one.plain === plain).pop()
  if (layer) return [layer, ...layersOf(plain, all.slice(0, all.indexOf(layer)))]
  return all.length ? layersOf(plainTag(negotiate([plain, 'en', 'zh-Hans'], tagsOf(all))), all) : []
}

function findText(layers: readonly Layer[], keys: readonly string[]): string {
  for (const key of keys) {
    for (const { messages } of layers) {
      const text = textOf(messages, key)
      if (text) return text
    }
  }
  return ''
}

/** A code may be spelled in any case. Messages that cannot be read have no texts: the layer below has them. */
function textOf(messages: unknown, key: string): string {
  try {
    const table = messages as Readonly<Record<string, unknown>>
    const name = Object.keys(table)
      .filter((one) => one.toLowerCase() === key.toLowerCase())
      .pop()
    return name === undefined ? '' : String(table[name] || '')
  } catch {
    return ''
  }
}

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
  readonly messages: unknown
}

/** Joins locales and a page's overrides. Where nothing matches, the first locale is used. */
export function createTexts(locales: readonly LocaleMessages[], overrides: MessageOverrides = {}): Texts {
  const all: readonly Layer[] = [
    ...locales.map((given) => ({ tag: read(given, 'locale') as string, messages: read(given, 'messages') })),
    ...Object.keys(overrides).map((tag) => ({ tag, messages: overrides[tag] })),
  ].filter(({ tag }) => typeof tag === 'string' && tag)
  const choose = (wanted: () => readonly string[]) =>
    lazy((): TextFinder => {
      const locale = negotiate(wanted(), tagsOf(all))
      const layers = layersOf(locale, all)
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

const isSame = (tag: string, other: string): boolean => plainTag(tag) === plainTag(other)

/** The locales, each in its first spelling. */
const tagsOf = (all: readonly Layer[]): string[] =>
  all
    .map(({ tag }) => tag)
    .filter((tag, _index, tags) => tags.filter((other) => isSame(other, tag))[0] === tag)

/**
 * Lists the layers of a locale, the uppermost first: the newest texts for it, then older ones, then those of the locale
 * that it falls back to among what was there before it.
 */
function layersOf(tag: string, all: readonly Layer[]): Layer[] {
  const layer = all.filter((other) => isSame(other.tag, tag)).pop()
  if (layer) return [layer, ...layersOf(tag, all.slice(0, all.indexOf(layer)))]
  return all.length ? layersOf(negotiate([tag, 'en', 'zh-Hans'], tagsOf(all)), all) : []
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
    const names = Object.keys(table).filter((name) => name.toLowerCase() === key.toLowerCase())
    return String(table[String(names.pop())] || '')
  } catch {
    return ''
  }
}

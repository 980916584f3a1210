import { lazy } from '../lib/run'
import { readString } from '../lib/values'
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
  readonly texts: () => ReadonlyMap<string, string>
}

/** Joins locales and a page's overrides. Where nothing matches, the first locale is used. */
export function createTexts(locales: readonly LocaleMessages[], overrides: MessageOverrides = {}): Texts {
  // Most pages never need a text: nothing is looked at before one is asked for.
  const all = lazy(() =>
    [
      ...locales.map((given) => toLayer(readString(given, 'locale'), () => given.messages)),
      ...Object.keys(overrides).map((tag) => toLayer(tag, () => overrides[tag])),
    ].filter(({ tag }) => !!tag),
  )
  const choose = (wanted: () => readonly string[]) =>
    lazy((): TextFinder => {
      const locale = negotiate(wanted(), tagsOf(all()))
      const layers = layersOf(locale, all())
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

/** Each locale once, in its first spelling. */
const tagsOf = (all: readonly Layer[]): string[] =>
  all
    .map(({ tag }) => tag)
    .filter((tag, index, tags) => !tags.slice(0, index).some((other) => plainTag(other) === plainTag(tag)))

/**
 * Lists the layers of a locale, the uppermost first: the newest texts for it, then older ones, then those of the locale
 * that it falls back to among what was there before it.
 */
function layersOf(tag: string, all: readonly Layer[]): Layer[] {
  const layer = all.filter((other) => plainTag(other.tag) === plainTag(tag)).pop()
  if (layer) return [layer, ...layersOf(tag, all.slice(0, all.indexOf(layer)))]
  return all.length ? layersOf(negotiate([tag, 'en', 'zh-Hans'], tagsOf(all)), all) : []
}

function findText(layers: readonly Layer[], keys: readonly string[]): string {
  for (const key of keys) {
    for (const { texts } of layers) {
      const text = texts().get(key.toLowerCase())
      if (text) return text
    }
  }
  return ''
}

/** Makes a layer. Messages that cannot be read have no texts: the layer below has them. */
function toLayer(tag = '', given: () => Readonly<Partial<Record<string, string>>> | undefined): Layer {
  const texts = lazy(() => {
    const map = new Map<string, string>()
    try {
      const messages = given() || {}
      for (const key of Object.keys(messages)) map.set(key.toLowerCase(), String(messages[key] || ''))
    } catch {
      // A getter of the page's.
    }
    return map
  })
  return { tag, texts }
}

/** The phone's state in its address: what was chosen can be sent as a link. */
import { type DeskSettings, readSettings } from '../shared/settings'
import { withDefaults } from '../shared/walletSettings'
import { modeOf } from './modes'

/** The sizes of the screen, in CSS px. The first one is the default. */
export const SIZES = ['375x667', '390x844', '430x932', '320x568'] as const
export type Size = (typeof SIZES)[number]
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** How the phone looks. It belongs to one window; the settings belong to the server. */
export interface Look {
  readonly size: Size
  readonly landscape: boolean
  readonly theme: Theme
}

export const USUAL_LOOK: Look = { size: SIZES[0], landscape: false, theme: THEMES[0] }

export interface LinkState {
  /** The settings that the link names. */
  readonly settings: DeskSettings
  readonly look: Look
  readonly unknown: readonly UnknownPart[]
  /** Does it name the situation `94` of earlier versions? It is part of `failed` now. */
  readonly isOld: boolean
}

/** A part of a link that is not known. */
interface UnknownPart {
  readonly name: string
  readonly value: string
  /** The values that the name takes; '' if there is no such name. */
  readonly takes: string
}

const oneOf = <Value extends string>(values: readonly Value[], given: string): Value | undefined =>
  values.find((value) => value === given)

/** Settings that stand in a link under their own names. */
const SETTINGS = ['situation', 'platform', 'bridge', 'language'] as const

/** Stands for no situation. */
const NONE = 'none'

/** Reads the state of a link. Unknown and malformed values are left out and listed. */
export function readLink(search: string): LinkState {
  const settings: Record<string, unknown> = {}
  let look = USUAL_LOOK
  const unknown: UnknownPart[] = []
  let isOld = false
  new URLSearchParams(search).forEach((value, name) => {
    const refuse = (takes = '') => void unknown.push({ name, value, takes })
    if (name === 'situation' && value === NONE) settings.situation = null
    else if (name === 'situation' && value === '94') {
      settings.situation = 'failed'
      isOld = true
    } else if (SETTINGS.some((one) => one === name)) {
      const read = readSettings({ [name]: value }, (_name, words) => refuse(words.replace('null', NONE)))
      Object.assign(settings, read)
    } else if (name === 'mode') {
      if (value === 'kit' || value === 'raw') settings.inPlace = value === 'kit'
      else refuse('raw, kit')
    } else if (name === 'size') {
      const size = oneOf(SIZES, value)
      if (size) look = { ...look, size }
      else refuse(SIZES.join(', '))
    } else if (name === 'theme') {
      const theme = oneOf(THEMES, value)
      if (theme) look = { ...look, theme }
      else refuse(THEMES.join(', '))
    } else if (name === 'landscape') {
      if (value === '1' || value === 'true' || value === '') look = { ...look, landscape: true }
      else if (value !== '0' && value !== 'false') refuse('1, 0')
    } else refuse()
  })
  return { settings: settings as DeskSettings, look, unknown, isOld }
}

type Named = readonly (readonly [name: string, value: string])[]

/** Names the whole state, usual values too: whoever opens the link has other settings. */
function namedState(settings: DeskSettings, look: Look): Named {
  const { situation, inPlace, platform, bridge, language } = withDefaults(settings)
  return [
    ['situation', situation || NONE],
    ['mode', modeOf(!!inPlace)],
    ['size', look.size],
    ['landscape', look.landscape ? '1' : '0'],
    ['platform', platform],
    ['bridge', bridge],
    ['theme', look.theme],
    ['language', language],
  ]
}

const queryOf = (named: Named): string =>
  `?${named.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`

/** The methods with an answer or a result that is fixed and counts: a situation has answers of its own. */
export const fixedMethods = ({ situation, answers, results }: DeskSettings): string[] =>
  Object.keys({ ...(situation ? {} : answers), ...results })

/** Writes the state as the query of the phone's address. */
export const linkOf = (settings: DeskSettings, look: Look): string => queryOf(namedState(settings, look))

/** Writes what differs between two states as a link does; '' if a link has nothing of it. */
export function changesOf(before: DeskSettings, now: DeskSettings, look: Look): string {
  const known = namedState(before, look)
  const changed = namedState(now, look).filter(([, value], index) => value !== known[index]?.[1])
  return changed.length ? queryOf(changed).slice(1) : ''
}

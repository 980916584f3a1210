/** Reads each call of the page from the wallet's log, for its card. */
import type { QuietReason } from '../src/index'
import { isObject, parseObject } from '../src/lib/values'
import { type LogEntry, type LogNote, linesOf } from '../wallet/shared/log'
import { type Diagnosis, diagnose } from '../wallet/view/diagnoses/diagnose'
import type { Scenario } from './scenarios'
import { type ErrorFacts, LATENCY, localeOf, type Mode, PATIENCE, READY, type Settings } from './setup'

/** The kinds of notes about a call. */
export type NoteId = 'unanswered' | 'late' | 'prevented' | 'silence' | 'unheard'

/** The state of the bridge when a call is made. */
export type Scene = 'outside' | 'before' | 'up'

/** Who showed something, and how; or a link that was followed. */
export type Shown = 'toast' | 'dialog' | 'wallet-toast' | 'page' | 'link'

/** Something that the user saw, and when. */
export interface Seen {
  at: number
  how: Shown
  text: string
  lang: string
}

/** Everything that is known about one call. Times are ms after the phone's page opened. */
export interface Entry {
  id: number
  method: string
  /** Its line of code; '' for something that the page did without upsdk. */
  line: string
  calledAt: number
  /** Does this browser do it in place of the wallet? */
  byBrowser: boolean
  scene: Scene
  sentAt?: number
  settled?: { at: number; outcome: string; code?: string; sent: boolean }
  result?: { at: number; text: string }
  explained?: { at: number; error: ErrorFacts }
  /** What the user saw of it, oldest first. */
  seen: Seen[]
  quiet?: { at: number; why: QuietReason }
  notes: { at: number; note: NoteId }[]
  /** The diagnoses of the call. */
  wrong: readonly Diagnosis[]
  /** The time after which no answer will come. */
  patientUntil?: number
}

/** The run that the phone plays. */
export interface Played {
  scenario: Scenario
  settings: Settings
  mode: Mode
  /** The time of the phone's clock at which its page opened, in ms. */
  openedAt: number
  /** The errors that the page caught, oldest first. */
  caught: readonly { method: string; error: ErrorFacts }[]
}

export interface PlayedLog {
  readonly entries: readonly LogEntry[]
  readonly notes: readonly LogNote[]
}

/** Lines of code for calls, since the kit's own steps have no parameters. */
const LINES: Readonly<Record<string, string>> = {
  pay: 'pay({ tn })',
  bioDetect: 'bioDetect()',
  scanQRCode: 'scanQRCode()',
  appletExplicitAuth: 'appletExplicitAuth({ scope })',
  notify: 'notify(error)',
}

function lineOf(entry: LogEntry): string {
  const { method, called, reached } = entry
  const params = called?.params ?? reached?.params
  if (typeof params === 'string') return `${method}('${params}')`
  if (!isObject(params)) return LINES[method] ?? `${method}(…)`
  const names = Object.keys(params).join(', ')
  return names ? `${method}({ ${names} })` : `${method}()`
}

/**
 * Reads the page's calls, oldest first.
 *
 * @param now the time of the phone's clock, in ms
 */
export function readCalls({ entries, notes }: PlayedLog, played: Played, now: number): Entry[] {
  const { settings, scenario } = played
  const isOutside = settings.place !== 'wallet'
  // `showFlashInfo` shows the kit's message as the wallet's toast, which is noted as seen.
  const own = entries.filter(({ method }) => isOutside || method !== 'showFlashInfo')
  const waysIn = own.filter(({ method }) => method === 'pluginReady')
  const made = own.filter(({ method }) => method !== 'pluginReady')
  // The page calls inside `pluginReady`, in order, so a call has waited since then.
  const found = diagnose({ entries, notes })
  const calls = made.map((entry, index) => ({
    ...callOf(entry, waysIn[index]?.at, played),
    wrong: (found.get(entry) ?? []).filter(({ isNote }) => !isNote),
  }))
  const waiting = waysIn.slice(made.length).map((entry) => ({
    ...callOf(entry, undefined, played),
    line: LINES[scenario.action] ?? '',
  }))
  const all = [...calls, ...waiting].sort((one, other) => one.calledAt - other.calledAt)
  for (const { method, error } of played.caught) assignCaught(all, method, error)
  for (const note of notes) assignSeen(all, note, played)
  for (const call of all) noteSilence(call, played, now - played.openedAt)
  return all
}

type Call = Entry & { readonly from: LogEntry }

function callOf(entry: LogEntry, waitsFrom: number | undefined, { settings, openedAt }: Played): Call {
  const { id, method, by, quiet, unanswered, late } = entry
  const since = (at: number) => Math.max(0, at - openedAt)
  const calledAt = since(Math.min(entry.at, waitsFrom ?? entry.at))
  const isKits = by === 'kit'
  const sentAt = (entry.sent ?? entry.reached)?.at
  const settled = isKits ? entry.settled : rawEnd(entry)
  const answered = settled?.outcome === 'success' ? entry.answered : undefined
  const result = answered && resultOf(answered.value, isKits)
  const isOutside = settings.place !== 'wallet'
  return {
    id,
    method,
    from: entry,
    line: lineOf(entry),
    calledAt,
    byBrowser: isOutside && isKits && method !== 'notify' && settled?.outcome !== 'outside-wallet',
    scene: sceneAt(calledAt, settings),
    sentAt: sentAt === undefined ? undefined : since(sentAt),
    settled: settled && {
      at: since(settled.at),
      outcome: settled.outcome,
      code: 'code' in settled ? settled.code : undefined,
      sent: !isKits || sentAt !== undefined,
    },
    result: answered && result ? { at: since(answered.at), text: result } : undefined,
    seen: [],
    wrong: [],
    quiet: quiet && { at: since(quiet.at), why: quiet.why },
    notes: [
      ...(unanswered ? [{ at: since(unanswered.at), note: 'unanswered' as const }] : []),
      ...(late ? [{ at: since(late.at), note: 'late' as const }] : []),
      ...(quiet?.why === 'prevented' ? [{ at: since(quiet.at), note: 'prevented' as const }] : []),
    ],
  }
}

function sceneAt(calledAt: number, { place, ready }: Settings): Scene {
  const readyAfter = READY[ready]
  if (place !== 'wallet') return 'outside'
  return readyAfter === 'never' || calledAt < readyAfter ? 'before' : 'up'
}

/** Finds upsdk's answer to the page, or native's answer to a call of the bridge itself. */
function rawEnd({ by, told, answered }: LogEntry): { at: number; outcome: 'success' | 'fail' } | undefined {
  if (told) return { at: told.at, outcome: told.callback === 'success' ? 'success' : 'fail' }
  return by === 'bridge' && answered ? { at: answered.at, outcome: answered.how } : undefined
}

/** Writes the page's result as code. Without the kit, it is JSON text on Android. */
function resultOf(value: unknown, isKits: boolean): string {
  const given = isKits && typeof value === 'string' ? (parseObject(value) ?? value) : value
  if (typeof given === 'string' || !isObject(given)) return given ? String(given) : ''
  return JSON.stringify(given)
    .replace(/"(\w+)":/g, ' $1: ')
    .replace(/}$/, ' }')
}

/** Finds the call whose failure the page caught. */
function assignCaught(all: readonly Call[], method: string, error: ErrorFacts): void {
  const call = all.find(
    ({ method: name, settled, explained }) =>
      name === method && !explained && (method === 'notify' || settled?.outcome === error.reason),
  )
  if (call) call.explained = { at: call.settled?.at ?? call.calledAt, error }
}

/** Assigns what the user saw to its call, or to a new entry if the page did it without upsdk. */
function assignSeen(all: Entry[], note: LogNote, { openedAt, mode, settings, scenario }: Played): void {
  if (note.kind !== 'seen' && note.kind !== 'leaves') return
  const at = note.at - openedAt
  const how = howShown(note)
  const text = note.kind === 'seen' ? linesOf(note).join('\n') : note.text
  const lang = mode === 'kit' ? localeOf(settings) : /[\u3400-\u9fff]/.test(text) ? 'zh-Hans' : 'en'
  const seen: Seen = { at, how, text, lang }
  const before = (all as Call[]).filter(({ calledAt }) => calledAt <= at)
  if (!before.length && how === 'page') {
    const made = {
      id: -all.length - 1,
      method: '',
      wrong: [],
      calledAt: at,
      byBrowser: false,
      scene: sceneAt(at, settings),
    }
    all.push({ ...made, line: scenario.rawCode[0] ?? '', seen: [seen], notes: [] })
    return
  }
  const owner = before.filter(({ from, settled }) => {
    if (how === 'link') return true
    if (how === 'page' || how === 'wallet-toast') return !!settled && settled.at <= at
    const shown = from?.shown
    return !!shown && shown.presentation === how && shown.at <= note.at
  })
  const last = owner[owner.length - 1] ?? (how === 'page' ? undefined : before[before.length - 1])
  last?.seen.push(seen)
}

function howShown(note: LogNote): Shown {
  if (note.kind !== 'seen') return 'link'
  const { by, form } = note
  if (by === 'wallet') return 'wallet-toast'
  return by === 'kit' && (form === 'toast' || form === 'dialog') ? form : 'page'
}

/** Notes that a call gets no answer, after a long enough wait: the log has no step for that. */
function noteSilence(call: Entry, { mode, scenario, settings }: Played, now: number): void {
  const { settled, sentAt, calledAt, notes, seen, line } = call
  if (settled || seen.length || !line || notes.length) return
  const readyAfter = READY[settings.ready]
  const lastMoment = LATENCY + (readyAfter === 'never' ? 0 : readyAfter)
  // A call that the wallet has waits for its user, unless the wallet never answers.
  const isUnclear = sentAt === undefined ? mode === 'raw' : scenario.answer === 'silent'
  if (!isUnclear) return
  const until =
    settings.place !== 'wallet'
      ? calledAt + PATIENCE
      : mode === 'kit'
        ? calledAt + LATENCY + PATIENCE
        : calledAt + lastMoment + PATIENCE
  if (now >= until) notes.push({ at: until, note: mode === 'kit' ? 'silence' : 'unheard' })
  else call.patientUntil = until
}

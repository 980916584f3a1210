/** Plays a recorded run again in each situation and mode, one after another, in the phone's own frame. */

import { traitsOf } from '../../src/plainTools'
import type { TimedAction } from '../shared/actions'
import { firstToDrop, type LogEntry, type LogNote, MOST_ENTRIES } from '../shared/logStore'
import type { FromPage, ReplayEnd } from '../shared/messages'
import { pause } from '../shared/pause'
import type { DeskSettings, Situation } from '../shared/settings'
import { inSituation, settingsInForce } from '../shared/situations'
import { shownStatus } from '../view/shownStatus'
import type { Words } from '../view/texts/words'
import type { PageFrame } from './pageFrame'
import { type RecordedActions, restoreStorage } from './recordedActions'
import type { RunEnd, SituationRun } from './verdict'

/** Nothing has changed for this long, in ms: the run is over. */
const QUIET = 2000
/** The longest run after its last action, in ms. */
const LONGEST = 20_000
/** The longest pause between two actions, in ms. A person takes time to read. */
const LONGEST_PAUSE = 2000
const SHORTEST_PAUSE = 150
/** How long an action may wait for its element, with time for the page to answer, in ms. */
const ACTS_WITHIN = 7000
/** A page that opens itself more often than this in one run does so for ever. */
const MOST_DOCUMENTS = 10
const LOOKS_EVERY = 100

export interface SituationRunnerOptions {
  readonly words: Words
  readonly page: PageFrame
  /** Changes the server's settings, without loading the page. */
  setForRun(settings: DeskSettings): Promise<string>
}

export interface SituationRunner {
  /** Takes the page's messages while a run is on. */
  hear(message: FromPage): void
  run(
    recorded: RecordedActions,
    settings: DeskSettings,
    situation: Situation,
    inPlace: boolean,
  ): Promise<SituationRun>
  stop(): void
}

/** One run that is on. */
interface Current {
  /** The settings that each of its documents has to have. */
  readonly chosen: DeskSettings
  readonly entries: Map<number, LogEntry>
  notes: LogNote[]
  /** Of documents before this one, whose ids and times begin anew. */
  past: LogEntry[]
  documents: number
  /** When the last one of them started. */
  documentAt: number
  changedAt: number
  requests: number
  acted: boolean
  /** The size of the log before the last action. */
  loggedBefore: number
  firstPath: string
  lastPath: string
  end: RunEnd | undefined
  /** Why the next action cannot be done. What is due until then is still waited for: the user would see it. */
  blocked: ReplayEnd | undefined
  detail: string
}

export function createSituationRunner({ words, page, setForRun }: SituationRunnerOptions): SituationRunner {
  let now: Current | undefined

  const allEntries = (current: Current): LogEntry[] => [
    ...current.past,
    ...Array.from(current.entries.values()),
  ]

  function finish(current: Current, end: RunEnd, detail = ''): void {
    if (current.end) return
    current.end = end
    current.detail = detail
  }

  function hear(message: FromPage): void {
    const current = now
    if (!current || message.type === 'state') return
    current.changedAt = performance.now()
    if (message.type === 'started') {
      const { situation, inPlace = false } = message.settings
      // Another phone has the same desk.
      if (situation !== current.chosen.situation || inPlace !== current.chosen.inPlace)
        return finish(current, 'changed')
      // The next document's calls have the same ids.
      const offset = current.past.length + current.entries.size
      current.past = allEntries(current).map((entry, index) => ({ ...entry, id: index - offset }))
      current.entries.clear()
      current.requests = 0
      current.documentAt = performance.now()
      if (++current.documents > MOST_DOCUMENTS) finish(current, 'reloads', String(current.documents))
    } else if (message.type === 'log') {
      for (const entry of message.entries) current.entries.set(entry.id, entry)
      while (current.entries.size > MOST_ENTRIES) current.entries.delete(firstToDrop(current.entries))
      current.notes = [...current.notes, ...message.notes].slice(-MOST_ENTRIES)
      const left = message.notes.find(({ kind }) => kind === 'leaves')
      if (left) finish(current, 'left', left.text)
    } else if (message.type === 'address') {
      current.firstPath = current.firstPath || message.path
      current.lastPath = message.path
    } else if (message.type === 'requests') current.requests = message.open
    else if (message.type === 'acted') current.acted = true
    else if (message.type === 'ended') endReplay(current, message.why, message.detail)
  }

  function endReplay(current: Current, why: ReplayEnd, detail: string): void {
    if (why === 'untrusted' && hasLogged(current)) return
    if (why === 'dialogs') return finish(current, why, detail)
    // A run that has ended keeps its reason.
    if (current.end || current.blocked) return
    current.blocked = why
    current.detail = detail
  }

  async function until(current: Current, isTrue: () => boolean, most: number): Promise<boolean> {
    const end = performance.now() + most
    while (!current.end && performance.now() < end) {
      if (isTrue()) return true
      if (current.documents && page.isStranger()) finish(current, 'left')
      await pause(LOOKS_EVERY)
    }
    return false
  }

  async function act(current: Current, action: TimedAction): Promise<void> {
    current.acted = false
    current.loggedBefore = sizeOf(current)
    page.send({ type: 'act', action })
    const isOver = () => current.acted || !!current.blocked
    if (!(await until(current, isOver, ACTS_WITHIN))) endReplay(current, 'missing', '')
  }

  /** Is a call still waited for that may be answered? */
  function isWaited(entry: LogEntry, settings: DeskSettings): boolean {
    if (shownStatus(entry, words).status !== 'open') return false
    const { readyAfter, insideWallet } = settingsInForce(settings)
    if (entry.by === 'kit') return !traitsOf(entry.method).interactive || !entry.reached
    const isShut = readyAfter === 'never' || !insideWallet || settings.situation === 'sdk-missing'
    return !(isShut && !entry.reached)
  }

  return {
    hear,
    stop() {
      if (now) finish(now, 'stopped')
    },
    async run(recorded, settings, situation, inPlace) {
      const chosen: DeskSettings = { ...settings, situation, inPlace, ask: false }
      const started = performance.now()
      const current: Current = {
        chosen,
        entries: new Map(),
        notes: [],
        past: [],
        documents: 0,
        documentAt: started,
        changedAt: started,
        requests: 0,
        acted: false,
        loggedBefore: 0,
        firstPath: '',
        lastPath: '',
        end: undefined,
        blocked: undefined,
        detail: '',
      }
      await setForRun({ situation, inPlace })
      await page.empty()
      restoreStorage(recorded)
      now = current
      page.element.dataset.replay = ''
      page.open(recorded.path)
      if (!(await until(current, () => current.documents > 0, LONGEST))) finish(current, 'time')
      let before = 0
      for (const action of recorded.actions) {
        if (current.end || current.blocked) break
        await pause(Math.min(Math.max(action.at - before, SHORTEST_PAUSE), LONGEST_PAUSE))
        before = action.at
        if (!current.end && !current.blocked) await act(current, action)
      }
      const kitSaysAt = performance.now() + kitWaits(chosen)
      const dueAt = () => Math.max(current.documentAt + dueAfter(chosen), kitSaysAt)
      const isOver = () =>
        performance.now() - current.changedAt > QUIET &&
        performance.now() > dueAt() &&
        !current.requests &&
        !allEntries(current).some((entry) => isWaited(entry, chosen))
      const isDone = await until(current, isOver, LONGEST)
      finish(current, current.blocked || (isDone ? 'done' : 'time'), current.detail)
      now = undefined
      delete page.element.dataset.replay
      return {
        situation,
        inPlace,
        entries: allEntries(current).map((entry, index) => ({ ...entry, id: index + 1 })),
        notes: current.notes,
        end: current.end || 'time',
        detail: current.detail,
        took: Math.round(performance.now() - started),
        isElsewhere: current.lastPath !== current.firstPath,
        test: page.asTest(),
      }
    },
  }
}

const sizeOf = ({ entries, past, notes }: Current): number => entries.size + past.length + notes.length
const hasLogged = (current: Current): boolean => sizeOf(current) > current.loggedBefore

/** Timers run a little late, and a message takes its time. In ms. */
const MARGIN = 1000

/** When the bridge is up, at the latest, in ms; 0 if it never is. */
function dueAfter(settings: DeskSettings): number {
  const { readyAfter = 0 } = inSituation(settings, settings.situation)
  return readyAfter === 'never' ? 0 : readyAfter + MARGIN
}

/** The kit's own time limit for a bridge that is not up, in ms (`readyTimeout`). */
const READY_TIMEOUT = 8000

/** How long after the last action the kit may still say that the bridge is not up, in ms. */
function kitWaits({ inPlace, situation, kitOptions }: DeskSettings): number {
  if (!inPlace || !/^(bridge-never|sdk-missing)$/.test(situation || '')) return 0
  const limit = kitOptions?.readyTimeout ?? READY_TIMEOUT
  return typeof limit === 'number' && limit ? limit + MARGIN : 0
}

/** Plays the user's actions again in each situation and mode, one after another, in the phone's own frame. */

import { READY_TIMEOUT } from '../../src/internals'
import { traitsOf } from '../../src/internalsWithoutDom'
import { nameOfAction, type TimedAction } from '../shared/actions'
import type { LogEntry } from '../shared/log'
import type { FromPage } from '../shared/messages'
import { pause } from '../shared/pause'
import type { DeskSettings } from '../shared/settings'
import type { Situation } from '../shared/situations'
import { inSituation, settingsInForce } from '../shared/situations'
import { shownStatus } from '../view/shownStatus'
import type { Words } from '../view/texts/words'
import { type ActionHistory, restoreStorage } from './actionHistory'
import type { PageFrame } from './pageFrame'
import { createRunProgress, type RunProgress } from './runProgress'
import type { SituationRun } from './runResult'

/** A page that waits for nothing, and has changed nothing for this long, in ms, goes on by an action alone. */
const QUIET = 500
/** The longest run after its last action, in ms. */
const LONGEST = 20_000
/** The longest pause between two actions, in ms. A person takes time to read. A quiet page needs none. */
const LONGEST_PAUSE = 2000
const SHORTEST_PAUSE = 150
/** Pages take no second tap within a time of about this many ms. */
const TAP_GUARD = 1000
/** How long an action may wait for its element, with time for the page to answer, in ms. */
const ACTS_WITHIN = 7000
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
    history: ActionHistory,
    settings: DeskSettings,
    situation: Situation,
    inPlace: boolean,
  ): Promise<SituationRun>
  stop(): void
}

export function createSituationRunner({ words, page, setForRun }: SituationRunnerOptions): SituationRunner {
  let now: RunProgress | undefined
  /** What a page has done to its end: it takes taps that are not trusted. */
  const played = new WeakSet<ActionHistory>()

  /** Waits until something is true, the run has ended, or the time is over. @returns whether it is true */
  async function until(run: RunProgress, isTrue: () => boolean, most: number): Promise<boolean> {
    const end = performance.now() + most
    while (!run.ending && performance.now() < end) {
      if (isTrue()) return true
      if (run.hasStarted && page.isStranger()) run.finish('left')
      await pause(LOOKS_EVERY)
    }
    return false
  }

  const isQuiet = (run: RunProgress): boolean => !run.isBusy && performance.now() - run.changedAt > QUIET

  /** Plays the actions, with the pauses that the developer made while the page works, until one cannot be done. */
  async function play(run: RunProgress, actions: readonly TimedAction[]): Promise<void> {
    let before = 0
    for (const action of actions) {
      if (run.ending || run.blocked) return
      const recorded = Math.min(Math.max(action.at - before, SHORTEST_PAUSE), LONGEST_PAUSE)
      const tapsFrom = performance.now() + Math.min(recorded, TAP_GUARD)
      await until(run, () => isQuiet(run) && performance.now() >= tapsFrom, recorded)
      before = action.at
      if (run.ending || run.blocked) return
      await perform(run, action)
    }
  }

  /** Plays an action. A document that the page is leaving loses it, so the next one gets it too. */
  async function perform(run: RunProgress, action: TimedAction): Promise<void> {
    const isOver = run.beginAction()
    while (!isOver()) {
      const { documentAt } = run
      page.send({ type: 'act', action })
      const isTaken = () => isOver() || run.documentAt !== documentAt
      if (!(await until(run, isTaken, ACTS_WITHIN))) return run.actionIsLost(nameOfAction(action))
    }
  }

  /** Brings the bridge up if it is not due yet, and all else that the page does without it has been done. */
  function bringBridge(run: RunProgress, readyAfter: number): void {
    const since = performance.now() - run.documentAt
    if (run.bridgeAfter !== undefined || since >= readyAfter) return
    run.bridgeComes(since)
    page.send({ type: 'act', action: { kind: 'bridgeUp' } })
  }

  /** Waits for everything that is still due. */
  async function waitForEnd(run: RunProgress, chosen: DeskSettings): Promise<void> {
    const kitSaysAt = performance.now() + kitWaits(chosen)
    const readyAfter = bridgeIsDue(chosen)
    const isOver = () => {
      if (!isQuiet(run)) return false
      bringBridge(run, readyAfter)
      return (
        isQuiet(run) &&
        performance.now() > kitSaysAt &&
        !run.log.entries.some((entry) => isWaited(entry, chosen, words))
      )
    }
    const isDone = await until(run, isOver, LONGEST)
    if (run.blocked) run.finish(run.blocked.end, run.blocked.detail)
    run.finish(isDone ? 'done' : 'time')
  }

  return {
    hear: (message) => now?.hear(message),
    stop: () => now?.finish('stopped'),
    async run(history, settings, situation, inPlace) {
      const chosen: DeskSettings = { ...settings, situation, inPlace, ask: false }
      const started = performance.now()
      await setForRun({ situation, inPlace })
      await page.empty()
      restoreStorage(history)
      const run = (now = createRunProgress(chosen, played.has(history)))
      page.element.dataset.replay = ''
      page.open(history.path)
      if (!(await until(run, () => run.hasStarted, LONGEST))) run.finish('time')
      await play(run, history.actions)
      await waitForEnd(run, chosen)
      if (run.ending?.end === 'done') played.add(history)
      now = undefined
      delete page.element.dataset.replay
      return {
        situation,
        inPlace,
        log: run.log,
        ...(run.ending || { end: 'time', detail: '' }),
        took: Math.round(performance.now() - started),
        bridgeAfter: run.bridgeAfter,
        loadedTo: run.loadedTo,
        hasMore: run.hasMore,
        routes: run.routes,
        content: run.content,
        test: page.asTest(),
      }
    },
  }
}

/** Is a call still waited for that may be answered? */
function isWaited(entry: LogEntry, settings: DeskSettings, words: Words): boolean {
  if (shownStatus(entry, words).status !== 'open') return false
  const { readyAfter, insideWallet } = settingsInForce(settings)
  if (entry.by === 'kit') return !traitsOf(entry.method).interactive || !entry.reached
  const isShut = readyAfter === 'never' || !insideWallet || settings.situation === 'sdk-missing'
  return !(isShut && !entry.reached)
}

/** Timers run a little late, and a message takes its time. In ms. */
const MARGIN = 1000

/** When the bridge is due after the page's upsdk.js has run, in ms; 0 if it never comes. */
function bridgeIsDue(settings: DeskSettings): number {
  const { readyAfter = 0 } = inSituation(settings, settings.situation)
  return readyAfter === 'never' ? 0 : readyAfter
}

/** How long after the last action the kit may still say that the bridge is not up, in ms. */
function kitWaits({ inPlace, situation, kitOptions }: DeskSettings): number {
  if (!inPlace || !/^(bridge-never|sdk-missing)$/.test(situation || '')) return 0
  const limit = kitOptions?.readyTimeout ?? READY_TIMEOUT
  return typeof limit === 'number' && limit ? limit + MARGIN : 0
}

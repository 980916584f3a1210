/** Plays the user's actions again in each situation and mode, one after another, in the phone's own frame. */

import { nameOfAction } from '../shared/actions'
import type { FromPage, WhyNot } from '../shared/messages'
import { shareTexts } from '../shared/picture'
import type { DeskSettings } from '../shared/settings'
import type { Situation } from '../shared/situations'
import { RUN_CLOCK, type WindowWithClock } from '../view/runClock'
import { type ActionHistory, restoreStorage } from './actionHistory'
import { createRunClock, type RunDriver } from './clock/runClock'
import type { PageFrame } from './pageFrame'
import { createRunProgress, type RunProgress, type SeenOfPage } from './runProgress'
import { HORIZON, type SituationRun } from './situationRun'

/** The pause between two actions, in ms of the page's time. A person takes time to read. */
const LONGEST_PAUSE = 2000
const SHORTEST_PAUSE = 150
/** How long an action waits for a page that loads, in ms of its time. Then it is done while the page loads. */
const LONGEST_LOAD = 5000

export interface SituationRunnerOptions {
  readonly page: PageFrame
  /** Changes the server's settings, without loading the page. */
  setForRun(settings: DeskSettings): Promise<string>
}

export interface SituationRunner {
  /** Takes the page's messages while a run is on. */
  receive(message: FromPage): void
  run(
    history: ActionHistory,
    settings: DeskSettings,
    situation: Situation,
    inPlace: boolean,
  ): Promise<SituationRun>
  stop(): void
}

export function createSituationRunner({ page, setForRun }: SituationRunnerOptions): SituationRunner {
  let now: RunProgress | undefined
  /** The histories that were played to their end: their pages accept taps that are not trusted. */
  const played = new WeakSet<ActionHistory>()
  /** Keeps the style sheets of a page once for all of its pictures. */
  const sharing = new WeakMap<ActionHistory, ReturnType<typeof shareTexts>>()
  function shared(history: ActionHistory, seen: SeenOfPage): SeenOfPage {
    const share = sharing.get(history) || shareTexts()
    sharing.set(history, share)
    return { ...seen, pictures: seen.pictures.map((one) => ({ ...one, picture: share(one.picture) })) }
  }

  /**
   * Plays the actions, with the pauses that the developer made, until one cannot be done. A pause begins when the page has
   * loaded: otherwise, on a slow machine, a tap would come amid the calls that the page makes as it opens.
   */
  async function play(
    run: RunProgress,
    clock: RunDriver,
    { actions, answered }: ActionHistory,
  ): Promise<void> {
    for (const action of actions) {
      const pause = Math.min(Math.max(action.pause, SHORTEST_PAUSE), LONGEST_PAUSE)
      await clock.until(() => !!run.blocked || clock.isQuiet(), clock.now() + LONGEST_LOAD)
      await clock.until(() => !!run.blocked, clock.now() + pause)
      if (run.ending || run.blocked) return
      const why = await perform(run, clock, () => page.act(action, answered))
      if (why) return run.block(why, nameOfAction(action))
    }
  }

  /** Performs an action as soon as it can be done. @returns why it never could be */
  async function perform(
    run: RunProgress,
    clock: RunDriver,
    act: () => WhyNot | undefined,
  ): Promise<WhyNot | undefined> {
    let why: WhyNot | undefined
    const isTried = () => {
      const takeBack = run.noteAction(clock.now())
      why = act()
      if (why) takeBack()
      return !why || why === 'hand'
    }
    await clock.until(isTried, clock.now() + HORIZON)
    clock.noteNew()
    return why
  }

  /** Plays a run on its clock until nothing is in flight, and nothing is due before the horizon. */
  async function playOut(run: RunProgress, clock: RunDriver, history: ActionHistory): Promise<void> {
    clock.noteDocument(history.path)
    page.open(history.path)
    if (!(await clock.until(() => run.hasStarted, clock.now() + HORIZON))) run.finish('time', history.path)
    const openedAt = clock.now()
    await play(run, clock, history)
    await clock.until(() => false, (run.lastActed ?? openedAt) + HORIZON)
    page.endRun()
    if (run.blocked) run.finish(run.blocked.end, run.blocked.detail)
    const [unanswered] = clock.givenUp
    run.finish(unanswered ? 'time' : 'done', unanswered)
  }

  return {
    receive: (message) => now?.receive(message),
    stop: () => now?.finish('stopped'),
    async run(history, settings, situation, inPlace) {
      const chosen: DeskSettings = { ...settings, situation, inPlace, ask: false }
      await setForRun({ situation, inPlace })
      await page.empty()
      restoreStorage(history)
      const clock = createRunClock(() => {
        if (run.hasStarted && page.isStranger()) run.finish('left')
        return !!run.ending
      })
      const run = (now = createRunProgress(chosen, clock.noteNew, played.has(history)))
      const around: WindowWithClock = window
      around[RUN_CLOCK] = clock
      await playOut(run, clock, history)
      if (run.ending?.end === 'done') played.add(history)
      now = undefined
      delete around[RUN_CLOCK]
      return {
        situation,
        inPlace,
        log: run.log,
        ...(run.ending || { end: 'done', detail: '' }),
        ...shared(history, run.seen()),
        realTime: [...clock.realTime],
        heldBack: [...clock.heldBack],
        hasKit: run.hasKit,
        test: page.asTest(),
      }
    },
  }
}

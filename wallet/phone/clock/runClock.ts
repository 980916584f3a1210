/**
 * The clock of one run. It goes on over all documents of the run: at the pace of the wall while something of the page is
 * in flight, else at once to the next timer.
 */
import type { OnClock, PageWindow, RunClock, Waiting } from '../../view/runClock'
import { createInFlight } from './inFlight'
import { installTimers, type PageTimers } from './pageTimers'

/** How long a page must use no clock to count as idle, in ms of real time. Keys and databases take that long. */
const IDLE_AFTER = 6
/** How far the page's time may advance before the page must be idle again, in ms. Further if nothing new comes. */
const MOST_UNSEEN = 250
const UNSEEN_RATE = 0.25
/** How often real time is read while something is in flight, in ms. */
const LOOKS_EVERY = 4
/** How long to wait for a frame of the browser, in ms: in a hidden tab none comes. */
const FRAME_COMES_IN = 60

export interface RunDriver extends RunClock, Pick<Waiting, 'isQuiet'> {
  /** The page's time, in ms since 1970. */
  now(): number
  /** Records that a document is opened from outside. */
  noteDocument(path: string): void
  /**
   * Lets the page's time go by until something is true.
   *
   * @param end the page's time at which it stops. If nothing is in flight or due before, it is there at once
   * @returns whether it is true
   */
  until(isTrue: () => boolean, end: number): Promise<boolean>
  /** Records that something new is on the screen. */
  noteNew(): void
  /** Addresses that did not answer for so long that nothing waited for them. */
  readonly givenUp: readonly string[]
  /** Addresses that were asked so often that requests to them were held back. */
  readonly heldBack: ReadonlySet<string>
  /** Parts of the page that keep real time. */
  readonly realTime: ReadonlySet<string>
}

interface Joined {
  readonly page: PageWindow
  readonly client: OnClock
  readonly timers: PageTimers
}

/** @param isOver whether the run has ended for another reason */
export function createRunClock(isOver: () => boolean): RunDriver {
  let time = Date.now()
  let documents: readonly Joined[] = []
  const inFlight = createInFlight()
  const realTime = new Set<string>()
  let settledAt = time
  /** When something new came last. */
  let newAt = time

  const isQuiet = () => !inFlight.isAny()

  function join(page: PageWindow, client: OnClock): Waiting {
    if (page.parent === window) forget()
    documents = [
      ...documents.filter((one) => one.page !== page),
      { page, client, timers: installTimers(page, time, client.run) },
    ]
    page.addEventListener('pagehide', () => {
      client.beforeLeave()
      if (page.parent === window) noteDocument(page.location.href)
      else documents = documents.filter((one) => one.client !== client)
    })
    return {
      begin: inFlight.begin,
      isLetThrough: inFlight.isLetThrough,
      isQuiet,
      keepsRealTime: (name) => void realTime.add(name),
    }
  }

  function forget(): void {
    documents = []
    inFlight.clear()
  }

  /** Forgets the document of the frame: the next one is on its way. */
  function noteDocument(address: string): void {
    forget()
    inFlight.begin(address)
  }

  /** Finds the time at which the next timer or animation is due. */
  const nextDue = () =>
    Math.min(
      ...documents.map(({ timers, client }) =>
        Math.min(timers.due(), time + Math.ceil(client.animations.left())),
      ),
      Infinity,
    )

  /** Goes to a time, and runs one timer that is due then. */
  async function goTo(next: number, isAtPace: boolean): Promise<void> {
    const ms = next - time
    time = Math.max(time, next)
    let hasEnded = false
    // At the pace of the wall, animations move by themselves.
    if (!isAtPace) for (const { client } of documents) hasEnded = client.animations.move(ms) || hasEnded
    const isDue = documents.find(({ timers }) => timers.due() <= time)
    for (const { timers } of documents) timers.moveTo(time)
    isDue?.timers.runNext()
    if (hasEnded) await frame()
  }

  /** Lets promises and messages of the page run first. */
  async function step(): Promise<void> {
    await macrotask()
    await macrotask()
    for (const { client } of documents) client.afterStep()
  }

  /** Gives the page the real time that it needs to become idle. */
  async function settle(): Promise<void> {
    const end = performance.now() + IDLE_AFTER
    while (performance.now() < end) await macrotask()
    settledAt = time
    await step()
  }

  return {
    join,
    now: () => time,
    noteDocument,
    isQuiet,
    noteNew() {
      newAt = time
      inFlight.noteNew()
    },
    givenUp: inFlight.givenUp,
    heldBack: inFlight.heldBack,
    realTime,
    async until(isTrue, end) {
      let wall = performance.now()
      let isSettled = false
      for (;;) {
        await step()
        if (isTrue()) return true
        if (isOver() || time >= end) return false
        if (inFlight.isAny()) {
          isSettled = false
          const target = Math.min(time + Math.floor(performance.now() - wall), end)
          const next = Math.min(nextDue(), target)
          wall += Math.max(next - time, 0)
          await goTo(next, true)
          if (next >= target) await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY))
          continue
        }
        wall = performance.now()
        const due = Math.min(nextDue(), end)
        if (!isSettled && due - settledAt > Math.max(MOST_UNSEEN, (time - newAt) * UNSEEN_RATE)) {
          await settle()
          isSettled = true
          continue
        }
        isSettled = false
        await goTo(due, false)
      }
    },
  }
}

/** Lets the browser run waiting tasks. Unlike a timer, this is not delayed in a hidden tab. */
const macrotask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })

/** The browser tells the page of ended animations in its next frame. */
const frame = (): Promise<unknown> =>
  Promise.race([
    new Promise((resolve) => requestAnimationFrame(resolve)),
    new Promise((resolve) => setTimeout(resolve, FRAME_COMES_IN)),
  ])

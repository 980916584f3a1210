/** The clock of a run, which the phone keeps and the page in its frame joins before its first script. */

/** The symbol's name under which the phone's window has the clock while a run is on. */
export const RUN_CLOCK: unique symbol = /* @__PURE__ */ Symbol.for('upsdk-kit.run-clock') as never

export type PageWindow = Window & typeof globalThis

/** What the client of a page does on the clock. */
export interface OnClock {
  /** Runs code of the page as if the browser had called it. What it throws is an error of the page. */
  run(code: () => void): void
  /** Runs after each step of the page: a timer, an answer, an action. */
  afterStep(): void
  readonly animations: PageAnimations
  /** Reports that the document is about to leave, while it can still be read. */
  beforeLeave(): void
}

export interface PageAnimations {
  /** How many ms the next one takes until it ends; Infinity if none runs. */
  left(): number
  /** Moves all on. @returns whether one has ended, of which the page hears in the next frame of the browser */
  move(ms: number): boolean
}

/** Gets from a page what it waits for. */
export interface Waiting {
  /** Records that something is in flight. @param name its address @returns records that it has come */
  begin(name: string): () => void
  /** May a request be sent? One that repeats for ever may not. */
  isLetThrough(method: string, address: string): boolean
  /** Is nothing in flight? */
  isQuiet(): boolean
  /** Records that something of the page keeps real time. */
  keepsRealTime(name: string): void
}

export interface RunClock {
  /** Takes over the time of a page. Call it before the page's first script. */
  join(page: PageWindow, client: OnClock): Waiting
}

export type WindowWithClock = Window & { [RUN_CLOCK]?: RunClock }

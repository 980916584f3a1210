/** Is a replay on? Then nobody else acts on the page, and the desk stays as the run needs it. */
export interface ReplayState {
  isOn(): boolean
  begin(): void
  end(): void
  /** Takes parts that cannot be used meanwhile. */
  locks(...elements: readonly HTMLElement[]): void
  /** Runs when a replay begins and when it ends. */
  subscribe(run: (isOn: boolean) => void): void
}

export function createReplayState(): ReplayState {
  let isOn = false
  const subscribers: ((isOn: boolean) => void)[] = []
  function set(next: boolean): void {
    isOn = next
    for (const run of subscribers) run(next)
  }
  return {
    isOn: () => isOn,
    begin: () => set(true),
    end: () => set(false),
    locks(...elements) {
      subscribers.push((next) => {
        for (const one of elements) one.toggleAttribute('inert', next)
      })
    },
    subscribe: (run) => void subscribers.push(run),
  }
}

/** Keeps what native shows around the page. */
import { INITIAL_STATE, type PageState } from '../shared/pageState'

export interface StateStore {
  now(): PageState
  /** Sets the state; the same object changes nothing. */
  set(next: PageState): void
  /** Calls a listener after each change. */
  subscribe(listener: (state: PageState) => void): void
}

export function createStateStore(): StateStore {
  let state = INITIAL_STATE
  const listeners: ((state: PageState) => void)[] = []
  return {
    now: () => state,
    set(next) {
      if (next === state) return
      state = next
      for (const listener of listeners) listener(state)
    },
    subscribe: (listener) => void listeners.push(listener),
  }
}

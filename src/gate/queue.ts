import type { Open } from '../lib/heartbeat'
import type { Trouble } from '../lib/trouble'
import type { RawUpsdk } from '../lib/window'

/** One that waits for upsdk: a call, or who asked whether it is ready. None of its functions may throw. */
export interface Waiting extends Open {
  readonly state: 'waiting' | 'sent' | 'settled'
  /** Runs at most once, inside a `pluginReady` callback (in signed mode: `ready`). */
  send(raw: RawUpsdk): void
  /** Runs instead of `send`, at most once. */
  refuse(refusal: Trouble): void
  /** Is left waiting where others are refused, for as long as it takes. */
  readonly isUnlimited?: boolean
  /** In signed mode only an accepted config will do; a call goes to upsdk also after a refusal. */
  readonly needsAcceptance?: boolean
}

/** What waits for upsdk, in order: no list of its own, but a look at all that is open. */
export interface Queue {
  isEmpty(): boolean
  /** @param refusal what those get that need an accepted config */
  sendAll(raw: RawUpsdk, refusal?: Trouble): void
  /** Refuses all but those that wait without limit. */
  refuseAll(refusal: Trouble): void
}

export const isWaiting = (item: Open): item is Waiting => (item as Waiting).state === 'waiting'

export function queueOf(open: ReadonlySet<Open>): Queue {
  return {
    isEmpty() {
      for (const item of open) if (isWaiting(item)) return false
      return true
    },
    sendAll(raw, refusal) {
      open.forEach((item) => {
        if (!isWaiting(item)) return
        if (!refusal || !item.needsAcceptance) item.send(raw)
        else if (!item.isUnlimited) item.refuse(refusal)
      })
    },
    refuseAll(refusal) {
      open.forEach((item) => {
        if (isWaiting(item) && !item.isUnlimited) item.refuse(refusal)
      })
    },
  }
}

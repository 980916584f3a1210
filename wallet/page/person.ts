/** What a person does on the page and around it, or a replay in their place. */

import type { UserAction } from '../shared/actions'
import type { Simulator } from '../simulator/wallet'
import { guardLayers } from '../view/layer'
import { isReplayed, type Replay, startReplay } from './actionReplay'
import type { PhoneConnection } from './phoneConnection'
import { type ActionFollower, followActions } from './watch/actions'

export interface Person {
  /** What was done so far. A test records nothing: it is the person. */
  readonly actions: ActionFollower | undefined
  fire(event: string): void
  bridgeUp(): void
  /** Performs an action of a replay. */
  act(action: UserAction): void
  /** Does the phone play actions again? */
  readonly replay: Replay | undefined
}

export interface PersonOptions {
  readonly simulator: Simulator
  /** Does a test act in place of a person? */
  readonly isTest: boolean
  /** The phone around the page. */
  readonly phone: PhoneConnection | undefined
}

export function followPerson({ simulator, isTest, phone }: PersonOptions): Person {
  const actions = isTest ? undefined : followActions()
  // It hides events of the drawings from all listeners that are added later.
  guardLayers()
  const fire = (event: string) => {
    actions?.add({ kind: 'fire', value: event })
    simulator.fire(event)
  }
  const bridgeUp = () => {
    actions?.add({ kind: 'bridgeUp' })
    simulator.bridgeUp()
  }
  const replay = phone && !isTest && isReplayed() ? startReplay(phone.tell, fire, bridgeUp) : undefined
  return {
    actions,
    fire,
    bridgeUp,
    replay,
    act(action) {
      if (!replay) return
      // `fire` and `bridgeUp` record themselves. Other replayed actions are not trusted, so nothing else records them.
      if (action.kind !== 'fire' && action.kind !== 'bridgeUp') actions?.add(action)
      void replay.act(action)
    },
  }
}

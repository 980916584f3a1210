/** What a person does on the page and around it, or a replay in their place. */

import type { ElementLocator } from '../shared/actions'
import type { Simulator } from '../simulator/wallet'
import { guardLayers } from '../view/layer'
import { type Replay, startReplay } from './actionReplay'
import type { Log } from './log'
import type { PhoneConnection } from './phoneConnection'
import type { RunTime } from './runTime'
import { type ActionFollower, followActions } from './watch/actions'

export interface Person {
  /** What was done so far. A test records nothing: it is the person. */
  readonly actions: ActionFollower | undefined
  fire(event: string): void
  bridgeUp(): void
  /** Performs an action of a replay. */
  act: Replay['act']
  /** Does the phone play actions again? */
  readonly replay: Replay | undefined
}

export interface PersonOptions {
  readonly simulator: Simulator
  /** Does a test act in place of a person? */
  readonly isTest: boolean
  /** The phone around the page. */
  readonly phone: PhoneConnection | undefined
  readonly log: Log
  /** The title in the wallet's own bar. */
  barTitle(): string
  /** The clock of the run, if actions are played again. */
  readonly runTime: RunTime | undefined
}

export function followPerson(options: PersonOptions): Person {
  const { simulator, isTest, phone, log, barTitle, runTime } = options
  const actions = isTest ? undefined : followActions()
  // Hides events of the drawings from all listeners that are added from here on.
  guardLayers()
  const fire = (event: string) => {
    actions?.add({ kind: 'fire', value: event })
    simulator.fire(event)
  }
  const bridgeUp = () => {
    actions?.add({ kind: 'bridgeUp' })
    simulator.bridgeUp()
  }
  const leave = (locator: ElementLocator) => actions?.add({ kind: 'leave', locator })
  const replay =
    phone && runTime
      ? startReplay({ tell: phone.tell, fire, bridgeUp, leave, barTitle, log, runTime })
      : undefined
  return {
    actions,
    fire,
    bridgeUp,
    replay,
    act(played, answered) {
      const { pause, leftBy, ...action } = played
      const why = replay?.act(played, answered)
      // The other kinds record themselves: the change that a click makes of a box is trusted.
      if (!why && /^(click|fill|select)$/.test(action.kind)) actions?.add(action)
      return why
    },
  }
}

/**
 * `upsdk-kit/simulator`: a simulated wallet for development and tests.
 *
 * @module upsdk-kit/simulator
 */

import { installWallet, type Simulator, type SimulatorOptions } from './wallet'

/**
 * Puts a simulated wallet behind `window.upsdk`, for development in a browser and for tests. It has the real one's
 * habits: placeholders before ready, one slot for `appletAuth`, JSON text on Android, no callback if the wallet calls
 * none.
 */
export function installSimulator(options: SimulatorOptions = {}): Simulator {
  const { simulator, runFile } = installWallet(options)
  runFile()
  return simulator
}

export type { Generation } from '../methods/generations'
export {
  type Answer,
  type AnswerOf,
  type Answers,
  type Fail,
  fail,
  type Otherwise,
  type Silent,
  type Succeed,
  silent,
  succeed,
} from './answers'
export type { RecordedCall } from './native'
export type { Observe, RawCall, RawStep, RawStepDetail, WalletState } from './steps'
export type { Simulator, SimulatorOptions } from './wallet'

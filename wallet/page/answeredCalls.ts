/** upsdk and native in this page: each call is logged, answered as the settings say, and shown around the page. */

import { isSuccess } from '../shared/outcomes'
import { afterCall, textParam } from '../shared/pageState'
import { installWallet, type Simulator } from '../simulator/wallet'
import { type AnswerSources, answerNow } from './answerer'
import { showWalletToast } from './draw/walletToast'
import type { Driver } from './driver'
import type { Log } from './log'
import type { PageKit } from './pageKit'
import type { PageSettings } from './pageSettings'
import { sdkEncoding } from './sdkEncoding'
import type { StateStore } from './stateStore'
import { addressAt } from './targetAddress'
import type { UsedTexts } from './watch/usedTexts'
import { whenParsed } from './whenParsed'

export interface AnsweredCallsOptions {
  readonly log: Log
  readonly kit: PageKit
  readonly settings: PageSettings
  readonly state: StateStore
  readonly sources: AnswerSources
  /** The test that answers in the developer's place. */
  readonly driver: Driver | undefined
  readonly usedTexts: UsedTexts | undefined
  /** The origin of the page behind a server of ours. */
  readonly targetOrigin: string | undefined
}

export interface AnsweredCalls {
  readonly simulator: Simulator
  /** Does what upsdk's file does when it runs. */
  runFile(): void
}

export function answerCalls(options: AnsweredCallsOptions): AnsweredCalls {
  const { log, kit, settings, state, sources, driver, usedTexts, targetOrigin } = options
  const { inForce } = settings
  const { insideWallet, platform, bridge, language, readyAfter } = inForce()
  return installWallet({
    insideWallet,
    platform,
    bridge,
    language,
    readyAfter,
    examples: true,
    encoding: sdkEncoding,
    otherwise: (method, params) =>
      driver ? driver.answerTo(method, params, sources) : answerNow(method, inForce(), sources),
    latency: () => inForce().latency,
    address: () => addressAt(targetOrigin),
    observe(step) {
      kit.look()
      log.addRaw(step, kit.owns(step))
      usedTexts?.observe(step)
      if (step.type !== 'reached') return
      const { method, params } = step
      const answer = inForce().answers?.[method]
      // Otherwise the log would show the call as waiting.
      if (answer === 'silent') log.markOutcome(method, 'silent')
      if (method === 'showFlashInfo') whenParsed(() => showWalletToast(textParam(params, 'msg')))
      // A call that fails changes nothing around the page.
      if (answer === undefined || answer === 'silent' || isSuccess(answer))
        whenParsed(() => state.set(afterCall(state.now(), method, params)))
    },
  })
}

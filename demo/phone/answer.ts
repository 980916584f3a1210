import type { Answer } from '../../wallet/simulator'
import { fail, silent, succeed } from '../../wallet/simulator'
import type { Scenario } from '../scenarios'
import type { Setup } from '../setup'

/** An authorization code of the wallet. It works once, and only for the mini-program's backend. */
const AUTHORIZED = { code: 'Q7xk2VbRTmu0dZ1c' }

/** Makes the wallet's answer to each call of a scenario. */
export function answerOf({ action, answer }: Scenario, { platform }: Setup): Answer {
  if (answer === 'success') return action === 'appletExplicitAuth' ? succeed(AUTHORIZED) : succeed()
  if (answer === 'silent') return silent()
  if (answer === 'empty') return fail({})
  return fail(answer === 'refused' ? refusal(platform) : answer)
}

/** Makes the failure of a cancellation: an object on iOS, JSON text on Android, and probably on HarmonyOS. */
function refusal(platform: Setup['platform']): unknown {
  const refused = { errcode: '01', errmsg: '用户取消' }
  return platform === 'ios' ? refused : JSON.stringify(refused)
}

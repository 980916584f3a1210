import type { Answer } from '../../wallet/simulator'
import { fail, silent, succeed } from '../../wallet/simulator'
import type { Scenario } from '../scenarios'
import type { Setup } from '../setup'

/** An authorization code of the wallet. It works once, and only for the mini-program's backend. */
const AUTHORIZED = { code: 'Q7xk2VbRTmu0dZ1c' }

/** Makes the wallet's answers to the calls of a scenario, one after another. */
export function createAnswers({ action, answer, nextAnswer }: Scenario, { platform }: Setup): () => Answer {
  let count = 0
  const success = action === 'appletExplicitAuth' ? succeed(AUTHORIZED) : succeed()
  return () => {
    const now = count++ ? (nextAnswer ?? answer) : answer
    if (now === 'success') return success
    if (now === 'silent') return silent()
    if (now === 'empty') return fail({})
    return fail(now === 'refused' ? refusal(platform) : now)
  }
}

/** Makes the failure of a cancellation: an object on iOS, JSON text on Android, and probably on HarmonyOS. */
function refusal(platform: Setup['platform']): unknown {
  const refused = { errcode: '01', errmsg: '用户取消' }
  return platform === 'ios' ? refused : JSON.stringify(refused)
}

import type { Answer } from '../../src/simulator'
import { fail, silent, succeed } from '../../src/simulator'
import type { Scenario } from '../scenarios'
import type { Setup } from '../setup'

/** An authorization code as the wallet gives it: it works once, and only for the mini-program's backend. */
const AUTHORIZED = { code: 'Q7xk2VbRTmu0dZ1c' }

/** What the wallet answers to the calls of a scenario, one after the other. */
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

/** The user said no: an object on iOS, JSON text on Android, and on HarmonyOS for all that is known. */
function refusal(platform: Setup['platform']): unknown {
  const refused = { errcode: '01', errmsg: '用户取消' }
  return platform === 'ios' ? refused : JSON.stringify(refused)
}

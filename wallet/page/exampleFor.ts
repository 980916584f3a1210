/** Makes the values of successes that nobody has chosen. */
import { exampleCode, WEB_AUTHORIZATION } from '../shared/webAuthorization'
import { type ExampleResult, exampleOf } from '../simulator/examples'

/** Makes the example of a call's result, also for web authorization and `config`, which the simulator has none for. */
export function exampleFor(method: string, params: unknown): ExampleResult {
  if (method === WEB_AUTHORIZATION) return { value: { code: exampleCode() }, invented: false }
  const none = method === 'config' ? { jsApiList: [] } : undefined
  return exampleOf(method, params) || { value: none, invented: false }
}

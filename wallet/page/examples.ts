/** Makes the values of successes that nobody has chosen. */
import { exampleCode, WEB_AUTHORIZATION } from '../shared/webAuthorization'
import { exampleOf } from '../simulator/examples'

/** Makes the example of a call's result. @returns `invented`: nobody documents what the method gives */
export function exampleFor(method: string, params: unknown): { value: unknown; invented: boolean } {
  if (method === WEB_AUTHORIZATION) return { value: { code: exampleCode() }, invented: false }
  const none = method === 'config' ? { jsApiList: [] } : undefined
  return exampleOf(method, params) || { value: none, invented: false }
}

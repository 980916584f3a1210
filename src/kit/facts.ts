import { traitsOf } from '../call/methods'
import type { Facts } from '../failure/explain'
import { read, readString } from '../lib/values'

/** What is known of a failure that was no call of the kit's. */
export function factsOf(asked: unknown): Facts {
  if (read(asked, 'payment') === true) return { traits: { payment: true }, paymentEndpoint: true }
  const method = readString(asked, 'method')
  return method ? { method, traits: traitsOf(method), sentAt: 0 } : {}
}

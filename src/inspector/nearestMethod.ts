import { nearestName } from '../lib/nearestName'
import type { InspectorContext } from '../types/inspector'

/** Finds the method that a misspelt name may mean; undefined if there is none. */
export const nearestMethod = (context: InspectorContext | undefined, method: string): string | undefined =>
  nearestName(
    (context?.methods() || []).filter((name) => name !== method),
    method,
  )

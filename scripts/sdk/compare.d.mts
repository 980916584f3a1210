import type { OwnKnowledge, SdkFacts } from '../sdk-diff.mjs'

export function compare(
  facts: SdkFacts,
  known: readonly SdkFacts[],
  own: OwnKnowledge,
): Record<string, string[]>

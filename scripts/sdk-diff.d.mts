import type { Browser } from 'playwright-core'

export interface SdkFacts {
  sha256: string
  methods: readonly string[]
  writes: Readonly<Record<string, readonly string[]>>
}
export function asText(
  facts: SdkFacts,
  known: readonly SdkFacts[],
  topics: Readonly<Record<string, readonly string[]>>,
): string
export interface OwnKnowledge {
  methods: readonly string[]
  catalogue: Readonly<Record<string, { description?: string }>>
}
export function factsOf(source: string, browser: Browser): Promise<SdkFacts>
export function knownFacts(): SdkFacts[]
export function ownKnowledge(): Promise<OwnKnowledge>

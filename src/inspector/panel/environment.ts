import type { InspectorContext } from '../../types/inspector'
import { fact, make, replaceChildren } from './elements'
import type { Labels } from './labels'

/** Shows where the page runs, and what it may call. */
export function showEnvironment(
  element: HTMLElement,
  context: InspectorContext | undefined,
  labels: Labels,
): void {
  const facts = factsOf(context, labels).map(([name, value]) => fact(name, value))
  replaceChildren(element, make('div', {}, ...facts))
}

/** Lists the facts about the environment as pairs, for the report as well. */
export function factsOf(
  context: InspectorContext | undefined,
  labels: Labels,
): [name: string, value: string][] {
  if (!context) return [[labels.facts.wallet, labels.unknown]]
  const { insideWallet, platform, bridge, appVersion, clientVersion, language } = context.environment
  const methods = context.methods()
  const api = context.jsApiList()
  return [
    [labels.facts.wallet, insideWallet ? labels.inside : labels.outside],
    [labels.facts.platform, platform],
    [labels.facts.bridge, bridge || labels.unknown],
    [labels.facts.version, [appVersion, clientVersion].filter(Boolean).join(' / ') || labels.unknown],
    [labels.facts.language, language || labels.unknown],
    [labels.facts.methods, String(methods.length)],
    [labels.facts.api, api.length ? `${api.length}: ${api.join(', ')}` : labels.unknown],
  ]
}

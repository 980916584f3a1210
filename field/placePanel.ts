/** Draws the top of the page: where it is open, and how to open it in the wallet if it is not. */
import { make } from '../demo/dom'
import { drawQr } from '../src/qr'
import { factsNow } from './facts'
import type { Texts } from './texts/texts'

const fact = (name: string, text: string) =>
  make('div', { class: 'fact' }, make('dt', {}, name), make('dd', {}, text))

export function placePanel(texts: Texts): HTMLElement {
  const facts = factsNow()
  const { insideWallet, appVersion, clientVersion, bridge, platform, language } = facts.environment
  const version = [appVersion, clientVersion].filter((one) => one !== undefined).join(' / ')
  const sdk = facts.sdk === 'loaded' ? texts.sdkLoaded(facts.sdkAfter ?? 0) : texts.sdk[facts.sdk]
  const ready =
    facts.readyAfter !== undefined
      ? texts.readyAfter(facts.readyAfter)
      : facts.hasPluginReady
        ? texts.notReady
        : texts.noPluginReady
  const generations = (['2020', '2021', 'latest'] as const).map((name) =>
    texts.methodsOf(name, facts.generations[name][0], facts.generations[name][1]),
  )
  const here = [
    fact(texts.facts.where, insideWallet ? texts.inside : texts.outside),
    fact(texts.facts.engine, facts.engine || texts.unknown),
    fact(texts.facts.sdk, sdk),
  ]
  const ofWallet = [fact(texts.facts.version, version || texts.unknown), fact(texts.facts.ready, ready)]
  const more = [
    fact(texts.facts.bridge, bridge || texts.none),
    fact(texts.facts.platform, platform),
    fact(texts.facts.opened, facts.agent?.opened ? texts.opened[facts.agent.opened] : texts.unknown),
    fact(texts.facts.agent, facts.agent?.fields.join('\n') || texts.none),
    fact(texts.facts.language, language || texts.unknown),
    fact(texts.facts.methods, generations.join('\n')),
    fact(texts.facts.api, String(facts.jsApiList)),
  ]
  return make(
    'section',
    { id: 'place', 'data-inside': String(insideWallet) },
    make('h2', {}, texts.place),
    make('dl', {}, ...here, ...(insideWallet ? ofWallet : [])),
    insideWallet
      ? make('details', {}, make('summary', {}, texts.moreFacts), make('dl', {}, ...more))
      : wayIn(texts),
  )
}

function wayIn({ wayIn: said }: Texts): HTMLElement {
  const isFile = location.protocol === 'file:'
  // Another device would find itself there.
  const isLocal = /^(localhost|127\..*|\[::1\])$/.test(location.hostname)
  const note = isFile ? said.file : isLocal && said.local
  const address = `${location.origin}${location.pathname}`
  const panel = make(
    'div',
    { id: 'way-in' },
    make('h3', {}, said.heading),
    make('ol', {}, ...said.steps.map((step) => make('li', {}, step))),
    note && make('p', { class: 'note' }, note),
  )
  const drawn = note ? undefined : drawnQr(address)
  if (drawn) panel.append(make('figure', {}, drawn, make('figcaption', {}, said.qr)))
  return panel
}

/** Draws a QR code; undefined if the text is too long. */
export function drawnQr(text: string): HTMLElement | undefined {
  try {
    return drawQr(text, document)
  } catch {
    return undefined
  }
}

import { createCard, type Entry } from './card'
import { byId, duration, make } from './dom'
import type { Happening, Report, Scene } from './setup'
import type { Texts } from './texts/texts'

export interface Timeline {
  add(report: Report): void
  clear(): void
  /** Tells all of it in another language. */
  speak(texts: Texts): void
}

const MOST_CARDS = 8
/** ms after which the bridge did not come up at once. */
const AT_ONCE = 50

type Opened = Extract<Happening, { kind: 'opened' }>

/** What happened to each call, oldest first. */
export function createTimeline(first: Texts): Timeline {
  const entries = new Map<number, { entry: Entry; card: HTMLElement }>()
  const calls = byId('calls')
  let { timeline: texts, settings } = first
  let bridgeAt: number | undefined
  let opened: Opened | undefined

  function tellFacts(): void {
    byId('facts').textContent = opened ? factsOf(opened) : ''
  }

  function factsOf({ place, platform, bridge }: Opened): string {
    const facts = [texts.place[place]]
    if (place !== 'browser') facts.push(settings.platform.choices[platform])
    if (place === 'wallet') facts.push(bridge === 'cordova' ? 'Cordova' : 'JSBridge', bridgeFact())
    return facts.join(' · ')
  }

  function bridgeFact(): string {
    if (bridgeAt === undefined) return texts.bridgeDown
    return bridgeAt < AT_ONCE ? texts.bridgeAtOnce : texts.bridgeAfter(duration(bridgeAt))
  }

  function sceneNow(): Scene {
    if (opened?.place !== 'wallet') return 'outside'
    return bridgeAt === undefined ? 'before' : 'up'
  }

  /** For those who do not see the bars. */
  function announce({ line, shown }: Entry, happening: Happening): void {
    if (happening.kind === 'shown' && shown) byId('news').textContent = texts.seen(line, shown.text)
    if (happening.kind === 'settled') byId('news').textContent = texts.settled(line, happening.outcome)
  }

  function entryOf(id: number, at: number, line = '', byBrowser = false) {
    const known = entries.get(id)
    if (known) return known
    const made: { entry: Entry; card: HTMLElement } = {
      entry: { line, byBrowser, calledAt: at, scene: sceneNow(), notes: [], after: [] },
      card: make('article', { class: 'card' }),
    }
    entries.set(id, made)
    calls.querySelector('.empty')?.remove()
    calls.append(made.card)
    return made
  }

  function tellEmpty(): void {
    calls.replaceChildren(make('p', { class: 'empty' }, texts.empty))
  }

  function clear(): void {
    entries.clear()
    bridgeAt = undefined
    opened = undefined
    tellFacts()
    tellEmpty()
  }

  return {
    clear,
    add({ at, happening }) {
      if (happening.kind === 'awaits-tap') return
      if (happening.kind === 'opened') {
        // Also again, where the wallet closed the page.
        clear()
        opened = happening
      }
      if (happening.kind === 'bridge') bridgeAt = at
      if (happening.kind === 'opened' || happening.kind === 'bridge') return tellFacts()
      const { line, byBrowser }: { line?: string; byBrowser?: boolean } =
        happening.kind === 'called' ? happening : {}
      const { entry, card } = entryOf(happening.id, at, line, byBrowser)
      take(entry, at, happening)
      card.replaceChildren(...createCard(entry, texts))
      card.dataset.outcome = toneOf(entry)
      // Taps go on for as long as someone likes; the page does not grow for ever.
      if (calls.children.length > MOST_CARDS) calls.firstElementChild?.remove()
      announce(entry, happening)
    },
    speak(next) {
      ;({ timeline: texts, settings } = next)
      tellFacts()
      byId('news').textContent = ''
      if (!entries.size) tellEmpty()
      for (const { entry, card } of entries.values()) card.replaceChildren(...createCard(entry, texts))
    },
  }
}

function take(entry: Entry, at: number, happening: Happening): void {
  switch (happening.kind) {
    case 'sent':
      entry.sentAt = at
      break
    case 'settled':
      entry.settled = { at, ...happening }
      break
    case 'explained':
      entry.explained = { at, error: happening.error }
      break
    case 'shown':
      entry.shown = { at, ...happening }
      break
    case 'quiet':
      entry.quiet = { at, why: happening.why }
      break
    case 'gone':
      entry.goneAt = at
      break
    case 'after':
      entry.after.push({ at, ...happening })
      break
    case 'result':
      entry.result = { at, text: happening.text }
      break
    case 'note':
      entry.notes.push({ at, note: happening.note })
  }
}

/** The colour of a card: a failure that is told is no accident. */
function toneOf({ settled, explained, notes }: Entry): string {
  if (settled?.outcome === 'success') return 'good'
  if (explained) return 'told'
  if (settled || notes.length) return 'bad'
  return 'open'
}

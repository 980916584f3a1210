import { createCard, type Entry } from './card'
import { byId, duration, make } from './dom'
import type { Happening, Report } from './setup'

export interface Timeline {
  add(report: Report): void
  clear(): void
}

const MOST_CARDS = 8

/** What happened to each call, oldest first. */
export function createTimeline(): Timeline {
  const entries = new Map<number, { entry: Entry; card: HTMLElement }>()
  const calls = byId('calls')
  const facts = byId('facts')
  let bridgeAt: number | undefined
  let place = ''

  function tellFacts(): void {
    const bridge =
      bridgeAt === undefined
        ? 'bridge not up'
        : `bridge up ${bridgeAt < 50 ? 'at once' : `after ${duration(bridgeAt)}`}`
    facts.textContent = isOutside() ? place : `${place} · ${bridge}`
  }

  const isOutside = () => place.includes('browser')

  function sceneNow(): string {
    if (isOutside()) return 'outside the wallet'
    return bridgeAt === undefined ? 'before the bridge is up' : 'the bridge is up'
  }

  /** For those who do not see the bars. */
  function announce({ line, shown }: Entry, happening: Happening): void {
    if (happening.kind === 'shown' && shown)
      byId('news').textContent = `${line}: the user sees “${shown.text}”`
    if (happening.kind === 'settled') byId('news').textContent = `${line}: ${happening.outcome}`
  }

  function entryOf(
    id: number,
    at: number,
    line = '',
    byBrowser = false,
  ): { entry: Entry; card: HTMLElement } {
    const known = entries.get(id)
    if (known) return known
    const made = {
      entry: { line, byBrowser, calledAt: at, scene: sceneNow(), notes: [], after: [] },
      card: make('article', { class: 'card' }),
    }
    entries.set(id, made)
    calls.querySelector('.empty')?.remove()
    calls.append(made.card)
    return made
  }

  return {
    add({ at, happening }) {
      if (happening.kind === 'opened') {
        place = happening.facts
        return tellFacts()
      }
      if (happening.kind === 'bridge') {
        bridgeAt = at
        return tellFacts()
      }
      const { line, byBrowser }: { line?: string; byBrowser?: boolean } =
        happening.kind === 'called' ? happening : {}
      const { entry, card } = entryOf(happening.id, at, line, byBrowser)
      take(entry, at, happening)
      card.replaceChildren(...createCard(entry))
      card.dataset.outcome = toneOf(entry)
      // Taps go on for as long as someone likes; the page does not grow for ever.
      if (calls.children.length > MOST_CARDS) calls.firstElementChild?.remove()
      announce(entry, happening)
    },
    clear() {
      entries.clear()
      bridgeAt = undefined
      calls.replaceChildren(make('p', { class: 'empty' }, 'Waiting for a tap…'))
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
    case 'note':
      entry.notes.push({ at, text: happening.text })
  }
}

/** The colour of a card: a failure that is told is no accident. */
function toneOf({ settled, explained, notes }: Entry): string {
  if (settled?.outcome === 'success') return 'good'
  if (explained) return 'told'
  if (settled || notes.length) return 'bad'
  return 'open'
}

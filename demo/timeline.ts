import { createLogReceiver } from '../wallet/shared/logReceiver'
import { createCard } from './card'
import { byId, duration, make } from './dom'
import { type Entry, type Played, readCalls } from './readCalls'
import { READY } from './setup'
import type { Texts } from './texts/texts'

export type Timeline = ReturnType<typeof createTimeline>

const MOST_CARDS = 8

/** Makes the timeline: a card for each call in the log of the phone's wallet, oldest first. */
export function createTimeline(first: Texts) {
  const log = createLogReceiver()
  const cards = new Map<number, HTMLElement>()
  const announced = new Set<string>()
  const calls = byId('calls')
  let all = first
  let { timeline: texts, settings: names } = all
  let played: Played | undefined
  /** The time of this window's clock when the phone's clock was at `openedAt`. */
  let openedHereAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function factsOf({ settings: { place, platform, bridge, ready } }: Played): string {
    const facts = [texts.place[place]]
    if (place !== 'browser') facts.push(names.platform.choices[platform])
    const readyAfter = READY[ready]
    const atOnce = readyAfter === 0 ? texts.bridgeAtOnce : texts.bridgeDown
    const bridgeFact =
      typeof readyAfter === 'number' && readyAfter ? texts.bridgeAfter(duration(readyAfter)) : atOnce
    if (place === 'wallet') facts.push(bridge === 'cordova' ? 'Cordova' : 'JSBridge', bridgeFact)
    return facts.join(' · ')
  }

  /** Announces a call's outcome to screen readers. */
  function announce({ id, line, settled, seen }: Entry): void {
    const say = (key: string, text: string) => {
      if (!announced.has(key)) byId('news').textContent = text
      announced.add(key)
    }
    if (settled) say(`${id} settled`, texts.settled(line, settled.outcome))
    for (const { at, text } of seen) say(`${id} ${at}`, texts.seen(line, text))
  }

  function draw(): void {
    clearTimeout(timer)
    byId('facts').textContent = played ? factsOf(played) : ''
    if (!played) return
    const now = performance.now() - openedHereAt + played.openedAt
    const entries = readCalls(log, played, now)
    // Someone may go on tapping, so the number of cards is limited.
    const newest = entries.slice(-MOST_CARDS)
    if (!newest.length) return calls.replaceChildren(make('p', { class: 'empty' }, texts.empty))
    const ends: number[] = []
    const shown = newest.map((entry) => {
      const card = cards.get(entry.id) ?? make('article', { class: 'card' })
      cards.set(entry.id, card)
      card.replaceChildren(...createCard(entry, all))
      card.dataset.outcome = toneOf(entry)
      announce(entry)
      if (entry.patientUntil !== undefined) ends.push(entry.patientUntil)
      return card
    })
    const isSame =
      shown.length === calls.children.length && shown.every((card, at) => card === calls.children[at])
    if (!isSame) calls.replaceChildren(...shown)
    if (ends.length) timer = setTimeout(draw, Math.max(0, Math.min(...ends) + played.openedAt - now))
  }
  log.subscribe(draw)

  return {
    log,
    /** Starts a new run: undefined until the phone's page has opened. */
    play(next: Played | undefined): void {
      played = next
      openedHereAt = performance.now()
      cards.clear()
      announced.clear()
      byId('news').textContent = ''
      calls.replaceChildren(make('p', { class: 'empty' }, texts.empty))
      draw()
    },
    /** Adds a failure that the page caught. */
    caught(one: Played['caught'][number]): void {
      if (played) played = { ...played, caught: [...played.caught, one] }
      draw()
    },
    /** Writes everything in another language. */
    translate(next: Texts): void {
      all = next
      ;({ timeline: texts, settings: names } = all)
      byId('news').textContent = ''
      calls.querySelector('.empty')?.replaceChildren(texts.empty)
      draw()
    },
  }
}

/** Chooses the colour of a card. A failure that is shown well is no problem. */
function toneOf({ settled, explained, notes, seen }: Entry): string {
  if (settled?.outcome === 'success') return 'good'
  if (explained) return 'told'
  if (settled || notes.length || seen.length) return 'bad'
  return 'open'
}

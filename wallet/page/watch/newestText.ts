/** Follows the newest text that the user saw, until it is gone. */
import { linesOf, type SeenText } from '../../shared/log'
import type { Log } from '../log'
import { isOnPage } from './seenTexts'

/** @returns whether the newest text was on the page once, and is no longer */
export function followNewestText(log: Pick<Log, 'give'>): () => boolean {
  let there: SeenText | undefined
  log.give(({ items }) => {
    for (const item of items)
      if ('note' in item && item.note.kind === 'seen') there = isThere(item.note) ? item.note : undefined
  })
  return () => !!there && !isThere(there)
}

function isThere(text: SeenText): boolean {
  const hosts = Array.from(document.querySelectorAll('[data-upsdk-kit]'))
  return linesOf(text).every(
    (line) => isOnPage(line) || hosts.some(({ shadowRoot }) => shadowRoot?.textContent?.includes(line)),
  )
}

import { byId, write } from './dom'
import type { Scenario } from './scenarios'
import type { Mode, Place } from './setup'
import type { Texts } from './texts/texts'

/** Writes the description and the code of a scenario. */
export function writeStory({ id, group, rawCode, kitCode }: Scenario, mode: Mode, { stories }: Texts): void {
  const { name, raw, kit } = stories[id]
  write(byId('story-name'), group === 'code' ? `\`${id}\` ${name}` : name)
  write(byId('story-raw'), raw)
  write(byId('story-kit'), kit)
  byId('story-code').textContent = (mode === 'kit' ? kitCode : rawCode).join('\n')
  document.body.dataset.mode = mode
}

/** Writes the text below the phone: where its page is open, or that it waits for a tap. */
export function writePlace(place: Place, mode: Mode, awaitsTap: boolean, texts: Texts): void {
  byId('outside-switch').setAttribute('aria-checked', String(place !== 'wallet'))
  const note = mode === 'raw' && place !== 'wallet' ? texts.unanswered : texts.places[place]
  const element = byId('phone-note')
  element.textContent = awaitsTap ? texts.awaitsTap : note
  element.classList.toggle('awaiting', awaitsTap)
}

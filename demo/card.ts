import type { QuietReason } from '../src/index'
import { duration, make } from './dom'
import type { After, ErrorFacts, Shown } from './setup'

/** All that is known of one call. Times are ms after the phone's page opened. */
export interface Entry {
  line: string
  calledAt: number
  /** Does this browser do it in the wallet's place? */
  byBrowser: boolean
  /** How things stood when it was made. */
  scene: string
  sentAt?: number
  settled?: { at: number; outcome: string; code?: string; sent: boolean; waited: number }
  explained?: { at: number; error: ErrorFacts }
  shown?: { at: number; how: Shown; text: string; lang: string }
  quiet?: { at: number; why: QuietReason }
  goneAt?: number
  notes: { at: number; text: string }[]
  after: { at: number; how: After; text: string; lang: string }[]
}

interface Step {
  name: string
  at?: number
  tone?: 'wait' | 'wallet' | 'shown' | 'quiet' | 'bad' | 'good' | 'pending'
  body: (string | Node)[]
}

const showers: Readonly<Record<Shown, string>> = {
  toast: 'toast',
  dialog: 'dialog',
  'wallet-toast': 'the wallet’s own toast',
  page: 'by the page',
}

const afters: Readonly<Record<After, string>> = {
  toast: 'a toast',
  dialog: 'a dialog',
  link: 'a link is followed',
}

/** The children of a call's card. */
export function createCard(entry: Entry): Node[] {
  const head = make(
    'header',
    {},
    make('code', { class: 'line' }, entry.line),
    make('span', { class: 'pill' }, pillOf(entry)),
  )
  const steps = make('ol', { class: 'steps' })
  for (const { name, at, tone = 'quiet', body } of stepsOf(entry)) {
    const time = make('span', { class: 'time' }, at === undefined ? '…' : duration(at))
    steps.append(make('li', { 'data-tone': tone }, make('b', {}, name), make('span', {}, ...body), time))
  }
  const bar = barOf(entry)
  const developer = entry.explained && detailOf(entry.explained.error)
  return [head, bar, steps, developer].filter((node): node is HTMLElement => !!node)
}

function pillOf({ settled, explained, sentAt, byBrowser, notes }: Entry): string {
  if (explained) return explained.error.reason
  if (settled) return settled.outcome
  if (notes.length) return 'no answer'
  if (sentAt !== undefined) return 'with the wallet'
  return byBrowser ? 'with the browser' : 'waiting'
}

function stepsOf(entry: Entry): Step[] {
  const { calledAt, scene, byBrowser, sentAt, settled, explained, shown, quiet, goneAt, notes, after } = entry
  const steps: Step[] = [{ name: 'Called', at: calledAt, body: [scene] }]
  const waited = (sentAt ?? settled?.at ?? calledAt) - calledAt
  if (waited > 80 && !byBrowser)
    steps.push({ name: 'Waited', at: sentAt ?? settled?.at, tone: 'wait', body: [duration(waited)] })
  if (sentAt !== undefined)
    steps.push({ name: 'Sent', at: sentAt, tone: 'wallet', body: ['reached the wallet'] })
  if (settled && !settled.sent) steps.push(byBrowser ? stoodIn(settled) : notSent(settled))
  if (settled?.sent) steps.push(answered(settled))
  if (explained) steps.push({ name: 'Explained', at: explained.at, body: factsOf(explained.error) })
  for (const { at, text } of notes)
    steps.push({ name: 'Note', at, tone: shown ? 'quiet' : 'bad', body: [text] })
  if (shown) {
    const words = make('q', { lang: shown.lang, class: 'words' }, shown.text)
    steps.push({
      name: 'Shown',
      at: notBefore(explained, shown),
      tone: 'shown',
      body: [`${showers[shown.how]} `, words],
    })
  } else if (quiet) {
    const why = quiet.why === 'never shown' ? 'on purpose' : quiet.why
    steps.push({ name: 'Shown', at: notBefore(explained, quiet), body: [`nothing, ${why}`] })
  }
  if (shown && goneAt !== undefined)
    steps.push({ name: 'Gone', at: goneAt, body: [`after ${duration(goneAt - shown.at)}`] })
  for (const { at, how, text, lang } of after)
    steps.push({ name: 'Then', at, body: [`${afters[how]} `, make('q', { lang, class: 'words' }, text)] })
  return steps.sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity))
}

/** What is shown, or not, is told in the same moment as what was understood. */
const notBefore = (first: { at: number } | undefined, then: { at: number }): number =>
  Math.max(first?.at ?? 0, then.at)

function stoodIn({ at, outcome }: NonNullable<Entry['settled']>): Step {
  if (outcome === 'busy') return { name: 'Not begun', at, body: ['the same call is still open'] }
  const good = outcome === 'success'
  return {
    name: 'Stood in',
    at,
    tone: good ? 'good' : 'bad',
    body: [good ? 'success, by this browser' : 'this browser did not'],
  }
}

function answered({ at, outcome, code }: NonNullable<Entry['settled']>): Step {
  if (outcome === 'success') return { name: 'Answered', at, tone: 'good', body: ['success'] }
  if (outcome === 'timeout') return { name: 'Given up', at, tone: 'bad', body: ['no answer came'] }
  const failure = outcome === 'fail' ? 'fail was called' : 'a failure, told by its text'
  const body = code ? ['code ', make('code', {}, code)] : [failure]
  return { name: 'Answered', at, tone: 'bad', body }
}

function notSent({ at, outcome }: NonNullable<Entry['settled']>): Step {
  return {
    name: 'Not sent',
    at,
    body: [outcome === 'busy' ? 'the same call is still open' : 'and never will be'],
  }
}

function factsOf({ reason, retry, sent }: ErrorFacts): (string | Node)[] {
  const fact = (name: string, value: string) =>
    make('span', { class: 'fact' }, `${name} `, make('code', { class: 'fact-value' }, value))
  return [fact('reason', reason), ' ', fact('retry', retry), ' ', fact('sent', String(sent))]
}

/** The line for the developer; it ends in the hint. */
function detailOf({ detail, hint }: ErrorFacts): HTMLElement {
  const head = detail.slice(0, detail.length - hint.length)
  return make(
    'p',
    { class: 'detail' },
    make('span', { class: 'detail-name' }, 'error.detail'),
    make('code', { class: 'developer' }, head, make('em', { class: 'hint' }, hint)),
  )
}

/** The call's time in proportion: waiting, with the wallet, the pause after it, the message. */
function barOf({ calledAt, byBrowser, sentAt, settled, shown, goneAt, notes }: Entry): HTMLElement {
  const bar = make('div', { class: 'bar', 'aria-hidden': 'true' })
  const add = (part: string, from: number | undefined, to: number | undefined) => {
    if (from === undefined) return
    const span = make('i', { 'data-part': part, ...(to === undefined ? { class: 'open' } : {}) })
    span.style.flexGrow = String(to === undefined ? 600 : Math.max(to - from, 1))
    if (to === undefined || to - from > 80) bar.append(span)
  }
  const noted = settled ? undefined : notes[0]?.at
  add(byBrowser ? 'browser' : 'wait', calledAt, sentAt ?? settled?.at ?? noted ?? (shown && calledAt))
  add('wallet', sentAt, settled?.at ?? noted)
  add('pause', shown && settled?.at, shown?.at)
  add('shown', shown?.at, goneAt)
  return bar
}

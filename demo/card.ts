import type { QuietReason } from '../src/index'
import { duration, make } from './dom'
import type { After, ErrorFacts, NoteId, Scene, Shown } from './setup'
import type { StepName, TimelineTexts } from './texts/texts'

/** All that is known of one call. Times are ms after the phone's page opened. */
export interface Entry {
  line: string
  calledAt: number
  /** Does this browser do it in the wallet's place? */
  byBrowser: boolean
  scene: Scene
  sentAt?: number
  settled?: { at: number; outcome: string; code?: string; sent: boolean; waited: number }
  result?: { at: number; text: string }
  explained?: { at: number; error: ErrorFacts }
  shown?: { at: number; how: Shown; text: string; lang: string }
  quiet?: { at: number; why: QuietReason }
  goneAt?: number
  notes: { at: number; note: NoteId }[]
  after: { at: number; how: After; text: string; lang: string }[]
}

interface Step {
  name: StepName
  at?: number
  tone?: 'wait' | 'wallet' | 'shown' | 'quiet' | 'bad' | 'good' | 'pending'
  body: (string | Node)[]
}

/** ms; a shorter wait is none that anyone notices. */
const NOTICEABLE = 80

/** The children of a call's card. */
export function createCard(entry: Entry, texts: TimelineTexts): Node[] {
  const head = make(
    'header',
    {},
    make('code', { class: 'line' }, entry.line),
    make('span', { class: 'pill' }, pillOf(entry, texts)),
  )
  const steps = make('ol', { class: 'steps' })
  for (const { name, at, tone = 'quiet', body } of stepsOf(entry, texts)) {
    const time = make('span', { class: 'time' }, at === undefined ? '…' : duration(at))
    const title = make('b', {}, texts.steps[name])
    steps.append(make('li', { 'data-tone': tone }, title, make('span', {}, ...body), time))
  }
  const bar = barOf(entry)
  const developer = entry.explained && detailOf(entry.explained.error)
  return [head, bar, steps, developer].filter((node): node is HTMLElement => !!node)
}

/** How it came out: in the code's own words, once it has. */
function pillOf({ settled, explained, sentAt, byBrowser, notes }: Entry, { open }: TimelineTexts) {
  const outcome = explained?.error.reason ?? settled?.outcome
  if (outcome) return make('code', {}, outcome)
  if (notes.length) return open.unanswered
  if (sentAt !== undefined) return open.wallet
  return byBrowser ? open.browser : open.waiting
}

function stepsOf(entry: Entry, texts: TimelineTexts): Step[] {
  const { calledAt, scene, byBrowser, sentAt, settled, result, explained, shown, notes, after } = entry
  const steps: Step[] = [{ name: 'called', at: calledAt, body: [texts.scene[scene]] }]
  const waited = (sentAt ?? settled?.at ?? calledAt) - calledAt
  if (waited > NOTICEABLE && !byBrowser)
    steps.push({ name: 'waited', at: sentAt ?? settled?.at, tone: 'wait', body: [duration(waited)] })
  if (sentAt !== undefined) steps.push({ name: 'sent', at: sentAt, tone: 'wallet', body: [texts.reached] })
  if (settled && !settled.sent) steps.push(byBrowser ? stoodIn(settled, texts) : notSent(settled, texts))
  if (settled?.sent) steps.push(answered(settled, texts))
  if (result)
    steps.push({ name: 'result', at: result.at, tone: 'good', body: [make('code', {}, result.text)] })
  if (explained) steps.push({ name: 'explained', at: explained.at, body: factsOf(explained.error) })
  for (const { at, note } of notes)
    steps.push({ name: 'note', at, tone: shown ? 'quiet' : 'bad', body: [texts.notes[note]] })
  steps.push(...showing(entry, texts))
  for (const { at, how, text, lang } of after)
    steps.push({
      name: 'afterwards',
      at,
      body: [`${texts.after[how]} `, make('q', { lang, class: 'words' }, text)],
    })
  return steps.sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity))
}

/** What came to the screen, and went; or why nothing did. */
function showing({ explained, shown, quiet, goneAt }: Entry, texts: TimelineTexts): Step[] {
  if (!shown && !quiet) return []
  const nothing = (why: QuietReason) => [texts.nothingShown(texts.quiet[why] ?? why)]
  if (!shown)
    return quiet ? [{ name: 'shown', at: notBefore(explained, quiet), body: nothing(quiet.why) }] : []
  const words = make('q', { lang: shown.lang, class: 'words' }, shown.text)
  const body = [`${texts.how[shown.how]} `, words]
  const steps: Step[] = [{ name: 'shown', at: notBefore(explained, shown), tone: 'shown', body }]
  if (goneAt !== undefined)
    steps.push({ name: 'gone', at: goneAt, body: [texts.goneAfter(duration(goneAt - shown.at))] })
  return steps
}

/** What is shown, or not, is told in the same moment as what was understood. */
const notBefore = (first: { at: number } | undefined, then: { at: number }): number =>
  Math.max(first?.at ?? 0, then.at)

type Settled = NonNullable<Entry['settled']>

function stoodIn({ at, outcome }: Settled, texts: TimelineTexts): Step {
  if (outcome === 'busy') return { name: 'notBegun', at, body: [texts.busy] }
  const good = outcome === 'success'
  return {
    name: 'stoodIn',
    at,
    tone: good ? 'good' : 'bad',
    body: [good ? texts.byBrowser : texts.notByBrowser],
  }
}

function answered({ at, outcome, code }: Settled, texts: TimelineTexts): Step {
  if (outcome === 'success') return { name: 'answered', at, tone: 'good', body: [texts.success] }
  if (outcome === 'timeout') return { name: 'givenUp', at, tone: 'bad', body: [texts.noAnswer] }
  const failure = outcome === 'fail' ? texts.failCalled : texts.rejected
  const body = code ? [`${texts.code} `, make('code', {}, code)] : [failure]
  return { name: 'answered', at, tone: 'bad', body }
}

const notSent = ({ at, outcome }: Settled, texts: TimelineTexts): Step => ({
  name: 'notSent',
  at,
  body: [outcome === 'busy' ? texts.busy : texts.neverSent],
})

function factsOf({ reason, retry, sent }: ErrorFacts): (string | Node)[] {
  const fact = (name: string, value: string) =>
    make('span', { class: 'fact' }, make('code', {}, name), ' ', make('code', { class: 'fact-value' }, value))
  return [fact('reason', reason), ' ', fact('retry', retry), ' ', fact('sent', String(sent))]
}

/** The line for the developer; it ends in the hint. */
function detailOf({ detail, hint }: ErrorFacts): HTMLElement {
  const head = detail.slice(0, detail.length - hint.length)
  return make(
    'p',
    { class: 'detail', lang: 'en' },
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
    if (to === undefined || to - from > NOTICEABLE) bar.append(span)
  }
  const noted = settled ? undefined : notes[0]?.at
  add(byBrowser ? 'browser' : 'wait', calledAt, sentAt ?? settled?.at ?? noted ?? (shown && calledAt))
  add('wallet', sentAt, settled?.at ?? noted)
  add('pause', shown && settled?.at, shown?.at)
  add('shown', shown?.at, goneAt)
  return bar
}

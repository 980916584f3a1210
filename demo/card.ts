import type { QuietReason } from '../src/index'
import { sentencesOf } from '../wallet/view/diagnoses/diagnosisTexts'
import { duration, make } from './dom'
import type { Entry, Seen } from './readCalls'
import type { ErrorFacts } from './setup'
import type { StepName, Texts, TimelineTexts } from './texts/texts'

interface Step {
  name: StepName
  at?: number
  tone?: 'wait' | 'wallet' | 'shown' | 'quiet' | 'bad' | 'good' | 'pending'
  body: (string | Node)[]
}

/** Nobody notices a wait of fewer ms. */
const NOTICEABLE = 80

/** Makes the children of a call's card. */
export function createCard(entry: Entry, { timeline: texts, lang }: Texts): Node[] {
  const head = make(
    'header',
    {},
    make('code', { class: 'line' }, entry.line),
    make('span', { class: 'pill' }, pillOf(entry, texts)),
  )
  const steps = make('ol', { class: 'steps' })
  for (const { name, at, tone = 'quiet', body } of stepsOf(entry, texts, lang)) {
    const time = make('span', { class: 'time' }, at === undefined ? '…' : duration(at))
    const title = make('b', {}, texts.steps[name])
    steps.append(make('li', { 'data-tone': tone }, title, make('span', {}, ...body), time))
  }
  const bar = barOf(entry)
  const developer = entry.explained && detailOf(entry.explained.error)
  return [head, bar, steps, developer].filter((node): node is HTMLElement => !!node)
}

/** Makes the label with the outcome of a call, or its state if it is open. */
function pillOf(entry: Entry, { open }: TimelineTexts) {
  const { settled, explained, sentAt, byBrowser, notes, seen } = entry
  const outcome = explained?.error.reason ?? settled?.outcome
  if (outcome) return make('code', {}, outcome)
  if (notes.length) return open.unanswered
  if (seen.length) return open.without
  if (sentAt !== undefined) return open.wallet
  return byBrowser ? open.browser : open.waiting
}

function stepsOf(entry: Entry, texts: TimelineTexts, language: Texts['lang']): Step[] {
  const { calledAt, scene, byBrowser, sentAt, settled, result, explained, seen, notes, method, wrong } = entry
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
    steps.push({ name: 'note', at, tone: seen.length ? 'quiet' : 'bad', body: [texts.notes[note]] })
  steps.push(...showing(entry, texts))
  for (const diagnosis of wrong) {
    const [what, instead] = sentencesOf(diagnosis, method, language)
    steps.push({ name: 'wrong', at: calledAt, tone: 'bad', body: [what, make('br'), instead] })
  }
  for (const more of seen.slice(1)) steps.push({ name: 'afterwards', at: more.at, body: saw(more, texts) })
  return steps.sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity))
}

/** Describes what was shown, or why nothing was. */
function showing({ quiet, seen: [first] }: Entry, texts: TimelineTexts): Step[] {
  if (first) return [{ name: 'shown', at: first.at, tone: 'shown', body: saw(first, texts) }]
  const nothing = (why: QuietReason) => [texts.nothingShown(texts.quiet[why] ?? why)]
  return quiet ? [{ name: 'shown', at: quiet.at, body: nothing(quiet.why) }] : []
}

const saw = ({ how, text, lang }: Seen, texts: TimelineTexts) => [
  `${texts.how[how]} `,
  make('q', { lang, class: 'words' }, text),
]

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

/** Makes the line for the developer, which ends with the hint. */
function detailOf({ detail, hint }: ErrorFacts): HTMLElement {
  const head = detail.slice(0, detail.length - hint.length)
  return make(
    'p',
    { class: 'detail', lang: 'en' },
    make('span', { class: 'detail-name' }, 'error.detail'),
    make('code', { class: 'developer' }, head, make('em', { class: 'hint' }, hint)),
  )
}

/** Draws the call's times to scale: waiting, in the wallet, the pause after it, and the message. */
function barOf({ calledAt, byBrowser, sentAt, settled, seen: [shown], notes }: Entry): HTMLElement {
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
  add('shown', shown?.at, undefined)
  return bar
}

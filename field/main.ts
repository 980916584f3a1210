/** The field test: checks in a real wallet whether the simulator behaves like it. */
import { byId, make } from '../demo/dom'
import { replaceChildren } from '../src/inspector/panel/elements'
import { button, checkRow } from './checkRow'
import { type Check, checks, type Domain, domains } from './checks'
import { factsNow, loadSdk } from './facts'
import { payPanel } from './payPanel'
import { placePanel } from './placePanel'
import { reportPanel, sumOf } from './reportPanel'
// The recording has to start before upsdk.js and the kit.
import './recording'
import { resultPanel } from './resultPanel'
import type { Mode } from './run'
import { causeOf } from './say'
import { giveUpReads, onResult, readsAreDone, resultOf, startReads, state } from './state'
import { en } from './texts/en'
import type { Language, Texts } from './texts/texts'
import { zh } from './texts/zh'

const tables: Readonly<Record<Language, Texts>> = { zh, en }
const textsNow = (): Texts => tables[state.language]
const query = new URLSearchParams(location.search)
/** How long to wait for the bridge, in ms. */
const BRIDGE_LIMIT = 10_000

/** Finds the first language: that in the address, else the wallet's, else the browser's. */
function firstLanguage(): Language {
  const { language } = factsNow().environment
  return /^zh/i.test(query.get('lang') || language || navigator.language) ? 'zh' : 'en'
}

const isInside = () => factsNow().environment.insideWallet
const isUp = () => factsNow().readyAfter !== undefined

function domainPanel(domain: Domain): HTMLElement {
  const texts = textsNow()
  const note = texts.domainNotes[domain]
  const of = checks.filter((check) => check.domain === domain)
  const passed = of.filter(isPassed)
  return make(
    'section',
    { id: domain },
    make('h2', {}, texts.domains[domain]),
    note && make('p', { class: 'note' }, note),
    make(
      'ul',
      { class: 'checks' },
      ...byCause(
        of.filter((check) => !isPassed(check)),
        texts,
      ).map(([cause, same]) =>
        same.length > 1
          ? make(
              'li',
              { class: 'check', 'data-cause': '' },
              foldedRows(texts.sameCause(same.length, cause), same, `${domain} ${cause}`),
            )
          : checkRow(same[0] as Check, texts),
      ),
    ),
    passed.length > 0 && foldedRows(texts.passed(passed.length), passed, domain),
  )
}

const isPassed = (check: Check) => resultOf(check).status === 'passed'

/** Groups checks by the cause for which they failed. One with a button of its own stands alone. */
function byCause(some: readonly Check[], texts: Texts): [cause: string, same: Check[]][] {
  const groups = new Map<string, Check[]>()
  for (const check of some) {
    const cause = check.domain === 'reads' ? causeOf(check, resultOf(check), texts) : ''
    const key = cause || check.id
    groups.set(key, [...(groups.get(key) || []), check])
  }
  return [...groups]
}

/** Folds rows that need no look each. @param name tells them from others, so that what is open stays so */
function foldedRows(summary: string, some: readonly Check[], name: string): HTMLElement {
  const isOpen = [...document.querySelectorAll('details[open]')].some(
    (one) => one.getAttribute('data-fold') === name,
  )
  return make(
    'details',
    { 'data-fold': name, ...(isOpen && { open: '' }) },
    make('summary', {}, summary),
    make('ul', { class: 'checks' }, ...some.map((check) => checkRow(check, textsNow()))),
  )
}

function switches(): HTMLElement {
  const texts = textsNow()
  const choice = (mode: Mode) =>
    button(texts.modes[mode], () => choose({ mode }), { 'aria-pressed': String(state.mode === mode) })
  return make(
    'section',
    { id: 'mode' },
    make('h2', {}, texts.mode),
    make('div', { class: 'buttons' }, choice('kit'), choice('raw')),
    make('p', { class: 'note' }, texts.modeNote[state.mode]),
  )
}

function choose(change: Partial<typeof state>): void {
  Object.assign(state, change)
  show()
  // The other mode has results of its own.
  if (change.mode && isInside() && !readsAreDone()) void startReads(change.mode, isUp())
}

function show(): void {
  const texts = textsNow()
  document.documentElement.lang = texts.lang
  document.title = texts.title
  const other: Language = state.language === 'zh' ? 'en' : 'zh'
  const header = make(
    'header',
    {},
    make(
      'div',
      { class: 'top' },
      make('h1', {}, texts.title),
      button(texts.other, () => choose({ language: other }), { id: 'language', lang: tables[other].lang }),
    ),
    resultPanel(texts),
    make('p', {}, texts.lead),
    isInside() &&
      make(
        'div',
        { class: 'buttons' },
        button(texts.report.toIt, () => byId('report-panel').scrollIntoView(), { id: 'to-report' }),
      ),
  )
  // Outside the wallet, there is nothing to tap or report.
  const rest = isInside()
    ? [
        // What differs comes first.
        domainPanel('reads'),
        placePanel(texts),
        switches(),
        ...domains.filter((domain) => domain !== 'reads').map(domainPanel),
        payPanel(texts),
        reportPanel(texts),
      ]
    : [placePanel(texts)]
  replaceChildren(byId('field'), header, ...rest)
  markNext()
}

/** Marks the next check to tap: among equal buttons a tester would lose the place. */
function markNext(): void {
  const rows = [...document.querySelectorAll('section:not(#reads) > .checks > [data-check]')]
  const next = rows.find((row) => row.getAttribute('data-status') === 'waiting')
  for (const row of rows) {
    if (row === next) row.setAttribute('aria-current', 'step')
    else row.removeAttribute('aria-current')
  }
}

const showPlace = () => {
  byId('field').replaceChild(placePanel(textsNow()), byId('place'))
  showResult()
}
function showResult(): void {
  const before = byId('result')
  const now = resultPanel(textsNow())
  // A screen reader says a text that changes in its place.
  before.setAttribute('data-result', now.getAttribute('data-result') ?? '')
  if (before.textContent !== now.textContent) before.textContent = now.textContent
}
const showDone = () => {
  document.documentElement.dataset.reads = readsAreDone() ? 'done' : 'open'
}

onResult((check) => {
  const texts = textsNow()
  const panel = document.getElementById(check.domain)
  if (panel?.parentNode) panel.parentNode.replaceChild(domainPanel(check.domain), panel)
  markNext()
  showResult()
  const sum = document.getElementById('sum')
  if (sum) sum.textContent = sumOf(texts)
  showDone()
})

state.language = firstLanguage()
state.mode = query.get('raw') === '1' ? 'raw' : 'kit'
show()

let hasBegun = false
function begin(): void {
  if (hasBegun) return
  hasBegun = true
  // upsdk may recognise the wallet only now.
  show()
  if (isInside()) void startReads(state.mode, isUp())
  else giveUpReads()
}

loadSdk(() => {
  showPlace()
  if (isUp() || factsNow().sdk === 'failed' || !isInside()) begin()
})
// Without a bridge, each check shows that itself.
setTimeout(begin, BRIDGE_LIMIT)

/**
 * “Copy as test”: writes a Playwright test (`upsdk-kit/playwright`) from a run of a page. It repeats what a person did
 * and expects the same calls and texts. The client in the page uses it, so it knows neither Node nor Playwright.
 */
import { isObject, REFUSES_IN, traitsOf } from '../../../src/internalsWithoutDom'
import type { TimedAction } from '../../shared/actions'
import { isOfBrowser, type LogEntry, type LogNote, linesOf, type SeenText, seenTexts } from '../../shared/log'
import { statusOf } from '../../shared/logStatus'
import { answeredMethods, REFUSED_BY_BRIDGE, type WrittenOutcome } from '../../shared/outcomes'
import type { DeskSettings } from '../../shared/settings'
import { settingsInForce } from '../../shared/situations'
import { DEFAULTS } from '../../shared/walletSettings'
import { lineOfTest } from './actionText'
import { Code, javaScript, quoted } from './javaScript'
import { type SeenCall, seenCalls } from './seenCalls'

/** The things that a test is made from. */
export interface TestSource {
  readonly log: { readonly entries: readonly LogEntry[]; readonly notes: readonly LogNote[] }
  readonly actions: readonly TimedAction[]
  /** The chosen settings, before the situation is applied. */
  readonly settings: DeskSettings
  /** The address that the document was loaded from. */
  readonly address: string
  readonly title: string
  /** Makes the value of a success that nobody has chosen. */
  exampleOf(method: string, params: unknown): unknown
  /** The browser's language, which the kit uses outside the wallet. */
  readonly locale?: string
  /** A kit is between the page and upsdk. */
  readonly hasKit?: boolean
  /** Is a text on the page now? A test would wait in vain for one that has gone. */
  isOnPage(text: string): boolean
}

/** Everything between two actions. The first part follows the opening of the page. */
interface Stretch {
  readonly action?: TimedAction
  readonly calls: readonly SeenCall[]
  readonly seen: readonly SeenText[]
  /** A payment was refused too late for the kit to know that it was not sent. A test refuses it at once. */
  readonly hasLateRefusal: boolean
}

const NAMES = answeredMethods()

/** Writes the test. */
export function testText(source: TestSource): string {
  const { settings, address, title, log } = source
  const stretches = stretchesOf(source)
  const calls = stretches.reduce<SeenCall[]>((all, one) => all.concat(one.calls), [])
  const payments = calls.filter(
    ({ method, outcome }) => traitsOf(method).payment && isSuccess(outcome),
  ).length
  const dialogs = seenTexts(log.notes).filter(isOfBrowser)
  const known = new Map<string, string>()
  const lines: string[] = []
  stretches.forEach((stretch, index) => {
    const { action, calls, hasLateRefusal } = stretch
    const open = action ? lineOfTest(action) : `page.goto(${quoted(address)})`
    lines.push(...answersFor(calls, known, source), open ? `await ${open}` : CHOSEN_FILE)
    const texts = hasLateRefusal && source.hasKit ? [OTHER_MESSAGE] : expectedTexts(stretch, source)
    lines.push(...unique([...calls.map(expectedCall), ...texts]))
    if (isLeftByKey(stretch, stretches[index + 1])) lines.push("await page.keyboard.press('Escape')")
  })
  const end = calls.length
    ? [`await expect(wallet).toHavePaid(${payments})`]
    : // A test without an assertion is green whatever the page does.
      log.entries.some(({ reached }) => reached)
      ? ['await expect.poll(() => wallet.calls().length).toBeGreaterThan(0)']
      : ['expect(wallet.calls()).toEqual([])']
  const start = dialogs.length ? linesOfDialogs(dialogs) : []
  const given = settingsFor(settings)
  const isOutside = !settingsInForce(settings).insideWallet
  const locale = isOutside && source.locale ? `locale: ${quoted(source.locale)}, ` : ''
  return [
    "import { expect, test } from 'upsdk-kit/playwright'",
    '',
    ...(given ? [`test.use({ ${locale}walletSettings: ${given} })`, ''] : []),
    `test(${quoted(title || address)}, async ({ page, wallet }) => {`,
    ...[...start, ...lines, ...end].map((line) => `  ${line}`),
    '})',
    '',
  ].join('\n')
}

/** A dialog of the kit covers the page until it is left. */
const isLeftByKey = ({ seen }: Stretch, next: Stretch | undefined): boolean =>
  !!next && next.action?.kind !== 'leave' && seen.some(({ by, form }) => by === 'kit' && form === 'dialog')

const unique = (lines: readonly string[]): string[] =>
  lines.filter((line, index) => lines.indexOf(line) === index)
const isSuccess = (outcome: WrittenOutcome): boolean => typeof outcome === 'object' || outcome === 'success'

/**
 * Writes the settings that a page reads at its start, except those with their default. A test does not wait for the
 * bridge.
 */
function settingsFor(settings: DeskSettings): string {
  const inForce = settingsInForce(settings)
  const { insideWallet, platform, bridge, language, readyAfter, upsdk } = inForce
  const { inPlace, kitOptions } = settings
  const given = {
    ...(insideWallet !== DEFAULTS.insideWallet && { insideWallet }),
    ...(platform !== DEFAULTS.platform && { platform }),
    ...(bridge !== DEFAULTS.bridge && { bridge }),
    ...(language !== DEFAULTS.language && { language }),
    ...(readyAfter === 'never' && { readyAfter }),
    ...(upsdk === 'missing' && { upsdk }),
    ...(inPlace && { inPlace }),
    ...(inPlace && kitOptions && { kitOptions }),
  }
  return Object.keys(given).length ? javaScript(given) : ''
}

function stretchesOf({ log, actions }: TestSource): Stretch[] {
  const starts = [-Infinity, ...actions.map(({ at }) => at)]
  const between = (index: number) => (at: number) =>
    at >= (starts[index] || 0) && at < (starts[index + 1] ?? Infinity)
  return starts.map((_, index) => {
    const isIn = between(index)
    const action = actions[index - 1]
    const entries = log.entries.filter((entry) => isIn(reachedAt(entry)))
    return {
      ...(action && { action }),
      calls: seenCalls(entries).filter(({ method }) => NAMES.includes(method)),
      seen: seenTexts(log.notes).filter(({ at }) => isIn(at)),
      hasLateRefusal: entries.some(isLateRefusal),
    }
  })
}

const reachedAt = ({ at, reached }: LogEntry): number => reached?.at ?? at

/** Stands for what only a person can do. */
const CHOSEN_FILE = '// A file was chosen here: use setInputFiles().'

const OTHER_MESSAGE = "// The kit's message is another one when c02 comes within a second, as it does here."

/** Was a payment refused too late for the kit to know that it was not sent? A person at the sheet is slow. */
function isLateRefusal(entry: LogEntry): boolean {
  const { answered } = entry
  if (!answered || !traitsOf(entry.method).payment || answered.at - reachedAt(entry) < REFUSES_IN)
    return false
  return REFUSED_BY_BRIDGE.test(statusOf(entry).code || '')
}

/** Writes the lines that set the answers to some calls, unless the same answers are set already. */
function answersFor(
  calls: readonly SeenCall[],
  known: Map<string, string>,
  { exampleOf }: TestSource,
): string[] {
  const lines: string[] = []
  const first = new Map<string, SeenCall>()
  for (const call of calls) if (!first.has(call.method)) first.set(call.method, call)
  first.forEach(({ outcome, params }, method) => {
    const isExample =
      outcome === 'success' ||
      (typeof outcome === 'object' &&
        JSON.stringify(outcome.value) === JSON.stringify(exampleOf(method, params)))
    const wanted = isExample ? "'success'" : javaScript(outcome)
    if (wanted === (known.get(method) || "'success'")) return
    known.set(method, wanted)
    lines.push(`await wallet.answer(${quoted(method)}, ${wanted})`)
  })
  return lines
}

function expectedCall({ method, params }: SeenCall): string {
  const isEmpty = params === undefined || (isObject(params) && !Object.keys(params).length)
  const given = isEmpty ? '' : `, ${javaScript(pattern(params))}`
  return `await expect(wallet).toHaveCalled(${quoted(method)}${given})`
}

/** Writes the handler of the browser's dialogs, which answers them in their order as the user did. */
function linesOfDialogs(dialogs: readonly SeenText[]): string[] {
  const isPlain = dialogs.every(({ answer = true }) => answer === true)
  const answers = dialogs.map(({ answer = true }) => answer ?? false)
  return [
    'const said: string[] = []',
    ...(isPlain ? [] : [`const answers: (boolean | string)[] = ${javaScript(answers)}`]),
    "page.on('dialog', (dialog) => {",
    '  said.push(dialog.message())',
    ...(isPlain
      ? ['  void dialog.accept()']
      : [
          '  const answer = answers.shift() ?? true',
          '  if (answer === false) void dialog.dismiss()',
          '  else void dialog.accept(answer === true ? undefined : answer)',
        ]),
    '})',
  ]
}

/** Writes what a stretch expects: its messages, and the page's last own text that is still there. */
function expectedTexts({ seen }: Stretch, { isOnPage }: TestSource): string[] {
  const lines: string[] = []
  const own: string[] = []
  for (const one of seen) {
    const { by, form, message } = one
    if (isOfBrowser(one)) lines.push(`await expect.poll(() => said).toContain(${quoted(message)})`)
    else if (by === 'kit' && form !== 'text')
      lines.push(`await expect(wallet.message()).toHaveText(${textPattern(linesOf(one).join(' '))})`)
    else if (by === 'page' && isOnPage(message)) own.push(message)
  }
  const last = own[own.length - 1]
  return last ? [...lines, `await expect(page.getByText(${textPattern(last)}).last()).toBeVisible()`] : lines
}

/** Matches a token that has letters between its digits, as a hexadecimal order number has. */
const TOKEN = /^(?=.{8})\w*\d[A-Za-z]+\d/
const wordPattern = (word: string): string =>
  TOKEN.test(word) ? '[0-9A-Za-z]+' : word.replace(/\d+/g, '\\d+')

/** Writes a text as a pattern, since numbers (of orders, of seconds) differ from run to run. */
const textPattern = (text: string): string =>
  /\d/.test(text) ? `/${escaped(text).replace(/[0-9A-Za-z]+/g, wordPattern)}/` : quoted(text)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/**
 * Makes the pattern of a call's parameters. A value that looks like an order number or a token is matched by its form.
 */
function pattern(value: unknown): unknown {
  if (typeof value === 'string') {
    if (/^\d{8,}$/.test(value)) return new Code(`/^\\d{${value.length}}$/`)
    if (/^[\w+/=.-]{20,}$/.test(value) || /… \(\d+\)$/.test(value)) return new Code('expect.any(String)')
    return value
  }
  if (typeof value === 'number') return value > 1e10 ? new Code('expect.any(Number)') : value
  if (Array.isArray(value)) return value.map(pattern)
  if (!isObject(value)) return value
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(value)) copy[name] = pattern(value[name])
  return copy
}

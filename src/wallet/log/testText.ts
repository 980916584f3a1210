/** A Playwright test of what was seen of a page (`upsdk-kit/playwright`): it does again what a person did, and expects the same. */
import { traitsOf } from '../../call/methods'
import { isObject } from '../../lib/values'
import { answeredMethods } from '../answers'
import type { DeskSettings } from '../settings'
import { inSituation } from '../situations'
import { type Action, quoted } from './actions'
import { type SeenAnswer, type SeenCall, seenRun } from './asTest'
import type { LogEntry, LogNote } from './log'
import { outcomeOf } from './status'

/** What a test is made of. */
export interface TestParts {
  readonly log: { readonly entries: readonly LogEntry[]; readonly notes: readonly LogNote[] }
  readonly actions: readonly Action[]
  /** Those in force. */
  readonly settings: DeskSettings
  /** Where the document was loaded from. */
  readonly address: string
  readonly title: string
  /** The value that a success of a method has where nothing else is said. */
  exampleOf(method: string, params: unknown): unknown
  /** The browser's language, in which a kit speaks outside the wallet. */
  readonly locale?: string
  /** A kit is between the page and upsdk. */
  readonly hasKit?: boolean
  /** Is a text on the page now? One that has gone again would be waited for in vain. */
  isOnPage(text: string): boolean
}

/** What happened from one action to the next; the first follows the opening of the page. */
interface Part {
  readonly action?: Action
  readonly calls: readonly SeenCall[]
  readonly seen: readonly string[]
  /** A payment was refused too late for the kit to know that it was not sent. A test refuses it at once. */
  readonly hasLateRefusal: boolean
}

const NAMES = answeredMethods()

/** Writes the test. */
export function testText(parts: TestParts): string {
  const { settings, address, title, actions, log } = parts
  const run = partsOf(parts)
  const calls = run.reduce<SeenCall[]>((all, part) => all.concat(part.calls), [])
  const payments = calls.filter(({ method, answer }) => traitsOf(method).payment && isSuccess(answer)).length
  const dialogs = log.notes.some(({ kind, text }) => kind === 'seen' && DIALOG.test(text))
  const known = new Map<string, string>()
  const lines: string[] = []
  for (const part of run) {
    const open = part.action ? part.action.code : `page.goto(${quoted(address)})`
    lines.push(...answersFor(part.calls, known, parts), `await ${open}`)
    const texts = part.hasLateRefusal && parts.hasKit ? [OTHER_MESSAGE] : expectedTexts(part, parts)
    lines.push(...unique([...part.calls.map(expectedCall), ...texts]))
  }
  const end = calls.length
    ? [`await expect(wallet).toHavePaid(${payments})`]
    : ['expect(wallet.calls()).toEqual([])']
  const start = dialogs ? SAID : []
  const given = settingsFor(settings)
  const isOutside = inSituation(settings, settings.situation).insideWallet === false
  const locale = isOutside && parts.locale ? `locale: ${quoted(parts.locale)}, ` : ''
  return [
    "import { expect, test } from 'upsdk-kit/playwright'",
    '',
    ...(given ? [`test.use({ ${locale}walletSettings: ${given} })`, ''] : []),
    `test(${quoted(title || address)}, async ({ page, wallet }) => {`,
    ...[...start, ...lines, ...(actions.length || calls.length ? end : [])].map((line) => `  ${line}`),
    '})',
    '',
  ].join('\n')
}

const unique = (lines: readonly string[]): string[] =>
  lines.filter((line, index) => lines.indexOf(line) === index)
const isSuccess = (answer: SeenAnswer): boolean => typeof answer === 'object' || answer === 'success'

/** The settings that a page reads at its start, without those that are the usual ones. A test does not wait for a bridge. */
function settingsFor(settings: DeskSettings): string {
  const { insideWallet, platform, bridge, language, readyAfter } = inSituation(settings, settings.situation)
  const { inPlace, kitOptions, situation } = settings
  const given = {
    ...(insideWallet === false && { insideWallet }),
    ...(platform && platform !== 'android' && { platform }),
    ...(bridge && bridge !== 'cordova' && { bridge }),
    ...(language && language !== 'zh_CN' && { language }),
    ...(readyAfter === 'never' && { readyAfter }),
    ...(situation === 'sdk-missing' && { situation }),
    ...(inPlace && { inPlace }),
    ...(inPlace && kitOptions && { kitOptions }),
  }
  return Object.keys(given).length ? printed(given) : ''
}

function partsOf({ log, actions, settings }: TestParts): Part[] {
  const starts = [-Infinity, ...actions.map(({ at }) => at)]
  const between = (index: number) => (at: number) =>
    at >= (starts[index] || 0) && at < (starts[index + 1] ?? Infinity)
  return starts.map((_, index) => {
    const isIn = between(index)
    const action = actions[index - 1]
    const entries = log.entries.filter((entry) => isIn(reachedAt(entry)))
    const { calls, seen } = seenRun({ entries, notes: log.notes.filter(({ at }) => isIn(at)) }, settings)
    return {
      ...(action && { action }),
      calls: calls.filter(({ method }) => NAMES.includes(method)),
      seen,
      hasLateRefusal: entries.some(isLateRefusal),
    }
  })
}

const reachedAt = ({ at, steps }: LogEntry): number => steps.find(({ type }) => type === 'reached')?.at ?? at

/** ms in which the kit takes c02 and c04 for a payment that was not sent. A person at the sheet is slower. */
const AT_ONCE = 1000
const OTHER_MESSAGE = "// The kit's message is another one when c02 comes within a second, as it does here."

function isLateRefusal(entry: LogEntry): boolean {
  const answered = entry.steps.find((step) => step.from === 'upsdk' && step.type === 'answered')
  if (!answered || !traitsOf(entry.method).payment || answered.at - reachedAt(entry) < AT_ONCE) return false
  return /^c0[24]$/.test(outcomeOf(entry).detail.split(' ')[0] || '')
}

/** Lines that set the answers of a part's calls, where they are not those that are set already. */
function answersFor(
  calls: readonly SeenCall[],
  known: Map<string, string>,
  { exampleOf }: TestParts,
): string[] {
  const lines: string[] = []
  const first = new Map<string, SeenCall>()
  for (const call of calls) if (!first.has(call.method)) first.set(call.method, call)
  first.forEach(({ answer, params }, method) => {
    const isExample =
      answer === 'success' ||
      (typeof answer === 'object' &&
        JSON.stringify(answer.value) === JSON.stringify(exampleOf(method, params)))
    const wanted = isExample ? "'success'" : printed(answer)
    if (wanted === (known.get(method) || "'success'")) return
    known.set(method, wanted)
    lines.push(`await wallet.answer(${quoted(method)}, ${wanted})`)
  })
  return lines
}

function expectedCall({ method, params }: SeenCall): string {
  const isEmpty = params === undefined || (isObject(params) && !Object.keys(params).length)
  const given = isEmpty ? '' : `, ${printed(pattern(params))}`
  return `await expect(wallet).toHaveCalled(${quoted(method)}${given})`
}

/** The browser's own dialogs, which a test has to close. */
const DIALOG = /^(alert|confirm|prompt): /
const SAID = [
  'const said: string[] = []',
  "page.on('dialog', (dialog) => {",
  '  said.push(dialog.message())',
  '  void dialog.accept()',
  '})',
]
/** The kit's own messages. */
const MESSAGE = /^(toast|dialog): /
/** Of another part of what the wallet draws. */
const DRAWN = /^[a-z]+(-[a-z]+)+: /

/** Expects the messages of a part, and the last text of the page's own that is still there. */
function expectedTexts({ seen }: Part, { isOnPage }: TestParts): string[] {
  const lines: string[] = []
  const own: string[] = []
  for (const line of seen) {
    const text = line.slice(line.indexOf(': ') + 2)
    if (DIALOG.test(line)) lines.push(`await expect.poll(() => said).toContain(${quoted(text)})`)
    else if (MESSAGE.test(line)) lines.push(`await expect(wallet.message()).toHaveText(${textPattern(text)})`)
    else if (!DRAWN.test(line) && isOnPage(line)) own.push(line)
  }
  const last = own[own.length - 1]
  return last ? [...lines, `await expect(page.getByText(${textPattern(last)}).last()).toBeVisible()`] : lines
}

/** Numbers differ from run to run: of orders, of seconds. */
const textPattern = (text: string): string =>
  /\d/.test(text) ? `/${escaped(text).replace(/\d+/g, '\\d+')}/` : quoted(text)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Stands for a value that is another one in each run. */
class Code {
  constructor(readonly text: string) {}
}

/** What a call has to have: what looks like a number of an order or a token, by its form. */
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

/** A value as it is written in a test. */
function printed(value: unknown): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`
  if (!isObject(value)) return String(value)
  const members = Object.keys(value).map(
    (name) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}: ${printed(value[name])}`,
  )
  return members.length ? `{ ${members.join(', ')} }` : '{}'
}

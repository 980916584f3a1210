/**
 * Makes the tables of methods and events in the sources from src/call/methods.tsv, the one place for facts about them:
 * src/call/methodTable.ts, wallet/methods/methodTable.ts, wallet/view/texts/methodNames.ts and bin/methods.mjs.
 */
import { execFileSync } from 'node:child_process'
import { methodRows } from './methods.mjs'

/**
 * Matches names of methods that only read, register or stop. They are quiet unless the table says otherwise, so fewer
 * names have to be listed.
 */
export const QUIET_NAMES =
  /^(cancel|check|close|delete|get|is|off|on|query|read|recently|register|st(art|op))/

const isCall = ({ delivery }) => delivery !== 'lifecycle' && !delivery.startsWith('synchronous')
const namesOf = (list) => list.map(({ method }) => method)

/** Makes one letter for each unusual trait. src/call/methods.ts explains the letters. */
function lettersOf({ method, kind, deadline, quiet, settles, gives, shares, numbers, configures }) {
  const isQuiet = quiet === 'quiet'
  return [
    kind === 'payment' && 'p',
    kind === 'interactive' && 'i',
    isQuiet !== QUIET_NAMES.test(method) && (isQuiet ? 'q' : 'x'),
    settles.startsWith('when sent') && 'n',
    settles === 'answer or silence' && 's',
    { object: 'o', text: 't', nothing: 'v' }[gives],
    !kind && deadline === 'none' && 'u',
    { '30 s': 'l', '60 s': 'r' }[deadline],
    numbers === 'text' && 'd',
    shares === 'yes' && 'h',
    configures && 'c',
  ]
    .filter(Boolean)
    .join('')
}

const writtenBy = (more) => `// Written by \`npm run generate\` from src/call/methods.tsv${more}.\n`

function methodTable() {
  const groups = {}
  for (const row of methodRows.filter(isCall)) {
    const letters = lettersOf(row)
    if (letters) groups[letters] = [...(groups[letters] || []), row.method]
  }
  const table = Object.keys(groups)
    .sort()
    .map((letters) => `${letters} ${groups[letters].join(' ')}`)
  return `${writtenBy('; see src/call/methods.ts for the letters')}
/** Names that are quiet unless their line says otherwise. */
export const QUIET_NAMES =
  ${QUIET_NAMES}

/** A line for each kind of method that is not ordinary: its letters, then its methods. */
export const METHOD_TABLE = \`${table.join('\n')}\`

/** A line for each event: its method and, as src/events/events.ts reads them, its slot and what stops it. */
export const EVENT_TABLE = \`${eventTable()}\`
`
}

/** Each event with its method, the parameter that takes the handler, and what stops it. */
const events = methodRows
  .filter(({ event }) => event)
  .flatMap(({ method, event, delivery, stopped_by: stop }) =>
    event
      .split(' ')
      .map((name) => ({ event: name, method, slot: /through `(\w+)`/.exec(delivery)?.[1] || name, stop })),
  )
/** The method whose handlers hear the page's life cycle. */
const REGISTER_LIFECYCLE = 'registerLifecycle'
/** Those of the life cycle last, those with a slot of their own first: so the table is the smallest. */
const rank = ({ method, slot }) => (method === REGISTER_LIFECYCLE ? 2 : slot === 'callback' ? 1 : 0)

const eventTable = () =>
  [...events]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ event, method, slot, stop }) =>
      [event, method, ...(slot === 'callback' ? [] : [slot, stop])].filter(Boolean).join(' '),
    )
    .join('\n')

const list = (names) => `[${names.map((name) => `'${name}'`).join(', ')}]`
const pattern = (names) => `/^(${names.join('|')})$/`
const object = (entries) => `{\n${entries.map(([key, value]) => `  ${key}: ${value},`).join('\n')}\n}`

function simulatorTable() {
  const newIn = (generation) =>
    methodRows.filter((row) => isCall(row) && row.present_in.split(' ')[0] === generation)
  const own = events.filter(({ method }) => method !== REGISTER_LIFECYCLE)
  const where = (test) => namesOf(methodRows.filter(test))
  return `${writtenBy('')}
/** The methods that each generation of the SDK file brought. */
export const ADDED: Readonly<Record<'2020' | '2021' | 'latest', string>> = ${object(
    ['2020', '2021', 'latest'].map((generation) => [generation, `'${namesOf(newIn(generation)).join(' ')}'`]),
  )}

/** Methods that no file has a placeholder for: undefined until the bridge is up (H16). */
export const WITHOUT_PLACEHOLDER: readonly string[] = ${list(where(({ placeholder }) => placeholder === 'none'))}

/** Methods whose last call is kept until the bridge is up (H9). */
export const KEPT: readonly string[] = ${list(where(({ delivery }) => delivery.includes('kept in one slot')))}

/** Event methods: which function of their parameters hears which document event. */
export const EVENTS: Readonly<Record<string, readonly [parameter: string, event: string]>> = ${object(
    own.map(({ method, slot, event }) => [method, list([slot, event])]),
  )}

/** The methods that stop events. */
export const STOPS: Readonly<Record<string, string>> = ${object(
    own.filter(({ stop }) => stop).map(({ stop, method }) => [stop, `'${method}'`]),
  )}

/** The events of the page's life cycle, which \`${REGISTER_LIFECYCLE}\` takes handlers of. */
export const LIFECYCLE_EVENTS: readonly string[] = ${list(events.filter(({ method }) => method === REGISTER_LIFECYCLE).map(({ event }) => event))}

/** Members of upsdk that are no calls of native: those that open and configure upsdk, and what returns at once. */
export const NOT_CALLS = ${pattern(where((row) => !isCall(row)))}

/** Methods that open upsdk. They ask native for nothing. */
export const OPENS = ${pattern(where(({ before_opening: before }) => before === 'opens'))}

/** Methods that open or configure upsdk. */
export const OPENS_OR_CONFIGURES = ${pattern(where(({ delivery }) => delivery === 'lifecycle'))}

/** Methods that a page may call before it has opened upsdk: it keeps most of them until the bridge is up (H9). */
export const BEFORE_OPENING = ${pattern(where(({ before_opening: before }) => before))}

/** The code with which native refuses a call that lacks a required parameter. Without a row upsdk refuses it itself. */
export const REFUSED_WITH: Readonly<Record<string, string>> = ${object(
    methodRows
      .filter(({ refused_with: code }) => code)
      .map(({ method, refused_with: code }) => [method, `'${code}'`]),
  )}

/** How a method fails most days: a code, or a text. Without a row: with its own first code, else with an example of ours. */
export const FAILS: Readonly<Record<string, string>> = ${object(
    methodRows.filter(({ fails }) => fails).map(({ method, fails }) => [method, `'${fails}'`]),
  )}

/** Parameters without which upsdk or native refuses a call. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = ${object(
    methodRows
      .filter(({ required }) => required)
      .map(({ method, required }) => [method, list(required.split(' '))]),
  )}

/** The methods that pages use most, the most used first. */
export const OFTEN_USED: readonly string[] = ${list(
    namesOf(
      methodRows
        .filter(({ often_used: place }) => place)
        .sort((one, other) => Number(one.often_used) - Number(other.often_used)),
    ),
  )}

/** Methods with a sheet of their own, by method. */
export const OWN_SHEETS = ${object(
    methodRows.filter(({ sheet }) => sheet).map(({ method, sheet }) => [method, `'${sheet}'`]),
  )} as const

/** Methods whose every success is an event: nothing answers them. */
export const ONLY_EVENTS: readonly string[] = ${list(where(({ settles }) => settles.includes('is an event')))}

/** Methods that fail with the bare code. */
export const FAILS_WITH_BARE_CODE = ${pattern(where(({ failure }) => failure === 'bare code'))}

/** Methods that change the page's own object in a way that a second call is hurt by (H10). */
export const CHANGES_PARAMETERS = ${pattern(where(({ parameters }) => parameters === 'changed'))}

/** Methods that open the sheet for sharing. */
export const SHARES = ${pattern(where(({ shares }) => shares))}

/** Methods that lead to another page; a success of theirs says only that it has opened. */
export const LEADS_AWAY = ${pattern(where(({ leads_away: away }) => away))}
`
}

const nameTable = () => `${writtenBy('')}
/** The names of methods at which the user acts, in Chinese and English, for the headings of their sheets. */
export const METHOD_NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = ${object(
  methodRows
    .filter(({ name_zh: name }) => name)
    .map(({ method, name_zh: zh, name_en: en }) => [method, list([zh, en])]),
)}
`

const commandTable = () => `${writtenBy('')}
/** Every method of every generation of upsdk. */
export const METHODS = ${list(methodRows.map(({ method }) => method))}
`

/** As `npm run lint` wants it. */
const formatted = (file, text) =>
  execFileSync(
    process.execPath,
    ['node_modules/@biomejs/biome/bin/biome', 'format', `--stdin-file-path=${file}`],
    {
      input: text,
      encoding: 'utf8',
    },
  )

/** All of them, by their file. */
export const methodTables = () =>
  Object.fromEntries(
    [
      ['src/call/methodTable.ts', methodTable()],
      ['wallet/methods/methodTable.ts', simulatorTable()],
      ['wallet/view/texts/methodNames.ts', nameTable()],
      ['bin/methods.mjs', commandTable()],
    ].map(([file, text]) => [file, formatted(file, text)]),
  )

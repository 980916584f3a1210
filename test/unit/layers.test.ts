// @vitest-environment node
/**
 * Imports between files run one way, those of types included: everything that a reader must know of a room is in
 * rooms below it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entries } from '../../config/entries.js'

const ROOTS = ['src', 'wallet', 'scripts', 'demo', 'field', 'site']

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/node_modules|dist/.test(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return /\.(ts|tsx|mts|mjs|vue)$/.test(path) ? [path] : []
  })

const files = ROOTS.flatMap(filesUnder)

/** The file that an import leads to; undefined for a package. */
function resolve(from: string, source: string): string | undefined {
  if (!source.startsWith('.')) return undefined
  const path = normalize(join(dirname(from), source))
  return [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(
    (candidate) => files.includes(candidate) && existsSync(candidate),
  )
}

const IMPORT = /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm

/** Each file with the files that it imports, at run time or for its types. */
const imports = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(
      ([, still, asked]) => resolve(file, still || asked || '') || [],
    ),
  ]),
)

/** Returns the first circle that is found, as the names of its files. */
function circle(): string[] {
  const done = new Set<string>()
  function visit(file: string, way: readonly string[]): string[] | undefined {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const next of imports.get(file) || []) {
      const found = visit(next, [...way, file])
      if (found) return found
    }
    done.add(file)
    return undefined
  }
  for (const file of files) {
    const found = visit(file, [])
    if (found) return found
  }
  return []
}

/**
 * The rooms of both houses from the ground up: each may import itself and those below it. Rooms on one line may not
 * import each other, except as `NEIGHBOURS` says.
 */
const LEVELS: readonly (readonly string[])[] = [
  ['src/types'],
  ['src/lib'],
  ['src/gate', 'src/failure', 'src/texts', 'src/serverCodes'],
  ['src/call', 'src/show'],
  ['src/events'],
  ['src/options.ts', 'src/proxy.ts', 'src/devTools.ts'],
  ['src/openInApp', 'src/fallbacks', 'src/helpers', 'src/adapters', 'src/locales'],
  ['src/kit.ts'],
  // The entries of the kit.
  ['src/*'],
  // The inspector's panel looks codes up as a page does.
  ['src/inspector'],
  // The two modules through which the other house imports from the kit.
  ['src/internals.ts', 'src/internalsWithoutDom.ts'],
  // The facts about methods, and what a recorded call looks like.
  ['wallet/methods', 'wallet/trace'],
  ['wallet/simulator'],
  ['wallet/shared'],
  ['wallet/view', 'wallet/server', 'wallet/playwright'],
  ['wallet/page', 'wallet/phone', 'wallet/recorder'],
  // Projects import these.
  ['wallet/*'],
  // Pages of our own.
  ['demo'],
  ['field', 'site'],
]
/** The rooms that import a neighbour: the meaning of a failure is known in one room. */
const NEIGHBOURS: readonly string[] = ['src/serverCodes → src/failure']
/** The modules of the kit that the simulated wallet may import. */
const DOORS = ['src/internals.ts', 'src/internalsWithoutDom.ts']

/** The rooms that pages of our own use, besides what a project can import. */
const USED_BY_PAGES: Readonly<Record<string, readonly string[]>> = {
  demo: ['src/lib', 'wallet/shared', 'wallet/view', 'wallet/page', 'wallet/phone'],
  field: ['src/types', 'src/lib', 'src/gate', 'src/inspector', 'wallet/methods', 'wallet/trace'],
  site: ['wallet/shared', 'wallet/view'],
}

/** Returns the room of a file: the longest name that matches, or its folder's other files. */
function roomOf(file: string): string {
  const rooms = LEVELS.flat().filter((room) => file === room || file.startsWith(`${room}/`))
  return rooms.sort((one, other) => other.length - one.length)[0] || `${file.split('/')[0]}/*`
}
const levelOf = (room: string) => LEVELS.findIndex((rooms) => rooms.includes(room))
const hasLevel = (file: string) => /^(src|wallet|demo|field|site)\//.test(file)
const arrows = [...imports].flatMap(([file, all]) =>
  hasLevel(file) ? all.map((other) => ({ file, other, from: roomOf(file), to: roomOf(other) })) : [],
)
const written = (found: typeof arrows) => found.map(({ file, other }) => `${file} → ${other}`)

describe('the imports of the sources', () => {
  it('are found in every file', () => {
    expect(imports.get('src/kit.ts')).toContain('src/gate/gate.ts')
    expect(imports.get('src/public.ts')).toContain('src/types/upsdk.ts')
  })

  it('form no circle', () => {
    expect(circle()).toEqual([])
  })

  it('lead from each room to itself and to those below it', () => {
    expect(written(arrows.filter(({ from, to }) => levelOf(to) > levelOf(from)))).toEqual([])
  })

  it('lead to a neighbour only if a rule names it', () => {
    const found = arrows.filter(
      ({ from, to }) =>
        from !== to && levelOf(from) === levelOf(to) && !NEIGHBOURS.includes(`${from} → ${to}`),
    )
    expect(written(found)).toEqual([])
  })

  it('lead from pages of our own to few rooms, and to what a project can import', () => {
    const sources = Object.values(entries).map(({ source }) => source)
    const found = arrows.filter(
      ({ from, to, other }) =>
        levelOf(from) >= levelOf('demo') &&
        hasLevel(other) &&
        levelOf(to) < levelOf('demo') &&
        !sources.includes(other) &&
        !USED_BY_PAGES[from]?.includes(to),
    )
    expect(written(found)).toEqual([])
  })

  it('lead from no file of the kit to the simulated wallet', () => {
    expect(
      written(arrows.filter(({ file, other }) => file.startsWith('src/') && other.startsWith('wallet/'))),
    ).toEqual([])
  })

  it('lead from the simulated wallet to the kit through its types and two doors only', () => {
    const found = arrows.filter(
      ({ file, other }) =>
        file.startsWith('wallet/') &&
        other.startsWith('src/') &&
        !other.startsWith('src/types/') &&
        !DOORS.includes(other),
    )
    expect(written(found)).toEqual([])
  })
})

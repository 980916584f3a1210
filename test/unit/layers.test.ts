// @vitest-environment node
/** Arrows between files run one way, those of types included: what a reader has to know of a room stands below it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOTS = ['src', 'wallet', 'scripts', 'demo', 'field']

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/node_modules|dist/.test(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return /\.(ts|tsx|mts|mjs)$/.test(path) ? [path] : []
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

/** What each file imports, at run time or for its types. */
const imports = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(
      ([, still, asked]) => resolve(file, still || asked || '') || [],
    ),
  ]),
)

/** The first circle that is found, as the names of its files. */
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

/** The rooms of the core from the ground up: each may import itself and those before it. */
const LEVELS = [
  ['types'],
  ['lib'],
  ['gate', 'failure', 'texts'],
  ['call', 'show'],
  ['events'],
  ['options.ts', 'proxy.ts', 'dev'],
  ['kit.ts'],
]
/** Beside the numbers: `failure` knows no gate, `show` no call, `call` no events. */
const STRANGERS: readonly (readonly [room: string, other: string])[] = [
  ['failure', 'gate'],
  ['failure', 'texts'],
  ['gate', 'failure'],
  ['gate', 'texts'],
  ['texts', 'gate'],
  ['texts', 'failure'],
  ['show', 'call'],
  ['call', 'show'],
]

const roomOf = (file: string) => file.split('/')[1] || ''
const levelOf = (file: string) =>
  file.startsWith('src/') ? LEVELS.findIndex((rooms) => rooms.includes(roomOf(file))) : -1

describe('imports', () => {
  it('are read out of every file', () => {
    expect(imports.get('src/kit.ts')).toContain('src/gate/gate.ts')
    expect(imports.get('src/public.ts')).toContain('src/types/upsdk.ts')
  })

  it('run in no circle', () => {
    expect(circle()).toEqual([])
  })

  it('run down, from the kit to types', () => {
    const up = [...imports].flatMap(([file, all]) =>
      levelOf(file) < 0
        ? []
        : all
            .filter((other) => levelOf(other) > levelOf(file) || levelOf(other) < 0)
            .map((other) => `${file} → ${other}`),
    )
    expect(up).toEqual([])
  })

  it.each(STRANGERS)('never run from %s to %s', (room, other) => {
    const found = [...imports].flatMap(([file, all]) =>
      roomOf(file) === room
        ? all.filter((one) => roomOf(one) === other).map((one) => `${file} → ${one}`)
        : [],
    )
    expect(found).toEqual([])
  })
})

// @vitest-environment node
/** The published types work in programs that use them: `npm run test:all` builds `dist` first. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import current from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subpaths } from '../../scripts/subpaths.mjs'
import { oneOfEach } from '../support/samples'

const older = (version: string) =>
  createRequire(resolve('test/frameworks/package.json'))(`typescript-${version}`) as typeof current

const packageJson: { exports: Record<string, unknown> } = JSON.parse(readFileSync('package.json', 'utf8'))
/** Every import path that has types. */
const paths = Object.keys(packageJson.exports).filter(
  (path) => !/\.json$|^\.\/(vue|react|vite|playwright|dist\/.*)$/.test(path),
)

const importAll = paths
  .map((path, index) => `export * as path${index} from '${path.replace('.', 'upsdk-kit')}'`)
  .join('\n')

const CONSUMER = `
import { createUpsdk } from 'upsdk-kit'
import type { MethodName, Upsdk, UpsdkError, UpsdkMethods } from 'upsdk-kit'
import { createUpsdk as createCore } from 'upsdk-kit/core'
import { fail, installSimulator } from 'upsdk-kit/simulator'

declare module 'upsdk-kit' {
  interface UpsdkMethods {
    futureMethod: { params: { a: string }; result: string }
  }
  interface UpsdkEvents {
    futureEvent: { data: { level: number }; params: { every: number } }
  }
}

const upsdk: Upsdk = createUpsdk({ locale: 'en', onError: (error: UpsdkError) => void error.reason })
installSimulator({ answers: { bioDetect: fail('94') } }).uninstall()

export async function valid(): Promise<void> {
  await upsdk.pay({ tn: '1' })
  const latitude: string | number = (await upsdk.getLocationGps()).latitude
  await upsdk.setScreenBrightness({ brightness: 0.5 })
  const stop: () => void = upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
  const future: string = await upsdk.futureMethod({ a: 'b' })
  const called: string = await upsdk.call('futureMethod', { a: 'b' })
  // The small entry has the same map.
  const fromCore: string = await createCore().futureMethod({ a: 'b' })
  upsdk.on('futureEvent', ({ level }) => void level.toFixed(), { every: 1 })
  const names: MethodName[] = ['pay', 'futureMethod']
  const merged: UpsdkMethods['futureMethod']['result'] = future
  return void [latitude, stop, called, fromCore, names, merged]
}

export function invalid(): void {
  // @ts-expect-error tn is missing
  upsdk.pay({})
  // @ts-expect-error tn is text
  upsdk.pay({ tn: 1 })
  // @ts-expect-error tn is missing
  upsdk.call('pay', {})
  // @ts-expect-error a is text
  upsdk.futureMethod({ a: 1 })
  // @ts-expect-error no such method
  upsdk.noSuchMethod()
  // @ts-expect-error no such event
  upsdk.on('click', () => {})
}
`

/** What a package of a monorepo exports of the kit, and emits declarations of. */
const SHARED = `
import { backendFailures, createUpsdk, domPresenter, events, explicitAuth, methodCodes, scriptLoading, signedMode } from 'upsdk-kit/core'
export const parts = [backendFailures, events, explicitAuth, methodCodes, scriptLoading, signedMode]
export const upsdk = createUpsdk({ parts, presenter: domPresenter() })
`

let folder = ''

beforeAll(() => {
  if (!existsSync('dist/index.d.ts')) throw new Error('no dist: run `npm run build` first')
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-types-'))
  const installed = join(folder, 'node_modules/upsdk-kit')
  mkdirSync(installed, { recursive: true })
  cpSync('package.json', join(installed, 'package.json'))
  cpSync('dist', join(installed, 'dist'), { recursive: true })
  for (const [file, content] of Object.entries(subpaths)) {
    mkdirSync(join(installed, dirname(file)), { recursive: true })
    writeFileSync(join(installed, file), JSON.stringify(content))
  }
  for (const type of ['module', 'commonjs']) {
    mkdirSync(join(folder, type))
    writeFileSync(join(folder, type, 'package.json'), JSON.stringify({ type }))
    writeFileSync(join(folder, type, 'consumer.ts'), CONSUMER)
    writeFileSync(join(folder, type, 'all.ts'), importAll)
    writeFileSync(join(folder, type, 'shared.ts'), SHARED)
  }
})

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true })
})

interface Compiled {
  problems: string[]
  /** The declaration files of the kit that were read. */
  declarations: string[]
}

/** Files of a consumer, as its compiler reads them. */
function programOf(
  ts: typeof current,
  type: string,
  module: string,
  moduleResolution: string,
  files: readonly string[],
) {
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    {
      module,
      moduleResolution,
      target: 'ES2017',
      lib: ['ES2017', 'DOM'],
      strict: true,
      declaration: true,
      noEmit: true,
      types: [],
    },
    join(folder, type),
  )
  const program = ts.createProgram(
    files.map((file) => join(folder, type, file)),
    options,
  )
  return { program, errors }
}

function compile(ts: typeof current, type: string, module: string, moduleResolution: string): Compiled {
  const files = ['consumer.ts', 'all.ts']
  const { program, errors } = programOf(ts, type, module, moduleResolution, files)
  // The kit's own declarations too, but not the compiler's.
  const sources = program.getSourceFiles().filter((file) => !program.isSourceFileDefaultLibrary(file))
  const diagnostics = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...sources.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ]
  return {
    problems: diagnostics.map(
      ({ file, messageText }) =>
        `${file?.fileName.replace(dirname(folder), '') || ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    ),
    declarations: program
      .getSourceFiles()
      .map(({ fileName }) => fileName)
      .filter((name) => name.includes('upsdk-kit/dist')),
  }
}

type Consumer = readonly [
  name: string,
  type: string,
  module: string,
  moduleResolution: string,
  folder: RegExp,
]

/** The only resolution of TypeScript before 4.7, which many projects still use. */
const node: Consumer = ['what reads no exports, node', 'commonjs', 'commonjs', 'node', /dist\/(?!cjs)/]
const consumers: readonly Consumer[] = [
  ['an ES module, node16', 'module', 'node16', 'node16', /dist\/(?!cjs)/],
  ['a CommonJS module, node16', 'commonjs', 'node16', 'node16', /dist\/cjs\//],
  ['a bundler', 'module', 'esnext', 'bundler', /dist\/(?!cjs)/],
]

// 4.1 is the oldest version that the READMEs name: template literal types are new there.
const compilers: readonly [version: string, ts: typeof current, consumers: readonly Consumer[]][] = [
  ['4.1', older('4.1'), [node]],
  ['4.6', older('4.6'), [node]],
  // A run takes one of them, `WHOLE=1` all.
  ['5.0', older('5.0'), oneOfEach('consumers', [node, ...consumers], () => 'consumer')],
  ['current', current, consumers],
]

describe.each(compilers)('the published types, with TypeScript %s', (version, ts, consumers) => {
  it('compile', () => {
    expect(ts.versionMajorMinor).toBe(version === 'current' ? current.versionMajorMinor : version)
  })

  it.each(consumers)(
    'compile in %s',
    (_, type, module, moduleResolution, folder) => {
      const { problems, declarations } = compile(ts, type, module, moduleResolution)
      expect(problems).toEqual([])
      expect(declarations.length).toBeGreaterThan(paths.length)
      expect(declarations.filter((name) => !folder.test(name))).toEqual([])
    },
    60_000,
  )
})

// Some older compilers require an annotation: `Part`.
it.each(consumers)(
  'a project can emit declarations of what it exports of the kit: %s',
  (_, type, module, how) => {
    const { program } = programOf(current, type, module, how, ['shared.ts'])
    const problems = program.getDeclarationDiagnostics(program.getSourceFile(join(folder, type, 'shared.ts')))
    expect(problems.map(({ messageText }) => messageText)).toEqual([])
  },
)

// @vitest-environment node
/**
 * Texts for developers are in the development build alone, and each program gets the right build; `npm run build`
 * comes first.
 */

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { methodNames } from '../../scripts/methods.mjs'
import { bundle } from '../../scripts/sizes.mjs'
import { commonCodes, methodCodes } from '../../src/failure/codes'
import { hintOf, officialTextOf, otherHints } from '../../src/failure/hints'
import { reasons } from '../../src/failure/reasons'
import type { Reason } from '../../src/index'
import {
  callChecks,
  dialogChecks,
  kitChecks,
  linkChecks,
  type OptionCheck,
  oauthChecks,
} from '../../src/options'
import type { CodeCatalogue } from '../../src/types/codes'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const ownCodes = methodCodes
  .ownCodes()
  .flatMap(([pattern, own]) =>
    methodNames
      .filter((method) => pattern.test(method))
      .flatMap((method) => Object.keys(own).map((code) => [method, code] as const)),
  )

/** All texts of the kit that only developers read. */
const own = (entry: CodeCatalogue[string] | undefined, code: string) =>
  (Object.keys(reasons()) as Reason[]).map((reason) => hintOf({ reason, code, entry }))
const hints = new Set([
  ...own(undefined, ''),
  ...Object.keys(commonCodes()).flatMap((code) => own({ ...commonCodes()[code] } as never, code)),
  ...ownCodes.map(([method, code]) =>
    hintOf({ reason: 'unknown', method, code, entry: { source: 'method' } }),
  ),
  ...(['destroyed', 'given up', 'replaced', 'malformed signal', 'fallback', 'no tap'] as const).map((cause) =>
    hintOf({ reason: 'aborted', cause }),
  ),
  hintOf({ reason: 'unknown', mayBePaid: true }).replace(hintOf({ reason: 'unknown' }), ''),
  otherHints.carried,
  otherHints.wentWell,
])
const officialTexts = Object.keys(commonCodes()).flatMap((code) => officialTextOf(code) || [])
const words = [kitChecks, callChecks, linkChecks, dialogChecks, oauthChecks(() => true, '')].flatMap(
  (checks) => Object.values<OptionCheck>(checks).flatMap((isGood) => isGood.words || []),
)

/** The text as a minified file has it: with its own quotes, and only ASCII. */
const spellings = (text: string) => [
  text,
  text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
]

describe('a text that only developers read', () => {
  // Inspectors bring the hints, and server-codes brings its texts.
  const files = readdirSync('dist').filter(
    (file) => /\.min\.js$/.test(file) && !/inspector|server-codes/.test(file),
  )
  const codeOf = new Map(files.map((file) => [file, readFileSync(`dist/${file}`, 'utf8')]))

  it('is known to this test in sufficient number', () => {
    expect([hints.size, officialTexts.length, words.length].map((count) => count > 1)).toEqual([
      true,
      true,
      true,
    ])
    expect(hints.size).toBeGreaterThan(50)
    const inDevelopment = readFileSync('dist/upsdk-kit.js', 'utf8')
    for (const hint of hints)
      expect(spellings(hint).some((text) => inDevelopment.includes(text.trim().slice(0, 40)))).toBe(true)
  })

  it.each([...files, 'core', 'helpers', 'open-in-app'])('is not in the production file %s', async (file) => {
    const modules: Record<string, string[]> = {
      core: ['createUpsdk', 'events', 'signedMode', 'scriptLoading', 'backendFailures', 'domPresenter'],
      helpers: ['readChunks', 'nfcAdapter'],
      'open-in-app': ['openInApp', 'openInWallet', 'walletLink', 'oauthLink'],
    }
    const code = codeOf.get(file) ?? (await bundle(file, modules[file] || []))
    const found = [...hints, ...officialTexts].filter((text) =>
      spellings(text).some((one) => code.includes(one)),
    )
    expect(found).toEqual([])
    const said = words.filter((text) => new RegExp(`["'\`]${text}["'\`]`).test(code))
    expect(said).toEqual([])
    expect(code).not.toContain(' must be ${')
  })
})

describe('a program gets the development or production build', () => {
  const run = (NODE_ENV: string | undefined, ...args: string[]) =>
    execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, NODE_ENV } }).trim()
  const required = (path: string) =>
    `console.log(require('module').createRequire(process.cwd() + '/package.json')('${path}').version)`

  it.each(['upsdk-kit', 'upsdk-kit/core'])('by NODE_ENV for a require of %s', (path) => {
    expect(run('production', '-e', required(path))).toBe(version)
    for (const other of ['development', 'test', ''])
      expect(run(other, '-e', required(path))).toBe(`${version}-dev`)
  })

  it('for production if require runs without a process', () => {
    const code = readFileSync('dist/cjs/index.env.js', 'utf8')
    const module = { exports: '' }
    new Function('module', 'require', 'process', code)(module, (path: string) => path, undefined)
    expect(module.exports).toBe('./index.js')
    new Function('module', 'require', 'process', code)(module, (path: string) => path, {})
    expect(module.exports).toBe('./index.js')
  })

  it('by the condition “development” for an import', () => {
    const code = `import { version } from 'upsdk-kit'; console.log(version)`
    expect(run('', '--input-type=module', '-e', code)).toBe(version)
    expect(run('', '--conditions=development', '--input-type=module', '-e', code)).toBe(`${version}-dev`)
  })
})

// @vitest-environment node

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { methodRows } from '../../scripts/methods.mjs'
import { usages } from '../support/realPages'
import { typeErrors } from '../support/snippets'

/** Methods of methods.tsv that are not calls: `gives` is empty for them. */
const NOT_CALLS = ['config', 'error', 'getNFCAdapter', 'pluginReady', 'ready']

const calls = methodRows.filter(({ method }) => !NOT_CALLS.includes(method))

/** The repository's root, with `/`. */
const ROOT = resolve('').replace(/\\/g, '/')

/** HCE and MTU have no document event: every call of `success` is one. */
const eventNames = methodRows.flatMap(({ event }) => event.split(' ').filter(Boolean))

interface Entry {
  docs: string
  params: ts.Type
  result: ts.Type
}

const typesOf = new Map<string, Entry>()
let checker: ts.TypeChecker
let upsdkType: ts.Type
let events: string[] = []

beforeAll(() => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const program = ts.createProgram(['src/public.ts'], options)
  checker = program.getTypeChecker()
  const file = program.getSourceFile('src/public.ts')
  const symbol = file && checker.getSymbolAtLocation(file)
  const exported = new Map(symbol && checker.getExportsOfModule(symbol).map((one) => [one.name, one]))
  const typeOf = (name: string) => {
    const alias = exported.get(name)
    if (!alias) throw new Error(`no ${name}`)
    return checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(alias))
  }
  upsdkType = typeOf('Upsdk')
  events = typeOf('UpsdkEvents')
    .getProperties()
    .map(({ name }) => name)
  for (const property of typeOf('UpsdkMethods').getProperties()) {
    const entry = checker.getTypeOfSymbol(property)
    const part = (name: string) => {
      const found = entry.getProperty(name)
      if (!found) throw new Error(`${property.name} has no ${name}`)
      return checker.getTypeOfSymbol(found)
    }
    const docs = ts.displayPartsToString(property.getDocumentationComment(checker))
    typesOf.set(property.name, { docs, params: part('params'), result: part('result') })
  }
})

const entryOf = (method: string): Entry => {
  const entry = typesOf.get(method)
  if (!entry) throw new Error(`${method} has no type`)
  return entry
}

describe('the map of methods', () => {
  it('has every call of the reference', () => {
    expect([...typesOf.keys()].sort()).toEqual(calls.map(({ method }) => method).sort())
  })

  it.each(calls.map((row) => [row.method, row] as const))(
    'has the reference’s result in type and docs of %s',
    (_, row) => {
      const { docs, result } = entryOf(row.method)
      const text = checker.typeToString(result, undefined, ts.TypeFormatFlags.NoTruncation)
      // Every call of `success` is an event of these two methods.
      const gives = ['onHCEMessage', 'onMtuChanged'].includes(row.method) ? 'nothing' : row.gives
      if (gives === 'nothing') expect(text).toBe('void')
      else if (gives === 'text') expect(text).toBe('string')
      else if (gives === 'raw') expect(text).toBe('unknown')
      else expect(result.flags & ts.TypeFlags.Object, text).toBeTruthy()
      expect(docs).toMatch(/^[A-Z][^\n]+\./)
      // Nothing can be said of an undocumented result.
      if (gives !== 'raw') expect(docs).toContain('Resolves')
      if (row.delivery.startsWith('none')) expect(docs).toContain('H11')
    },
  )

  it('has its documentation at the kit’s methods too', () => {
    for (const [method, { docs }] of typesOf) {
      const used = checker.getPropertyOfType(upsdkType, method)
      expect(ts.displayPartsToString(used?.getDocumentationComment(checker)), method).toBe(docs)
    }
  })

  it('has the handler as a parameter if the method registers an event', () => {
    for (const { method, delivery } of calls) {
      const handler = /^event through `(handler|callback)`/.exec(delivery)?.[1]
      if (!handler) continue
      const parts = entryOf(method).params
      const types = parts.isUnion() ? parts.types : [parts]
      expect(
        types.some((type) => checker.getPropertyOfType(type, handler)),
        method,
      ).toBe(true)
    }
  })
})

describe('the map of events', () => {
  it('has every event of the reference, and no other', () => {
    expect([...events].sort()).toEqual([...new Set(eventNames)].sort())
  })
})

/** The globals that the usages expect of their page. */
const USAGE_PAGE = {
  name: 'globals.d.ts',
  code: `
declare const upsdk: import('upsdk-kit').Upsdk & { [flagOrName: string]: any }
declare var cordova: { exec(...given: unknown[]): void; errorRetStatus?: unknown }
declare var waiting: boolean
declare var WebViewJavascriptBridge: { callHandler(...given: unknown[]): void }
interface Window { upsdk: typeof upsdk; cordova: unknown; WebViewJavascriptBridge: unknown }
declare function log(name: string, value?: unknown): void
declare function tap(name: string, run: () => void): void
declare function loadSdk(run: () => void): void
`,
}

describe('the published types', () => {
  it('accept every call of the pages that real developers wrote, under strict', () => {
    const scripts = usages.map(({ id, script }) => ({ name: `${id}.ts`, code: script }))
    // Old code has no annotations, and does other things beside its calls.
    const problems = typeErrors([...scripts, USAGE_PAGE], { noImplicitAny: false })
    const OWN =
      /^R2\.ts: Property '(toast|city|scan)' does not exist on type '{}'|^R13\.ts: Expected 2 arguments/
    // R18 asks for a method that the types have: such a page now asks `supports`.
    const ASKS = /^R18\.ts: This condition will always return true/
    expect(problems.filter((problem) => !OWN.test(problem) && !ASKS.test(problem))).toEqual([])
  })

  it('accept the commonest public example, which passes on the text of a failure', () => {
    const code = `
import { createUpsdk } from 'upsdk-kit'
const upsdk = createUpsdk()
upsdk.scanQRCode({ success: (text) => text.trim(), fail: (err) => upsdk.showFlashInfo({ msg: err.msg }) })
upsdk.pay({ tn: '1', fail(err) { upsdk.showFlashInfo({ msg: err.errmsg }) } })
// @ts-expect-error a toast without its text
upsdk.showFlashInfo({})
`
    expect(typeErrors([{ name: 'example.ts', code }])).toEqual([])
  })

  it.each(['vue', 'react'])('of the adapter for %s go by the method’s name', (framework) => {
    const value = framework === 'vue' ? 'data.value' : 'data'
    const code = `
import { useUpsdkCall, useUpsdkEvent } from 'upsdk-kit/${framework}'
const { data, execute, run } = useUpsdkCall('appletAuth')
const code: string | undefined = ${value}?.code
const { code: given } = await execute(undefined, { timeout: 1 })
run()
useUpsdkCall('pay').run({ tn: '1' })
const onClick: (event: MouseEvent) => void = run
onClick(new MouseEvent('click'))
// @ts-expect-error a tap has no tn
const onPay: (event: MouseEvent) => void = useUpsdkCall('pay').run
useUpsdkEvent('rightbtnclick', (fields) => void fields.n, { title: 'Share' })
useUpsdkEvent('screenShotAction', () => {})
show(code, given)
// @ts-expect-error tn is missing
useUpsdkCall('pay').execute()
// @ts-expect-error no such method
useUpsdkCall('scanQrcode')
// @ts-expect-error neither title nor image
useUpsdkEvent('rightbtnclick', () => {})
`
    expect(typeErrors([{ name: `${framework}.ts`, code }])).toEqual([])
  })

  // The plug-in imports no types of Vite, and must fit those of each version.
  it.each([
    ['8', {}],
    ['5', { vite: ['./test/frameworks/node_modules/vite'] }],
  ])('of the Vite plug-in fit those of Vite %s', (_major, paths) => {
    const code = `
import type { Plugin } from 'vite'
import upsdkKit from 'upsdk-kit/vite'
export const plugins: Plugin[] = [upsdkKit(), upsdkKit({ simulator: false })]
// @ts-expect-error no such option
upsdkKit({ wallet: true })
`
    expect(typeErrors([{ name: 'vite.config.ts', code }], { paths, types: ['node'] })).toEqual([])
  })

  it('accept undefined for what may be left out, under exactOptionalPropertyTypes too', () => {
    const snippets = ['valid', 'invalid'].map((name) => ({
      name: `${name}.ts`,
      code: readFileSync(`test/types/${name}.ts`, 'utf8').replace(/'\.\.\/\.\.\//g, `'${ROOT}/`),
    }))
    expect(typeErrors(snippets, { exactOptionalPropertyTypes: true })).toEqual([])
  })
})

/** Whether the code has an `any`. Prose may have the word. */
const hasAny = (node: ts.Node): boolean =>
  node.kind === ts.SyntaxKind.AnyKeyword || ts.forEachChild(node, hasAny) === true

describe('each source file', () => {
  const files = ['src/types'].flatMap((room) => readdirSync(room).map((name) => `${room}/${name}`))

  it.each(files)('%s is short, and has no any', (name) => {
    const text = readFileSync(name, 'utf8')
    expect(text.split('\n').length).toBeLessThan(250)
    expect(hasAny(ts.createSourceFile(name, text, ts.ScriptTarget.Latest))).toBe(false)
  })
})

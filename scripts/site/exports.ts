/** Reads what each import path exports, with declarations, with the TypeScript compiler. */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import ts from 'typescript'
import { entries as sources } from '../../config/entries.js'

export interface Entry {
  /** The import path: upsdk-kit/helpers. */
  name: string
  exports: readonly { name: string; doc: string; declaration: string }[]
}

const paths: readonly string[] = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).exports)
const sourceOf = (path: string): string => sources[path === '.' ? 'index' : path.slice(2)]?.source || ''
const entries = paths.filter((path) => sourceOf(path))

const program = ts.createProgram(entries.map(sourceOf), {
  target: ts.ScriptTarget.ES2017,
  lib: ['lib.es2017.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
})
const checker = program.getTypeChecker()

/** Gets the declaration of a type as in the sources, or the type of a value. */
function declarationOf(symbol: ts.Symbol): string {
  const [declaration] = symbol.declarations ?? []
  if (!declaration) return ''
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration))
    return declaration.getText().replace(/^export /, '')
  const type = checker.typeToString(
    checker.getTypeOfSymbol(symbol),
    undefined,
    ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType,
  )
  return `${ts.isClassDeclaration(declaration) ? 'class' : 'const'} ${symbol.name}: ${type}`
}

/** Reads all entries. Re-exports are listed only in their own entry. */
export function readEntries(): Entry[] {
  return entries.map((path) => {
    const source = program.getSourceFile(sourceOf(path))
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`${path} exports nothing`)
    const exports = checker.getExportsOfModule(module).map((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      const doc = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()
      return { name: exported.name, doc, declaration: declarationOf(symbol) }
    })
    return { name: relative('.', `upsdk-kit/${path}`).replace(/^.*?upsdk-kit/, 'upsdk-kit'), exports }
  })
}

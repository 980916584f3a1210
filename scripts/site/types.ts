/** Reads the docs and types of methods and fallbacks with the TypeScript compiler. */
import { basename } from 'node:path'
import ts from 'typescript'

export interface Parameter {
  name: string
  type: string
  optional: boolean
  doc: string
  /** A sample value that compiles, as JSON. */
  sample: unknown
  /** Whether it is required; in a union, by its first member. */
  isNeeded: boolean
}

export interface TypedMethod {
  domain: string
  doc: string
  /** The parameters as written in the types. */
  params: string
  result: string
  parameters: readonly Parameter[]
  /** Whether its parameters are undocumented. */
  isUndocumented: boolean
}

const program = ts.createProgram(['src/types/methods.ts', 'src/fallbacks.ts'], {
  target: ts.ScriptTarget.ES2017,
  lib: ['lib.es2017.d.ts', 'lib.dom.d.ts'],
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
  strict: true,
  noEmit: true,
  types: [],
})
const checker = program.getTypeChecker()
const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType

const docOf = (symbol: ts.Symbol): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()

/** Reads the `@param` lines of a symbol. */
function paramDocs(symbol: ts.Symbol): ReadonlyMap<string, string> {
  const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === 'param')
  return new Map(
    tags.flatMap(({ text }) => {
      // A line such as `longitude, latitude degrees` is for both names.
      const [, names = '', doc = ''] =
        /^(\w+(?:\s*,\s*\w+)*)\s*([\s\S]*)$/.exec(ts.displayPartsToString(text)) ?? []
      const words = doc.replace(/\s+/g, ' ').replace(/^-\s*/, '')
      return names.split(/\s*,\s*/).map((name) => [name, words] as const)
    }),
  )
}

/** Lists the exported symbols of a module. */
function exportsOf(file: string): ts.Symbol[] {
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} exports nothing`)
  return checker.getExportsOfModule(module)
}

/** Values that look like those of a page, for parameters whose type says little. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  tn: '201811290000001',
  transNo: '201811290000001',
  url: 'https://shop.example/order',
  title: 'Order',
  msg: 'Saved',
  maxSize: '1048576',
  bufferSize: '65536',
  fromOffset: '0',
  maxTime: '60',
  longitude: '121.4737',
  latitude: '31.2304',
  name: 'People’s Square',
  address: 'Huangpu, Shanghai',
  sLon: '121.4737',
  sLat: '31.2304',
  sName: 'People’s Square',
  dLon: '121.4998',
  dLat: '31.2397',
  dName: 'Lujiazui',
  brightness: '0.5',
  key: 'address',
  value: 'Shanghai',
}

function sampleOf(name: string, type: ts.Type): unknown {
  const own = SAMPLES[name]
  if (own !== undefined) return own
  const one = type.isUnion()
    ? (type.types.find((part) => part.isLiteral()) ??
      type.types.find((part) => !(part.flags & ts.TypeFlags.Undefined)) ??
      type)
    : type
  if (one.isLiteral()) return one.value
  if (one.flags & ts.TypeFlags.StringLike) return '1'
  if (one.flags & ts.TypeFlags.NumberLike) return 1
  if (one.flags & ts.TypeFlags.BooleanLike) return true
  if (checker.isArrayType(one)) return []
  return {}
}

function parametersOf(type: ts.Type, docs: ReadonlyMap<string, string>): Parameter[] {
  const plain = checker.getNonNullableType(type)
  // In a union, only objects count: if a text may replace the object, it has properties of its own.
  const parts = (plain.isUnion() ? plain.types : [plain]).filter(
    ({ flags }) => flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection),
  )
  const found = new Map<string, Parameter>()
  for (const part of parts)
    for (const symbol of part.getProperties()) {
      const { name } = symbol
      if (found.has(name)) continue
      const own = checker.getTypeOfSymbol(symbol)
      const optional = Boolean(symbol.flags & ts.SymbolFlags.Optional) || parts.length > 1
      const shown = optional ? checker.getNonNullableType(own) : own
      const type = checker.typeToString(shown, undefined, FLAGS)
      found.set(name, {
        name,
        type,
        optional,
        doc: docOf(symbol) || docs.get(name) || '',
        sample: sampleOf(name, own),
        isNeeded: part === parts[0] && !(symbol.flags & ts.SymbolFlags.Optional),
      })
    }
  // Parameters that only have a `@param` line: a second spelling, an undocumented field.
  for (const [name, doc] of docs)
    if (!found.has(name))
      found.set(name, { name, type: '', optional: true, doc, sample: '', isNeeded: false })
  return [...found.values()]
}

/** Gets a declaration's two type arguments, without the indentation of their file. */
function spelling(symbol: ts.Symbol): string {
  const [declaration] = symbol.declarations ?? []
  const type = declaration && ts.isPropertySignature(declaration) ? declaration.type : undefined
  return (type?.getText() ?? '').replace(/\n {2}/g, '\n')
}

function readMethod(symbol: ts.Symbol): TypedMethod {
  const type = checker.getTypeOfSymbol(symbol)
  const member = (name: string): ts.Type => {
    const found = type.getProperty(name)
    if (!found) throw new Error(`${symbol.name} has no ${name}`)
    return checker.getTypeOfSymbol(found)
  }
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? ''
  const params = member('params')
  return {
    domain: basename(file, '.ts'),
    doc: docOf(symbol),
    // `?` says that it may be undefined.
    params: checker.typeToString(params, undefined, FLAGS).replace(/(\?: [^;{}]+?) \| undefined;/g, '$1;'),
    result: checker.typeToString(member('result'), undefined, FLAGS),
    parameters: parametersOf(params, paramDocs(symbol)),
    isUndocumented: /^Undocumented/.test(spelling(symbol)),
  }
}

/** Reads all methods from the types. */
export function readMethods(): ReadonlyMap<string, TypedMethod> {
  const methods = exportsOf('src/types/methods.ts').find(({ name }) => name === 'UpsdkMethods')
  if (!methods) throw new Error('no UpsdkMethods')
  const type = checker.getDeclaredTypeOfSymbol(methods)
  return new Map(type.getProperties().map((symbol) => [symbol.name, readMethod(symbol)]))
}

/** Reads all fallbacks with their docstrings. */
export function readFallbacks(): ReadonlyMap<string, string> {
  const resolve = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  return new Map(exportsOf('src/fallbacks.ts').map((symbol) => [symbol.name, docOf(resolve(symbol))]))
}

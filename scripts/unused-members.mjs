/**
 * Finds members of the wallet's interfaces that nothing reads: a text, a fact or a function that was left over. knip
 * finds exports alone. What leaves the program (a page's own types, JSON, the browser's) is in `READ_ELSEWHERE`.
 */
import { relative } from 'node:path'
import ts from 'typescript'

/** Interfaces with members that are read outside these sources, with who reads them. */
const READ_ELSEWHERE = {
  Simulator: 'a project',
  Wallet: 'a test of a project',
  WalletFixtures: 'Playwright',
  WalletClient: 'a test, by its name in the window',
  ClientOfStandIn: 'a script of `standIn.ts`, in the page',
  UpsdkKitPlugin: 'Vite',
  WalletServer: 'tests, and who embeds the command',
  Authorization: 'the sheet, which shows all parameters',
  Report: 'whoever gets the report',
  LiveResult: 'the site, by a message',
  FirstTexts: 'createFirstCode, by a type of its own',
  UsedTexts: 'tests, which put the functions back',
  KeptConfig: 'sdk.ts, by a type of its own',
}

const config = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.json',
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} },
)
const program = ts.createProgram(config.fileNames, config.options)
const checker = program.getTypeChecker()
const isOurs = (file) => /^(wallet|demo|field|site)\//.test(relative('.', file.fileName))
const isSource = (file) => /^(wallet|demo|field|site|src)\//.test(relative('.', file.fileName))

/** The members of interfaces, by their declaration. */
const members = new Map()
const used = new Set()

function use(symbol) {
  for (const one of symbol ? checker.getRootSymbols(symbol) : [])
    for (const declaration of one.declarations || []) used.add(declaration)
}

/** All members of a type are read, as its keys are. */
const useAll = (type) => {
  for (const property of type.getProperties()) use(property)
}

function visit(node, file) {
  if (ts.isInterfaceDeclaration(node) && isOurs(file))
    for (const member of READ_ELSEWHERE[node.name.text] ? [] : node.members)
      if (member.name)
        members.set(member, `${relative('.', file.fileName)}: ${node.name.text}.${member.name.getText()}`)
  if (ts.isPropertyAccessExpression(node)) use(checker.getSymbolAtLocation(node.name))
  else if (ts.isElementAccessExpression(node)) {
    const type = checker.getTypeAtLocation(node.expression)
    const key = checker.getTypeAtLocation(node.argumentExpression)
    for (const one of key.isUnion() ? key.types : [key])
      if (one.isStringLiteral()) use(type.getProperty(one.value))
  } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName || node.name
    if (ts.isIdentifier(name)) use(checker.getTypeAtLocation(node.parent).getProperty(name.text))
    if (node.dotDotDotToken) useAll(checker.getTypeAtLocation(node.parent))
  } else if (ts.isSpreadAssignment(node)) {
    // A copy of the same type reads nothing.
    const kept = checker.getContextualType(node.parent)
    for (const property of checker.getTypeAtLocation(node.expression).getProperties())
      if (kept?.getProperty(property.name)?.valueDeclaration !== property.valueDeclaration) use(property)
  }
  ts.forEachChild(node, (child) => visit(child, file))
}
for (const file of program.getSourceFiles()) if (isSource(file)) visit(file, file)
const found = [...members].filter(([declaration]) => !used.has(declaration))
for (const [, name] of found) console.error(`${name} is read by nothing.`)
process.exitCode = found.length ? 1 : 0

// @vitest-environment node
/** What `npm run lint:compat` looks at; what ESLint finds there is tried by scripts/lint-finds.mjs, which is part of it. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Stands for any file of the sources. */
const FILE = 'src/window.ts'

describe('the lint against newer APIs', () => {
  it('is part of npm run lint, for all sources, with what tries it', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(scripts.lint).toContain('npm run lint:compat')
    expect(scripts['lint:compat']).toBe(
      'tsc -p tsconfig.es2017.json && eslint src && node scripts/lint-finds.mjs',
    )
  })
})

describe('the types that the sources are checked against', () => {
  const { config } = ts.readConfigFile('tsconfig.es2017.json', ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, '.')

  it('know what ES2017 does', () => {
    const lines = {
      '[1].flat()': 'flat',
      '[1].at(0)': 'at',
      "'a'.replaceAll('a', 'b')": 'replaceAll',
      'Promise.resolve().finally(() => {})': 'finally',
      'Promise.allSettled([])': 'allSettled',
      'Object.fromEntries([])': 'fromEntries',
    }
    const text = ["'a'.padStart(2)", ...Object.keys(lines)].map((line) => `;${line}`).join('\n')
    const host = ts.createCompilerHost(options)
    const { getSourceFile } = host
    host.getSourceFile = (name, ...rest) =>
      name.endsWith(FILE)
        ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2017)
        : getSourceFile(name, ...rest)
    const program = ts.createProgram([FILE], options, host)
    const found = program
      .getSemanticDiagnostics(program.getSourceFile(FILE))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(found).toEqual(
      Object.values(lines).map((name) => expect.stringContaining(`Property '${name}' does not exist`)),
    )
  }, 30_000)

  it('are for every file', () => {
    expect(fileNames).toEqual(expect.arrayContaining([expect.stringContaining('src/index.ts')]))
    expect(fileNames.filter((name) => !name.includes('src/'))).toEqual([])
  })
})

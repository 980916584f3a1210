// @vitest-environment node
/** Every imported package is declared. One that only another package brings would disappear with it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.([cm]?[jt]s|[jt]sx|vue)$/.test(file) && existsSync(file))
  // These files run in folders of their own, with the packages that test/install/projects.mjs names.
  .filter((file) => !/^test\/install\/(project|pages)\//.test(file))

/** The names that the package.json of a folder and of those around it declare, as Node looks for them. */
function declaredIn(folder: string): Set<string> {
  const names = new Set(folder === '.' ? [] : declaredIn(dirname(folder)))
  const path = join(folder, 'package.json')
  if (!existsSync(path)) return names
  const json = JSON.parse(readFileSync(path, 'utf8'))
  names.add(json.name)
  for (const kind of ['dependencies', 'devDependencies', 'peerDependencies'])
    for (const name of Object.keys(json[kind] || {})) names.add(name)
  return names
}

/** The packages that a file imports or requires. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const code = file.endsWith('.vue') ? (/<script[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '') : text
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !/^[./]/.test(name) && !isBuiltin(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
}

it('every package that is imported is declared by the package.json that owns the file', () => {
  expect(files.length).toBeGreaterThan(300)
  const undeclared = files.flatMap((file) => {
    const declared = declaredIn(dirname(file))
    return importsOf(file)
      .filter((name) => !declared.has(name))
      .map((name) => `${file}: ${name}`)
  })
  expect(undeclared).toEqual([])
})

/** Measures what the kit adds to a project's build: builds it again with an empty package instead. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'

/** The names that a module exports. */
const exportsOf = (code) =>
  parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
    .body.filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ specifiers, declaration }) => [
      ...specifiers.map(({ exported }) => exported.name),
      ...(declaration?.declarations || []).map(({ id }) => id.name),
      ...(declaration?.id ? [declaration.id.name] : []),
    ])

/** No bundler can tell what it is, so what the page does with it stays. */
const emptied = (code) =>
  exportsOf(code)
    .map((name) =>
      name === 'default'
        ? 'export default window.kit'
        : `export const ${name} = /*#__PURE__*/ window.kit("${name}")`,
    )
    .join('\n')

/** Runs `work` while each module of the installed kit gives its names and has no code. */
export async function withoutKit(project, work) {
  const dist = join(project, 'node_modules/upsdk-kit/dist')
  const kept = join(project, 'kept')
  cpSync(dist, kept, { recursive: true })
  try {
    for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
      if (/^(locales\/)?[\w-]+\.js$/.test(file))
        writeFileSync(join(dist, file), emptied(readFileSync(join(dist, file), 'utf8')))
    return await work()
  } finally {
    rmSync(dist, { recursive: true })
    cpSync(kept, dist, { recursive: true })
    rmSync(kept, { recursive: true })
  }
}

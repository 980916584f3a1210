/**
 * Makes a folder with a package.json for each import path, for tools that do not read `exports`: webpack 4 (Vue CLI 4,
 * uni-app with Vue 2), Jest before 28, ESLint's resolver. Only the tarball has them: `prepack` writes them, `postpack`
 * removes them.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { exports, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The package.json files, by path in the package. */
export const subpaths = Object.fromEntries(
  Object.entries(exports)
    .filter(([path, conditions]) => path !== '.' && conditions.require)
    .map(([path, { import: esm, require }]) => {
      const from = (file) => posix.relative(path, file)
      // webpack 4 tree-shakes only `module`, which Vite 2 reads too, so it names the production build. `dev` is empty
      // there, so webpack 4 has to use its `main`; `jsnext:main` is for Vite 2 only.
      const field = path === './dev' ? 'jsnext:main' : 'module'
      return [
        `${path.slice(2)}/package.json`,
        // TypeScript before 4.7 does not read `.d.cts`.
        { main: from(require.default), [field]: from(esm.default), types: from(esm.types) },
      ]
    }),
)

function writeTo(place) {
  for (const [file, content] of Object.entries(subpaths)) {
    mkdirSync(join(place, dirname(file)), { recursive: true })
    writeFileSync(join(place, file), `${JSON.stringify(content, null, 2)}\n`)
  }
}

/** Removes the folders, but never one with other files in it. */
function remove() {
  for (const file of Object.keys(subpaths)) rmSync(join(root, file), { force: true })
  for (const file of Object.keys(subpaths)) {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      const path = join(root, folder)
      if (existsSync(path) && !readdirSync(path).length) rmdirSync(path)
    }
  }
}

/** Packs the build, as `npm pack` does after building. It packs a copy, since others may pack at the same time. */
export function pack(destination) {
  const copy = mkdtempSync(join(tmpdir(), 'upsdk-kit-pack-'))
  try {
    const folders = new Set(files.map((file) => file.replace(/^!?([^/]+).*$/, '$1')))
    for (const entry of readdirSync(root, { withFileTypes: true }))
      if (entry.isFile() || folders.has(entry.name))
        cpSync(join(root, entry.name), join(copy, entry.name), { recursive: true })
    writeTo(copy)
    const options = ['--json', '--ignore-scripts', '--pack-destination', destination]
    const [packed] = JSON.parse(execFileSync('npm', ['pack', ...options], { cwd: copy, encoding: 'utf8' }))
    return { file: join(destination, packed.filename), files: packed.files.map(({ path }) => path) }
  } finally {
    rmSync(copy, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.argv[2] === '--remove' ? remove() : writeTo(root)

/** `npm run size -- --rooms`: which room, and which file of it, the bytes of the whole kit and of `core` come from. */
import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import terser from '@rollup/plugin-terser'
import { rollup } from 'rollup'
import { terserOptions } from '../rollup.config.js'
import { gzipped } from './sizes.mjs'

const DIST = new URL('../dist/', import.meta.url)
const withoutComment = (code) => code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '')
const mapOf = (file) => JSON.parse(readFileSync(`${file}.map`, 'utf8'))

/** A page that imports `createUpsdk` of `core` and nothing else, with the way back to the sources. */
async function core() {
  const load = (file) =>
    file === 'entry'
      ? `import { createUpsdk } from '${fileURLToPath(new URL('core.js', DIST))}'\nglobalThis.kit = createUpsdk`
      : { code: withoutComment(readFileSync(file, 'utf8')), map: mapOf(file) }
  const entry = { name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load }
  const built = await rollup({ input: 'entry', plugins: [entry] })
  const { output } = await built.generate({ format: 'es', sourcemap: true, plugins: [terser(terserOptions)] })
  return { code: withoutComment(output[0].code), map: output[0].map }
}

function whole() {
  const file = fileURLToPath(new URL('upsdk-kit.min.js', DIST))
  return { code: withoutComment(readFileSync(file, 'utf8')), map: mapOf(file) }
}

/** The source of each character. */
function sourcesOf({ code, map }) {
  const sources = new SourceMap(map)
  return code.split('\n').flatMap((line, row) => [
    ...Array.from(line, (_, column) => {
      const { originalSource } = sources.findEntry(row, column)
      return (originalSource || 'src/build').replace(/^.*src\//, '')
    }),
    'build',
  ])
}

/** What a group weighs: its characters, and how much smaller the file would be without them, gzipped. */
function table({ code, map }, groupOf) {
  const groups = sourcesOf({ code, map }).map(groupOf)
  const total = gzipped(code)
  return [...new Set(groups)]
    .map((group) => {
      const rest = Array.from(code).filter((_, index) => groups[index] !== group)
      return { group, characters: code.length - rest.length, bytes: total - gzipped(rest.join('')) }
    })
    .sort((a, b) => b.bytes - a.bytes)
}

const roomOf = (file) => (/^show\/dom\//.test(file) ? 'show/dom' : file.split('/')[0])

export async function printRooms() {
  for (const [name, built] of [
    ['upsdk-kit.min.js', whole()],
    ['core#createUpsdk', await core()],
  ]) {
    const rooms = table(built, roomOf)
    const shared = gzipped(built.code) - rooms.reduce((sum, { bytes }) => sum + bytes, 0)
    console.log(`\n${name}: ${gzipped(built.code)} B, of which ${shared} B are what rooms have in common`)
    for (const { group, characters, bytes } of rooms) print(group, characters, bytes)
    console.log('its files')
    for (const { group, characters, bytes } of table(built, (file) => file)) print(group, characters, bytes)
  }
}

const print = (name, characters, bytes) =>
  console.log(
    `  ${name.padEnd(28)} ${String(characters).padStart(6)} minified ${String(bytes).padStart(6)} B`,
  )

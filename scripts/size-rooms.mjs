/** `npm run size -- --rooms`: shows which rooms and files the bytes of the whole kit and of `core` come from. */
import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const DIST = new URL('../dist/', import.meta.url)
const CORE = "import { createUpsdk } from '/dist/core.js'\nglobalThis.kit = createUpsdk"
const withoutComment = (code) => code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '')

function whole() {
  const file = fileURLToPath(new URL('upsdk-kit.min.js', DIST))
  return { code: readFileSync(file, 'utf8'), map: JSON.parse(readFileSync(`${file}.map`, 'utf8')) }
}

/** Finds the source of each character. */
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

/** Makes the table of groups: characters, and how much smaller the gzipped file would be without them. */
function table(code, groups, total, gzipped) {
  return [...new Set(groups)]
    .map((group) => {
      const rest = Array.from(code).filter((_, index) => groups[index] !== group)
      return { group, characters: code.length - rest.length, bytes: total - gzipped(rest.join('')) }
    })
    .sort((a, b) => b.bytes - a.bytes)
}

const roomOf = (file) => (/^show\/dom\//.test(file) ? 'show/dom' : file.split('/')[0])

/** @param sizes the functions of `sizes.mjs` that build and measure */
export async function printRooms({ buildPage, gzipped }) {
  for (const [name, { code: built, map }] of [
    ['upsdk-kit.min.js', whole()],
    ['core#createUpsdk', await buildPage(CORE, { withMap: true })],
  ]) {
    const code = withoutComment(built)
    const files = sourcesOf({ code, map })
    const total = gzipped(code)
    const rooms = table(code, files.map(roomOf), total, gzipped)
    const shared = total - rooms.reduce((sum, { bytes }) => sum + bytes, 0)
    console.log(`\n${name}: ${total} B, of which ${shared} B are what rooms have in common`)
    rooms.forEach(print)
    console.log('its files')
    table(code, files, total, gzipped).forEach(print)
  }
}

const print = ({ group, characters, bytes }) =>
  console.log(
    `  ${group.padEnd(28)} ${String(characters).padStart(6)} minified ${String(bytes).padStart(6)} B`,
  )

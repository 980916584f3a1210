/**
 * `npm run claim -- github:owner/name`: puts the repository's address into package.json, the only place that has it.
 * The command line and the checks of a release read it there. `--author "Name"` sets a name other than the owner's.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** The placeholder until someone claims the repository. */
export const NOBODY = 'OWNER'

const USAGE = 'npm run claim -- github:owner/name [--author "Name"] [--homepage https://…]'
/** Matches an owner and a repository on GitHub. */
const PLACE = /^github:([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))\/([A-Za-z0-9._-]{1,100})$/

/** Fills in the fields of package.json for an owner and a repository. */
export function claimed(manifest, place, { author, homepage } = {}) {
  const [, owner, name] = PLACE.exec(place ?? '') ?? []
  if (!owner || owner === NOBODY) throw new Error(`Which repository? ${USAGE}`)
  if (homepage && !/^https:\/\/\S+$/.test(homepage)) throw new Error(`No address with https: ${homepage}`)
  const page = `https://github.com/${owner}/${name}`
  return {
    ...manifest,
    author: author ?? owner,
    homepage: homepage ?? `https://${owner.toLowerCase()}.github.io/${name}/`,
    bugs: { url: `${page}/issues` },
    repository: { type: 'git', url: `git+${page}.git` },
  }
}

/** Has someone claimed the repository? */
export const isClaimed = ({ author, homepage, bugs, repository }) =>
  !JSON.stringify([author, homepage, bugs, repository]).includes(NOBODY)

function main() {
  const file = new URL('../package.json', import.meta.url)
  const options = { author: { type: 'string' }, homepage: { type: 'string' } }
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const manifest = claimed(JSON.parse(readFileSync(file, 'utf8')), positionals[0], values)
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
  for (const [what, address] of [
    ['repository', manifest.repository.url],
    ['issues', manifest.bugs.url],
    ['site', manifest.homepage],
    ['author', manifest.author],
  ])
    console.log(`${what}: ${address}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 2
  }
}

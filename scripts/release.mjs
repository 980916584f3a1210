/**
 * `npm run release`: checks that this version can be published, and puts its attachments into `release/`: the tarball,
 * the files for script tags with their hashes, and the field test. `--check` only checks, as `npm publish` does first.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isClaimed } from './claim.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = 'release'
/** Texts of READMEs and guides until the package is on npm. */
export const NOT_THERE = [
  ['README.md', /not yet on npm|Once 0\.1\.0 is published/],
  ['README.zh-CN.md', /尚未发布到 npm|0\.1\.0 发布之后/],
  ['docs/getting-started.md', /is not on npm yet/],
  ['docs/zh/getting-started.md', /还没有发布到 npm/],
  ['docs/wallet.md', /Until it is on npm/],
  ['docs/zh/wallet.md', /还没有发布到 npm/],
  ['docs/old-page.md', /until there is one/],
  ['docs/zh/old-page.md', /发布之前，在/],
]

/** Gets the changelog's section about a version, without its heading. */
export function notesOf(changelog, version) {
  const [, ...parts] = changelog.split(/^## /m)
  const part = parts.find((text) => text.startsWith(`${version} `) || text.startsWith(`${version}\n`))
  return part?.replace(/^.*\n/, '').trim()
}

/**
 * Lists what keeps this version from being published; empty if nothing does.
 *
 * @param {{ manifest: any, tag?: string, changelog: string, read: (file: string) => string }} what
 */
export function whatIsMissing({ manifest, tag, changelog, read }) {
  const missing = []
  if (!isClaimed(manifest)) missing.push('No repository: npm run claim -- github:owner/name')
  if (tag && tag !== `v${manifest.version}`)
    missing.push(`The tag ${tag} is not that of version ${manifest.version}: npm version writes both.`)
  if (!notesOf(changelog, manifest.version))
    missing.push(`CHANGELOG.md has nothing under “## ${manifest.version}”.`)
  if (changelog.includes(`## ${manifest.version} (not published yet)`))
    missing.push(`CHANGELOG.md: write the day after “## ${manifest.version}”.`)
  for (const [file, words] of NOT_THERE)
    if (words.test(read(file))) missing.push(`${file} still says that the package is not on npm.`)
  return missing
}

const npm = (...args) =>
  execFileSync('npm', args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  })

function main() {
  process.chdir(root)
  const read = (file) => readFileSync(file, 'utf8')
  const manifest = JSON.parse(read('package.json'))
  const changelog = read('CHANGELOG.md')
  const tag = process.env.GITHUB_REF_TYPE === 'tag' ? process.env.GITHUB_REF_NAME : undefined
  const missing = whatIsMissing({ manifest, tag, changelog, read })
  if (missing.length) {
    console.error(missing.join('\n'))
    // `--anyway` shows what would be attached before anything can be published.
    if (!process.argv.includes('--anyway')) {
      process.exitCode = 1
      return
    }
  }
  if (process.argv.includes('--check')) return
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER)
  npm('pack', '--pack-destination', FOLDER)
  for (const name of readdirSync('dist'))
    if (/^upsdk-kit\..*js(\.map)?$|^integrity\.json$/.test(name))
      cpSync(join('dist', name), join(FOLDER, name))
  if (existsSync('dist/wallet.mjs')) cpSync('dist/wallet.mjs', join(FOLDER, 'wallet.mjs'))
  npm('run', 'field')
  cpSync('field/dist/upsdk-field-test.html', join(FOLDER, 'upsdk-field-test.html'))
  cpSync('LICENSE', join(FOLDER, 'LICENSE'))
  writeFileSync(join(FOLDER, 'NOTES.md'), `${notesOf(changelog, manifest.version) ?? ''}\n`)
  console.log(readdirSync(FOLDER).sort().join('\n'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()

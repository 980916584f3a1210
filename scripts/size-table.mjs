/** `npm run size -- --against <commit>`: shows what a change costs a page. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** Runs a command in a folder. Its output is not part of the table. */
const run = (cwd, command, ...args) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })

/** Where the budgets stood before the table of entries had them. */
const FORMER = 'scripts/budgets.json'

async function budgetsOf(worktree) {
  const former = join(worktree, FORMER)
  if (existsSync(former)) return JSON.parse(readFileSync(former, 'utf8'))
  return (await import(pathToFileURL(join(worktree, 'config/entries.js')).href)).budgets
}

/**
 * Builds a commit and measures the parts that it has a budget for, as today's are measured.
 *
 * @param measure the function of sizes.mjs
 */
export async function sizesAt(ref, measure) {
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).trim()
  const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-size-'))
  const worktree = join(folder, 'worktree')
  try {
    git('worktree', 'add', '--quiet', '--detach', worktree, commit)
    const lock = (place) => readFileSync(join(place, 'package-lock.json'), 'utf8')
    // With other packages, the same sources may have another size.
    if (lock(worktree) === lock(root))
      symlinkSync(join(root, 'node_modules'), join(worktree, 'node_modules'), 'junction')
    else run(worktree, 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund')
    run(worktree, process.execPath, 'node_modules/rollup/dist/bin/rollup', '-c', '--silent')
    return await measure(Object.keys(await budgetsOf(worktree)), pathToFileURL(join(worktree, 'dist/')))
  } finally {
    if (existsSync(worktree)) git('worktree', 'remove', '--force', worktree)
    rmSync(folder, { recursive: true, force: true })
  }
}

const signed = (bytes) => (bytes > 0 ? `+${bytes}` : bytes < 0 ? `−${-bytes}` : '0')

function difference(now, before) {
  if (before === undefined) return 'new'
  if (now === undefined) return 'gone'
  return now === before
    ? '0'
    : `${signed(now - before)} (${signed(Math.round(((now - before) / before) * 1000) / 10)} %)`
}

/** Makes a Markdown table of bytes, minified and gzipped. */
export function table(now, before, budgets) {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])]
  const rows = names.map(
    (name) =>
      `| \`${name}\` | ${before[name] ?? ''} | ${now[name] ?? ''} | ${difference(now[name], before[name])} | ${budgets[name] ?? ''} |`,
  )
  const head = '| part | before, B | now, B | difference | budget, B |\n| --- | ---: | ---: | ---: | ---: |'
  return `${head}\n${rows.join('\n')}`
}

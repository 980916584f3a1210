/**
 * Instructions of a start, as callgrind counts them over `node --single-threaded`: they do not depend on what else the
 * machine does, and come out the same within 0.1 million. What Node needs to start and to end is not in them.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const START = fileURLToPath(new URL('start.cjs', import.meta.url))

/** The steps, in the order in which start.cjs makes them. */
export const STEPS = ['compile', 'script', 'create', 'call']

/** Why it cannot be counted here. Undefined if it can. */
export const whyNoInstructions = () =>
  spawnSync('valgrind', ['--version']).status === 0 ? undefined : 'valgrind is not installed'

/** Millions of instructions by step. Undefined for a contender that does not run over a stub of a window. */
export function instructions(start) {
  const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-bench-'))
  const out = join(folder, 'callgrind')
  try {
    writeFileSync(join(folder, 'start.json'), JSON.stringify(start))
    const tool = ['--tool=callgrind', `--callgrind-out-file=${out}`, '--dump-before=uv_loadavg']
    const node = [process.execPath, '--single-threaded', START, join(folder, 'start.json')]
    execFileSync('valgrind', [...tool, ...node], { stdio: 'ignore' })
    // The first dump is all that came before.
    return STEPS.map((_, index) => {
      const [, count] = /^(?:totals|summary): (\d+)/m.exec(readFileSync(`${out}.${index + 2}`, 'utf8'))
      return Number(count) / 1e6
    })
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

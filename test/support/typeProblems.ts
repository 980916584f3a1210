/** Compiles a project as `npm run types` does, which takes a tenth of what TypeScript's own API would. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** A file that does not compile, and why. The path is relative to the project's folder, with `/`. */
export interface Problem {
  readonly file: string
  readonly message: string
}

const COMPILER = resolve('node_modules/typescript-7/bin/tsc')
/** `src/a.ts(1,2): error TS2339: …`, and `error TS5023: …` for what is about no file. More lines are indented. */
const PROBLEM = /^(?:(\S.*?)\(\d+,\d+\): )?error TS\d+: (.*(?:\n\s.*)*)/gm

/** Type errors of the project whose tsconfig.json is in a folder. */
export function typeProblems(folder: string): Problem[] {
  const options = ['-p', 'tsconfig.json', '--noEmit', '--pretty', 'false']
  const { status, signal, error, stdout, stderr } = spawnSync(process.execPath, [COMPILER, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  const problems = Array.from(stdout.matchAll(PROBLEM), ([, file = '', message = '']) => ({ file, message }))
  // Without this, a compiler that does not start, or breaks off, would find nothing wrong.
  if (error || signal || stderr || (status !== 0 && !problems.length))
    throw error || new Error(`${signal || ''} ${stdout} ${stderr}`)
  return problems
}

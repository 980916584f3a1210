/** Checks that the folder has everything that a command of this repository needs. */
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Vite, vitest and the builds write here. The last four may be there already, as somebody else's: of `sudo npm test`. */
const WRITTEN = ['', 'node_modules', 'node_modules/.vite', 'node_modules/.vite-temp', 'dist', 'dist-test']

function isWritable(path) {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Says in one line why no command can run in a folder, or returns undefined. */
export function whyNotUsable(folder = root) {
  if (!existsSync(join(folder, 'node_modules/vite')))
    return 'The packages are not installed: run `npm ci` first.'
  const path = WRITTEN.map((name) => join(folder, name)).find((one) => existsSync(one) && !isWritable(one))
  return (
    path &&
    `You cannot write to ${path}, where this command keeps its build and its cache: change the owner or the permissions, or work in a copy.`
  )
}

/** Ends the process with one line if no command can run here. */
export function stopUnlessUsable() {
  const why = whyNotUsable()
  if (!why) return
  console.error(why)
  process.exit(1)
}

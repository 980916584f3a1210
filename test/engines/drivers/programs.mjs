import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program that is missing here: its engine is left out. */
export class Missing extends Error {}

/** Finds the first of these programs that exists: named by a variable, or on the path. */
export function programOf(variable, names, debian) {
  const folders = (process.env.PATH || '').split(delimiter)
  const places = [
    process.env[variable],
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ]
  const found = places.find((place) => place && existsSync(place))
  if (!found) throw new Missing(`install it (Debian: apt-get install ${debian}), or set ${variable} to it`)
  return found
}

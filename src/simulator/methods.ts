import { ADDED } from './methodTable'

/** Which methods each generation of the SDK file brought (methods.tsv). */
export type Generation = '2020' | '2021' | 'latest'

const GENERATIONS: readonly Generation[] = ['2020', '2021', 'latest']

/** All methods of a generation. */
export function methodsOf(generation: Generation): string[] {
  const upTo = GENERATIONS.indexOf(generation) + 1
  return GENERATIONS.slice(0, upTo).reduce<string[]>((all, name) => all.concat(ADDED[name].split(' ')), [])
}

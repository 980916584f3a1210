import { ADDED } from './methodTable'

/** A generation of the SDK file, by the methods that it has (methods.tsv). */
export type Generation = '2020' | '2021' | 'latest'

const GENERATIONS: readonly Generation[] = ['2020', '2021', 'latest']

/** Lists the methods of a generation. */
export function methodsOf(generation: Generation): string[] {
  const upTo = GENERATIONS.indexOf(generation) + 1
  return GENERATIONS.slice(0, upTo).reduce<string[]>((all, name) => all.concat(ADDED[name].split(' ')), [])
}

import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { BaseSequencer } from 'vitest/node'

/** The environment that a test file names in its first lines, else its project's. */
const environmentOf = ({ moduleId }) =>
  /@vitest-environment (\S+)/.exec(readFileSync(moduleId, 'utf8').slice(0, 1_000))?.[1] ?? ''

/** Seconds of the test files that take long, as the last kept run of CI measured them. */
const { tests: seconds } = JSON.parse(readFileSync('.ci/times.json', 'utf8'))
const secondsOf = ({ moduleId }) => seconds[relative('', moduleId).replace(/\\/g, '/')] || 0

/**
 * Groups the files of a project by their environment, since vitest starts a worker anew when the next file has another
 * one. Within a group it begins with the files that take longest: one that began last would keep a single core busy at
 * the end. Vitest itself knows them from its last run only, so not in a fresh clone.
 */
export class LongestFirst extends BaseSequencer {
  /** @override */
  async sort(files) {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    return projects.flatMap((project) => {
      const inProject = sorted.filter((file) => file.project === project)
      const environments = new Map(inProject.map((file) => [file, environmentOf(file)]))
      return [...new Set(environments.values())].flatMap((environment) =>
        inProject
          .filter((file) => environments.get(file) === environment)
          .sort((one, other) => secondsOf(other) - secondsOf(one)),
      )
    })
  }
}

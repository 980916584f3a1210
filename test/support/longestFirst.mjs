import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { BaseSequencer } from 'vitest/node'

/** Seconds of the test files that take long, as the last kept run of CI measured them. */
const { tests: seconds } = JSON.parse(readFileSync('.ci/times.json', 'utf8'))
const secondsOf = ({ moduleId }) => seconds[relative('', moduleId).replace(/\\/g, '/')] || 0

/**
 * Begins with the files that take longest: one that began last would keep a single core busy at the end. Vitest itself
 * knows them from its last run only, so not in a fresh clone.
 */
export class LongestFirst extends BaseSequencer {
  /** @override */
  async sort(files) {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    return projects.flatMap((project) =>
      sorted
        .filter((file) => file.project === project)
        .sort((one, other) => secondsOf(other) - secondsOf(one)),
    )
  }
}

/** Tests of faults that are known and not mended yet, by file: each is expected to fail, and one that passes fails. */
import { beforeEach } from 'vitest'
import knownFaults from './known-faults.json'

beforeEach(({ task }) => {
  const names: string[] = []
  for (let suite = task.suite; suite?.name; suite = suite.suite) names.unshift(suite.name)
  const faults = (knownFaults as Record<string, string[]>)[`test/${task.file.filepath.split('/test/')[1]}`]
  if (faults?.includes([...names, task.name].join(' > '))) Object.assign(task, { fails: true })
})

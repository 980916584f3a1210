// @vitest-environment node
/** What stands around the code: the workflows, and what is promised to users. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import config from '../../vitest.config'

interface Step {
  uses?: string
  run?: string
}
interface Job {
  'runs-on': string
  'timeout-minutes': number
  env?: Record<string, string>
  strategy?: { matrix: { node: string[] } }
  steps: Step[]
}
interface Workflow {
  permissions: unknown
  jobs: Record<string, Job>
}

const read = (file: string) => readFileSync(file, 'utf8')
const packageJson = JSON.parse(read('package.json'))
const ci = read('.ci/run')
const workflow: Workflow = parse(read('.github/workflows/ci.yml'))
const projects =
  config.test?.projects?.map((one) => typeof one === 'object' && 'test' in one && one.test?.name) || []
const linesOf = ({ steps }: Job) => steps.flatMap(({ run }) => run?.trim().split('\n') || [])

describe('the workflow', () => {
  it('fails where there is no browser, as .ci/run does', () => {
    expect(ci).toContain('\nexport REQUIRE_BROWSER=1\n')
    expect(workflow.jobs.browser?.env).toEqual({ REQUIRE_BROWSER: '1' })
  })

  it('runs on the oldest Node that is supported', () => {
    const oldest = packageJson.devEngines.runtime.version.replace('>=', '')
    expect(workflow.jobs.quick?.strategy?.matrix.node).toContain(oldest)
    expect(read('.nvmrc').trim()).toBe(oldest)
  })

  it('runs with .ci/run every project of tests', () => {
    const lines = Object.values(workflow.jobs).flatMap(linesOf).join('\n')
    for (const name of projects) expect(lines).toMatch(new RegExp(`(--project |test:)${name}\\b`))
    expect(ci).toContain('npm run test:all')
  })
})

describe.each(readdirSync('.github/workflows'))('the workflow %s', (file) => {
  const { permissions, jobs }: Workflow = parse(read(`.github/workflows/${file}`))

  it('may only read, ends at some time, and takes actions of a fixed major version', () => {
    expect(permissions).toEqual({ contents: 'read' })
    for (const job of Object.values(jobs)) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
      for (const { uses } of job.steps) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/)
    }
  })

  it('puts nothing from outside into a command', () => {
    for (const job of Object.values(jobs)) expect(linesOf(job).join('\n')).not.toContain('${{')
  })
})

describe.each(['.github/SECURITY.md', '.github/SUPPORT.md'])('%s', (file) => {
  const text = read(file)

  it('has links that lead somewhere, and no address that nobody reads', () => {
    for (const [, link = ''] of text.matchAll(/\]\(([^)#]+)\)/g))
      if (!/^https:\/\/semver\.org\//.test(link)) expect(existsSync(`.github/${link}`), link).toBe(true)
    expect(text).not.toMatch(/[\w.]+@[\w-]+\.\w|github\.com/)
  })
})

describe('the support line', () => {
  const text = read('.github/SUPPORT.md')
  /** What an entry says that it needs, where it is missing or in its first line. */
  const needs = (file: string, name: string) => new RegExp(`${name} (\\d+(\\.\\d+)?)`).exec(read(file))?.[1]
  const [oldestTypeScript] = Object.keys(JSON.parse(read('test/frameworks/package.json')).devDependencies)
    .flatMap((name) => /^typescript-(.+)/.exec(name)?.[1] ?? [])
    .sort()
  it.each([
    ['Chrome', /Chrome (\d+)/.exec(read('README.md'))?.[1]],
    ['iOS', /iOS (\d+\.\d+)/.exec(read('README.md'))?.[1]],
    ['TypeScript', oldestTypeScript],
    ['TypeScript', /TypeScript from (\d+\.\d+)/.exec(read('README.md'))?.[1]],
    ['Vue', needs('src/vue.ts', 'Vue <')],
    ['React', needs('src/react.ts', 'React <')],
    ['Vite', needs('src/vite.ts', 'developed with Vite')],
    ['Node', needs('bin/upsdk-kit.cjs', 'needs Node')],
    ['Node', packageJson.devEngines.runtime.version.replace('>=', '')],
  ])('of %s is what is tested: %s', (name, version) => {
    const rows = text.split('\n').filter((line) => line.startsWith('|') && line.includes(name))
    const line = new RegExp(`\\| (Chrome )?${version} \\|$`)
    expect(rows.filter((row) => line.test(row))).toHaveLength(2)
  })
})

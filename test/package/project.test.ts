// @vitest-environment node
/** What stands around the code: the workflow, the forms, what is promised to users. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

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
  on: Record<string, unknown>
  permissions: unknown
  concurrency: Record<string, unknown>
  jobs: Record<string, Job>
}

const read = (file: string) => readFileSync(file, 'utf8')
const packageJson = JSON.parse(read('package.json'))
const ci = read('.ci/run')
const workflow: Workflow = parse(read('.github/workflows/ci.yml'))
const jobs = Object.entries(workflow.jobs)
const linesOf = ({ steps }: Job) => steps.flatMap(({ run }) => run?.trim().split('\n') || [])

describe('the workflow', () => {
  it('fails where there is no browser, as .ci/run does', () => {
    expect(ci).toContain('\nexport REQUIRE_BROWSER=1\n')
    expect(workflow.jobs.browser?.env).toEqual({ REQUIRE_BROWSER: '1' })
  })

  it('runs on the oldest Node that is supported, and on the newest with long-term support', () => {
    const oldest = packageJson.devEngines.runtime.version.replace('>=', '')
    expect(workflow.jobs.quick?.strategy?.matrix.node).toEqual([oldest, 'lts/*'])
    expect(read('.nvmrc').trim()).toBe(oldest)
  })

  it('may only read, gives up what is out of date, ends at some time, and takes actions of a fixed major version', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(workflow.concurrency['cancel-in-progress']).toBe(true)
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request'])
    for (const [, job] of jobs) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
      for (const { uses } of job.steps) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/)
    }
  })

  it('puts nothing from outside into a command', () => {
    for (const [, job] of jobs) expect(linesOf(job).join('\n')).not.toContain('${{')
  })
})

describe('the workflow that looks at UnionPay’s file', () => {
  const file = read('.github/workflows/sdk-diff.yml')
  const weekly: Workflow = parse(file)
  const [job] = Object.values(weekly.jobs)
  const lines = job ? linesOf(job) : []

  it('says first that it has never run', () => {
    expect(file).toMatch(/^# Never run so far\./)
    expect(read('CONTRIBUTING.md')).toContain('sdk-diff.yml` would look at the live one each week')
  })

  it('runs each week, may only read, keeps no credentials, and takes actions of a fixed major version', () => {
    expect(weekly.on).toEqual({ schedule: [{ cron: expect.any(String) }], workflow_dispatch: null })
    expect(weekly.permissions).toEqual({ contents: 'read' })
    for (const { uses } of job?.steps || []) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/)
    expect(file).toContain('persist-credentials: false')
    expect(lines.join('\n')).not.toContain('${{')
  })

  it('fails where the file cannot be had, or has something new', () => {
    const place = (start: string) => lines.findIndex((line) => line.startsWith(start))
    expect(lines[place('curl')]).toMatch(/ --fail .*https:\/\/open\.95516\.com\/s\/open\/js\/upsdk\.js$/)
    expect(lines.slice(-2)).toEqual([
      'set -o pipefail',
      expect.stringMatching(/^node scripts\/sdk-diff\.mjs /),
    ])
    expect(place('npm ci')).toBeLessThan(place('curl'))
  })
})

interface Field {
  type: string
  id?: string
  attributes: { label?: string; value?: string; options?: (string | { label: string })[] }
  validations?: { required?: boolean }
}
const forms = readdirSync('.github/ISSUE_TEMPLATE').filter((file) => file !== 'config.yml')
const hasBoth = (text = '') => /\p{Script=Han}/u.test(text) && /[a-z]{3}/i.test(text)

describe.each(forms)('the form %s', (file) => {
  const form = parse(read(`.github/ISSUE_TEMPLATE/${file}`))
  const body: Field[] = form.body

  it('is one that the host takes', () => {
    expect(Object.keys(form)).toEqual(['name', 'description', 'labels', 'body'])
    for (const { type, id, attributes } of body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type)
      expect(type === 'markdown' ? attributes.value : id && attributes.label).toBeTruthy()
      expect(!!attributes.options).toBe(type === 'dropdown' || type === 'checkboxes')
    }
    const ids = body.flatMap(({ id }) => id || [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(body.some(({ validations }) => validations?.required)).toBe(true)
  })

  it('is in English and Chinese', () => {
    expect(hasBoth(form.name) && hasBoth(form.description)).toBe(true)
    for (const { attributes } of body) {
      expect(hasBoth(attributes.label || attributes.value), attributes.label).toBe(true)
      for (const option of attributes.options || []) {
        const label = typeof option === 'string' ? option : option.label
        expect(hasBoth(label), label).toBe(true)
      }
    }
  })

  it('asks for no secrets, and sends security elsewhere', () => {
    for (const text of ['No transaction numbers', '请不要写交易号'])
      expect(body[0]?.attributes.value).toContain(text)
    if (file === 'bug.yml') expect(body[0]?.attributes.value).toContain('SECURITY.md')
  })
})

describe.each(['.github/SECURITY.md', '.github/SUPPORT.md'])('%s', (file) => {
  const text = read(file)
  const [english = '', chinese = ''] = text.split(/^(?=# \p{Script=Han})/mu)

  it('says the same in English and Chinese', () => {
    const shape = (part: string) => ({
      headings: part.match(/^#+ /gm),
      items: part.match(/^(- |\d\. |\|)/gm)?.length,
      code: part.match(/```[\s\S]*?```/g),
    })
    expect(shape(chinese)).toEqual(shape(english))
    expect(english.replace(/\[中文\].*/, '')).not.toMatch(/[\u3400-\u9fff]/)
  })

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
  it.each([
    ['Chrome', /Chrome (\d+)/.exec(read('README.md'))?.[1]],
    ['iOS', /iOS (\d+\.\d+)/.exec(read('README.md'))?.[1]],
    ['TypeScript', packageJson.devDependencies['typescript-5.0'].match(/@(\d+\.\d+)/)[1]],
    ['Vue', needs('src/vue.ts', 'Vue <')],
    ['React', needs('src/react.ts', 'React <')],
    ['Vite', needs('src/vite.ts', 'developed with Vite')],
    ['Node', packageJson.devEngines.runtime.version.replace('>=', '')],
  ])('of %s is what is tested: %s', (name, version) => {
    const rows = text.split('\n').filter((line) => line.startsWith('|') && line.includes(name))
    const line = new RegExp(`\\| (Chrome )?${version} \\|$`)
    expect(rows.filter((row) => line.test(row))).toHaveLength(2)
  })
})

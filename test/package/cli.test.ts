// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'
import { fileOf, questions } from '../../bin/guides.mjs'
import { commonCodes } from '../../src/failure/codes'
import { reasons } from '../../src/failure/reasons'
import { explain } from '../../src/index'
import { serverCodes } from '../../src/server-codes'
import { en } from '../../src/texts/en'
import { zhHans } from '../../src/texts/zh-Hans'

type Topic = readonly [title: string, answer: string, guide: string]
const { topics }: { topics: { words: string[]; zh: Topic; en: Topic }[] } = await import(
  pathToFileURL(resolve('bin/topics.mjs')).href
)

interface Section {
  guide: string
}

const QUESTIONS = readFileSync('test/data/questions.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [words: string, wanted: string])

/** No guide answers the last: the command does not search the pages of methods. */
const NEXT_MISSED = [
  'detect if page runs inside unionpay app',
  'user closed the payment sheet',
  'photo picker returns base64',
]

/** The environment of the terminal that runs the command. */
const languageOf = (wanted: string) => (/^docs\/(?!zh)/.test(wanted) ? 'C' : 'zh_CN.UTF-8')

/** The command line runs built files. */
const isBuilt = existsSync('dist/server-codes.js')

interface Ended {
  status: number | null
  stdout: string
  stderr: string
}
interface CommandLine {
  commandLine(args: string[], env: object, system?: string): { code: number; output: string; error: string }
}
const { commandLine }: CommandLine = isBuilt
  ? await import(pathToFileURL(resolve('bin/commandLine.mjs')).href)
  : undefined

function run(...args: string[]): Ended {
  return runIn('C', ...args)
}

/** Runs the command on a system of that language. */
function runIn(LANG: string, ...args: string[]): Ended {
  return runWith({ LANG }, ...args)
}

/** Runs in this process: a start of Node takes longer than most answers. */
function runWith(env: Record<string, string>, ...args: string[]): Ended {
  const { code, output, error } = commandLine(args, env)
  return { status: code, stdout: output, stderr: error }
}

/** Runs the command as a terminal does. */
function start(env: Record<string, string>, ...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/upsdk-kit.cjs', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  })
  return { status, stdout, stderr }
}

describe.skipIf(!isBuilt)('upsdk-kit, run in a terminal,', () => {
  // Windows has no executable bit.
  it.skipIf(process.platform === 'win32')('is executable', () => {
    expect(statSync('bin/upsdk-kit.cjs').mode & 0o111).toBe(0o111)
  })

  it.each([
    ['prints an answer, and exits with 0', { LANG: 'C' }, ['explain', 'a31'], 0],
    ['prints all of a long answer', { LANG: 'C' }, ['explain', '不能为空', '--json'], 0],
    ['exits with 1 if it knows nothing', { LANG: 'C' }, ['explain', 'a32'], 1],
    ['exits with 2 for a wrong command', { LANG: 'C' }, ['what'], 2],
    ['refuses in the language of the terminal', { LANG: 'zh_CN.UTF-8' }, ['what'], 2],
    ['reads LC_ALL before LANG', { LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, ['--help'], 0],
    ['prints no escape of its input', { LANG: 'C' }, ['explain', '\x1b[31mred\x1b[0m', '--json'], 1],
  ] as const)('%s', (_, env, args, status) => {
    const ended = start(env, ...args)
    expect(ended).toEqual(runWith(env, ...args))
    expect(ended.status).toBe(status)
    expect(ended[status === 2 ? 'stdout' : 'stderr']).toBe('')
    expect(ended.stdout + ended.stderr).not.toBe('')
  })
})

/** Runs the command's file on a Node of that version, and returns its output and exit code. */
function startOn(version: string) {
  const process = { versions: { node: version }, stderr: { write: (text: string) => void (written += text) } }
  let written = ''
  const loaded: string[] = []
  const code = readFileSync('bin/upsdk-kit.cjs', 'utf8').replace(/^#!.*/, '')
  runInNewContext(code, { process, require: (file: string) => void loaded.push(file) })
  return { written, loaded, exitCode: (process as { exitCode?: number }).exitCode }
}

// `npm run test:engines` starts it on Node 7.
describe('upsdk-kit on an old Node', () => {
  it.each(['0.12.18', '8.17.0', '12.22.12', '16.20.2', '17.9.1'])(
    'says on Node %s in one line that it needs Node 18, exits with 1, and loads no newer syntax',
    (version) => {
      const { written, loaded, exitCode } = startOn(version)
      expect(written).toMatch(/^[^\n]*需要 Node 18[^\n]*needs Node 18[^\n]*\n$/)
      expect(written).toContain(version)
      expect([loaded, exitCode]).toEqual([[], 1])
    },
  )

  it('starts on Node 18, 20 and 100', () => {
    for (const version of ['18.0.0', '20.20.2', '100.0.0'])
      expect(startOn(version)).toEqual({ written: '', loaded: ['./start.cjs'], exitCode: undefined })
  })

  it('can be parsed by any Node, since it is ES5', () => {
    expect(() =>
      parse(readFileSync('bin/upsdk-kit.cjs', 'utf8'), { ecmaVersion: 5, allowHashBang: true }),
    ).not.toThrow()
  })
})

describe.skipIf(!isBuilt)('upsdk-kit explain', () => {
  it.each([
    ['c02', 'platform', '谁来处理      小程序的管理员'],
    ['94', 'user', '谁来处理      用户'],
    ['a31', 'server', '谁来处理      你的后端'],
    ['a10', 'server', '谁来处理      你的后端'],
    ['支付失败 c05', 'page', '谁来处理      页面的开发者'],
  ])('says first who fixes %s', (asked, who, line) => {
    const { stdout } = runIn('zh_CN.UTF-8', 'explain', asked)
    expect(stdout.split('\n').slice(1, 3).join('\n')).toMatch(/^发生了什么 {4}\S/)
    expect(stdout.split('\n')[2]).toContain(line)
    expect(JSON.parse(run('explain', asked, '--json').stdout)).toMatchObject({ who })
  })

  it.each(['c05', '94', '02'])(
    'asks the server to look the order up first if a payment may have been made: %s',
    (code) => {
      const { stdout } = runIn('zh_CN.UTF-8', 'explain', code, '--method', 'pay')
      expect(stdout).toMatch(/^发生了什么 .*可能已经付款/m)
      expect(stdout).toMatch(/^谁来处理 .*先查询订单/m)
      expect(stdout).not.toContain('稍后再试')
    },
  )

  it('says of a payment that the bridge refuses that it may not have been sent, and both messages', () => {
    const { stdout } = runIn('zh_CN.UTF-8', 'explain', 'c02', '--method', 'pay')
    expect(stdout).toMatch(/^发生了什么 .*没有发出（error\.sent 为 false）.*可能已经付款/m)
    expect(stdout).toContain('支付未发起')
    expect(stdout).toContain('支付结果待确认')
    expect(stdout).not.toMatch(/^用户看到/m)
  })

  it('says of what the user chose that nobody has to do anything, not that it passes', () => {
    const { stdout } = runIn('zh_CN.UTF-8', 'explain', '01', '--method', 'pay')
    expect(stdout).toMatch(/^谁来处理 {6}不用处理/m)
    expect(run('explain', '01', '--method', 'pay').stdout).toMatch(/^who fixes it {5}nobody has to/m)
  })

  it('says who fixes a payment that upsdk refused itself, not that it was sent', () => {
    const answer = '{"msg":"pay调用方法缺少参数tn"}'
    const { stdout } = run('explain', answer, '--method', 'pay', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ reason: 'invalid-params', who: 'page' })
  })

  it('prints official text, advice, reason and message', () => {
    const { status, stdout, stderr } = run('explain', 'a31')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toBe(
      `${[
        'a31 (server)',
        'what happened    The authorization code or session is invalid, expired or used.',
        'who fixes it     your server: its tokens, its signature or the fields that it sends. If it needs a new authorization code, the page gets one.',
        `official text    ${serverCodes.a31?.description}`,
        `official advice  ${serverCodes.a31?.solution}`,
        'reason           unauthorized (retry: never, shown as: toast)',
        `check            ${serverCodes.a31?.hint}`,
        'user sees        登录已失效，请退出后重新进入 [zh-Hans]',
      ].join('\n')}\n`,
    )
  })

  it.each([' n62136 ', 'N62136', 'n62136'])('understands %j', (code) => {
    expect(run('explain', code).stdout).toMatch(/^N62136 \(server\)/)
  })

  it('takes the meaning from the text, and lists all meanings without one', () => {
    const told = run('explain', 'BC2214', '业务字段非法[0706-红包活动编号]').stdout
    expect(told).toContain('0706')
    expect(told).not.toContain('0702')
    const listed = run('explain', 'BC2214').stdout
    for (const { description } of serverCodes.BC2214?.variants || []) expect(listed).toContain(description)
  })

  it('understands a whole answer', () => {
    expect(run('explain', '{"resp":"BC0025","msg":"验签失败[sm_algorithm_failed]"}').stdout).toContain(
      '国密验签失败',
    )
  })

  it.each([
    ['en', 'Session expired.'],
    ['zh-HK', '登入已失效'],
    ['ja', 'ログイン'],
    ['ko-KR', '로그인'],
  ])('speaks %s', (locale, text) => {
    expect(run('explain', 'a31', '--locale', locale).stdout).toContain(text)
  })

  it.each([
    ['C', 'in a payment '],
    ['zh_CN.UTF-8', '支付时 '],
  ])('says in %s what users read if a payment gets a code of any call', (LANG, label) => {
    const { message } = explain('c02', { locale: 'zh-Hans', method: 'pay' })
    for (const code of ['c02', 'c05', 'c00']) {
      const line = new RegExp(`^${label} [\\s\\S]*${message} `, 'm')
      expect(runIn(LANG, 'explain', code).stdout).toMatch(line)
      const ofPayment = runIn(LANG, 'explain', code, '--method', 'pay').stdout
      // The bridge refused it at once, so it was not sent, and the kit's own message says so.
      if (code === 'c02') expect(ofPayment).toMatch(line)
      else expect(ofPayment).not.toMatch(line)
      expect(runIn(LANG, 'explain', code, '--method', 'scanQRCode').stdout).not.toMatch(line)
    }
    for (const code of ['94', 'a31', '99']) expect(runIn(LANG, 'explain', code).stdout).not.toContain(label)
  })

  it('says of c02 what users read of a payment that was not sent, and of one that was', () => {
    for (const [LANG, locale, { messages }] of [
      ['zh_CN.UTF-8', 'zh-Hans', zhHans],
      ['C', 'en', en],
    ] as const) {
      const { stdout } = runIn(LANG, 'explain', 'c02', '--locale', locale)
      expect(stdout).toContain(`${messages.forbidden} [`)
      expect(stdout).toContain(`${messages['payment-forbidden']} [`)
      expect(stdout).toContain(`${messages['payment-unconfirmed']} [`)
    }
  })

  const everyReason = Object.entries(reasons()).flatMap(([reason, { retry, presentation }]) =>
    (['zh_CN.UTF-8', 'en_US.UTF-8'] as const).map((LANG) => ({ reason, retry, presentation, LANG })),
  )
  it.each(everyReason)('gives the entry of $reason first, in $LANG', ({ LANG, ...row }) => {
    const { status, stdout } = runIn(LANG, 'explain', row.reason)
    expect(status).toBe(0)
    expect(stdout).toMatch(new RegExp(`^reason: ${row.reason}\n(发生了什么|what happened) +\\S`))
    const { guides, toDo, happened, ...told } = JSON.parse(
      runIn(LANG, 'explain', row.reason, '--json').stdout,
    )
    expect(told).toMatchObject({ known: true, ...row, questions: [] })
    expect(stdout).toContain(toDo)
    expect([toDo.length > 2, happened]).toEqual([true, row.reason])
    expect(guides[0].guide).toMatch(/error-handling\.md#(原因|the-reasons)$/)
    for (const { guide } of guides) expect(existsSync(guide.replace(/#.*/, '')), guide).toBe(true)
  })

  it.each([
    ['{"name":"UpsdkError","method":"pay","reason":"outside-wallet","sent":false}', 'outside-wallet'],
    ['reason 是 network', 'network'],
    ['用户取消支付', 'cancelled'],
  ])('reads the reason in %s', (words, reason) => {
    expect(JSON.parse(run('explain', words, '--json').stdout)).toMatchObject({ known: true, reason })
  })

  it('names no code beside a cancellation that only shares words with it', () => {
    expect(run('explain', '用户取消支付').stdout).not.toContain('N62138')
  })

  it('finds the text of an answer as the text alone', () => {
    const places = (asked: string) =>
      JSON.parse(runIn('zh_CN.UTF-8', 'explain', asked, '--json').stdout).questions.map(
        ({ guide }: Section) => guide,
      )
    expect(places('支付插件调用失败')[0]).toBe('docs/zh/faq.md#支付插件调用失败--pay-没有错误码')
    expect(places('{"msg":"支付插件调用失败"}')).toEqual(places('支付插件调用失败'))
  })

  it('looks in the guides of the other language if those of the terminal have nothing', () => {
    const { questions } = JSON.parse(runIn('zh_CN.UTF-8', 'explain', 'double tap', '--json').stdout)
    expect(questions[0].guide).toBe('docs/faq.md#a-second-tap-calls-neither-success-nor-fail')
  })

  it.each([
    ['C', 'pya: not a method of upsdk.', 'Did you mean pay?', 'in a payment '],
    ['zh_CN.UTF-8', 'pya：upsdk 没有这个方法', '是否为 pay？', '支付时 '],
  ])('takes a misspelt method for none, and says what a payment would be (%s)', (LANG, ...said) => {
    const { stdout } = runIn(LANG, 'explain', 'c02', '--method', 'pya')
    for (const text of said) expect(stdout).toContain(text)
  })

  it.each([
    ['zh_CN.UTF-8', '02：pay 的错误码，请查 upsdk-kit explain 02 --method pay'],
    ['C', '02: a code of pay. See upsdk-kit explain 02 --method pay'],
  ])('leads a bare code of pay to pay, in %s', (LANG, line) => {
    expect(runIn(LANG, 'explain', '02').stdout).toContain(line)
    expect(runIn(LANG, 'explain', '03').stdout).not.toContain('pay')
  })

  it('puts a question with the very words before looser matches', () => {
    const { questions } = JSON.parse(runIn('zh_CN.UTF-8', 'explain', '签名验证失败', '--json').stdout)
    expect(questions[0].question).toContain('签名验证失败')
    expect(questions.length).toBeGreaterThan(1)
  })

  it('knows the codes of single methods', () => {
    expect(run('explain', '99', '--method', 'addCommonApp').stdout).toContain('invalid-params')
    expect(run('explain', '99').stdout).toContain('identity')
  })

  it('prints JSON with --json', () => {
    const { status, stdout } = run('explain', 'c02', '--json', '--locale', 'en')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      known: true,
      code: 'c02',
      reason: 'forbidden',
      description: '非法请求',
      locale: 'en',
    })
  })

  it.each([
    ['a32', 'a31'],
    ['N6213', 'N62131'],
    ['NG400', 'NG4000'],
    ['c100', 'c101'],
    ['93', '94'],
  ])('does not know %s, and offers %s', (code, near) => {
    const { status, stdout } = run('explain', code)
    expect(status).toBe(1)
    expect(stdout).toMatch(/unknown/)
    expect(stdout).toContain(near)
    const { known, nearest } = JSON.parse(run('explain', code, '--json').stdout)
    expect(known).toBe(false)
    expect(nearest).toContain(near)
  })

  it.each(['', '   ', 'constructor', '__proto__', 'x'.repeat(10_000), '{"resp"', '[]', '{}'])(
    'accepts any text: %s',
    (code) => {
      const { status, stdout, stderr } = run('explain', code)
      expect([status, stderr]).toEqual([1, ''])
      // The question is shortened; the rest says what to do next.
      expect(stdout.length).toBeLessThan(400)
      expect(stdout).toContain('docs/faq.md')
    },
  )

  it.each([[[]], [['explain']], [['what']], [['explain', 'a31', '--what']]])('refuses %j', (args) => {
    const { status, stdout, stderr } = run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--help')
  })

  describe('for a reader of Chinese,', () => {
    it.each([
      ['a system in Chinese', () => runIn('zh_CN.UTF-8', 'explain', 'a20')],
      ['a locale that is', () => run('explain', 'a20', '--locale', 'zh-Hans')],
      ['words in Chinese', () => run('explain', '不合法的frontend_token，或已过期')],
    ])('explains in Chinese: %s', (_, runs) => {
      const { status, stdout } = runs()
      expect(status).toBe(0)
      expect(stdout).toMatch(/a20/)
      expect(stdout).toMatch(/排查|相关错误码/)
      expect(stdout).not.toMatch(/official text|user sees/)
    })

    it('explains in English to readers of other languages', () => {
      expect(runIn('en_US.UTF-8', 'explain', 'a20').stdout).toMatch(/check +The frontToken of your server/)
    })

    it('explains in English on request, even for a Chinese text of the wallet', () => {
      const { stdout } = runIn('en_US.UTF-8', 'explain', '支付失败 c05', '--locale', 'en')
      expect(stdout).toMatch(/check +Called outside pluginReady/)
      expect(stdout).toContain('docs/faq.md#')
      expect(stdout).not.toMatch(/排查|docs\/zh/)
    })
  })

  describe('used as a search for words', () => {
    /** Search words, and what the answer must say (the questions of Chinese developers). */
    const asked: [words: string, answer: RegExp][] = [
      ['无权限访问此插件', /能力包/],
      ['ILLEGAL_ACCESS_EXCEPTION', /capabilit|能力包/],
      ['c02', /能力包|capability/],
      ['非法请求', /c02/],
      ['upsdk is not defined', /upsdk\.js/],
      ["Cannot read properties of undefined (reading 'pluginReady')", /upsdk\.js/],
      ['upsdk.scanQRCode is not a function', /supports|upsdk\.js/],
      ['云闪付小程序 白屏', /pluginReady/],
      ['调用没反应', /就绪/],
      ['回调不执行', /就绪/],
      ['config执行成功以后才能调用插件方法', /c05/],
      ['c05', /pluginReady/],
      ['INVALID_ACTION_EXCEPTION', /c03|update|更新/],
      ['c03', /does not have the method|没有此方法/],
      ['c04', /does not have the method|没有此方法/],
      ['c102', /too old|版本过低/],
      ['支付插件调用失败', /订单/],
      ['pay 没有错误码', /订单/],
      ['a31', /appletAuth/],
      ['a10', /backendToken/],
      ['a20', /frontToken/],
      ['获取手机号', /appletExplicitAuth/],
      ['手机号', /S52136|N62136/],
      ['实名信息', /appletExplicitAuth/],
      ['iOS 与 Android 的差异', /返回值/],
      ['定位偏移', /GCJ-02/],
      ['电脑上如何调试', /模拟器/],
      ['Vant', /presenter|Vant/],
      ['uni-app', /presenter|uni/],
      ['Vue 2', /Vue 2/],
      ['右上角按钮离开页面后还在', /upsdk/],
      ['mobile number', /N62136/],
    ]

    it.each(asked)('answers %s as expected', (words, answer) => {
      const { status, stdout, stderr } = run('explain', words)
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(answer)
    })

    /** Other search words, what the answer must say, and the guide that it names. */
    const elsewhere: [words: string, answer: RegExp, guide: string][] = [
      ['刷脸', /bioDetect/, 'docs/zh/error-handling.md#原因'],
      ['人脸', /bioDetect[\s\S]*\n {2}94 /, 'docs/zh/error-handling.md#原因'],
      ['分享', /showSharePopup/, 'docs/zh/outside-the-wallet.md#分享'],
      ['状态栏', /setTitleStyle/, 'docs/zh/title-bar.md#标题与颜色'],
      ['关闭小程序', /closeWebApp/, 'docs/zh/title-bar.md#关闭'],
      ['鸿蒙', /harmony/, 'docs/zh/wallets.md'],
      ['解密', /3DES-ECB/, 'docs/zh/server.md#解密'],
      ['返回键', /backBtnVisible/, 'docs/zh/title-bar.md#返回键'],
      ['真机调试', /vConsole/, 'docs/zh/on-a-phone.md#vconsole-与-eruda'],
      ['tn', /payment gateway[\s\S]*\n {2}c99 /, 'docs/server.md#orders-and-tn'],
      ['openId', /appletAuth[\s\S]*\n {2}BC2209 /, 'docs/server.md#login-and-mobile-number'],
      ['白名单', /开放平台[\s\S]*\n {2}SG0024 /, 'docs/zh/faq.md#无权限访问此插件'],
      ['国密', /SM4[\s\S]*\n {2}BC2217 /, 'docs/zh/server.md#国密'],
      ['鸿蒙上支付没反应', /harmony/, 'docs/zh/wallets.md'],
      ['HarmonyOS', /harmony/, 'docs/wallets.md'],
      ['backendToken', /2 hours/, 'docs/server.md#tokens'],
    ]
    it.each(elsewhere)('answers %s, and names a guide beside the FAQ', (words, answer, guide) => {
      const { status, stdout, stderr } = run('explain', words)
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(answer)
      expect(stdout).toContain(guide)
    })

    /**
     * Questions as people type them, each with the section that has the answer among the first five results, or the
     * code whose page has it.
     */
    it.each(QUESTIONS)('leads %s to %s', (words, wanted) => {
      const { status, stdout } = runIn(languageOf(wanted), 'explain', words, '--json')
      const { known, code, codes = [], questions = [], guides = [] } = JSON.parse(stdout)
      expect(status).toBe(0)
      const found: Section[] = [...questions, ...guides]
      expect(found.length).toBeLessThanOrEqual(8)
      if (wanted.startsWith('codes/')) {
        const all = [...(known ? [code] : []), ...codes].map((one) => `codes/${one}`)
        expect(all).toContain(wanted)
      } else expect(found.map(({ guide }) => guide).slice(0, 5)).toContain(wanted)
    })

    /** Questions for which no file of `bin` was written. */
    it.each([
      ['fail 里没有错误码', 'docs/zh/faq.md#支付插件调用失败--pay-没有错误码'],
      ['页面一片空白', 'docs/zh/faq.md#云闪付小程序-白屏'],
      ['安卓拿到的是字符串', 'docs/zh/faq.md#ios-与-android-的差异'],
      ['在微信打开', 'docs/zh/outside-the-wallet.md#引导打开云闪付'],
      ['vconsole 怎么加', 'docs/zh/on-a-phone.md#vconsole-与-eruda'],
      ['如何修改标题颜色', 'docs/zh/title-bar.md#标题与颜色'],
      ['TypeScript 声明全局 upsdk', 'docs/zh/migrating.md#在-typescript-中声明全局变量'],
      ['which coordinates does getLocationGps give', 'docs/faq.md#locations-are-off'],
    ])('leads %s to %s too', (words, wanted) => {
      const { stdout } = runIn(languageOf(wanted), 'explain', words, '--json')
      const { questions, guides } = JSON.parse(stdout)
      expect([...questions, ...guides].map(({ guide }: Section) => guide)).toContain(wanted)
    })

    const files = questions.flatMap(({ guides }) => guides.map(({ file }) => file))

    it.each(files)('finds a guide by the name of its file: %s', (file) => {
      for (const [LANG, language] of [
        ['zh_CN.UTF-8', 'zh'],
        ['en_US.UTF-8', 'en'],
      ] as const) {
        const named = fileOf(file, language)
        for (const words of [file.replace('.md', ''), file, named]) {
          const { stdout } = runIn(LANG, 'explain', words, '--json')
          expect(JSON.parse(stdout).guides[0]?.guide.split('#')[0], words).toBe(named)
        }
      }
    })

    it.each(['今天天气怎么样', 'hello world foo', '股票代码查询'])('finds nothing for %s', (words) => {
      expect(run('explain', words)).toMatchObject({ status: 1 })
    })

    it('does not count the link target of a text as its words', () => {
      const { questions, guides } = JSON.parse(run('explain', 'going-live.md', '--json').stdout)
      const found = [...questions, ...guides].map(({ guide }: Section) => guide)
      expect(found.length).toBeGreaterThan(0)
      expect(found).not.toContain(
        'docs/faq.md#nothing-happens--the-cashier-does-not-open--the-callback-is-not-called',
      )
    })

    it('answers with the row of a table that has the words, without links', () => {
      const { stdout } = runIn('zh_CN.UTF-8', 'explain', '弹了两次提示')
      expect(stdout).toContain('提示两次 → 页面提示了，upsdk-kit 也提示了 → 二选一\n')
      expect(stdout).not.toMatch(/\]\(/)
    })

    it('explains a code that is among words', () => {
      const { stdout } = runIn('zh_CN.UTF-8', 'explain', '为什么返回 n62136')
      expect(stdout).toMatch(/^N62136 \(server\)/)
      expect(run('explain', 'what is 94 percent').stdout).not.toMatch(/^94 /)
    })

    it('works in both languages, and what it names is in the guides', () => {
      for (const { words: all, zh, en } of topics) {
        expect(all.length).toBeGreaterThan(1)
        for (const [, answer, guide] of [zh, en]) {
          const [file = '', anchor = ''] = guide.split('#')
          const headings = Array.from(
            readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm),
            ([, heading = '']) =>
              heading
                .toLowerCase()
                .replace(/[^\p{L}\p{N} _-]/gu, '')
                .replace(/ /g, '-'),
          )
          expect(headings, guide).toContain(anchor)
          expect(answer.length, guide).toBeGreaterThan(20)
        }
      }
    })

    it('finds words in all other guides', () => {
      const { status, stdout } = run('explain', '灰度')
      expect(status).toBe(0)
      expect(stdout).toContain('docs/zh/rollout.md#灰度顺序')
      expect(run('explain', 'Sentry').stdout).toContain('docs/rollout.md#sentry')
    })

    it.each(['button', 'btn', 'tno', 'an openIdea'])('does not match a part of another word: %s', (words) => {
      expect(run('explain', words).stdout).not.toMatch(/payment gateway|#login/)
    })

    it('counts the codes that have the words, and names each', () => {
      const having = Object.keys(serverCodes).filter((code) =>
        serverCodes[code]?.description?.includes('不能为空'),
      )
      expect(having.length).toBeGreaterThan(25)
      const { stdout } = run('explain', '不能为空')
      expect(stdout).toContain(`相关错误码：${having.length} 个`)
      for (const code of having) expect(stdout).toMatch(new RegExp(`\\b${code}\\b`))
      expect(stdout.trim().split('\n').length).toBeLessThan(20)
      expect(JSON.parse(run('explain', '不能为空', '--json').stdout).codes.sort()).toEqual(having.sort())
    })

    it('takes several arguments as one search', () => {
      expect(run('explain', 'upsdk', 'is', 'not', 'defined').stdout).toContain('upsdk.js')
    })

    it('finds words in headings and first lines of the Chinese questions', () => {
      const faq = readFileSync('docs/zh/faq.md', 'utf8')
        .split(/^#{2,3} /m)
        .slice(1)
        .map((section) => section.split('\n').filter(Boolean).slice(0, 2).join(' '))
        .join('\n')
        .replace(/`/g, '')
      for (const [words] of asked
        .slice(0, -1)
        .filter(([one]) => one !== 'upsdk.scanQRCode is not a function'))
        expect(faq.toLowerCase(), words).toContain(words.toLowerCase())
      expect(faq).toContain('upsdk.xxx is not a function')
    })
  })

  it('understands a code in brackets at the end of a text', () => {
    const { status, stdout } = run('explain', '[94]')
    expect(status).toBe(0)
    expect(stdout).toBe(run('explain', '94').stdout)
    expect(run('explain', ' [bc2217] ').stdout).toMatch(/^BC2217 \(server\)/)
    expect(run('explain', '[99]', '--method', 'addCommonApp').stdout).toContain('invalid-params')
  })

  it('prints no terminal escape of its input', () => {
    const escapes = [
      '\x1b[31mred\x1b[0m',
      '\x1b]0;title\x07',
      'a\x9b31mb',
      'a\u202eb',
      'a\rb',
      'x\n\n a31 (server)',
    ]
    for (const given of escapes)
      for (const args of [
        ['explain', given],
        ['explain', given, '--json'],
        ['explain', 'a31', given],
        ['explain', 'a31', '--method', given],
        ['explain', 'a31', '--locale', given],
        ['explain', `${given}手机号`],
        ['explain', `{"resp":"X1","msg":"${given}"}`],
        ['explain', 'a31', `--${given}`],
        [given],
      ]) {
        const { stdout, stderr } = run(...args)
        expect(stdout + stderr, JSON.stringify(args)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
        expect(stdout).not.toMatch(/^ *a31 \(server\)\n[\s\S]*unknown/m)
      }
    expect(run('explain', 'x\n\n q31 (nowhere)').stdout).not.toMatch(/^ *q31/m)
  })

  it.each([
    [['--prot', '1'], '--prot'],
    [['--locale'], '--locale'],
    [['--json=yes'], '--json'],
    [['--locale', 'zh_CN'], 'zh_CN'],
  ])('refuses %j in the language of the terminal', (options, named) => {
    for (const [lang, text] of [
      ['zh_CN.UTF-8', /^[^a-z]*\p{Script=Han}[^\n]*\n用法见 upsdk-kit --help。\n$/u],
      ['C', /^[A-Z][^\n\p{Script=Han}]*\nSee upsdk-kit --help.\n$/u],
    ] as const) {
      const { status, stderr } = runIn(lang, 'explain', 'a31', ...options)
      expect(status).toBe(2)
      expect(stderr).toContain(named)
      expect(stderr).toMatch(text)
    }
  })

  it.each([
    ['LANG', { LANG: 'zh_CN.UTF-8' }],
    ['LC_ALL over LANG', { LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }],
    ['LC_MESSAGES', { LANG: 'C', LC_MESSAGES: 'zh_CN.UTF-8' }],
  ])('prints help in Chinese in a Chinese terminal: %s', (_, env) => {
    const { status, stdout } = runWith(env, '--help')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^用法：upsdk-kit explain <错误码>/)
    expect(stdout).not.toMatch(/Usage|Explains/)
    const english = run('--help').stdout
    expect(stdout.match(/--\w+/g)).toEqual(english.match(/--\w+/g))
    expect(runWith(env, 'what').stderr).toMatch(/没有此命令：what/)
  })

  it('prints help in English elsewhere', () => {
    expect(runWith({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, '-h').stdout).toMatch(
      /^Usage: upsdk-kit explain <code>/,
    )
    expect(runWith({ LANG: 'ja_JP.UTF-8' }, '--help').stdout).toMatch(/^Usage/)
  })

  it('takes the system’s language if the terminal names none, as on Windows', () => {
    const speaks = (system: string) => commandLine(['explain', 'a20'], {}, system).output
    expect(speaks('zh-CN')).toContain('用户看到')
    expect(speaks('en-US')).toContain('user sees')
    expect(commandLine(['explain', 'a20'], { LANG: 'C' }, 'zh-CN').output).toContain('user sees')
  })

  it.each(['GC00015', 'UPSDK_ERR', '今天天气怎么样'])(
    'says what to do next if it knows nothing: %s',
    (words) => {
      const { status, stdout } = runIn('zh_CN.UTF-8', 'explain', words)
      expect(status).toBe(1)
      expect(stdout).toMatch(/可以换成报错原文、方法名或现象再查/)
      expect(stdout).toContain('docs/zh/faq.md')
      expect(run('explain', words, '--locale', 'en').stdout).toContain('JSON.stringify(error)')
    },
  )

  it('prints addresses of guides that exist', () => {
    const from = mkdtempSync(join(tmpdir(), 'upsdk-kit-cli-'))
    const ended = spawnSync(process.execPath, [resolve('bin/upsdk-kit.cjs'), 'explain', '白屏'], {
      encoding: 'utf8',
      cwd: from,
      env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' },
    })
    const address =
      ended.stdout
        .split('\n')
        .find((line) => line.includes('.md#'))
        ?.trim() ?? ''
    rmSync(from, { recursive: true })
    expect(resolve(from, address.replace(/#.*/, ''))).toBe(resolve('docs/zh/faq.md'))
  })

  it('refuses a malformed locale', () => {
    expect(run('explain', 'a31', '--locale', 'zh_CN')).toMatchObject({ status: 2, stdout: '' })
  })

  it('answers questions that were written down before the index was looked at, among the first five', () => {
    const rows = readFileSync('test/data/new-questions.tsv', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
    const missed = rows.filter(([language, words = '', wanted = '']) => {
      const found = runWith(
        { LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' },
        ...['explain', words, '--json'],
      )
      const { code, questions: some = [], guides = [] } = JSON.parse(found.stdout)
      const places = [...some, ...guides].slice(0, 5).map(({ guide }: Section) => guide)
      return wanted !== `codes/${code}` && !places.includes(wanted)
    })
    expect(rows).toHaveLength(40)
    expect(missed.map(([, words]) => words)).toEqual(['开发时怎么模拟支付失败'])
  })

  it('leads with its first answer where other questions, written down before the guides had them, lead', () => {
    const rows = readFileSync('test/data/next-questions.tsv', 'utf8').trim().split('\n').slice(1)
    const missed = rows.flatMap((row) => {
      const [language, words = '', places = ''] = row.split('\t')
      const LANG = language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8'
      const { known, reason, ...found } = JSON.parse(runWith({ LANG }, 'explain', words, '--json').stdout)
      // The results are in the order in which they are printed.
      const sections: Section[] = Object.keys(found).flatMap((group) =>
        /^(questions|guides)$/.test(group) ? found[group] : [],
      )
      const first = known
        ? `/reasons/${reason}#${reason}`
        : sections[0]?.guide
            .replace(/^docs\/(zh\/)?|^(?=CHANGELOG)/, '/')
            .replace('.md', '')
            .replace('CHANGELOG', 'changelog')
      return places.split(' ').includes(first ?? '') ? [] : [words]
    })
    expect(rows).toHaveLength(40)
    expect(missed).toEqual(NEXT_MISSED)
  })

  it('lists the guides without arguments, by what one wants to do, and where each is', () => {
    for (const [lang, word, language] of [
      ['zh_CN.UTF-8', '在电脑上试', 'zh'],
      ['en_US.UTF-8', 'Try it on a computer', 'en'],
    ] as const) {
      const { status, stderr } = runWith({ LANG: lang })
      expect(status).toBe(2)
      expect(stderr).toContain(word)
      for (const { guides } of questions)
        for (const { file } of guides) expect(stderr).toContain(fileOf(file, language))
      expect(stderr).toContain('--help')
    }
  })

  it('prints its usage', () => {
    expect(run('--help').stdout).toContain('Usage: upsdk-kit explain <code> [msg]')
    expect(run('--version').stdout.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })

  it('offers near codes out of all codes', () => {
    const source = readFileSync('bin/commandLine.mjs', 'utf8')
    const others = /OTHER_CODES = '([^']+)'/.exec(source)?.[1]?.split(' ') || []
    const all = [...Object.keys(commonCodes()), ...Object.keys(serverCodes)]
    expect([...others, ...Object.keys(serverCodes)].sort()).toEqual(Array.from(new Set(all)).sort())
  })
})

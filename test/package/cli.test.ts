// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commonCodes } from '../../src/failure/codes'
import { serverCodes } from '../../src/server-codes'

/** The command line runs what was built. */
const isBuilt = existsSync('dist/server-codes.js')

function run(...args: string[]) {
  return runIn('C', ...args)
}

/** On a system of that language. */
function runIn(LANG: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/upsdk-kit.mjs', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG },
  })
  return { status, stdout, stderr }
}

describe.skipIf(!isBuilt)('upsdk-kit explain', () => {
  it('prints official text, advice, reason and message', () => {
    const { status, stdout, stderr } = run('explain', 'a31')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toBe(
      `${[
        'a31 (server)',
        `official text    ${serverCodes.a31?.description}`,
        `official advice  ${serverCodes.a31?.solution}`,
        'reason           unauthorized (retry: never, shown as: toast)',
        `check            ${serverCodes.a31?.hint}`,
        'user sees        登录已失效，请返回后重新进入 [zh-Hans]',
      ].join('\n')}\n`,
    )
  })

  it.each([' n62136 ', 'N62136', 'n62136'])('reads %j', (code) => {
    expect(run('explain', code).stdout).toMatch(/^N62136 \(server\)/)
  })

  it('takes the meaning from the text, and lists all without one', () => {
    const told = run('explain', 'BC2214', '业务字段非法[0706-红包活动编号]').stdout
    expect(told).toContain('0706')
    expect(told).not.toContain('0702')
    const listed = run('explain', 'BC2214').stdout
    for (const { description } of serverCodes.BC2214?.variants || []) expect(listed).toContain(description)
  })

  it('reads a whole answer', () => {
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

  it('knows the codes of one method', () => {
    expect(run('explain', '99', '--method', 'addCommonApp').stdout).toContain('invalid-params')
    expect(run('explain', '99').stdout).toContain('identity')
  })

  it('speaks JSON', () => {
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
    'takes anything: %s',
    (code) => {
      const { status, stdout, stderr } = run('explain', code)
      expect([status, stderr]).toEqual([1, ''])
      expect(stdout.length).toBeLessThan(200)
    },
  )

  it.each([[[]], [['explain']], [['what']], [['explain', 'a31', '--what']]])('refuses %j', (args) => {
    const { status, stdout, stderr } = run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--help')
  })

  describe('to who reads Chinese', () => {
    it.each([
      ['a system in Chinese', () => runIn('zh_CN.UTF-8', 'explain', 'a20')],
      ['a locale that is', () => run('explain', 'a20', '--locale', 'zh-Hans')],
      ['words in Chinese', () => run('explain', '不合法的frontend_token，或已过期')],
    ])('says it in Chinese: %s', (_, runs) => {
      const { status, stdout } = runs()
      expect(status).toBe(0)
      expect(stdout).toMatch(/a20/)
      expect(stdout).toMatch(/排查|相关错误码/)
      expect(stdout).not.toMatch(/official text|user sees/)
    })

    it('and in English to others', () => {
      expect(runIn('en_US.UTF-8', 'explain', 'a20').stdout).toMatch(/check +The frontToken of your server/)
    })
  })

  describe('looks for words', () => {
    /** What is searched for, and what must be said (the questions of Chinese developers). */
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

    it.each(asked)('%s', (words, answer) => {
      const { status, stdout, stderr } = run('explain', words)
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(answer)
    })

    it('as several arguments too', () => {
      expect(run('explain', 'upsdk', 'is', 'not', 'defined').stdout).toContain('upsdk.js')
    })

    it('and the headings and first lines of the Chinese questions have them', () => {
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

  it('refuses a locale that is none', () => {
    expect(run('explain', 'a31', '--locale', 'zh_CN')).toMatchObject({ status: 2, stdout: '' })
  })

  it('explains itself', () => {
    expect(run('--help').stdout).toContain('Usage: upsdk-kit explain <code> [msg]')
    expect(run('--version').stdout.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })

  it('looks for near codes among all there are', () => {
    const source = readFileSync('bin/upsdk-kit.mjs', 'utf8')
    const others = /OTHER_CODES = '([^']+)'/.exec(source)?.[1]?.split(' ') || []
    const all = [...Object.keys(commonCodes), ...Object.keys(serverCodes)]
    expect([...others, ...Object.keys(serverCodes)].sort()).toEqual(Array.from(new Set(all)).sort())
  })
})

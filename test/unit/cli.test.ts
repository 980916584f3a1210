// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commonCodes } from '../../src/failure/codes'
import { serverCodes } from '../../src/server-codes'

/** The command line runs what was built. */
const isBuilt = existsSync('dist/server-codes.js')

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/upsdk-kit.mjs', ...args], {
    encoding: 'utf8',
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
        'check            Get a new code with appletAuth; it works once and not for long.',
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

  it.each([[[]], [['explain']], [['explain', 'a', 'b', 'c']], [['what']], [['explain', 'a31', '--what']]])(
    'refuses %j',
    (args) => {
      const { status, stdout, stderr } = run(...args)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('--help')
    },
  )

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

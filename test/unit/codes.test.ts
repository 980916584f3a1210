/** Every code of the official tables has its reason, its text and its advice. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commonCodes } from '../../src/failure/codes'
import { createLookup } from '../../src/failure/explain'
import { createUpsdk, explain } from '../../src/index'
import { en } from '../../src/locales/en'
import { zhHans } from '../../src/locales/zh-hans'
import { serverCodes } from '../../src/server-codes'
import type { CodeCatalogue } from '../../src/types/codes'

/** The official table: [codes, description, advice] of each row. */
const rows = readFileSync('test/data/response-codes.md', 'utf8')
  .split('\n')
  .filter((line) => /^\|(?!\s*(---|错误码\s))/.test(line))
  .map((line) =>
    line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((text) => text.trim()),
  )

const catalogues = [serverCodes]
/** The server codes that every kit knows. */
const commonServerCodes = Object.keys(commonCodes()).filter(
  (code) => commonCodes()[code]?.source === 'server',
)
/** The official texts of a code: one pair, or one for each of its meanings. */
const textsOf = (code: string) => {
  const entry = serverCodes[code]
  return entry?.variants || (entry ? [entry] : [])
}

describe('the catalogue of codes', () => {
  it('is compared with a table of rows with three columns', () => {
    expect(rows).not.toEqual([])
    expect(rows.every((row) => row.length === 3)).toBe(true)
  })

  it.each(rows)('has the official texts of %s verbatim: %s', (codes = '', description, solution) => {
    for (const code of codes.split(' ')) {
      const texts = textsOf(code).filter((one) => one.description === description)
      expect(texts).toHaveLength(1)
      if (solution) expect(texts[0]?.solution).toBe(solution)
    }
  })

  it('has no code beside the official table', () => {
    const codes = rows.flatMap(([names = '']) => names.split(' '))
    expect(Object.keys(serverCodes).sort()).toEqual(Array.from(new Set(codes)).sort())
    for (const code of Object.keys(serverCodes)) {
      const official = rows.filter(([names = '']) => names.split(' ').includes(code))
      for (const { description, solution } of textsOf(code)) {
        const same = official.filter((row) => row[1] === description)
        expect(same).not.toHaveLength(0)
        if (solution) expect(same.map((row) => row[2])).toContain(solution)
      }
    }
  })

  it('agrees with the short table of the main entry', () => {
    expect(commonServerCodes.length).toBeGreaterThan(10)
    for (const code of commonServerCodes) {
      const { message, ...common } = commonCodes()[code] || {}
      expect(serverCodes[code]).toMatchObject({ ...common, ...(message && { message }) })
      expect(explain(code, { catalogues })).toMatchObject(common)
    }
    for (const code of ['c02', '94', '95', '96', '99']) {
      const { description, ...common } = commonCodes()[code] || {}
      expect(serverCodes[code]).toMatchObject(common)
    }
  })

  it('says what to check for every code, in the hint and never in the user’s message', () => {
    for (const code of Object.keys(serverCodes)) {
      const { hint, message, documented } = explain(code, { catalogues, locale: 'en' })
      expect(hint.length).toBeGreaterThan(10)
      expect(message).not.toMatch(/[^ -~]|\d/)
      expect(documented).toBe(true)
    }
  })
})

describe('a code’s reason follows what the user can do', () => {
  it.each([
    ['a31', 'unauthorized', 'never', 'toast', 'unauthorized'],
    ['a20', 'system', 'later', 'toast', 'system'],
    ['a10', 'system', 'later', 'toast', 'system'],
    ['N62101', 'system', 'later', 'toast', 'system'],
    ['N62127', 'system', 'later', 'toast', 'system'],
    ['BC2127', 'unauthorized', 'never', 'toast', 'unauthorized'],
    ['S52136', 'user-state', 'never', 'dialog', 'no-phone'],
    ['N62136', 'user-state', 'never', 'dialog', 'no-phone'],
    ['N62135', 'user-state', 'never', 'toast', 'phone-not-granted'],
    ['3023', 'user-state', 'never', 'dialog', 'not-registered'],
    ['a40', 'user-state', 'never', 'toast', 'already-signed'],
    ['N62112', 'invalid-params', 'never', 'toast', 'invalid-params'],
    ['N62197', 'invalid-params', 'never', 'toast', 'invalid-params'],
    ['SG0024', 'invalid-params', 'later', 'toast', 'system'],
    ['BC0025', 'invalid-params', 'never', 'toast', 'invalid-params'],
    ['BC2217', 'invalid-params', 'never', 'toast', 'invalid-params'],
    ['SG0025', 'invalid-params', 'never', 'toast', 'invalid-params'],
    ['N60025', 'invalid-params', 'never', 'toast', 'invalid-params'],
    ['BC2209', 'unauthorized', 'never', 'toast', 'unauthorized'],
    ['N60005', 'unauthorized', 'never', 'toast', 'unauthorized'],
    ['N62131', 'forbidden', 'later', 'toast', 'forbidden'],
    ['S52131', 'forbidden', 'later', 'toast', 'forbidden'],
    ['BC2132', 'forbidden', 'later', 'toast', 'forbidden'],
    ['BC0024', 'forbidden', 'later', 'toast', 'forbidden'],
    ['SG99', 'system', 'later', 'toast', 'system'],
    ['NG4000', 'system', 'later', 'toast', 'system'],
    ['N62138', 'system', 'later', 'toast', 'password-not-verified'],
  ] as const)('%s is %s', (code, reason, retry, presentation, key) => {
    const message = en.messages[key]
    expect(explain({ resp: code, msg: '' }, { catalogues, locale: 'en' })).toMatchObject({
      code,
      reason,
      retry,
      presentation,
      message,
      source: 'server',
    })
  })

  it.each(commonServerCodes)('%s has its reason without the catalogue, but no official texts', (code) => {
    const { message, ...rest } = explain({ resp: code }, { locale: 'zh' })
    expect(rest).toMatchObject({ code, source: 'server', reason: serverCodes[code]?.reason })
    expect(rest.description).toBeUndefined()
    expect(Object.values(zhHans.messages)).toContain(message)
  })
})

it('a backend’s own tokens have a hint without the catalogue', () => {
  expect(explain('a10').hint).toMatch(/renew it on your server/)
  expect(explain('a20').hint).toMatch(/sign `upsdk.config` again/)
})

describe('a code with several meanings', () => {
  it('lists all meanings for the developer, each with its advice if it has one', () => {
    const variants = [
      { description: 'one', tells: 'first' },
      { description: 'two', solution: 'do this', tells: 'second' },
    ]
    const own = [{ X1: { reason: 'system', source: 'server', hint: 'Check.', variants } as const }]
    expect(explain('X1', { catalogues: own }).hint).toBe('Check. One of: one; two (do this)')
    expect(explain({ resp: 'X1', msg: 'the second' }, { catalogues: own }).hint).toBe('Check.')
  })

  it('is told apart, since each meaning has a telling text', () => {
    for (const code of Object.keys(serverCodes)) {
      for (const { tells } of serverCodes[code]?.variants || []) expect(tells, code).not.toBe('')
    }
  })

  it.each([
    ['BC2214', '业务字段非法[0702-红包活动编号]', 0],
    ['BC2214', '业务字段非法[0706-红包活动编号]', 1],
    ['BC2214', '获取竖表权限信息失败[appId:1, BUSS_CODE + CFG_TP:2的竖表权限不存在]', 2],
    ['BC0024', '非法请求[接口调用权限认证失败]', 0],
    ['BC0024', '非法请求[业务权限认证失败,bussCode:0702]', 1],
    ['BC0025', '验签失败', 0],
    ['BC0025', '验签失败[BC0025]', 0],
    ['BC0025', '验签失败[sm_algorithm_failed]', 1],
  ])('is told apart by its text: %s: %s', (resp, msg, index) => {
    const { description, solution, hint } = explain({ resp, msg }, { catalogues })
    const meant = serverCodes[resp]?.variants?.[index]
    expect([description, solution]).toEqual([meant?.description, meant?.solution])
    expect(hint).not.toContain('One of')
  })

  it.each([
    ['BC2214', { resp: 'BC2214' }],
    ['BC2214', { resp: 'BC2214', msg: '业务字段非法' }],
    ['BC0024', { resp: 'BC0024', msg: '非法请求' }],
    ['BC0024', 'bc0024'],
  ])('%s without a telling text lists all candidates: %j', (code, failure) => {
    const { description, solution, hint } = explain(failure, { catalogues })
    expect([description, solution]).toEqual([undefined, undefined])
    for (const variant of textsOf(code)) expect(hint).toContain(variant.description)
    for (const { solution: advice = '' } of textsOf(code)) expect(hint).toContain(advice)
  })

  it('is told apart in an error too, by the value that it was made of', () => {
    const upsdk = createUpsdk({ catalogues, notify: false })
    const msg = '业务字段非法[0706-红包活动编号]'
    const error = upsdk.notify({ resp: 'BC2214', msg })
    expect(upsdk.explain(error).description).toBe(msg)
    upsdk.destroy()
  })

  it('never repeats the server’s text to the user', () => {
    const msg = '非法请求[业务权限认证失败,bussCode:SECRET]'
    for (const text of [msg, 'SECRET']) {
      expect(JSON.stringify(explain({ resp: 'BC0024', msg: text }, { catalogues }))).not.toContain('SECRET')
    }
  })
})

describe('a front-end code', () => {
  it('means the same in a server’s answer, with the table’s texts', () => {
    for (const code of ['94', '95', '96', '97', '98', '99']) {
      const asked = { catalogues, locale: 'en' }
      expect(explain({ resp: code, msg: 'x' }, asked)).toEqual(
        explain({ errcode: code }, { ...asked, method: 'bioDetect' }),
      )
    }
    expect(explain('c02', { catalogues })).toMatchObject({
      description: '非法请求',
      solution: '检查调用方法是否在upsdk.pluginReady里执行,或是否开通该接口权限',
      source: 'frontend',
    })
  })

  it.each(['94', '95', '96', '99'] as const)('%s has a message of its own that names it', (code) => {
    expect(explain(code, { locale: 'en' }).message).toBe(en.messages[code])
    expect(serverCodes[code]?.message).toBe(code)
  })

  it('has the SDK file’s text or none without the catalogue', () => {
    expect(explain('c02').description).toMatch(/^ILLEGAL_ACCESS/)
    expect(explain('94').description).toBeUndefined()
  })
})

describe('a code is found however it is written', () => {
  it.each([
    ['a31', 'A31'],
    ['N62136', ' n62136\n'],
    ['N62136', `${' '.repeat(200)}N62136`],
    ['3023', 3023],
    ['94', 94],
    ['SG99', 'sg99'],
    ['__ENV__10001', '__env__10001'],
  ])('as %s and %j', (code, given) => {
    expect(explain(given, { catalogues }).code).toBe(code)
    expect(explain({ resp: given }, { catalogues }).code).toBe(code)
    expect(explain({ errcode: given }, { catalogues, method: 'bioDetect' }).code).toBe(code)
  })

  it.each([
    '',
    ' ',
    'constructor',
    '__proto__',
    'toString',
    'a31 a20',
    'N'.repeat(10_000),
    -1,
    1.5,
    Number.NaN,
  ])('but %j is no code, and still explained', (given) => {
    // A field that is empty is no sign, so such an object is no failure (backend-success.test.ts).
    const inFields = given === '' ? [] : [{ resp: given, msg: given }, { code: given }]
    for (const failure of [given, ...inFields]) {
      expect(explain(failure, { catalogues, locale: 'en' })).toMatchObject({
        code: undefined,
        reason: 'unknown',
        source: 'unknown',
        message: en.messages.unknown,
      })
    }
  })
})

describe('the option catalogues', () => {
  const entry = { reason: 'system', source: 'server' } as const

  it('loses a malformed entry alone, and the inspector warns of it', () => {
    const bad = { OK1: entry, BAD1: { ...entry, reason: 'broken' }, BAD2: null } as unknown as CodeCatalogue
    const upsdk = createUpsdk({ catalogues: [bad] })
    expect(['OK1', 'BAD1', 'BAD2'].map((code) => upsdk.explain(code).reason)).toEqual([
      'system',
      'unknown',
      'unknown',
    ])
    upsdk.destroy()
  })

  it('never makes the function `explain` throw if malformed', () => {
    for (const bad of [null, 5, { X1: null }, { X1: {} }, { X1: 'x' }]) {
      const malformed = bad as unknown as CodeCatalogue
      expect(explain('X1', { catalogues: [malformed] }).reason).toBe('unknown')
      expect(explain('c02', { catalogues: [malformed] }).reason).toBe('forbidden')
    }
  })

  it('brings no warning if well-formed', () => {
    const variants = [{ description: 'x', tells: 'y' }]
    const more: CodeCatalogue = { X1: { ...entry, retry: 'now', presentation: 'none', hint: 'z', variants } }
    const upsdk = createUpsdk({ catalogues: [serverCodes, more] })
    expect(upsdk.explain({ resp: 'x1' })).toMatchObject({ code: 'X1', retry: 'now', presentation: 'none' })
    upsdk.destroy()
  })

  it('may spell a code in two ways: the first well-formed entry counts', () => {
    const other = { ...entry, reason: 'network' } as const
    const broken = { ...entry, reason: 'broken' } as unknown as typeof entry
    expect(createLookup([{ X1: entry, x1: broken }])('x1')).toEqual({ code: 'X1', entry })
    expect(createLookup([{ X1: broken, x1: entry }])('X1')).toEqual({ code: 'x1', entry })
    expect(createLookup([{ X1: entry, x1: other }])('x1')).toEqual({ code: 'X1', entry })
  })

  it('adds texts to known codes, and never changes their meaning', () => {
    const lookup = createLookup([
      { X1: { reason: 'network', source: 'server' } },
      { x1: { ...entry, description: 'text', solution: 'advice', hint: 'check' } },
      { X1: { ...entry } },
    ])
    expect(lookup('X1')).toEqual({
      code: 'X1',
      entry: {
        reason: 'network',
        source: 'server',
        description: 'text',
        solution: 'advice',
        hint: 'check',
        variants: undefined,
      },
    })
  })

  it('has no code twice in the kit’s own catalogue', () => {
    for (const codes of [commonCodes(), serverCodes].map(Object.keys))
      expect(new Set(codes.map((code) => code.toUpperCase())).size).toBe(codes.length)
  })
})

// @vitest-environment node
/** The site's pages of codes and methods are complete, as generated; test/pages/site.test.ts checks the built ones. */
import { describe, expect, it } from 'vitest'
import { methodRows } from '../../scripts/methods.mjs'
import { allCodes, codeList, codePage } from '../../scripts/site/codes'
import { allMethods, linesOf, methodPage } from '../../scripts/site/methods'
import { FALLBACKS_IN_CHINESE, METHODS_IN_CHINESE } from '../../scripts/site/methodsInChinese'
import { readFallbacks, readMethods } from '../../scripts/site/types'
import { en } from '../../src/texts/en'
import { zhHans } from '../../src/texts/zh-Hans'
import { typeErrors } from '../support/snippets'

describe('the page of a code', () => {
  it.each([
    ['zh', ['发生了什么', '用户怎么做', '开发者怎么做']],
    ['en', ['What happened', 'What the user does', 'What the developer does']],
  ] as const)('begins with what happened, then what user and developer do: %s', (language, names) => {
    for (const code of allCodes) {
      const [start = ''] = codePage(code, language).split('\n## ')
      const places = names.map((name) => start.indexOf(`**${name}**`))
      expect(places, code).toEqual([...places].sort((one, other) => one - other))
      expect(places, code).not.toContain(-1)
    }
  })

  it.each([
    ['zh', '；已发出的，用户看到“支付结果待确认，请先查看订单，请勿重复支付”。'],
    [
      'en',
      "if it was sent, the user sees “Payment not confirmed yet. Check your order first. Don't pay again.”",
    ],
  ] as const)('says what users read if a payment gets a code of any call: %s', (language, sentence) => {
    for (const code of ['c02', 'c05']) expect(codePage(code, language)).toContain(sentence)
    for (const code of ['94', 'a31']) expect(codePage(code, language)).not.toContain(sentence)
  })

  it.each([
    ['zh', zhHans],
    ['en', en],
  ] as const)('says of c02 what users read of a payment that was not sent: %s', (language, { messages }) => {
    expect(codePage('c02', language)).toContain(`“${messages['payment-forbidden']}”`)
  })

  it.each([
    ['a31', /你的后端/],
    ['a10', /你的后端/],
    ['a20', /你的后端/],
    ['c02', /开放平台/],
    ['99', /用户/],
    ['c05', /页面的开发者/],
  ])('says of %s who fixes it', (code, who) => {
    expect(/\*\*谁来处理\*\*：(.*)/.exec(codePage(code, 'zh'))?.[1]).toMatch(who)
  })
})

describe('the list of all codes', () => {
  it.each(['zh', 'en'] as const)('describes each of them, in a table of UnionPay or not: %s', (language) => {
    const lines = codeList(language).match(/^- \[`.*/gm) ?? []
    expect(lines).toHaveLength(allCodes.length)
    for (const line of lines) expect(line.replace(/<\/?span[^>]*>/g, '')).toMatch(/^- \[`\w+`\]\(\S+\) [^<]/)
  })
})

describe('the page of every method', () => {
  const typed = readMethods()

  it('has example calls that compile', () => {
    const calls = allMethods.filter((name) => typed.has(name))
    expect([...calls].sort()).toEqual([...typed.keys()].sort())
    for (const name of calls) expect(methodPage(name, 'en')).toContain(linesOf(name, 'en'))
    const files = calls.map((name) => ({ name: `${name}.ts`, code: linesOf(name, 'en') }))
    expect(typeErrors(files)).toEqual([])
  })

  it.each(['zh', 'en'] as const)(
    'handles the failure of a payment and of the login in its example: %s',
    (language) => {
      const payments = methodRows.filter(({ kind, present_in }) => kind === 'payment' && present_in)
      expect(payments.length).toBeGreaterThan(1)
      for (const name of ['appletAuth', ...payments.map(({ method }) => method)]) {
        expect(linesOf(name, language)).toContain(`upsdk.${name}(`)
        expect(linesOf(name, language)).toContain('catch')
      }
    },
  )

  it('begins with words, has its try-out in the outline, and sample values that look like some', () => {
    const before = (text: string) => text.slice(text.indexOf('</span>'), text.indexOf('```ts'))
    expect(before(methodPage('pay', 'zh'))).not.toContain('`')
    expect(methodPage('pay', 'en')).toContain('\n## Run it\n')
    expect(methodPage('pay', 'en')).toMatch(/&quot;tn&quot;: &quot;\d{10,}&quot;/)
  })

  it('has no members of plain strings among its parameters', () => {
    for (const [name, { parameters }] of typed)
      expect(
        parameters.filter((one) => ['charAt', 'toString'].includes(one.name)),
        name,
      ).toEqual([])
  })

  it('says in Chinese what a page does outside the wallet, if it does something', () => {
    const replaced = [...readFallbacks().keys()].filter((name) => typed.has(name)).sort()
    expect(Object.keys(FALLBACKS_IN_CHINESE).sort()).toEqual(replaced)
    for (const name of allMethods) expect(methodPage(name, 'zh'), name).not.toContain('lang="en"')
  })

  it('says in both languages on which platform alone the method works, as the table does', () => {
    for (const { method, platform } of methodRows.filter((row) => typed.has(row.method))) {
      const inEnglish = /\b(iOS|Android) only\./.exec(typed.get(method)?.doc ?? '')?.[1] ?? ''
      const inChinese = /只有 (iOS|Android)/.exec(METHODS_IN_CHINESE[method]?.does ?? '')?.[1] ?? ''
      expect([inEnglish, inChinese], method).toEqual([platform, platform])
      expect(methodPage(method, 'en').includes('| Only on |'), method).toBe(platform !== '')
    }
  })

  it('says everything in Chinese', () => {
    const names = Object.keys(METHODS_IN_CHINESE)
    expect([...typed.keys()].filter((name) => !names.includes(name))).toEqual([])
    for (const name of names) {
      const documented = typed.get(name)?.parameters.filter(({ doc }) => doc) ?? []
      const { does = '', params = {} } = METHODS_IN_CHINESE[name] ?? {}
      expect(typed.has(name), name).toBe(true)
      const missing = documented.map((one) => one.name).filter((one) => !(one in params))
      expect(missing, name).toEqual([])
      const unknown = Object.keys(params).filter(
        (one) => !typed.get(name)?.parameters.some((parameter) => parameter.name === one),
      )
      expect(unknown, name).toEqual([])
      const page = methodPage(name, 'zh')
      for (const sentence of does.split(/(?<=。)/)) expect(page).toContain(sentence)
    }
  })
})

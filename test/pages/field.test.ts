/** The built field test works in simulated wallets, on the real SDK file over both bridges, and outside. */
import { parse } from 'acorn'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Check, checks } from '../../field/checks'
import { en } from '../../field/texts/en'
import { zh } from '../../field/texts/zh'
import { exampleOf } from '../../wallet/simulator/examples'
import { BROWSER_AGENT, describeInBrowser, walletAgent } from '../browser/harness'
import { SMALL_TARGETS } from './demoPage'
import {
  buildField,
  isElsewhere,
  openField,
  overlaps,
  readsDone,
  reportsOf,
  simulated,
  statuses,
} from './fieldPage'

const SECRET = 'SECRET6222'
const reads = checks.filter(({ domain }) => domain === 'reads')
const idsOf = (all: readonly Check[]) => all.map(({ id }) => id)
const PLACES = [
  { platform: 'android', bridge: 'cordova' },
  { platform: 'ios', bridge: 'jsbridge' },
] as const

const exampleFor = ({ method, params }: Check) => exampleOf(method, params)?.value

/** The code of answers as the simulator's examples have them, with a secret in each text. */
function answers(more: Record<string, string> = {}): string {
  const secretly = (_key: string, value: unknown) => (typeof value === 'string' ? SECRET : value)
  const all = checks.map((check) => {
    const value = JSON.stringify(exampleFor(check), secretly)
    return [check.method, `UpsdkKit.succeed(${value})`] as const
  })
  return `{ ${Object.entries({ ...Object.fromEntries(all), ...more })
    .map(([method, code]) => `${method}: ${code}`)
    .join(', ')} }`
}

let html = ''

describeInBrowser('the field test', () => {
  beforeAll(async () => {
    html = await buildField()
  })

  it('is one file of ASCII with a plain script, and loads nothing', () => {
    expect(html).toMatch(/^[\0-\x7f]+$/)
    expect(html).not.toMatch(/type="?module|<link|<img|<script src|@import|url\(|import\(/)
    expect(html.match(/<script/g)).toHaveLength(1)
    const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(html) || []
    // The oldest WebViews parse this version.
    expect(() => parse(script, { ecmaVersion: 2017 })).not.toThrow()
    // In the head of a loop iOS 10 refuses them, as minifiers name them.
    expect(script).not.toMatch(/\bfor\((let|const)\b/)
    expect(html).not.toMatch(/\/\* (style\.css|main\.ts) \*\//)
  })

  describe.each(PLACES)('in a simulated wallet on $platform over $bridge', (place) => {
    const settings = JSON.stringify(place).slice(1, -1)
    const wallet = (more?: Record<string, string>) =>
      simulated(`{ ${settings}, latency: 5, answers: ${answers(more)} }`)

    it.each(['', '?raw=1'])('runs harmless checks by itself, and passes %s', async (query) => {
      const page = await openField(html, { before: wallet(), query })
      await readsDone(page)
      const all = await statuses(page)
      for (const { id } of reads) expect([id, all[id]]).toEqual([id, 'passed'])
      const rest = idsOf(checks).filter((id) => !idsOf(reads).includes(id))
      for (const id of rest) expect([id, all[id]]).toEqual([id, 'waiting'])
      expect(await page.evaluate('document.querySelector("#sum").textContent')).toContain(`${reads.length}`)
      expect(page.requested.filter(isElsewhere)).toEqual([])
      expect(page.errors).toEqual([])
      await page.done()
    })

    it('says on the first screen of a phone whether it works, and folds what passed', async () => {
      const good = await openField(html, { before: wallet() })
      await good.setViewportSize({ width: 375, height: 667 })
      await readsDone(good)
      const result = good.locator('#result')
      expect(await result.getAttribute('data-result')).toBe('good')
      const box = await result.boundingBox()
      expect((box?.y ?? 667) + (box?.height ?? 0)).toBeLessThan(667)
      expect(await good.locator('#reads [data-check]').first().isVisible()).toBe(false)
      await good.click('#reads summary')
      expect(await good.locator('#reads [data-check]').first().isVisible()).toBe(true)
      await good.done()
      const bad = await openField(html, { before: wallet({ queryData: `UpsdkKit.succeed({ code: '00' })` }) })
      await readsDone(bad)
      expect(await bad.locator('#result').getAttribute('data-result')).toBe('differs')
      expect(await bad.locator('[data-check=query]').isVisible()).toBe(true)
      await bad.done()
    })

    it('runs the rest by taps, and asks what was seen', async () => {
      const page = await openField(html, { before: wallet(), query: '?lang=en' })
      await readsDone(page)
      for (const { id, domain, answers, asks } of checks)
        if (domain !== 'reads') {
          await page.click(`[data-check="${id}"] .side button`)
          // A check without a sure answer takes its time; others continue meanwhile.
          if (answers !== 'perhaps')
            // Checks that passed are folded.
            await page.waitForSelector(`[data-check="${id}"][data-status="${asks ? 'asked' : 'passed'}"]`, {
              state: 'attached',
            })
        }
      await page.waitForFunction(() => !document.querySelector('[data-status="running"]'))
      const all = await statuses(page)
      for (const { id, asks } of checks) expect([id, all[id]]).toEqual([id, asks ? 'asked' : 'passed'])
      await page.click('[data-check="title"] .question button:nth-of-type(1)')
      await page.click('[data-check="noButton"] .question button:nth-of-type(2)')
      const after = await statuses(page)
      expect([after.title, after.noButton]).toEqual(['passed', 'differs'])
      expect(await page.locator('#field > :last-child > :last-child').textContent()).toMatch(
        /^Next: open an issue/,
      )
      const { report } = await reportsOf(page)
      expect(report.checks.find(({ id }) => id === 'noButton')).toMatchObject({ seen: false })
      await page.done()
    })

    it.each(['', '?raw=1&lang=en'])('reports differences, and missing parts %s', async (query) => {
      const page = await openField(html, {
        query,
        before: wallet({
          getSystemInfo: `UpsdkKit.succeed('${SECRET}')`,
          queryData: `UpsdkKit.succeed({ code: '00' })`,
          getBatteryInfo: `UpsdkKit.fail('c02')`,
          getMuteState: `UpsdkKit.fail('c03')`,
          getHCEState: `UpsdkKit.fail('1001')`,
          getVersionInfo: `UpsdkKit.fail({ errcode: '77', errmsg: '${SECRET}' })`,
        }),
      })
      await readsDone(page)
      expect(await statuses(page)).toMatchObject({
        systemInfo: 'differs',
        query: 'differs',
        versionInfo: 'differs',
        battery: 'impossible',
        mute: 'impossible',
        hce: 'impossible',
        keys: 'passed',
      })
      const row = await page.textContent('[data-check="query"]')
      expect(row).toContain('msg, key, value')
      expect(await page.textContent('[data-check="versionInfo"]')).toContain('77')
      await page.done()
    })

    it('has one row for checks that failed for one cause, with each behind it', async () => {
      const refused = `UpsdkKit.fail('c02')`
      const page = await openField(html, {
        before: wallet({ getBatteryInfo: refused, getMuteState: refused, getFontSizeLevel: refused }),
      })
      await readsDone(page)
      const cause = page.locator('#reads [data-cause]')
      expect(await cause.count()).toBe(1)
      expect(await cause.locator('summary').textContent()).toBe(`3 项，同一原因：${zh.why.forbidden}`)
      expect(await cause.locator('[data-check=battery]').isVisible()).toBe(false)
      await cause.locator('summary').click()
      expect(await cause.locator('[data-check=battery]').isVisible()).toBe(true)
      expect(await page.locator('main h1').count()).toBe(1)
      await page.done()
    })

    it('has one row for checks that all got nothing where an object was expected', async () => {
      const nothing = 'UpsdkKit.succeed()'
      const page = await openField(html, {
        query: '?lang=en',
        before: wallet({ getBatteryInfo: nothing, getVersionInfo: nothing, getScreenBrightness: nothing }),
      })
      await readsDone(page)
      expect(await page.locator('#reads [data-cause] summary').allTextContents()).toEqual([
        '3 checks, one cause: success with nothing instead of an object',
      ])
      await page.done()
    })

    it('has no secret in its report, whose trace replays', async () => {
      const page = await openField(html, {
        query: '?lang=en',
        before: wallet({ pay: `UpsdkKit.fail('01')`, scanQRCode: `UpsdkKit.succeed('${SECRET}')` }),
      })
      await readsDone(page)
      for (const id of ['scan', 'auth', 'gps'])
        await page
          .click(`[data-check="${id}"] .side button`)
          .then(() =>
            page.waitForSelector(`[data-check="${id}"][data-status="passed"]`, { state: 'attached' }),
          )
      await page.fill('#tn', SECRET)
      await page.click('#pay')
      await page.waitForSelector('[data-how="fail"]')
      const { text, report } = await reportsOf(page)
      expect(text + JSON.stringify(report)).not.toContain(SECRET)
      expect(text + JSON.stringify(report)).not.toContain('mini.example')
      expect(report.payments).toMatchObject([{ how: 'fail', reason: 'cancelled', hidden: false }])
      expect(report.facts.environment).toMatchObject(place)
      expect(report.facts.agent).toMatchObject({ opened: 'upApplet' })
      expect(report.facts.agent?.fields).toContain('version 1010')
      expect(text).toContain('; upApplet; ')
      expect(report.trace.calls.length).toBeGreaterThan(reads.length + 3)
      const seen = await statuses(page)
      await page.done()

      const again = await openField(html, {
        before: simulated(`{ replay: ${JSON.stringify(report.trace)} }`),
      })
      await readsDone(again)
      const replayed = await statuses(again)
      for (const { id } of reads) expect([id, replayed[id]]).toEqual([id, seen[id]])
      await again.done()
    })
  })

  describe.each(PLACES)('on the real SDK file on $platform over $bridge', (place) => {
    const before = `native.wait = 2; native.answers = new Proxy({}, { get: (_, name) => {
      const given = ${JSON.stringify(Object.fromEntries(checks.map((check) => [check.method, exampleFor(check)])))}
      const value = given[String(name).split('.').pop()]
      return { success: value && typeof value === 'object' && ${place.platform === 'android'} ? JSON.stringify(value) : value }
    } })`

    it.each(['', '?raw=1'])('runs the checks that the file can meet, and passes %s', async (query) => {
      const page = await openField(html, { userAgent: walletAgent(place), before, query })
      await readsDone(page)
      const all = await statuses(page)
      for (const id of ['screenParams', 'brightness', 'save', 'query', 'keys', 'delete', 'hce', 'nfc'])
        expect([id, all[id]]).toEqual([id, 'passed'])
      // The file of 2021 has none of the newest methods.
      for (const id of ['systemInfo', 'battery', 'mute']) expect([id, all[id]]).toEqual([id, 'impossible'])
      const { report } = await reportsOf(page)
      expect(report.facts).toMatchObject({ sdk: 'loaded', hasPluginReady: true })
      expect(report.facts.readyAfter).toBeGreaterThanOrEqual(0)
      expect(page.requested.filter(isElsewhere)).toEqual([])
      expect(page.errors).toEqual([])
      await page.done()

      const again = await openField(html, {
        before: simulated(`{ replay: ${JSON.stringify(report.trace)} }`),
        query,
      })
      await readsDone(again)
      expect(await statuses(again)).toEqual(all)
      await again.done()
    })
  })

  it('pays a second time only after a warning', async () => {
    const page = await openField(html, {
      before: simulated(`{ latency: 5, answers: { ...${answers()}, pay: UpsdkKit.silent() } }`),
      query: '?raw=1&lang=en',
    })
    await readsDone(page)
    expect(await page.isDisabled('#pay')).toBe(true)
    await page.fill('#tn', '123')
    await page.click('#pay')
    await page.evaluate('window.dispatchEvent(new Event("blur"))')
    const sent = () =>
      page.evaluate<number>('simulator.calls.filter(({ method }) => method === "pay").length')
    expect(await sent()).toBe(1)
    await page.click('#pay-again')
    expect(await sent()).toBe(1)
    expect(await page.textContent('.warning')).toContain('second time')
    await page.click('#pay-again')
    expect(await sent()).toBe(2)
    const { report } = await reportsOf(page)
    expect(report.payments).toMatchObject([
      { how: 'open', turn: 1, mode: 'raw' },
      { how: 'open', turn: 2 },
    ])
    expect(report.payments[0]?.blurredAfter).toBeGreaterThanOrEqual(0)
    await page.done()
  })

  it.each(['loads', 'fails'])('outside the wallet, where upsdk.js %s, says how to get in', async (how) => {
    const page = await openField(html, {
      userAgent: BROWSER_AGENT,
      sdkFails: how === 'fails',
      query: '?lang=en',
    })
    await readsDone(page)
    expect(await page.textContent('#way-in')).toContain('UnionPay App')
    expect(await page.locator('#way-in canvas').count()).toBe(1)
    // Nothing was tried, so there is no report, and no statement about a wallet.
    expect(await page.locator('#report-panel, #to-report, #mode, [data-check]').count()).toBe(0)
    expect(await page.locator('canvas').count()).toBe(1)
    expect(await page.locator('#place dt').count()).toBe(3)
    expect(await statuses(page)).toEqual({})
    expect(page.requested.filter(isElsewhere)).toEqual([])
    expect(page.errors).toEqual([])
    await page.done()
  })

  it('marks the next check to tap, one after the other, in sight among the rest', async () => {
    const page = await openField(html, { before: simulated(`{ latency: 5, answers: ${answers()} }`) })
    await readsDone(page)
    const next = page.locator('[aria-current=step]')
    const rest = checks.filter(({ domain, asks }) => domain !== 'reads' && !asks)
    for (const { id } of rest.slice(0, 2)) {
      expect(await next.evaluateAll((all) => all.map((row) => row.getAttribute('data-check')))).toEqual([id])
      const [own, other] = [next.locator('.side button'), page.locator('[data-check=noButton] .side button')]
      const colour = (one: Element) => getComputedStyle(one).backgroundColor
      expect(await own.evaluate(colour)).not.toBe(await other.evaluate(colour))
      await own.click()
      await page.locator(`[data-check=${id}]:not([aria-current])`).waitFor({ state: 'attached' })
    }
    await page.done()
  })

  it('says why it has no QR code, at an address that is each device’s own', async () => {
    const page = await openField(html, { userAgent: BROWSER_AGENT })
    const own = 'http://127.0.0.1:9/'
    await page.route(`${own}**`, (route) => route.fulfill({ body: html, contentType: 'text/html' }))
    await page.goto(own)
    await page.getByText(zh.wayIn.local).or(page.getByText(en.wayIn.local)).waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
    await page.done()
  })

  it.each([
    ['en_US', 'en'],
    ['zh_CN', 'zh-Hans'],
  ])('in a wallet of %s is in %s, and can be switched', async (language, lang) => {
    const page = await openField(html, {
      before: simulated(`{ language: '${language}', answers: ${answers()} }`),
    })
    await readsDone(page)
    expect(await page.getAttribute('html', 'lang')).toBe(lang)
    await page.click('#language')
    expect(await page.getAttribute('html', 'lang')).not.toBe(lang)
    expect(await page.locator('[data-status="passed"]').count()).toBe(reads.length)
    await page.done()
  })

  it('does not scroll sideways on any phone, and has large buttons', async () => {
    const long = `UpsdkKit.fail({ errcode: '77', errmsg: 'x' })`
    for (const language of ['zh', 'en']) {
      const page = await openField(html, {
        query: `?lang=${language}`,
        before: simulated(
          `{ answers: ${answers({ queryData: long, getSystemInfo: 'UpsdkKit.succeed("x")' })} }`,
        ),
      })
      await readsDone(page)
      await page.click('#copy')
      for (const width of [320, 375, 768]) {
        await page.setViewportSize({ width, height: 700 })
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        expect(await page.evaluate(SMALL_TARGETS)).toEqual([])
        // Below 16 px iOS zooms the page.
        expect(await page.evaluate('getComputedStyle(document.querySelector("#tn")).fontSize')).toBe('16px')
        expect(await overlaps(page, '#language', 'h1, header p')).toEqual([])
      }
      await page.done()
    }
  })
})

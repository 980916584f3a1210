/** The phone keeps its state in its address, and writes the lines of “use it in my page”. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changesOf, fixedMethods, linkOf, readLink, USUAL_LOOK } from '../../../wallet/phone/link'
import { linesFor, toldBuild } from '../../../wallet/phone/useItLines'

describe('a link with the phone’s state', () => {
  it('restores what was chosen for anyone who opens it', () => {
    const settings = { situation: 'c02', inPlace: true, platform: 'ios', bridge: 'jsbridge' } as const
    const look = { size: '390x844', landscape: true, theme: 'dark' } as const
    const link = linkOf({ ...settings, language: 'en_US' }, look)
    expect(link).toBe(
      '?situation=c02&mode=kit&size=390x844&landscape=1&platform=ios&bridge=jsbridge&theme=dark&language=en_US',
    )
    expect(readLink(link)).toMatchObject({
      settings: { ...settings, language: 'en_US' },
      look,
      unknown: [],
      isOld: false,
    })
  })

  it('has every name, usual values too, and never answers, results or options of the kit', () => {
    const settings = { answers: { pay: '02' }, results: { pay: 1 }, kitOptions: { locale: 'en' } } as const
    expect(linkOf(settings, USUAL_LOOK)).toBe(
      '?situation=none&mode=raw&size=375x667&landscape=0&platform=android&bridge=cordova&theme=system&language=zh_CN',
    )
  })

  it('leaves fixed answers where they are, which a situation overrides, and results, which it does not', () => {
    const fixed = { answers: { pay: '02' }, results: { scanQRCode: 1 } } as const
    expect(fixedMethods(fixed)).toEqual(['pay', 'scanQRCode'])
    expect(fixedMethods({ ...fixed, situation: 'late' })).toEqual(['scanQRCode'])
  })

  it('gives the same on a desk with other settings', () => {
    const { settings } = readLink(linkOf({}, USUAL_LOOK))
    const desk = {
      situation: 'c02',
      inPlace: true,
      platform: 'ios',
      bridge: 'jsbridge',
      language: 'ja_JP',
    } as const
    expect(linkOf({ ...desk, ...settings }, USUAL_LOOK)).toBe(linkOf({}, USUAL_LOOK))
  })

  it('changes what it names and nothing else', () => {
    expect(readLink('?situation=c02').settings).toEqual({ situation: 'c02' })
    expect(readLink('?situation=none').settings).toEqual({ situation: null })
  })

  it('of an earlier version opens the situation that has its face check now, and says so', () => {
    expect(readLink('?situation=94')).toMatchObject({
      settings: { situation: 'failed' },
      unknown: [],
      isOld: true,
    })
  })

  it('of two states has what differs', () => {
    expect(changesOf({}, { situation: 'c02', inPlace: true }, USUAL_LOOK)).toBe('situation=c02&mode=kit')
    expect(changesOf({}, { answers: { pay: '01' } }, USUAL_LOOK)).toBe('')
  })

  it.each([
    'situation=nonsense',
    'situation=toString',
    'mode=both',
    'size=1x1',
    'landscape=maybe',
    'platform=windows',
    'language=%0d%0aX-Header',
    'theme=__proto__',
    'answers=%7B%22pay%22%3A%2202%22%7D',
    'kitOptions=%7B%7D',
    '__proto__=1',
  ])('omits unknown settings, and lists them: %s', (query) => {
    const { settings, look, unknown } = readLink(`?${query}`)
    expect(settings).toEqual({})
    expect(look).toEqual(USUAL_LOOK)
    expect(unknown).toHaveLength(1)
  })

  it.each([
    ['platform=windows', 'android, ios, harmony'],
    ['theme=pink', 'system, light, dark'],
    ['mode=both', 'raw, kit'],
    ['answers=%7B%7D', ''],
  ])('says what an unknown setting takes: %s', (query, takes) => {
    expect(readLink(`?${query}`).unknown).toMatchObject([{ takes }])
  })

  it('names no situation as a link does', () => {
    const [part] = readLink('?situation=nonsense').unknown
    expect(part?.takes).toMatch(/success, .*, none$/)
  })
})

describe('the lines of “use it in my page”', () => {
  it.each([
    [['https://open.95516.com/s/open/js/upsdk.js', '/js/jquery.js'], 'script'],
    [['http://x/@vite/client', 'http://x/src/main.ts'], 'vite'],
    [['/js/chunk-vendors.1a2b3c4d.js', '/js/app.1a2b3c4d.js'], 'vueCli'],
    [['window.__uniConfig = {}'], 'uniApp'],
    [['/js/taro.js', '/js/app.js'], 'taro'],
  ] as const)('fit a page with the scripts %j', (scripts, build) => {
    expect(toldBuild(scripts, '')).toBe(build)
  })

  const readSnippet = (language: 'zh' | 'en', name: string) =>
    readFileSync(`examples/snippets/${language}/${name}`, 'utf8').trimEnd()

  it.each(['zh', 'en'] as const)('are those of the guides, in the reader’s language: %s', (language) => {
    expect(linesFor('script', language)).toBe(readSnippet(language, 'one-line.html'))
    const module = readSnippet(language, 'one-line.ts')
    expect(linesFor('vite', language)).toBe(
      `${module.replace('wallet.ts', 'src/wallet.ts')}\n\n// src/main.ts\nimport './wallet'`,
    )
    for (const build of ['vueCli', 'uniApp', 'taro'] as const)
      expect(linesFor(build, language)).toContain(module.replace('wallet.ts', 'src/wallet.js'))
  })

  it.each([
    ['uniApp', 'uni-app', '// src/main.js\n// #ifdef H5\nimport'],
    ['taro', 'taro', '// src/app.jsx\nimport'],
    ['vueCli', 'vue-2', '// src/main.js\nimport'],
  ] as const)('go into the entry that the guide has for %s: %s', (build, guide, entry) => {
    expect(linesFor(build, 'en')).toContain(entry)
    const [file = ''] = /src\/[\w.]+(?=\n)/.exec(entry) || []
    expect(readFileSync(`docs/${guide}.md`, 'utf8')).toContain(file)
  })

  it('contain the options that were tried, beside those of the guides', () => {
    const tried = { locale: 'en', translateFail: true, notify: false }
    expect(linesFor('script', 'zh', tried)).toContain(`createUpsdk({
    translateFail: true,
    locale: "en",
    notify: false,
    actions: {`)
    const lines = linesFor('vite', 'en', { translateFail: false })
    expect(lines).toContain('\n  translateFail: false,\n')
    expect(lines).not.toContain('translateFail: true')
  })
})

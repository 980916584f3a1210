/** The phone keeps its state in its address, and writes the lines of “use it in my page”. */
import { describe, expect, it } from 'vitest'
import { changesOf, linkOf, readLink, USUAL_LOOK } from '../../../wallet/phone/link'
import { linesFor, toldBuild } from '../../../wallet/phone/useItLines'

describe('a link with the phone’s state', () => {
  it('restores what was chosen for anyone who opens it', () => {
    const settings = { situation: 'c02', inPlace: true, platform: 'ios', bridge: 'jsbridge' } as const
    const look = { size: '390x844', landscape: true, theme: 'dark' } as const
    const link = linkOf({ ...settings, language: 'en_US' }, look)
    expect(link).toBe(
      '?situation=c02&mode=kit&size=390x844&landscape=1&platform=ios&bridge=jsbridge&theme=dark&language=en_US',
    )
    expect(readLink(link)).toEqual({ settings: { ...settings, language: 'en_US' }, look, unknown: [] })
  })

  it('has every name, usual values too, and never answers, results or options of the kit', () => {
    const settings = { answers: { pay: '02' }, results: { pay: 1 }, kitOptions: { locale: 'en' } } as const
    expect(linkOf(settings, USUAL_LOOK)).toBe(
      '?situation=none&mode=raw&size=375x667&landscape=0&platform=android&bridge=cordova&theme=system&language=zh_CN',
    )
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

  it('contain the options that were tried, and quotation marks only if needed', () => {
    expect(linesFor('vite', { locale: 'en' })).toContain(`createUpsdk({
  translateFail: true,
  locale: "en"
})`)
  })

  it.each(['script', 'vite', 'vueCli', 'uniApp', 'taro'] as const)(
    'make a kit window.upsdk with %s',
    (build) => {
      expect(linesFor(build)).toMatch(/upsdk = |upsdk: createUpsdk/)
    },
  )
})

/** Links that only the wallet opens, and UnionPay’s consent page, are followed in place of the browser. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import { followAuthorization } from '../../../wallet/page/watch/authorization'
import { navigateEvents } from '../../../wallet/page/watch/navigation'
import { followWalletLinks } from '../../../wallet/page/watch/walletLinks'
import type { Answer } from '../../../wallet/simulator/answers'
import { en } from '../../../wallet/view/texts/en'
import { eventually } from '../../support/eventually'
import { putBack } from '../../support/putBack'

const TARGET = 'https://h5.example'

let log: Log
let navigation: EventTarget
let isInside: boolean

beforeEach(() => {
  navigation = new EventTarget()
  vi.stubGlobal('navigation', navigation)
  isInside = true
  log = createLog()
})
afterEach(putBack)

const notes = () => log.notes.map((note) => [note.kind, note.kind !== 'seen' && note.text])

/** Begins a navigation. @returns whether the page stays, and whether other listeners hear of it */
function navigate(url: string, cancelable = true) {
  const later = vi.fn()
  navigation.addEventListener('navigate', later, { once: true })
  const event = Object.assign(new Event('navigate', { cancelable }), { destination: { url } })
  navigation.dispatchEvent(event)
  navigation.removeEventListener('navigate', later)
  return { stays: event.defaultPrevented, isHidden: !later.mock.calls.length }
}
const TAKEN = { stays: true, isHidden: true }
const LEFT = { stays: false, isHidden: false }

describe('the navigations of a window', () => {
  it('are told by their address and event, each, and no other event is', () => {
    const heard = vi.fn()
    navigateEvents(heard)
    navigate('https://a.example/')
    navigate('#b')
    navigation.dispatchEvent(new Event('navigatesuccess'))
    expect(heard.mock.calls.map(([url, event]) => [url, (event as Event).type])).toEqual([
      ['https://a.example/', 'navigate'],
      ['#b', 'navigate'],
    ])
  })

  it('are not followed in an old browser, and nothing throws', () => {
    vi.stubGlobal('navigation', undefined)
    const heard = vi.fn()
    navigateEvents(heard)
    navigate('https://a.example/')
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('a link that only the wallet opens', () => {
  let opened: unknown[]

  beforeEach(() => {
    opened = []
    followWalletLinks(
      log,
      () => isInside,
      (page) => void opened.push(page),
    )
  })

  it.each([
    ['upwallet://applet', 'upwallet://applet', {}],
    ['UPWallet:applet?', 'UPWallet:applet', {}],
    ['upwallet://a/b?id=1&name=%E4%BA%91&id=2', 'upwallet://a/b', { id: '2', name: '云' }],
    ['upwallet://a?b=%&c', 'upwallet://a', { b: '%', c: '' }],
    [
      'upwallet://a?url=https://b.example/?c=1&d=2',
      'upwallet://a',
      { url: 'https://b.example/?c=1', d: '2' },
    ],
  ])('%s opens in place of the navigation', (url, method, params) => {
    expect(navigate(url)).toEqual(TAKEN)
    expect(opened).toEqual([{ method, params }])
    expect(notes()).toEqual([['wallet-link', method]])
  })

  it.each([
    'https://a.example/?upwallet:',
    'https://a.example/upwallet://applet',
    'upwallets://applet',
    'upwallet',
  ])('is not what %s is', (url) => {
    expect(navigate(url)).toEqual(LEFT)
    expect([opened, notes()]).toEqual([[], []])
  })

  it('is left to the browser outside the wallet, and where nothing can stop it', () => {
    expect(navigate('upwallet://applet', false)).toEqual(LEFT)
    isInside = false
    expect(navigate('upwallet://applet')).toEqual(LEFT)
    expect([opened, notes()]).toEqual([[], []])
  })
})

describe('a navigation to UnionPay’s consent page', () => {
  const PAGE = 'https://open.95516.com/s/open/html/oauth.html'
  const BACK = 'https://h5.example/back'
  const asked = (redirectUri = BACK) =>
    `${PAGE}?appId=a&scope=upapi_mobile&state=s&redirectUri=${encodeURIComponent(redirectUri)}`

  let answer: Answer | undefined
  const answerFor = vi.fn<(authorization: unknown) => Answer | undefined>()
  const assign = vi.fn()
  let returnsHere: boolean

  beforeEach(() => {
    vi.spyOn(location, 'assign').mockImplementation(assign.mockReset())
    answerFor.mockReset().mockImplementation(() => answer)
    const toHere = (address: string) => address.replace(TARGET, location.origin)
    returnsHere = false
    followAuthorization({
      isInside: () => isInside,
      answer: answerFor,
      toHere,
      returnsHere: () => returnsHere,
      log,
      words: en,
    })
  })

  it('returns to the page here, with the code of the settings', () => {
    answer = { kind: 'succeed', value: { code: 'c1' } }
    expect(navigate(asked())).toEqual(TAKEN)
    expect(assign.mock.calls).toEqual([[`${location.origin}/back?code=c1&state=s`]])
    expect(notes()).toEqual([['authorization', en.authorization.back('upapi_mobile', '/back')]])
  })

  it('is answered by what the page asked for', () => {
    const own = vi.fn((): Answer => ({ kind: 'silent' }))
    answer = own
    navigate(asked())
    const authorization = { appId: 'a', scope: 'upapi_mobile', state: 's', redirectUri: BACK, planId: '' }
    expect(answerFor.mock.calls).toEqual([[authorization]])
    expect(own.mock.calls).toEqual([[authorization]])
  })

  it('returns with an error if the user refuses', () => {
    answer = { kind: 'fail', failure: 'c02' }
    expect(navigate(asked())).toEqual(TAKEN)
    expect(assign.mock.lastCall?.[0]).toMatch(/\/back\?state=s&errmsg=c02&errorcode=c02$/)
    expect(notes()).toEqual([['authorization', en.authorization.refused('upapi_mobile', '/back')]])
  })

  it('stays on the page without an answer', () => {
    answer = { kind: 'silent' }
    expect(navigate(asked())).toEqual(TAKEN)
    expect(assign).not.toHaveBeenCalled()
    expect(notes()).toEqual([['authorization', en.authorization.stays('upapi_mobile')]])
  })

  it.each<[string, Answer]>([
    ['', { kind: 'succeed', value: { code: 'c1' } }],
    ['/back', { kind: 'fail', failure: 'c02' }],
    ['javascript:alert(1)', { kind: 'succeed', value: { code: 'c1' } }],
    ['http://localhost:99999/', { kind: 'succeed', value: { code: 'c1' } }],
  ])('stays on the page if redirectUri is %j, and says why', (redirectUri, given) => {
    answer = given
    navigate(asked(redirectUri))
    expect(assign).not.toHaveBeenCalled()
    expect(notes()).toEqual([['authorization', en.authorization.malformed(redirectUri)]])
  })

  it.each<[string, string, string[]]>([
    ['an encoded address', `scope=upapi_mobile&redirectUri=${encodeURIComponent(`${BACK}?a=1&b=2#c`)}`, []],
    ['an address that is not encoded', `scope=upapi_mobile&redirectUri=${BACK}?a=1&b=2`, ['not-encoded']],
    [
      'an address behind one that is encoded',
      `redirectUri=${encodeURIComponent(BACK)}&from=https://h5.example/`,
      [],
    ],
    ['an address encoded twice', `redirectUri=${encodeURIComponent(encodeURIComponent(BACK))}`, []],
    ['a page by http', `redirectUri=${encodeURIComponent('http://h5.example/')}`, ['not-https']],
    ['a page in development', `redirectUri=${encodeURIComponent('http://localhost:5173/')}`, []],
    ['a page of a private network', `redirectUri=${encodeURIComponent('http://192.168.0.2/')}`, []],
    ['no address', 'scope=upapi_mobile', []],
    ['a contract', `scope=upapi_contract&planId=1&redirectUri=${encodeURIComponent(BACK)}`, []],
    [
      'a contract without its plan',
      `scope=upapi_contract&redirectUri=${encodeURIComponent(BACK)}`,
      ['no-plan'],
    ],
    [
      'several faults',
      'scope=upapi_contract&redirectUri=http://h5.example/?a=1&b=2',
      ['not-encoded', 'not-https', 'no-plan'],
    ],
  ])('says what is wrong with its address: %s', (_what, query, faults) => {
    answer = { kind: 'silent' }
    navigate(`${PAGE}?appId=a&${query}`)
    expect(log.notes).toMatchObject([{ kind: 'authorization', end: 'silent', faults, returns: false }])
  })

  describe('whose redirectUri is at another host than the page', () => {
    const PRODUCTION = 'https://m.bank.example/a/back?x=1#/done'
    const HERE = `${location.origin}/a/back?x=1#/done`

    it('offers the same path here, and no other page does', () => {
      const own = vi.fn((_params: unknown): Answer => ({ kind: 'silent' }))
      answer = own
      navigate(asked(PRODUCTION))
      navigate(asked())
      navigate(asked(`${location.origin}/back`))
      navigate(asked('back'))
      expect(own.mock.calls.map(([given]) => (given as { here?: string }).here)).toEqual([
        HERE,
        undefined,
        undefined,
        undefined,
      ])
    })

    it.each<[string, Answer, string]>([
      ['a code', { kind: 'succeed', value: { code: 'c1' } }, 'code=c1&state=s'],
      ['a refusal', { kind: 'fail', failure: 'c02' }, 'state=s&errmsg=c02&errorcode=c02'],
    ])('returns to either with %s, as the developer chose', (_what, given, fields) => {
      answer = given
      navigate(asked(PRODUCTION))
      returnsHere = true
      navigate(asked(PRODUCTION))
      navigate(asked())
      const back = (page: string) => [`${page}&${fields}#/done`]
      expect(assign.mock.calls).toEqual([
        back('https://m.bank.example/a/back?x=1'),
        back(`${location.origin}/a/back?x=1`),
        [`${location.origin}/back?${fields}`],
      ])
    })
  })

  it('waits for an answer that comes later', async () => {
    answer = () => Promise.resolve({ kind: 'succeed', value: { code: 'c1' } } as const)
    expect(navigate(asked())).toEqual(TAKEN)
    expect(notes()).toEqual([])
    await eventually(() => expect(assign).toHaveBeenCalledOnce())
    expect(notes()).toHaveLength(1)
  })

  it('is left to the browser outside the wallet, and where nothing can stop it', () => {
    expect(navigate(asked(), false)).toEqual(LEFT)
    isInside = false
    expect(navigate(asked())).toEqual(LEFT)
    expect([answerFor.mock.calls, notes()]).toEqual([[], []])
  })

  it('is told from a navigation to another page', () => {
    expect(navigate(`https://a.example/?${asked()}`)).toEqual(LEFT)
    expect([answerFor.mock.calls, notes()]).toEqual([[], []])
  })
})

/** `shareLink` leads from a shared message back into the mini-program. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { shareLink } from '../../src/openInApp'
import { kit, pass, useWallets, wallet } from '../support/wallet'

useWallets()

const SHARE_PAGE = 'https://base.95516.com/s/wl/WebAPP/helpAgree/page/help/shareRutineHelp.html'

/** Returns what UnionPay's page reads out of the link. */
function readLink(link: string): { encryptAppId: string; toLink: string } {
  const url = new URL(link)
  expect(url.origin + url.pathname).toBe(SHARE_PAGE)
  expect([...url.searchParams.keys()]).toEqual(['params'])
  const { toLink, ...rest } = JSON.parse(atob(url.searchParams.get('params') || ''))
  return { ...rest, toLink: decodeURIComponent(toLink) }
}

describe('shareLink()', () => {
  it('equals the link that is known from a mini-program in production', () => {
    const link = shareLink({ encryptAppId: 'e435a17fdd158318', toLink: 'https://digiup.qpcoupon.com/' })
    expect(new URL(link).searchParams.get('params')).toBe(
      'eyJlbmNyeXB0QXBwSWQiOiJlNDM1YTE3ZmRkMTU4MzE4IiwidG9MaW5rIjoiaHR0cHMlM0ElMkYlMkZkaWdpdXAucXBjb3Vwb24uY29tJTJGIn0=',
    )
  })

  it.each([
    ['Chinese', 'https://m.example/商品/咖啡?名=拿铁'],
    ['a hash route with a query', 'https://m.example/#/shop/7?id=8&from=a'],
    ['plus, slash and equals', 'https://m.example/a+b/?q=1+1=2&r=/'],
    ['a percent sign', 'https://m.example/%E5%95%86?rate=5%25'],
    ['quotes and backslashes', 'https://m.example/?q="a"\\b'],
    ['an emoji', 'https://m.example/?q=🎁'],
  ])('brings %s back unchanged', (_what, toLink) => {
    expect(readLink(shareLink({ encryptAppId: 'app', toLink }))).toEqual({ encryptAppId: 'app', toLink })
  })

  it('keeps every base64 text as one query value', () => {
    // A tilde in each third position gives a plus.
    for (const end of ['~', '~~', '~~~', '>>>', '???'])
      for (const encryptAppId of [end, `a${end}`, `ab${end}`]) {
        const link = shareLink({ encryptAppId, toLink: 'https://m.example/' })
        expect(link.split('params=')[1]).toMatch(/^[A-Za-z0-9%]+$/)
        expect(readLink(link).encryptAppId).toBe(encryptAppId)
      }
  })

  it('leads to this page with path and hash route only, plus what `keep` names', () => {
    const href = 'https://m.example/a?id=7&tn=SECRET#/b?x=SECRET'
    vi.spyOn(document, 'location', 'get').mockReturnValue({ href } as Location)
    expect(readLink(shareLink({ encryptAppId: 'app' })).toLink).toBe('https://m.example/a#/b')
    expect(readLink(shareLink({ encryptAppId: 'app', keep: ['id'] })).toLink).toBe(
      'https://m.example/a?id=7#/b',
    )
    const asked = shareLink({ encryptAppId: 'app', toLink: () => 'https://m.example/now' })
    expect(readLink(asked).toLink).toBe('https://m.example/now')
  })

  it.each([
    [{}, 'encryptAppId'],
    [undefined, 'encryptAppId'],
    [{ encryptAppId: '' }, 'encryptAppId'],
    [{ encryptAppId: 'a', toLink: 'javascript:1' }, 'toLink'],
    [{ encryptAppId: 'a', keep: 'id' }, 'keep'],
  ])('refuses %j, and names what is malformed', (options, name) => {
    expect(() => shareLink(options as never)).toThrow(TypeError)
    expect(() => shareLink(options as never)).toThrow(name)
  })
})

describe('a shareUrl that is a page’s bare address', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
  })
  const warnings = () => vi.mocked(console.warn).mock.calls.map(([line]) => String(line))
  const bare = { title: 't', shareUrl: 'https://m.example/page?id=1' }
  const channel = { shareId: '0', shareType: '1' } as const

  it('brings one warning a kit on the console in development, which names shareLink', async () => {
    const sim = wallet()
    const upsdk = kit()
    for (let times = 0; times < 3; times++) {
      await upsdk.showSharePopup(bare)
      await pass(10_000)
    }
    expect(warnings()).toEqual([expect.stringContaining('shareLink of upsdk-kit/open-in-app')])
    expect(sim.calls[0]?.params).toMatchObject({ title: 't' })
    await kit().showSharePopup(bare)
    expect(warnings()).toHaveLength(2)
  })

  it.each(['showSharePopup', 'shareSinglePlugin', 'showShareMorePanel'] as const)(
    'brings a warning, unlike a link that leads back, or none: %s',
    async (method) => {
      wallet()
      const upsdk = kit()
      const shareUrl = shareLink({ encryptAppId: 'e435', toLink: 'https://m.example/' })
      await upsdk[method]({ ...channel, title: 't', shareUrl })
      await upsdk[method]({ ...channel, title: 't' })
      expect(warnings()).toEqual([])
      await upsdk[method]({ ...channel, title: 't', shareUrl: 'upwallet://applet?encryptAppId=e435' })
      expect(warnings()).toEqual([])
      await upsdk[method]({ ...channel, ...bare, shareUrl: 'https://open.95516.com/s/open/index.html' })
      expect(warnings()).toEqual([expect.stringContaining(method)])
    },
  )

  it('brings no warning in other methods', async () => {
    wallet()
    await kit().call('setAppletShareInfo', bare as never)
    expect(warnings()).toEqual([])
  })
})

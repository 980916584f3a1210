/** The fallbacks for files survive pages that abort, unload, or pass odd values; real choosers: test/pages. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { webFallbacks } from '../../src/fallbacks'
import { chooser, outside } from '../support/outside'
import { failureOf, give, kit, pass, useWallets } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

const file = new File(['x'], 'a.jpg')

describe('the fallbacks that handle files:', () => {
  it('files are chosen by a known kind, whatever the page passes', async () => {
    const { asked } = chooser()
    outside()
      .chooseFileFromAlbum({ maxSize: 1, sourceType: 'constructor' as '00' })
      .catch(() => {})
    await pass(10)
    expect(asked[0]?.accept).toBe('image/*,video/*')
  })

  it('chosen files are forgotten when the kit is destroyed', async () => {
    const { choose } = chooser()
    const upsdk = outside()
    const call = upsdk.chooseFileFromAlbum({ maxSize: 100, sourceType: '01' })
    await pass(1)
    choose(file)
    const { url } = await call
    const read = { url, bufferSize: 10, fromOffset: 0 }
    expect(await upsdk.readAlbumData(read)).toMatchObject({ isFinished: '1' })
    upsdk.destroy()
    expect(await failureOf(kit({ fallbacks: webFallbacks }).readAlbumData(read))).toMatchObject({
      code: '07',
    })
  })

  it('a chosen file may arrive seconds after the page is back, in browsers without the event cancel', async () => {
    const CSS = { supports: () => false }
    give(window, 'CSS', CSS)
    const { choose } = chooser()
    const upsdk = outside()
    const call = upsdk.chooseFileFromAlbum({ maxSize: 100, sourceType: '01' })
    await pass(10)
    window.dispatchEvent(new Event('focus'))
    await pass(4000)
    choose(file)
    expect(await call).toMatchObject({ filename: 'a.jpg' })
    const cancelled = failureOf(upsdk.chooseFileFromAlbum({ maxSize: 100, sourceType: '01' }))
    await pass(10)
    window.dispatchEvent(new Event('focus'))
    await pass(6000)
    expect(await cancelled).toMatchObject({ reason: 'cancelled' })
  })

  it('a chosen file may arrive at any time in browsers with the event cancel', async () => {
    give(window, 'CSS', { supports: () => true })
    const { choose } = chooser()
    const call = outside().chooseFileFromAlbum({ maxSize: 100, sourceType: '01' })
    await pass(10)
    window.dispatchEvent(new Event('focus'))
    await pass(60_000)
    choose(file)
    expect(await call).toMatchObject({ filename: 'a.jpg' })
  })

  it('choosing a file without a tap is refused, since browsers would ignore it', async () => {
    give(navigator, 'userActivation', { isActive: false, hasBeenActive: true })
    const { asked } = chooser()
    const upsdk = outside()
    for (const call of [upsdk.chooseImage(), upsdk.chooseFileFromAlbum({ maxSize: 1, sourceType: '01' })]) {
      const error = await failureOf(call)
      expect(error).toMatchObject({ reason: 'unsupported', sent: false })
      expect(error.hint).toContain('click handler')
    }
    expect(asked).toEqual([])
    expect(document.querySelectorAll('input').length).toBe(0)
  })

  it('a file is not downloaded once its call is aborted', async () => {
    let load = (_response: unknown) => {}
    vi.spyOn(window, 'fetch').mockImplementation(() => new Promise((resolve) => (load = resolve as never)))
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const controller = new AbortController()
    const upsdk = outside()
    const call = failureOf(upsdk.saveImage({ url: 'https://m.example/a.png' }, { signal: controller.signal }))
    await pass(10)
    controller.abort()
    await call
    load({ ok: true, blob: async () => new Blob(['x'], { type: 'image/png' }) })
    await pass(10)
    expect(click).not.toHaveBeenCalled()
  })
})

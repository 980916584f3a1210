/** readChunks reads files to their end, and nfcAdapter returns promises. */
import { describe, expect, it, vi } from 'vitest'
import { nfcAdapter, readChunks } from '../../src/helpers'
import { type AnswerOf, fail, succeed } from '../../wallet/simulator'
import { failureOf, kit, pass, useWallets, wallet } from '../support/wallet'

useWallets()

const file = new Uint8Array(1_300_000).map((_, index) => index % 251)

/** Installs a wallet that gives the file in chunks, as `readAlbumData` does. */
function walletWithFile() {
  return wallet({
    answers: {
      readAlbumData(params) {
        const { fromOffset, bufferSize, url } = params as {
          fromOffset: string
          bufferSize: string
          url: string
        }
        if (url !== 'file') return fail('07')
        const from = Number(fromOffset)
        const chunk = file.subarray(from, from + Number(bufferSize))
        const data = Buffer.from(chunk).toString('base64')
        return succeed({ data, isFinished: from + chunk.length >= file.length ? '1' : '0' })
      },
    },
  })
}

describe('readChunks', () => {
  it('reads a file to its end, in chunks of 524288 bytes, and says how far it is', async () => {
    const sim = walletWithFile()
    const onProgress = vi.fn()
    const blob = await readChunks(kit(), 'readAlbumData', {
      url: 'file',
      size: file.length,
      type: 'image/png',
      onProgress,
    })
    expect(Buffer.compare(Buffer.from(await blob.arrayBuffer()), Buffer.from(file))).toBe(0)
    expect(blob.type).toBe('image/png')
    expect(onProgress.mock.calls).toEqual([
      [524288, 1300000],
      [1048576, 1300000],
      [1300000, 1300000],
    ])
    expect(sim.calls[1]?.params).toEqual({ url: 'file', fromOffset: '524288', bufferSize: '524288' })
  })

  it.each([
    ['without data', succeed({ isFinished: '0' })],
    ['that is no base64', succeed({ data: '§§§', isFinished: '0' })],
    ['that is empty, and not the last', succeed({ data: '', isFinished: '0' })],
    ['at a wrong offset', succeed({ data: 'AAAA', fromOffset: '7', isFinished: '0' })],
    ['of a file that never ends', succeed({ data: 'AAAA', isFinished: '0' })],
  ])('rejects, and loops no further, for a chunk %s', async (_name, answer) => {
    wallet({ answers: { readAudioRecordingData: answer as AnswerOf<'readAudioRecordingData'> } })
    const error = await failureOf(
      readChunks(kit({ locale: 'en' }), 'readAudioRecordingData', { maxBytes: 3000 }),
    )
    expect(error).toMatchObject({ reason: 'system', message: 'The system is busy. Try again later.' })
  })

  it('reads no more than maxBytes, whatever size the file is said to have', async () => {
    const sim = walletWithFile()
    const reading = readChunks(kit(), 'readAlbumData', { url: 'file', size: file.length, maxBytes: 600_000 })
    expect(await failureOf(reading)).toMatchObject({ reason: 'system' })
    expect(sim.calls).toHaveLength(2)
  })

  it('rejects as the method does', async () => {
    wallet({ answers: { readAlbumData: fail('c02') } })
    expect(await failureOf(readChunks(kit(), 'readAlbumData', { url: 'x' }))).toMatchObject({ code: 'c02' })
  })

  it('can be aborted', async () => {
    const sim = walletWithFile()
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const reading = readChunks(kit(), 'readAlbumData', { url: 'file', onProgress, signal: controller.signal })
    expect(await failureOf(reading)).toMatchObject({ reason: 'aborted' })
    expect(sim.calls).toHaveLength(1)
  })

  it('rejects like any call that was aborted before sending', async () => {
    const sim = walletWithFile()
    const signal = AbortSignal.abort()
    const error = await failureOf(readChunks(kit(), 'readAlbumData', { url: 'file', signal }))
    expect(error).toMatchObject({ reason: 'aborted', retry: 'now', sent: false })
    expect(sim.calls).toEqual([])
  })

  it('ends if native gives tiny chunks without an end', async () => {
    let reads = 0
    const crumb = () => succeed({ data: 'AA==', isFinished: ++reads < 3000 ? '0' : '1' } as const)
    wallet({ answers: { readAlbumData: crumb as AnswerOf<'readAlbumData'> } })
    const reading = readChunks(kit({ notify: false }), 'readAlbumData', { url: 'file' })
    expect(await failureOf(reading)).toMatchObject({ reason: 'system' })
  })
})

describe('a helper that rejects', () => {
  it('says that native may have got its request', async () => {
    wallet({ answers: { readAlbumData: succeed({ data: 1 } as never) } })
    const reading = failureOf(readChunks(kit(), 'readAlbumData', { url: 'file' }))
    expect(await reading).toMatchObject({ reason: 'system', sent: true })
    const raw = window.upsdk as Record<string, unknown>
    raw.getNFCAdapter = () => ({
      isSupport: ({ fail: failed }: { fail(raw: unknown): void }) => failed({ errcode: 'c02' }),
      stopDiscovery() {},
    })
    const adapter = await nfcAdapter(kit())
    expect(await failureOf(adapter.isSupport())).toMatchObject({ reason: 'forbidden', sent: true })
    const stopping = failureOf(adapter.stopDiscovery({}, 1000))
    await pass(1000)
    expect(await stopping).toMatchObject({ reason: 'timeout', sent: true })
  })
})

describe('nfcAdapter', () => {
  type Answers = { success(value: unknown): void; fail(failure: unknown): void; data?: string }

  function walletWithNfc() {
    wallet()
    const isoDep = {
      transceive: ({ data, success }: Answers) => success({ echo: data }),
      connect: ({ fail: failed }: Answers) => failed({ errcode: 'c02' }),
      close() {},
    }
    const adapter = {
      getUPIsoDep: () => isoDep,
      isSupport: ({ success }: Answers) => success('1'),
      offDiscovered: vi.fn(),
    }
    ;(window.upsdk as Record<string, unknown>).getNFCAdapter = () => adapter
    return adapter
  }

  it('returns promises instead of callbacks, in its technologies too', async () => {
    const raw = walletWithNfc()
    const adapter = await nfcAdapter(kit())
    expect(await adapter.isSupport()).toBe('1')
    expect(await adapter.getUPIsoDep().transceive({ data: '00A4' })).toEqual({ echo: '00A4' })
    expect(await failureOf(adapter.getUPIsoDep().connect())).toMatchObject({
      code: 'c02',
      reason: 'forbidden',
      sent: true,
    })
    await adapter.offDiscovered()
    expect(raw.offDiscovered).toHaveBeenCalledTimes(1)
  })

  it('leaves no timer once native has answered or failed', async () => {
    walletWithNfc()
    const adapter = await nfcAdapter(kit())
    const before = vi.getTimerCount()
    await adapter.isSupport()
    await failureOf(adapter.getUPIsoDep().connect())
    expect(vi.getTimerCount()).toBe(before)
  })

  it('settles if native does not answer', async () => {
    walletWithNfc()
    const closing = failureOf((await nfcAdapter(kit())).getUPIsoDep().close(undefined, 1000))
    await pass(1000)
    expect(await closing).toMatchObject({ reason: 'timeout' })
  })

  it('is unsupported in a wallet without an adapter', async () => {
    wallet({ generation: '2020' })
    expect(await failureOf(nfcAdapter(kit()))).toMatchObject({
      reason: 'unsupported',
      retry: 'never',
      sent: false,
    })
  })
})

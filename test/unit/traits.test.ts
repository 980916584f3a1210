/** Every method behaves as the reference says. */
// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type MethodRow, methodRows } from '../../scripts/methods.mjs'
import { traitsOf } from '../../src/call/methods'

const calls = methodRows.filter((row) => row.settles)

const expected = (row: MethodRow) => ({
  payment: row.kind === 'payment',
  interactive: !!row.kind,
  quiet: row.quiet === 'quiet',
  settles: row.settles.startsWith('when sent')
    ? 'never'
    : row.settles === 'answer or silence'
      ? 'silent'
      : 'answer',
  gives: row.gives,
  shares: row.shares === 'yes',
  numbersAsText: row.numbers === 'text',
  limit: { '15 s': 15_000, '30 s': 30_000, '60 s': 60_000, none: 0 }[row.deadline],
})

describe('the traits of methods', () => {
  it('cover every method of the known files of upsdk.js, each once', () => {
    const names = methodRows.map(({ method }) => method)
    const known = readdirSync('scripts/data').flatMap(
      (file): string[] => JSON.parse(readFileSync(`scripts/data/${file}`, 'utf8')).methods,
    )
    expect(known).toContain('pay')
    expect(known.filter((name) => !names.includes(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(calls.map((row) => [row.method, row] as const))('equal the reference: %s', (method, row) => {
    expect(traitsOf(method)).toMatchObject(expected(row))
  })

  it('make a kit register and cancel events quietly, and look for events in no other call', () => {
    const ofEvents = methodRows
      .filter(({ event }) => event)
      .flatMap(({ method, stopped_by: stop }) => [method, stop || method])
    expect(ofEvents.length).toBeGreaterThan(30)
    expect(ofEvents.filter((method) => !traitsOf(method).quiet)).toEqual([])
  })
})

describe('the tables in the sources', () => {
  it('are current: if not, run `npm run generate`', async () => {
    // The module has no types here.
    const { methodTables } = await import(/* @vite-ignore */ pathToFileURL('scripts/method-table.mjs').href)
    const tables: Record<string, string> = methodTables()
    expect(Object.keys(tables)).toContain('src/call/methodTable.ts')
    for (const file of Object.keys(tables)) expect(readFileSync(file, 'utf8')).toBe(tables[file])
  })

  it('say which methods take numbers as text', () => {
    const taking = calls.filter(({ method }) => traitsOf(method).numbersAsText).map(({ method }) => method)
    expect(taking.sort()).toEqual([
      'chooseFileFromAlbum',
      'getLocation',
      'navi',
      'openLocation',
      'readAlbumData',
      'readAudioRecordingData',
      'readFaceImageData',
      'readFaceVideoData',
      'readVideoRecordingData',
      'setScreenBrightness',
      'startAudioRecording',
      'startVideoRecording',
    ])
  })

  it('include the authorization button, which upsdk lacks', () => {
    expect(traitsOf('appletExplicitAuth')).toMatchObject({ interactive: true, gives: 'object', limit: 0 })
  })
})

describe('a method that nobody knows', () => {
  it('is an ordinary call, even if its name contains a known one', () => {
    const ordinary = {
      payment: false,
      interactive: false,
      quiet: false,
      settles: 'answer',
      gives: 'raw',
      limit: 15_000,
    }
    const names = calls.map(({ method }) => method)
    for (const method of ['somethingNew', ...names.map((name) => `x${name}`)]) {
      expect(traitsOf(method), method).toMatchObject(ordinary)
    }
  })

  it('counts as a payment, as silent, or as without an answer or limit only by its whole name', () => {
    for (const method of ['payX', 'qrPayX', 'xpay', 'prepay']) expect(traitsOf(method).payment).toBe(false)
    for (const method of ['closeWebAppX', 'vibrateX', 'showFlashInfoX', 'createWebViewX']) {
      expect(traitsOf(method).settles, method).toBe('answer')
    }
    for (const method of ['appletAuthX', 'openBluetoothX']) {
      expect(traitsOf(method).limit, method).toBe(15_000)
    }
    for (const method of ['payX', 'scanQRCodeX', 'getSharedDataX']) expect(traitsOf(method).gives).toBe('raw')
  })
})

// @vitest-environment node
/** What a page pays for what it imports; `npm run build` comes first. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { budgets, bundle, fallbackNames, goals, gzipped, measure } from '../../scripts/sizes.mjs'

const sizes = await measure()

describe('a page pays no more than the budget', () => {
  it.each(Object.keys(budgets))('for %s', (name) => {
    expect(sizes[name]).toBeGreaterThan(100)
    expect(sizes[name]).toBeLessThanOrEqual(Number(budgets[name]))
  })
})

describe('the budgets', () => {
  it('are for every import path', () => {
    const paths = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).exports)
    const entries = paths
      .map((path) => path.replace('./', ''))
      .filter((path) => !/^\.$|\.json$|^vite$/.test(path))
    const named = Object.keys(budgets).map((name) => name.split('#')[0])
    expect(entries.filter((entry) => !named.includes(entry))).toEqual([])
  })

  it('are the goals, where these are met', () => {
    for (const name of Object.keys(goals))
      if (Number(sizes[name]) <= Number(goals[name])) expect(budgets[name], name).toBe(goals[name])
  })
})

describe('the READMEs', () => {
  it.each(['README.md', 'README.zh-CN.md'])('%s says what it is', (readme) => {
    const text = readFileSync(readme, 'utf8')
    for (const name of ['upsdk-kit.min.js', 'core#createUpsdk', 'fallbacks#*'])
      expect(text).toContain(`${(Number(sizes[name]) / 1000).toFixed(1)} kB`)
  })
})

/** What tells the code of one fallback from that of the others. */
const MARKS: Readonly<Record<string, RegExp>> = {
  scanning: /BarcodeDetector/,
  'choosing files': /type="file"/,
  pictures: /image\/jpeg",/,
  locating: /getCurrentPosition/,
  maps: /uri\.amap\.com/,
  storage: /localStorage/,
  sharing: /\.share\(/,
  downloads: /\.download=/,
  requests: /\.Headers\(/,
  'a wake lock': /wakeLock/,
  dialogs: /alertdialog/,
}
const marksOf = (code: string) => Object.keys(MARKS).filter((mark) => MARKS[mark]?.test(code))

describe('a page that imports one fallback does not get the others', () => {
  it('all have all marks', async () => {
    expect(marksOf(await bundle('fallbacks', await fallbackNames()))).toEqual(Object.keys(MARKS))
  })

  it.each([
    ['scanQRCode', ['scanning', 'choosing files', 'dialogs']],
    ['chooseImage', ['choosing files', 'pictures']],
    ['chooseFileFromAlbum', ['choosing files']],
    ['readAlbumData', []],
    ['getLocationGps', ['locating']],
    ['openLocation', ['maps']],
    ['saveData', ['storage']],
    ['showSharePopup', ['sharing']],
    ['saveImage', ['pictures', 'downloads']],
    ['sendRequest', ['requests']],
    ['setScreenBrightness', ['a wake lock']],
    ['showFlashInfo', []],
    ['vibrate', []],
  ])('%s', async (name, marks) => {
    const code = await bundle('fallbacks', [name])
    expect(marksOf(code)).toEqual(marks)
    expect(gzipped(code)).toBeLessThan(Number(sizes['fallbacks#*']) / 1.7)
  })
})

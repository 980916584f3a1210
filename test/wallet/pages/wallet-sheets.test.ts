/** A tapped outcome gives raw upsdk and the kit what the same fixed answer gives. */
import { expect, it } from 'vitest'
import { SHEET_AFTER } from '../../../wallet/page/asker'
import { LATE_ANSWER, outcomesOf } from '../../../wallet/shared/outcomes'
import { describeInBrowser } from '../../browser/harness'
import { oneOfEach } from '../../support/samples'
import {
  call,
  choose,
  type DeskPage,
  forget,
  type How,
  onDesk,
  sheetGone,
  sheetOf,
  trailOf,
} from './walletOnDesk'

interface Row {
  method: string
  params?: object
  /** What a success of the sheet gives; undefined: the method's example. */
  value?: unknown
}

const SHARED = { title: 'Shop', desc: 'Tea', picUrl: '', shareUrl: 'https://shop.example/' }
const BUND = {
  latitude: '31.241701',
  longitude: '121.490317',
  name: 'The Bund',
  address: 'Zhongshan East 1st Road, Shanghai',
  provinceName: 'Shanghai',
  cityName: 'Shanghai',
}

/** Each sheet, and of the one for all other methods those that have codes of their own, give nothing, or may stay silent. */
const ROWS: readonly Row[] = [
  { method: 'pay', params: { tn: '201811290000001' } },
  { method: 'qrPay', params: { scanQrCodeContent: 'https://qr.example/1' } },
  { method: 'appletExplicitAuth', params: { scope: 'scope.mobile' } },
  { method: 'bioDetect' },
  { method: 'scanQRCode', value: 'https://example.com/table/7' },
  {
    method: 'chooseImage',
    params: { maxWidth: '8', maxHeight: '8' },
    value: { base64: '/9j/', type: 'jpg' },
  },
  { method: 'chooseLocation', value: BUND },
  { method: 'showSharePopup', params: SHARED, value: '0' },
  { method: 'shareSinglePlugin', params: { ...SHARED, shareId: '3', shareType: '1' }, value: '3' },
  { method: 'showShareMorePanel', params: SHARED, value: '0' },
  { method: 'appletSharePopup', value: '0' },
  { method: 'addBankCard' },
  { method: 'addCommonApp', params: { url: 'https://shop.example/' } },
  { method: 'chooseFileFromAlbum', params: { maxSize: '1', sourceType: '00' } },
  { method: 'collectCurrentApplet' },
  { method: 'openNFCSetting' },
  { method: 'verifyPayPwd', params: { transNo: '1', bizType: '1' } },
]

/** ms in which all has come that comes: longer than the kit holds other calls back, or waits until it says that nothing came. */
const ALL = 12_000

/** The settings that give the outcome without asking. */
function fixed({ method, value }: Row, outcome: string): object {
  return outcome === 'success' && value !== undefined
    ? { results: { [method]: value }, answers: {} }
    : { answers: { [method]: outcome }, results: {} }
}

/** What becomes of a call that is answered by a tap, or by settings. */
async function trailAfter(page: DeskPage, how: How, row: Row, outcome: string, settings?: object) {
  await page.evaluate(`client.change(${JSON.stringify(settings || { answers: {}, results: {} })})`)
  await forget(page)
  await call(page, how, row.method, row.params)
  if (!settings) {
    await page.clock.runFor(SHEET_AFTER)
    await choose(page, outcome)
    await sheetGone(page)
  }
  await page.clock.runFor(outcome === 'late' ? LATE_ANSWER + ALL : ALL)
  return trailOf(page)
}

describeInBrowser('a sheet of the wallet on the desk', () => {
  /** A run takes each method once, raw or by the kit; `WHOLE=1` both. */
  const ways = ROWS.flatMap((row) => (['raw', 'kit'] as const).map((how) => ({ row, how })))
  it.each(oneOfEach('drawn sheets', ways, ({ row }) => row.method))(
    'of $row.method gives a page with $how what the same fixed answer gives, for each outcome',
    ({ row, how }) =>
      onDesk({ ownTime: true, settings: { latency: 300 } }, async (page) => {
        // The way in is open from here on.
        await page.evaluate('upsdk.pluginReady(() => {}); 0')
        for (const outcome of outcomesOf(row.method)) {
          // The bridge gives it before a sheet opens: this call is cancelled, and the next ones get it.
          const given = outcome === 'c02' ? 'cancelled' : outcome
          const expected = await trailAfter(page, how, row, outcome, fixed(row, given))
          const seen = await trailAfter(page, how, row, outcome)
          expect(seen, outcome).toEqual(expected)
          expect(seen.calls, outcome).toHaveLength(1)
          expect(await sheetOf(page).count()).toBe(0)
        }
        expect(page.errors).toEqual([])
      }),
  )
})

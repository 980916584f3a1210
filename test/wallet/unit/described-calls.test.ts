/** The message of a failed assertion says how far each call came. */
import { describe, expect, it } from 'vitest'
import { describeCalls } from '../../../wallet/playwright/describe'
import { createRecord } from '../../../wallet/playwright/record'
import { type PageUpsdk, type RunOptions, runPage } from '../../support/diagnosed'
import { useWallets } from '../../support/wallet'

useWallets()

const none = () => undefined
const both = { success: none, fail: none }

async function described(
  page: (upsdk: PageUpsdk, tap: (run: () => void) => void) => void,
  options?: RunOptions,
) {
  const log = await runPage((upsdk, { tap }) => page(upsdk, tap), options)
  const record = createRecord()
  const document = { id: 'd', startedAt: 0 }
  const items = log.entries.flatMap(({ steps, ...call }) => steps.map((step) => ({ call, step })))
  record.take({ type: 'log', document, items }, 'https://shop.example/')
  return describeCalls(record)
}

describe('the calls in a message', () => {
  it('say of a placeholder why it did nothing', async () => {
    expect(await described((upsdk) => upsdk.pay?.({ tn: '1', ...both }))).toContain(
      'did nothing: the bridge was not up yet',
    )
    Reflect.deleteProperty(window, 'upsdk')
    const kept = await described((upsdk, tap) => {
      const { pay } = upsdk
      tap(() => pay?.({ tn: '1', ...both }))
    })
    expect(kept).toContain('did nothing: it was taken off upsdk before the bridge was up')
  })

  it('say that a call was replaced', async () => {
    const text = await described((upsdk) => {
      upsdk.appletAuth?.({ ...both })
      upsdk.appletAuth?.({ ...both })
    })
    expect(text).toContain('replaced by a later call before the bridge was up')
    expect(text).not.toContain('kept by upsdk')
  })

  it('say that a page waits for the bridge, which has called nothing else', async () => {
    const text = await described((upsdk) => upsdk.pluginReady?.(none), { readyAfter: 'never' })
    expect(text).toContain('The page called nothing of upsdk but pluginReady, whose callback has not run.')
    Reflect.deleteProperty(window, 'upsdk')
    const open = await described((upsdk) => upsdk.pluginReady?.(none))
    expect(open).toContain('The page called nothing of upsdk but pluginReady.')
  })
})

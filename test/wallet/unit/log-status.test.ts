/** The log's rows say how each call ended. */
import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../../wallet/shared/log'
import { failureDetail, statusOf } from '../../../wallet/shared/logStatus'
import { fail } from '../../../wallet/simulator'
import { drawSteps } from '../../../wallet/view/logSteps'
import { en } from '../../../wallet/view/texts/en'
import { zh } from '../../../wallet/view/texts/zh'
import { type PageUpsdk, type RunOptions, runPage } from '../../support/diagnosed'
import { useWallets } from '../../support/wallet'

useWallets()

const none = () => undefined

async function outcomes(
  page: (upsdk: PageUpsdk) => void,
  options?: RunOptions,
): Promise<Record<string, [string, string]>> {
  const { entries } = await runPage((upsdk, { tap }) => tap(() => page(upsdk)), options)
  const found: Record<string, [string, string]> = {}
  for (const entry of entries) {
    const { status, ...failure } = statusOf(entry)
    found[entry.method] = [status, failureDetail(failure)]
  }
  return found
}

describe('the outcome of a call in the log', () => {
  it('is none for a call that upsdk refused silently, and open for a call that reached native', async () => {
    const found = await outcomes(
      (upsdk) => {
        upsdk.setNavigationBarTitle?.({ title: 'Shop' })
        upsdk.pluginReady?.(() => upsdk.verifyPayPwd?.({ success: none }))
        upsdk.config?.({ appId: 'a', nonceStr: 'b', timestamp: '1', signature: 'c' })
      },
      { latency: 60_000 },
    )
    expect(found).toMatchObject({
      setNavigationBarTitle: ['none', ''],
      verifyPayPwd: ['open', ''],
      config: ['open', ''],
    })
  })

  it('is the code of a failure, even if native gives the SDK file’s own text or JSON text', async () => {
    const inReady = (upsdk: PageUpsdk) =>
      upsdk.pluginReady?.(() => {
        upsdk.pay?.({ tn: '1', fail: none })
        upsdk.bioDetect?.({ fail: none })
      })
    const answers = { pay: fail('c02'), bioDetect: fail('94') }
    for (const platform of ['android', 'ios'] as const)
      expect(await outcomes(inReady, { platform, answers })).toMatchObject({
        pay: ['failure', 'c02'],
        bioDetect: ['failure', '94'],
      })
  })

  it('is none for a call that an open upsdk does not hand over, since the file shows nothing without a text', async () => {
    const found = await outcomes((upsdk) =>
      upsdk.pluginReady?.(() => upsdk.showFlashInfo?.({ text: 'misspelt' })),
    )
    expect(found.showFlashInfo).toEqual(['none', ''])
  })

  it('is the reason of a call that upsdk refused for a missing parameter', async () => {
    const found = await outcomes((upsdk) => upsdk.pluginReady?.(() => upsdk.pay?.({ fail: none })))
    expect(found.pay).toEqual(['failure', 'invalid-params'])
  })

  it('is a failure for an error that a page passed to notify', () => {
    const steps = [{ from: 'kit', id: 1, method: '', at: 1, type: 'shown', presentation: 'toast' }] as const
    expect(statusOf({ id: 1, document: '', method: 'notify', at: 1, by: 'kit', steps })).toEqual({
      status: 'failure',
    })
  })
})

describe('the steps of a call through the kit', () => {
  const step = { from: 'kit', id: 1, method: 'pay', at: 0 } as const
  const entry: LogEntry = {
    ...{ id: 1, document: '', method: 'pay', at: 0, by: 'kit' },
    steps: [
      { ...step, type: 'called' },
      { ...step, type: 'quiet', why: 'fail given' },
    ],
  }
  it.each([
    [zh, ['upsdk-kit 调用', '未显示：页面传入了 fail 或 cancel（notify: true 仍会显示）']],
    [en, ['upsdk-kit called', /^not shown: the page gave/]],
  ])('say whose call it is, and why no message came, in words ($0.language)', (words, said) => {
    const texts = [...drawSteps(entry, words).querySelectorAll('li > div')].map((one) => one.textContent)
    expect(texts).toEqual(said.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))))
  })
})

/** Hazards of events (H15 of upsdk-behaviour §2), on the real SDK file: one slot for each with upsdk, any number of handlers with the kit. */
import { expect, it } from 'vitest'
import { describeInBrowser, walletAgent } from '../harness'
import { inPage } from '../inPage'

describeInBrowser('what users and developers are told', () => {
  it('H15 two handlers for one event: raw upsdk keeps the second only', async () => {
    const heard = await inPage({}, async ({ window: { upsdk } }) => {
      await new Promise<void>((resolve) => upsdk.pluginReady(resolve))
      const heard: number[] = []
      for (const n of [1, 2]) upsdk.registerBluetoothDeviceFound?.({ callback: () => heard.push(n) })
      document.dispatchEvent(new Event('BluetoothDeviceFound'))
      return heard
    })
    expect(heard).toEqual([2])
  })
})

describeInBrowser.each(['cordova', 'jsbridge'] as const)('events over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ bridge })

  it('H15 any number of handlers get one event, and none after it was stopped', async () => {
    const options = { userAgent, before: 'window.readyAfter = 100' }
    const seen = await inPage(options, async ({ native, make }) => {
      const kit = make()
      const heard: unknown[] = []
      const raise = (n: number) =>
        document.dispatchEvent(Object.assign(new Event('BluetoothDeviceFound'), { n }))
      const [first, second] = ['first', 'second'].map((name) =>
        kit.on('BluetoothDeviceFound', (data) => heard.push([name, data])),
      )
      await kit.ready()
      raise(1)
      first?.()
      raise(2)
      second?.()
      raise(3)
      return [heard, native.calls.map(({ name }) => name)]
    })
    expect(seen).toEqual([
      [
        ['first', { n: 1 }],
        ['second', { n: 1 }],
        ['second', { n: 2 }],
      ],
      ['UPWPluginBluetooth.registerBluetoothDeviceFound', 'UPWPluginBluetooth.cancelBluetoothDeviceFound'],
    ])
  })

  it('H15 lifecycle handlers are called, even if iOS registers them with the bridge itself', async () => {
    const seen = await inPage({ userAgent }, async ({ native, make }) => {
      const kit = make()
      const heard: unknown[] = []
      const stop = kit.on('onPageShow', (data) => heard.push(data))
      await kit.ready()
      const raise = () => {
        if (native.handlers) native.handlers.onPageShow?.({ n: 1 })
        else document.dispatchEvent(Object.assign(new Event('onPageShow'), { n: 1 }))
      }
      raise()
      stop()
      raise()
      return [heard, !!native.handlers]
    })
    expect(seen).toEqual([[{ n: 1 }], bridge === 'jsbridge'])
  })

  it('H15 a screenshot is an event, and the answer to its registration is none', async () => {
    const seen = await inPage({ userAgent }, async ({ native, make, until }) => {
      native.answers['UPCarCodePlugin.monitorScreenShot'] = { success: 'registered' }
      const kit = make()
      const heard: unknown[] = []
      kit.on('screenShotAction', (data) => heard.push(data))
      await kit.ready()
      await until(() => native.answered)
      const before = heard.length
      document.dispatchEvent(new Event('screenShotAction'))
      kit.destroy()
      document.dispatchEvent(new Event('screenShotAction'))
      return [before, heard.length, native.calls.map(({ name }) => name)]
    })
    expect(seen).toEqual([0, 1, ['UPCarCodePlugin.monitorScreenShot', 'UPCarCodePlugin.removeScreenShot']])
  })
})

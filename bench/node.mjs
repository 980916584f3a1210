/** The comparison on Node, with the window of happy-dom. */
import { Window } from 'happy-dom'
import { Bench } from 'tinybench'
import { calls, queued, roundTrips, stubUpsdk, stubVk, WALLET_AGENT } from './contenders.mjs'

export async function onNode() {
  const window = new Window({ settings: { navigator: { userAgent: WALLET_AGENT } } })
  Object.assign(globalThis, { window, document: window.document, parent: window, location: window.location })
  stubVk(window)
  const { createUpsdk } = await import('../dist/index.js')
  const { default: vk } = await import('@vkontakte/vk-bridge')
  const { upsdk } = stubUpsdk(window)
  const kit = createUpsdk()
  const result = {
    version: process.version,
    roundTrip: await roundTrips(Bench, calls(upsdk, kit, vk), { calls: 200, time: 500 }),
    queued: await queued(window, createUpsdk),
  }
  kit.destroy()
  await window.happyDOM.close()
  return result
}

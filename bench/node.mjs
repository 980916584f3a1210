/** The comparison on Node, with the window of happy-dom. */
import { Window } from 'happy-dom'
import { besideOpen, calls, queued, roundTrips, stubUpsdk, stubVk, WALLET_AGENT } from './contenders.mjs'

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
    roundTrip: await roundTrips(calls(upsdk, kit, vk), { calls: 5000 }),
    besideOpen: await besideOpen(window, createUpsdk),
    queued: await queued(window, createUpsdk),
  }
  kit.destroy()
  await window.happyDOM.close()
  return result
}

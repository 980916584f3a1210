/** The simulator behaves as the scenarios say; test/browser/real-contract.test.ts checks the same of the real file. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail, installSimulator, type Simulator, silent, succeed } from '../../../wallet/simulator'
import { appliesTo, expectedAt, type Place, scenarios, type WalletUnderTest } from '../../contract/scenarios'

const GENERATIONS = ['2020', '2021', 'latest'] as const
const places: Place[] = GENERATIONS.flatMap((generation) =>
  (['android', 'ios', 'harmony'] as const).flatMap((platform) =>
    (['cordova', 'jsbridge'] as const).flatMap((bridge) =>
      [true, false].map((insideWallet) => ({ generation, platform, bridge, insideWallet })),
    ),
  ),
)

let simulator: Simulator | undefined
afterEach(() => {
  simulator?.uninstall()
  vi.useRealTimers()
})

/** @param observe what a tool that follows raw upsdk hands in: nothing that a page sees may differ by it */
function walletAt(place: Place, observe?: () => void): WalletUnderTest {
  vi.useFakeTimers()
  const installed = installSimulator({ ...place, readyAfter: 50, observe })
  simulator = installed
  return {
    upsdk: window.upsdk as WalletUnderTest['upsdk'],
    answer: (method, kind, value) => installed.answer(method, { succeed, fail, silent }[kind](value)),
    calls: () => installed.calls.map(({ method, params }) => ({ method, params })),
    async up() {
      // The browser reports an error of the page's callback, and a fake timer throws it at the test.
      await vi.advanceTimersByTimeAsync(60).catch((error) => {
        if (!String(error).includes('expected by this scenario')) throw error
      })
    },
    answered: async () => void (await vi.advanceTimersByTimeAsync(10)),
    fire: installed.fire,
  }
}

describe.each(places)(
  'the simulator of $generation $platform $bridge, inside: $insideWallet, behaves as the scenarios say:',
  (place) => {
    const here = scenarios
      .filter((scenario) => appliesTo(scenario, place))
      .map((scenario) => [scenario.name, scenario] as const)

    it.each(here)('%s', async (_name, scenario) => {
      expect(await scenario.run(walletAt(place))).toEqual(expectedAt(scenario, place))
    })

    it('every scenario, while it is observed', async () => {
      for (const [name, scenario] of here) {
        const seen = await scenario.run(walletAt(place, () => undefined))
        expect(seen, name).toEqual(expectedAt(scenario, place))
        simulator?.uninstall()
        vi.useRealTimers()
      }
    })
  },
)

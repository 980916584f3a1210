/** A phone in a page: an empty window of its own, with a simulated wallet behind it. */

import type { Step, Upsdk } from '../../../src/index'
import type { Answers, Simulator } from '../../../src/simulator'

export interface Phone {
  upsdk: Upsdk
  simulator: Simulator
  steps: Step[]
  end(): void
}

/** Loaded when somebody tries something, so that reading costs nothing. */
export async function startPhone(
  frame: HTMLIFrameElement,
  locale: string,
  answers: Answers | undefined,
  onStep: (step: Step) => void = () => {},
): Promise<Phone> {
  const [{ createUpsdk }, { installSimulator }, { serverCodes }, { ja }, { ko }] = await Promise.all([
    import('../../../src/index'),
    import('../../../src/simulator'),
    import('../../../src/server-codes'),
    import('../../../src/locales/ja'),
    import('../../../src/locales/ko'),
  ])
  const window = frame.contentWindow as never
  const simulator = installSimulator({ window, answers, latency: 300 })
  const steps: Step[] = []
  const inspector = {
    step(step: Step) {
      steps.push(step)
      onStep(step)
    },
  }
  const upsdk = createUpsdk({
    window,
    locale,
    locales: [ja, ko],
    catalogues: [serverCodes],
    notify: true,
    // Long enough to be read beside the page.
    toastDuration: () => 60_000,
    inspector,
  })
  return {
    upsdk,
    simulator,
    steps,
    end() {
      upsdk.destroy()
      simulator.uninstall()
    },
  }
}

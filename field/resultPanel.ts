/** Draws the result on top: what ran, and what differs? */
import { make } from '../demo/dom'
import { checks } from './checks'
import { factsNow } from './facts'
import { resultOf } from './state'
import type { Texts } from './texts/texts'

type Kind = 'outside' | 'checking' | 'noBridge' | 'differs' | 'impossible' | 'good'

const isOpen = (status: string) => /^(waiting|running)$/.test(status)

/** What is known so far of the checks that run by themselves, and of those that the tester has tapped. */
function resultNow({ result }: Texts): [kind: Kind, text: string] {
  const reads = checks.filter(({ domain }) => domain === 'reads').map((check) => resultOf(check).status)
  const done = reads.filter((status) => !isOpen(status)).length
  const differing = checks.filter((check) => resultOf(check).status === 'differs').length
  const { environment, sdk, readyAfter } = factsNow()
  if (!environment.insideWallet) return ['outside', result.outside]
  if (done < reads.length) return ['checking', result.checking(done, reads.length)]
  if (sdk === 'failed' || readyAfter === undefined) return ['noBridge', result.noBridge]
  if (differing) return ['differs', result.differs(differing)]
  const passed = reads.filter((status) => status === 'passed').length
  const left = checks.filter((check) => resultOf(check).status === 'waiting').length
  return passed ? ['good', result.good(passed, left)] : ['impossible', result.impossible(reads.length)]
}

export function resultPanel(texts: Texts): HTMLElement {
  const [kind, text] = resultNow(texts)
  const simulated = factsNow().isSimulated ? `${texts.result.simulated} ` : ''
  return make('p', { id: 'result', role: 'status', 'data-result': kind }, simulated, text)
}

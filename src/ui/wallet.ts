import type { Reason } from '../codes/reasons'
import type { Gate } from '../gate/gate'
import { isFunction } from '../run'
import type { RawUpsdk } from '../window'

/** Reasons that say the wallet cannot be reached; its own toast would not come up either. */
const WITHOUT_WALLET: readonly Reason[] = [
  'outside-wallet',
  'sdk-missing',
  'ready-timeout',
  'not-ready',
  'forbidden',
  'unsupported',
  'bad-signature',
  'bad-config',
  'timeout',
]

/** ms to wait for a bridge that has worked before. */
const SOON = 300

/** Shows a text in the wallet's own toast, where it can be trusted. */
export interface WalletToast {
  /** Another call has succeeded: the wallet answers. */
  trust(): void
  /** @returns false where it cannot be trusted; `otherwise` runs where it was, and fails */
  show(text: string, reason: Reason | undefined, otherwise: () => void): boolean
}

export function createWalletToast(gate: Gate): WalletToast {
  let trusted = false
  return {
    trust() {
      trusted = true
    },
    show(text, reason, otherwise) {
      if (!trusted || (reason && WITHOUT_WALLET.includes(reason))) return false
      const send = (raw: RawUpsdk) => {
        try {
          if (!isFunction(raw.showFlashInfo) || (gate.signed.isOn() && !isListed(raw))) return otherwise()
          raw.showFlashInfo({ msg: text })
        } catch {
          otherwise()
        }
      }
      gate.enter({ send, refuse: otherwise }, SOON)
      return true
    },
  }
}

/** In signed mode the page may call only what its config was granted. */
const isListed = ({ jsApiList }: RawUpsdk): boolean =>
  Array.isArray(jsApiList) && jsApiList.includes('showFlashInfo')

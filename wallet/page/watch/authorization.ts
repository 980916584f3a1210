/** Answers web authorization where the page navigates to it. */
import type { AuthorizationEnd } from '../../shared/log'
import { isCancellation } from '../../shared/outcomes'
import {
  type Authorization,
  addressBack,
  authorizationFaults,
  isConsentPage,
  readAuthorization,
  samePathHere,
  WEB_AUTHORIZATION,
} from '../../shared/webAuthorization'
import { type Answer, giveAnswer, type SettledAnswer } from '../../simulator/answers'
import type { Words } from '../../view/texts/words'
import type { Log } from '../log'
import { pathOf } from '../targetAddress'
import { navigateEvents } from './navigation'

export interface AuthorizationOptions {
  /** Is the page in a wallet? Outside, the browser opens the address itself. */
  isInside(): boolean
  /** Makes the answer for the current settings. */
  answer(authorization: Authorization): Answer | undefined
  toHere(address: string): string
  /** Did the developer choose the path here, where `redirectUri` is at another host? */
  returnsHere(): boolean
  readonly log: Log
  readonly words: Words
}

/** Answers in place of the consent page. A browser without the Navigation API opens the consent page. */
export function followAuthorization({
  isInside,
  answer,
  toHere,
  returnsHere,
  log,
  words,
}: AuthorizationOptions): void {
  navigateEvents((url, event) => {
    if (!event.cancelable || !isConsentPage(url) || !isInside()) return
    event.preventDefault()
    // The page stays, so other listeners must not note that it leaves.
    event.stopImmediatePropagation()
    const authorization = readAuthorization(url)
    const here = samePathHere(authorization, location.origin, toHere)
    giveAnswer(answer(authorization), { ...authorization, here }, (settled) => {
      const redirectUri = here && returnsHere() ? here : authorization.redirectUri
      const back = addressBack({ ...authorization, redirectUri }, settled, toHere)
      log.addAuthorization(authorizationNote(authorization, settled, back, words), {
        end: endOf(settled),
        faults: authorizationFaults(url),
        returns: !!back,
      })
      if (back) location.assign(back)
    })
  })
}

function endOf(settled: SettledAnswer): AuthorizationEnd {
  if (settled.kind === 'silent') return 'silent'
  if (settled.kind === 'succeed') return 'success'
  return isCancellation(WEB_AUTHORIZATION, settled.failure) ? 'cancelled' : 'failed'
}

/** Says how an authorization ended. @param back the address that the page returns to; undefined if there is none */
function authorizationNote(
  { scope, redirectUri }: Authorization,
  { kind }: SettledAnswer,
  back: string | undefined,
  { authorization: texts }: Words,
): string {
  if (back) return (kind === 'succeed' ? texts.back : texts.refused)(scope, pathOf(back))
  return kind === 'silent' ? texts.stays(scope) : texts.malformed(redirectUri)
}

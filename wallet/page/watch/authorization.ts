/** Answers web authorization where the page navigates to it. */
import {
  type Authorization,
  addressBack,
  isConsentPage,
  readAuthorization,
} from '../../shared/webAuthorization'
import { type Answer, giveAnswer, type SettledAnswer } from '../../simulator/answers'
import { navigateEvents } from './navigation'

export interface AuthorizationParts {
  /** Is the page in a wallet? Outside, the browser opens the address itself. */
  isInside(): boolean
  /** Makes the answer for the current settings. */
  answer(authorization: Authorization): Answer | undefined
  toHere(address: string): string
  /** Gets each authorization with its answer and the address to return to, if there is one. */
  done(authorization: Authorization, answer: SettledAnswer, back: string | undefined): void
}

/** Answers in place of the consent page. A browser without the Navigation API opens the consent page. */
export function followAuthorization({ isInside, answer, toHere, done }: AuthorizationParts): void {
  navigateEvents((url, event) => {
    if (!event.cancelable || !isConsentPage(url) || !isInside()) return
    event.preventDefault()
    // The page stays, so other listeners must not note that it leaves.
    event.stopImmediatePropagation()
    const authorization = readAuthorization(url)
    giveAnswer(answer(authorization), authorization, (settled) => {
      const back = addressBack(authorization, settled, toHere)
      done(authorization, settled, back)
      if (back) location.assign(back)
    })
  })
}

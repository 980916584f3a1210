/**
 * Web authorization by redirect (upsdk-behaviour §5): the page navigates to UnionPay's consent page, which redirects to
 * `redirectUri` with a code. Here a sheet replaces the consent page, in browsers with the Navigation API.
 */
import { type Answer, giveAnswer } from '../simulator/answers'
import { navigateEvents } from './navigation'

/** The name of web authorization among the methods that the wallet asks about. */
export const WEB_AUTHORIZATION = 'oauth.html'

const CONSENT_PAGE = /^https?:\/\/([\w-]+\.)*95516\.com\/([^?#]*\/)?oauth\.html([?#]|$)/i

/** Is this the address of UnionPay's consent page? */
export const isConsentPage = (address: string): boolean => CONSENT_PAGE.test(address)

/** The parameters of an authorization, named as in the address. */
export interface Authorization {
  readonly appId: string
  readonly scope: string
  readonly redirectUri: string
  readonly state: string
}

export function readAuthorization(address: string): Authorization {
  const { searchParams } = new URL(address)
  const text = (name: string) => searchParams.get(name) || ''
  return {
    appId: text('appId'),
    scope: text('scope'),
    redirectUri: text('redirectUri'),
    state: text('state'),
  }
}

/**
 * Makes the address that the page is redirected to; undefined if `redirectUri` is no web address.
 *
 * @param toHere turns the page's address at its own server into the one here
 */
export function addressBack(
  { redirectUri, state }: Authorization,
  code: string,
  toHere: (address: string) => string,
): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(redirectUri)) return undefined
  const [page = '', ...hash] = redirectUri.split('#')
  const pairs = [`code=${encodeURIComponent(code)}`, ...(state ? [`state=${encodeURIComponent(state)}`] : [])]
  const address = page + (page.includes('?') ? '&' : '?') + pairs.join('&')
  return toHere(hash.length ? `${address}#${hash.join('#')}` : address)
}

export interface AuthorizationParts {
  /** Is the page in a wallet? Outside, the browser opens the address itself. */
  isInside(): boolean
  /** Makes the answer for the current settings. */
  answer(): Answer | undefined
  toHere(address: string): string
  /**
   * Gets each authorization with the address to return to; undefined if the user stays, or `redirectUri` is malformed.
   */
  done(authorization: Authorization, back: string | undefined, isSuccess: boolean): void
}

/** Shows the sheet in place of the consent page. A browser without the Navigation API opens the consent page. */
export function followAuthorization({ isInside, answer, toHere, done }: AuthorizationParts): void {
  navigateEvents((url, event) => {
    if (!event.cancelable || !isConsentPage(url) || !isInside()) return
    event.preventDefault()
    // The page stays, so other listeners must not note that it leaves.
    event.stopImmediatePropagation()
    const authorization = readAuthorization(url)
    giveAnswer(answer(), authorization, (settled) => {
      const isSuccess = settled.kind === 'succeed'
      const back = isSuccess ? addressBack(authorization, codeOf(settled.value), toHere) : undefined
      done(authorization, back, isSuccess)
      if (back) location.assign(back)
    })
  })
}

const codeOf = (value: unknown): string => String((value as { code?: unknown } | undefined)?.code ?? '')

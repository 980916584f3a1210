/**
 * Web authorization by redirect (upsdk-behaviour §5): the page leaves for UnionPay's consent page, which sends it back to
 * `redirectUri` with a code. Here a sheet is in the place of that page, where the browser tells of a navigation before
 * it happens.
 */
import { type Answer, giveAnswer } from '../simulator/answers'
import { navigateEvents } from './navigation'

/** Its name among the methods that are asked about. */
export const WEB_AUTHORIZATION = 'oauth.html'

const CONSENT_PAGE = /^https?:\/\/([\w-]+\.)*95516\.com\/([^?#]*\/)?oauth\.html([?#]|$)/i

/** Is it the address of UnionPay's consent page? */
export const isConsentPage = (address: string): boolean => CONSENT_PAGE.test(address)

/** What the page asks for. Names are those of the address. */
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
 * Makes the address that the page is sent back to; undefined where `redirectUri` is none of the web.
 *
 * @param toHere makes the page's address at its own server the one here
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
  /** Is the page in a wallet? Elsewhere nobody answers for this address. */
  isInside(): boolean
  /** The answer of now. */
  answer(): Answer | undefined
  toHere(address: string): string
  /** Hears of each, with its address back; undefined: the user stays, or `redirectUri` is malformed. */
  done(authorization: Authorization, back: string | undefined, isSuccess: boolean): void
}

/** Puts the sheet in the place of the consent page. A browser without the Navigation API goes there. */
export function followAuthorization({ isInside, answer, toHere, done }: AuthorizationParts): void {
  navigateEvents((url, event) => {
    if (!event.cancelable || !isConsentPage(url) || !isInside()) return
    event.preventDefault()
    // It is not left.
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

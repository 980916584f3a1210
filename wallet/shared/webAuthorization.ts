/**
 * Web authorization by redirect (upsdk-behaviour §5): the page navigates to UnionPay's consent page, which redirects to
 * `redirectUri` with a code, or with an error. Here a sheet replaces the consent page, in browsers with the Navigation
 * API.
 */
import { readFailure, readString } from '../../src/internalsWithoutDom'
import type { SettledAnswer } from '../simulator/answers'
import { isPrivateHost } from './privateHosts'

/** The name under which web authorization has answers and a sheet, as if it were a method of upsdk. */
export const WEB_AUTHORIZATION = 'oauth.html'

const CONSENT_PAGE = /^https?:\/\/([\w-]+\.)*95516\.com\/([^?#]*\/)?(oauth|noPwd\/html\/open)\.html([?#]|$)/i

/** Is this the address of a page of UnionPay that asks for consent, or of the one that asks for a contract? */
export const isConsentPage = (address: string): boolean => CONSENT_PAGE.test(address)

/** Does the page return at once, without asking the user? */
export const asksNobody = (scope: string): boolean => /^upapi_(base|mshpush)$/.test(scope)

let codes = 0

/** Makes an example of a code. A page that does not encode it, or reads `+` as a blank, loses some of it. */
export const exampleCode = (): string => `example+code/${++codes}=`

/** The parameters of an authorization, named as in the address. */
export interface Authorization {
  readonly appId: string
  readonly scope: string
  readonly redirectUri: string
  readonly state: string
  /** The plan of a contract. */
  readonly planId: string
}

export function readAuthorization(address: string): Authorization {
  const { searchParams } = new URL(address)
  const text = (name: string) => searchParams.get(name) || ''
  return {
    appId: text('appId'),
    scope: text('scope'),
    redirectUri: text('redirectUri'),
    state: text('state'),
    planId: text('planId'),
  }
}

/** What is wrong with an address of the consent page, whatever the user answers. */
export type AuthorizationFault = 'not-encoded' | 'not-https' | 'no-plan'

/** The parameters that UnionPay documents for these pages. */
const OWN_PARAMETERS = ['appId', 'redirectUri', 'responseType', 'scope', 'state', 'planId']

/**
 * Is a part of `redirectUri` lost, since it is not encoded? The consent page reads only what stands before the first `&`
 * or `#`. What follows is lost if it is no parameter of the consent page's own.
 */
function isCutOff(address: string): boolean {
  if (!/[?&]redirectUri=[^&#]*:\/\//.test(address)) return false
  const { hash, searchParams } = new URL(address)
  return !!hash || Array.from(searchParams.keys()).some((name) => !OWN_PARAMETERS.includes(name))
}

/** Finds what is wrong with an address of the consent page. A page in development may be at http. */
export function authorizationFaults(address: string): AuthorizationFault[] {
  const { redirectUri, scope, planId } = readAuthorization(address)
  const faults: AuthorizationFault[] = []
  if (isCutOff(address)) faults.push('not-encoded')
  if (isWebAddress(redirectUri)) {
    const { protocol, hostname } = new URL(redirectUri)
    if (protocol === 'http:' && !isPrivateHost(hostname)) faults.push('not-https')
  }
  if (scope === 'upapi_contract' && !planId) faults.push('no-plan')
  return faults
}

/**
 * Finds the address here with the path of `redirectUri`; undefined if that leads here by itself, or is no web address.
 * The page of a production host is not the one that is being developed.
 */
export function samePathHere(
  { redirectUri }: Authorization,
  here: string,
  toHere: (address: string) => string,
): string | undefined {
  if (!isWebAddress(redirectUri)) return undefined
  const { origin, pathname, search, hash } = new URL(toHere(redirectUri))
  return origin === here ? undefined : here + pathname + search + hash
}

/** Stands for a text that no document of UnionPay gives. */
const UNDOCUMENTED = 'example'

/** Makes the fields of the address back, in UnionPay's order. */
function fieldsBack(state: string, answer: SettledAnswer): Readonly<Record<string, string>> | undefined {
  if (answer.kind === 'silent') return undefined
  if (answer.kind === 'succeed') return { code: readString(answer.value, 'code') || '', state }
  const { code = UNDOCUMENTED, text = UNDOCUMENTED } = readFailure(answer.failure)
  return { state, errmsg: text, errorcode: code }
}

function isWebAddress(text: string): boolean {
  try {
    return /^https?:\/\/[^/]/i.test(text) && !!new URL(text)
  } catch {
    return false
  }
}

/**
 * Makes the address that the page is redirected to. It is undefined if the consent page never answers, or if
 * `redirectUri` is no web address.
 *
 * @param toHere turns the page's address at its own server into the one here
 */
export function addressBack(
  { redirectUri, state }: Authorization,
  answer: SettledAnswer,
  toHere: (address: string) => string,
): string | undefined {
  const fields = fieldsBack(state, answer)
  if (!fields || !isWebAddress(redirectUri)) return undefined
  const [page = '', ...hash] = redirectUri.split('#')
  const pairs = Object.keys(fields)
    .filter((name) => fields[name])
    .map((name) => `${name}=${encodeURIComponent(fields[name] || '')}`)
  const address = page + (page.includes('?') ? '&' : '?') + pairs.join('&')
  return toHere(hash.length ? `${address}#${hash.join('#')}` : address)
}

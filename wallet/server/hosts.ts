/** Answers requests to this machine's own names alone: any other name could be anyone's (DNS rebinding). */
import type { IncomingMessage } from 'node:http'
import type { RequestStep } from './exchange'
import { sendText } from './send'
import type { ServerTexts } from './serverTexts'

const LOCAL = /^(127\.0\.0\.1|localhost|([a-z0-9-]+\.)+localhost)(:\d+)?$/i
/** An IP address is this machine's, since the request arrived here. */
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])(:\d+)?$/i

/** Is this `Host` one that only this machine answers? */
export const isLocalHost = (host = ''): boolean => LOCAL.test(host)

/** Is this `Host` one that leads to this machine from itself alone? */
export const isOwnName = (host = ''): boolean => isLocalHost(host) || /^\[::1\](:\d+)?$/.test(host)

/** Is this `Host` an address of this machine in its network? */
export const isNetworkHost = (host = ''): boolean => ADDRESS.test(host)

export const originOf = (host = ''): string => `http://${host.toLowerCase()}`

/** Is it a request to this server? `GET http://…` is one to a proxy. */
export const isToThisServer = ({ url = '', headers: { host } }: IncomingMessage, lan: boolean): boolean =>
  url.startsWith('/') && (isLocalHost(host) || (lan && isNetworkHost(host)))

/** Refuses a request to any other name. The answer reveals nothing about the target. */
export const refuseOtherHosts =
  (lan: boolean, texts: ServerTexts): RequestStep =>
  ({ request, response }) => {
    if (isToThisServer(request, lan)) return false
    sendText(response, 403, texts.otherName)
    return true
  }

/** Did the request come to the loopback address, which only this machine can reach? */
export const isToLoopback = ({ socket }: Pick<IncomingMessage, 'socket'>): boolean =>
  /^(::ffff:)?127\.0\.0\.1$|^::1$/.test(socket.localAddress || '')

/** Does a request come from this machine, by whichever of its addresses? */
export function isFromThisMachine({ socket }: Pick<IncomingMessage, 'socket'>): boolean {
  const { remoteAddress: from = '', localAddress } = socket
  return from !== '' && (from === localAddress || /^(::ffff:)?127\.|^::1$/.test(from))
}

/** Headers by which a proxy or a tunnel says for whom it asks. */
const OF_FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-connecting-ip']

/** Does a proxy or a tunnel ask for somebody else? */
export const isForwarded = ({ headers }: IncomingMessage): boolean =>
  OF_FORWARDED.some((name) => headers[name] !== undefined)

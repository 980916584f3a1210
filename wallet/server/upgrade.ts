/** A request that asks for another protocol. A WebSocket is the only one that the command passes on. */
import { Buffer } from 'node:buffer'
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

export const isWebSocket = ({ method, headers: { upgrade = '' } }: IncomingMessage): boolean =>
  method === 'GET' && /^\s*websocket\s*$/i.test(upgrade)

/** Refuses a WebSocket, which has no response object. @param status with its reason */
export function refuseSocket(socket: Socket, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Headers of an upgrade, which a request without one must not have. */
const OF_UPGRADE = ['upgrade', 'http2-settings']

/**
 * Takes a request as if it had asked for no upgrade, as a server may that does not know the protocol (RFC 9110, 7.8).
 * Java's client asks for `h2c` with each first request. Node has read the head alone, and lets go of the connection, so
 * the server gets the connection anew, with a head that asks for nothing.
 */
export function withoutUpgrade(
  server: Server,
  { method, url, httpVersion, rawHeaders }: IncomingMessage,
  socket: Socket,
  body: Uint8Array,
): void {
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
    if (OF_UPGRADE.includes(name.toLowerCase())) continue
    const isConnection = name.toLowerCase() === 'connection'
    lines.push(`${name}: ${isConnection ? withoutUpgradeOptions(value) : value}`)
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]))
  server.emit('connection', socket)
}

const withoutUpgradeOptions = (connection: string): string =>
  connection
    .split(',')
    .filter((option) => !OF_UPGRADE.includes(option.trim().toLowerCase()))
    .join(',')

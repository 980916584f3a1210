/** A page that the command shows knows its own server’s address, and its sockets come through this one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressAt, followOwnAddress, leadSocketsHere } from '../../../wallet/page/targetAddress'
import { putBack } from '../../support/putBack'

const TARGET = 'https://h5.example'

afterEach(putBack)

describe('a page that is shown by the command', () => {
  it.each([
    [`${TARGET}/a/b?c=1#d`, ['/a/b']],
    [TARGET, ['/']],
    ['https://h5.example.evil/a', []],
    ['http://localhost:3000/a', []],
    ['https://other.example/', []],
  ])('leaves it for its own server by a navigation to %s, or does not', (url, paths) => {
    const left = vi.fn()
    const navigation = new EventTarget()
    vi.stubGlobal('navigation', navigation)
    followOwnAddress(TARGET, left)
    const event = Object.assign(new Event('navigate', { cancelable: true }), { destination: { url } })
    navigation.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
    expect(left.mock.calls.flat()).toEqual(paths)
  })

  it.each([
    ['http://localhost:3000/a?b#c', TARGET, `${TARGET}/a?b#c`],
    ['http://localhost:3000/a?b#c', undefined, 'http://localhost:3000/a?b#c'],
    ['http://localhost:30001/a', TARGET, 'http://localhost:30001/a'],
    ['about:srcdoc', TARGET, 'about:srcdoc'],
  ])('at %s, of %s, has the address %s at its own server', (href, origin, expected) => {
    vi.stubGlobal('location', { href, protocol: 'http:', host: 'localhost:3000' })
    expect(addressAt(origin)).toBe(expected)
  })
})

describe('a socket of a page that is shown by the command', () => {
  class Socket {
    static readonly OPEN = 1
    readonly given: unknown[]
    constructor(...given: unknown[]) {
      this.given = given
    }
  }
  /** Makes a socket as the page does. */
  const open = (...given: unknown[]): Socket =>
    Reflect.construct(window.WebSocket, given, window.WebSocket) as Socket

  beforeEach(() => {
    vi.stubGlobal('WebSocket', Socket)
    leadSocketsHere('http://localhost:8080')
  })

  it('is led to this server with its protocols, even if its address is an object', () => {
    expect(open('ws://localhost:8080/ws?a', ['v1']).given).toEqual([`ws://${location.host}/ws?a`, ['v1']])
    expect(open(new URL('ws://localhost:8080/ws')).given).toEqual([`ws://${location.host}/ws`])
  })

  it('is encrypted as the page is', () => {
    vi.stubGlobal('location', { href: 'https://192.0.2.1/', protocol: 'https:', host: '192.0.2.1' })
    expect(open('ws://localhost:8080/ws').given).toEqual(['wss://192.0.2.1/ws'])
  })

  it('of another server is not changed', () => {
    expect(open('wss://other.example/ws', 'v1').given).toEqual(['wss://other.example/ws', 'v1'])
  })

  it('is still one of the browser’s, and so is one of a class that extends it', () => {
    class Own extends window.WebSocket {}
    const own = new Own('ws://localhost:8080/ws')
    expect([open('ws://a.example/') instanceof Socket, own instanceof Own]).toEqual([true, true])
    expect((own as unknown as Socket).given).toEqual([`ws://${location.host}/ws`])
    expect(window.WebSocket.OPEN).toBe(1)
  })
})

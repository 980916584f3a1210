/** The common part of Chromium's protocol and WebDriver BiDi: numbered messages over a WebSocket. */
import WebSocket from 'ws'

/** @returns sends a command, and gives its result */
export async function connect(address) {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 1e8 })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map()
  let id = 0
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    const call = waiting.get(message.id)
    if (!call) return
    waiting.delete(message.id)
    if (message.error) call.reject(new Error(`${call.method}: ${JSON.stringify(message.error)}`))
    else call.resolve(message.result)
  })
  socket.on('close', () => {
    for (const call of waiting.values()) call.reject(new Error(`${call.method}: the browser has gone`))
  })
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { method, resolve, reject })
      socket.send(JSON.stringify({ id, method, params }))
    })
}

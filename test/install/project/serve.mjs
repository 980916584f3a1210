/** Prints what Vite serves while the page is developed, and what it logs. */
import { createLogger, createServer } from 'vite'

const lines = []
const log = (line) => void lines.push(line)
const customLogger = { ...createLogger(), info() {}, warn: log, warnOnce: log, error: log }
const server = await createServer({ customLogger, server: { host: '127.0.0.1', port: 0, hmr: false } })
await server.listen()
const { port } = server.httpServer.address()
const get = async (path) => {
  const headers = { accept: path.endsWith('/') ? 'text/html' : '*/*' }
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).text()
}

const html = await get('/')
const client = await get('/@upsdk-kit/client.js')
const [, kitPath = ''] = /from ["']([^"']*with-inspector[^"']*)["']/.exec(await get('/page.js')) || []
const kit = await get(kitPath)
await server.close()
process.stdout.write(JSON.stringify({ html, client, kit, log: lines.join('\n') }), () => process.exit())

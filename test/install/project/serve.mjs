/** Prints what Vite serves while the page is developed, and what it logs; under the base that is given, if one is. */
import { createLogger, createServer } from 'vite'

const lines = []
const log = (line) => void lines.push(line)
const customLogger = { ...createLogger(), info() {}, warn: log, warnOnce: log, error: log }
const [base = '/'] = process.argv.slice(2)
const server = await createServer({ base, customLogger, server: { host: '127.0.0.1', port: 0, hmr: false } })
await server.listen()
const { port } = server.httpServer.address()
const get = async (path) => {
  const headers = { accept: path.endsWith('/') ? 'text/html' : '*/*' }
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).text()
}

// A path, also where an absolute address was given.
const home = server.config.base
const html = await get(home)
const [, clientPath = ''] = /<script src="([^"]*client\.js)">/.exec(html) || []
const client = await get(clientPath)
const page = await get(`${home}page.js`)
const [, kitPath = ''] =
  /from ["']([^"']*upsdk-kit(?:\.js|\/dist\/dev\/index\.js)[^"']*)["']/.exec(page) || []
/** With the files that it imports. */
const read = async (path, done = new Set()) => {
  if (done.has(path)) return ''
  done.add(path)
  const code = await get(path)
  const more = [...code.matchAll(/from ["']([^"']+)["']/g)].map(
    ([, from]) => new URL(from, `http://x${path}`),
  )
  return [
    code,
    ...(await Promise.all(more.map(({ pathname, search }) => read(pathname + search, done)))),
  ].join('')
}
const kit = await read(kitPath)
await server.close()
process.stdout.write(JSON.stringify({ html, client, page, kit, log: lines.join('\n') }), () => process.exit())

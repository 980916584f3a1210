/**
 * `node examples/server/start.mjs`: the script-tag example in a simulated wallet, the shop's server, and the stand-in of
 * UnionPay behind it, on one address. With the address of a page of your own (`http://localhost:5173`): the same without
 * the example, for that page. Nothing of it belongs on a real server but server.mjs.
 */
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { createPlatform, environmentOf } from './platform.mjs'
import { createShop, readSettings } from './server.mjs'

// No charset: the page says itself that it is in GBK, as on many servers of its time.
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }

const [page] = process.argv.slice(2)
// Without a page there is nothing to build, and no jQuery to install.
const example = page ? undefined : await import('../script-tag/files.mjs')
const platform = createPlatform()

/** What a person does by hand: pays, or makes UnionPay fail. */
async function standIn(pathname, searchParams, request, response) {
  if (pathname === '/stand-in/paid') {
    let text = ''
    for await (const chunk of request) text += chunk
    await platform.payments.pay(text ? JSON.parse(text).tn : searchParams.get('tn'))
  }
  // /stand-in/faults?token=hang&order=not%20json; without a query all is well again.
  if (pathname === '/stand-in/faults') {
    for (const name of Object.keys(platform.faults)) delete platform.faults[name]
    Object.assign(platform.faults, Object.fromEntries(searchParams))
  }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(platform.faults))
}

function sendFile(pathname, response) {
  const name = pathname.slice(1) || 'index.html'
  const files = example?.developmentFiles() ?? {}
  if (!Object.hasOwn(files, name)) return response.writeHead(404).end()
  response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'text/plain' }).end(files[name])
}

/** What to do with the addresses; the values are those of the stand-in, and no secret. */
const instructions = (url, environment) => `${page}
  /api → ${url}/api        (server.proxy)
  ${url}/stand-in/paid     支付最近的订单 pays the newest order
  ${url}/stand-in/faults?token=hang

自己的后端 a server of your own:
${Object.entries(environment)
  .map(([name, value]) => `${name}=${value.includes('\n') ? `"${value.trim()}"` : value}\n`)
  .join('')}`

example?.buildKit()
const server = createServer()
server.on('error', ({ code, port }) => {
  if (code !== 'EADDRINUSE') throw new Error(code)
  console.error(`端口 ${port} 已被占用，换一个 port ${port} is in use, set another: PORT=${port + 1}`)
  process.exit(1)
})
server.listen(Number(process.env.PORT ?? (page ? 8787 : 5173)), '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`
  // Whoever types “localhost” gets the same shop.
  const own = `${url},${url.replace('127.0.0.1', 'localhost')}`
  const environment = environmentOf(platform, url, page ? new URL(page).origin : own)
  const shop = createShop(readSettings(environment))
  server.on('request', (request, response) => {
    const [pathname, query] = request.url.split('?')
    const searchParams = new URLSearchParams(query)
    const [, first] = pathname.split('/')
    if (first === 'api') shop(request, response)
    else if (first === 'open' || first === 'gateway') platform.handle(request, response)
    else if (first === 'stand-in') standIn(pathname, searchParams, request, response)
    else sendFile(pathname, response)
  })
  console.log(page ? instructions(url, environment) : `半糖咖啡：${url}`)
})

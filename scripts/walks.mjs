/**
 * Traces four ways through the sources: a successful call and a shown failure in the kit's production build, a payment
 * that is tapped on a drawn sheet, and a document through the command's server. It prints the files that each visits, the
 * functions that it enters, and the moves from a function in one file to one in another. Hand-overs are moves except
 * those into an accessor, which only reads something, or back out of one. `npm run walks -- --steps` also prints the
 * functions; `-- --development` traces the kit's development build. docs/architecture.md describes these ways.
 */
import { once } from 'node:events'
import { createServer, get } from 'node:http'
import { Window } from 'happy-dom'
import { populateGlobal } from 'vitest/runtime'
import { walk, withTraced } from './walks/trace.mjs'

const given = process.argv.slice(2)
const isProduction = !given.includes('--development')

// Functions of lib/, which know nothing of upsdk, belong to no room.
const isOfKit = (file) => /^src\/(?!lib\/)/.test(file)

// The log and its view follow each step, and belong to no way. Functions of element.ts only make elements.
const isOfWallet = (file) =>
  /^wallet\/(?!page\/(log|control|watch\/)|shared\/(log|portable)|view\/(logView|outcome|diagnoses|element))/.test(
    file,
  )

const later = (ms) => new Promise((done) => setTimeout(done, ms))

function print(way, { files, functions, moves, handOvers, steps }) {
  console.log(
    `${way}: ${files.length} files, ${functions} functions, ${moves} moves, ${handOvers} hand-overs\n  ${files.join(' ')}`,
  )
  const changing = steps.filter((step, index) => step !== steps[index - 1])
  if (given.includes('--steps')) console.log(changing.map((step) => `    ${step}`).join('\n'))
}

async function callAndFailure(load) {
  const window = new Window()
  Object.assign(globalThis, { window, document: window.document, MutationObserver: window.MutationObserver })
  const { createUpsdk } = await load('index')
  const { installSimulator, fail } = await load('simulator')
  const presenter = { toast() {}, dialog: async () => true }
  installSimulator({ window, answers: { bioDetect: fail('95') } })
  const upsdk = createUpsdk({ window, presenter })
  await upsdk.getLocationGps()
  print('call', await walk(() => upsdk.getLocationGps(), isOfKit))
  const failed = async () => {
    await upsdk.bioDetect().catch(() => {})
    await later(1000)
  }
  print('failure', await walk(failed, isOfKit))
  upsdk.destroy()
}

/** Waits for an element: stepping through the sources takes its time. */
async function drawn(selector) {
  for (let left = 100; left; left--) {
    const found = document.querySelector(selector)
    if (found) return found
    await later(100)
  }
  throw new Error(`nothing drawn is ${selector}`)
}

async function tappedPayment(load) {
  // The client draws into the global window.
  populateGlobal(globalThis, new Window({ url: 'http://localhost/' }), { bindFunctions: true })
  const { start } = await load('client')
  start({ simulator: { ask: true, latency: 0, readyAfter: 0, upsdk: 'given' } })
  await later(500)
  const pay = async () => {
    const paid = new Promise((success, fail) => {
      const { upsdk } = globalThis
      upsdk.pluginReady(() => upsdk.pay({ tn: '1', success, fail }))
    })
    const sheet = await drawn('[data-upsdk-kit=sheet]')
    sheet.shadowRoot.querySelector('[data-outcome=success]').click()
    await paid
  }
  print('tapped payment', await walk(pay, isOfWallet))
}

const PAGE =
  '<!doctype html><title>Cashier</title><script src="https://open.95516.com/s/open/js/upsdk.js"></script>'

async function documentThroughTheCommand(load) {
  const { createWalletServer } = await load('server')
  const target = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(PAGE)
  })
  target.listen(0, '127.0.0.1')
  await once(target, 'listening')
  const server = createWalletServer({
    target: new URL(`http://127.0.0.1:${target.address().port}`),
    startPath: '/',
    lan: false,
    insecure: false,
    texts: {},
    files: { read: () => '' },
    notice() {},
  })
  const port = await server.listen(0)
  const opened = async () => {
    const headers = { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }
    const [response] = await once(get({ host: '127.0.0.1', port, headers }), 'response')
    let html = ''
    for await (const chunk of response) html += chunk
    if (!html.includes('@upsdk-kit/')) throw new Error(`the document has no client:\n${html}`)
  }
  print('document', await walk(opened, isOfWallet))
  await server.close()
  target.close()
}

await withTraced(
  { index: 'src/index.ts', simulator: 'wallet/simulator/index.ts' },
  isProduction,
  callAndFailure,
)
await withTraced({ server: 'wallet/server/server.ts' }, true, documentThroughTheCommand)
// The last one, since the window's globals replace some of Node's.
await withTraced({ client: 'wallet/page/client.ts' }, true, tappedPayment)
process.exit(0)

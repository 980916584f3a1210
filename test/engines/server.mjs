/** Serves the pages, the published files, the real SDK file, and a fake wallet's bridge scripts. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { CORDOVA, JSBRIDGE } from '../support/nativeSide.mjs'

const read = (path) => readFileSync(path, 'utf8')

/**
 * The real file has the address of its bridge scripts written in it. Here they come from where the page comes from;
 * nothing else of it is changed.
 */
const OFFICIAL = 'https://open.95516.com/s/open/'
const sdk = read('node_modules/js-upsdk/src/upsdk.js').split(OFFICIAL).join('/s/open/')

/** The policy allows nothing inline, nothing from elsewhere, and no style except those that a script sets. */
const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'"
/** upsdk.js itself does not run under this policy inside the wallet. */
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'; trusted-types upsdk-kit`
const POLICIES = { strict: STRICT, trusted: TRUSTED }

const BRIDGES = [
  { path: /\/(android|ios)\.4\.5\.4\/cordova\.js$/, script: CORDOVA },
  { path: /\.1\.0\.0\/WebViewJavascriptBridge\.js$/, script: JSBRIDGE },
]

function html({ name, files = [], module = false }) {
  const tags = ['/pages/before.js', '/s/open/js/upsdk.js', '/dist/upsdk-kit.min.js', ...files]
    .concat('/pages/checks.js')
    .map((src) => `<script src="${src}"></script>`)
  const own = `<script src="/pages/${name}.js"${module ? ' type="module"' : ''}></script>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<meta name="viewport" content="width=device-width"></head>
<body><button id="button" type="button">Button</button><p id="text">Text</p>${tags.join('')}${own}</body></html>`
}

/** @param pages by their names: what each loads */
export async function serve(pages) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost')
    const script = (body) => {
      response.setHeader('content-type', 'text/javascript; charset=utf-8')
      response.end(body)
    }
    const page = pages[searchParams.get('page')]
    if (pathname === '/page' && page) {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      if (POLICIES[page.policy]) response.setHeader('content-security-policy', POLICIES[page.policy])
      return response.end(html(page))
    }
    if (pathname === '/echo') {
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify({ method: request.method }))
    }
    if (pathname === '/s/open/js/upsdk.js') return script(sdk)
    // The bridge always comes late, and never for the wallet that has lost its script. `guard.js` looks before: it gets
    // time to run on a busy machine.
    const isLooking = /[?&]page=guard&/.test(request.headers.referer)
    const bridge = BRIDGES.find(({ path }) => path.test(pathname))
    if (bridge) return setTimeout(script, isLooking ? 1000 : 100, bridge.script)
    const file = /^\/(dist|pages)\/([\w./-]+\.js)$/.exec(pathname)
    if (file && !file[2].includes('..')) {
      try {
        return script(read(`${file[1] === 'pages' ? 'test/engines/pages' : 'dist'}/${file[2]}`))
      } catch {
        // The file does not exist.
      }
    }
    response.statusCode = 404
    response.end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () => server.closeAllConnections() || server.close(),
  }
}

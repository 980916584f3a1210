/** Runs the specifications of a page (`specs/`) in a starter project, by the Playwright that it has installed. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInShell } from './project.mjs'

const SPECS = fileURLToPath(new URL('./specs', import.meta.url))

/** As docs/zh/testing-playwright.md has it. */
export const INSTALL = 'npm install -D @playwright/test'

const config = (executablePath) => `module.exports = {
  testDir: 'specs',
  reporter: 'line',
  workers: 1,
  repeatEach: Number(process.env.REPEAT || 1),
  use: {
    baseURL: process.env.ADDRESS,
    // Outside the wallet the kit speaks the browser's language.
    locale: 'zh-CN',
    launchOptions: { executablePath: ${JSON.stringify(executablePath)}, args: ['--no-sandbox'] },
  },
}
`

/** The first script of a project, and the kit in it. */
const MAINS = ['src/main.ts', 'src/main.tsx', 'src/main.js', 'src/index.ts', 'src/app.jsx']

/** Puts the specifications into the project, and a login with the number into its page. */
export function addSpecs(folder, executablePath) {
  cpSync(SPECS, join(folder, 'specs'), { recursive: true })
  writeFileSync(join(folder, 'playwright.config.cjs'), config(executablePath))
  const login = readFileSync(join(SPECS, 'login.js'), 'utf8')
  const main = MAINS.find((file) => existsSync(join(folder, file)))
  if (main) {
    writeFileSync(join(folder, 'src/login.js'), login)
    const code = readFileSync(join(folder, main), 'utf8')
    // The first line stays the first.
    const more =
      "import { addLogin } from './login.js'\nimport { upsdk as walletForLogin } from './wallet'\naddLogin(walletForLogin)\n"
    writeFileSync(join(folder, main), `${code}\n${more}`)
    return
  }
  const page = join(folder, 'index.html')
  const html = readFileSync(page, 'utf8')
  const script = `<script>\n${login.replace('export ', '')}\naddLogin(kit)\n</script>\n`
  writeFileSync(page, html.replace('</body>', `${script}</body>`))
}

/**
 * @param address where the page is served
 * @param element what the page's buttons are, where they are not native
 * @returns how many specifications passed
 */
export async function runSpecs(folder, address, { pay, paid }, element = '') {
  const env = { ADDRESS: address, PAY: pay, PAID: paid, ELEMENT: element, CI: '' }
  const { stdout } = await runInShell(folder, 'npx playwright test', env)
  const [, passed] = /(\d+) passed/.exec(stdout) || []
  if (!passed) throw new Error(stdout)
  return Number(passed)
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves what was built. @returns its address, and what ends it */
export async function serveBuild(folder) {
  const server = createServer(({ url }, response) => {
    const [path] = url.split('?')
    const file = join(folder, path === '/' ? 'index.html' : path)
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] || 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() }
}

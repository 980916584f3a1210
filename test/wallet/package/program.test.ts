/** The published command runs, and so does its one file alone. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, later, open, startTarget } from './servers'

const BIN = ['bin/upsdk-kit.cjs', 'wallet']
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-wallet-'))
  copyFileSync('dist/wallet.mjs', join(folder, 'wallet.mjs'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const once = (args: string[], env = { LANG: 'en_US.UTF-8' }) =>
  spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: '', ...env },
    timeout: 300_000,
  })

describe('--help', () => {
  it.each([
    ['en_US.UTF-8', 'Usage: upsdk-kit wallet'],
    ['zh_CN.UTF-8', '用法：upsdk-kit wallet'],
  ])('uses the language of the system: %s', (LANG, text) => {
    const { status, stdout } = once([...BIN, '--help'], { LANG })
    expect(status).toBe(0)
    expect(stdout).toContain(text)
    for (const option of ['--port', '--lan', '--open', '--verbose', '--insecure'])
      expect(stdout).toContain(option)
  })
})

describe('a malformed command exits with 2 and one line that says what to write:', () => {
  it.each([
    ['nothing', []],
    ['a folder that is not there', ['./nowhere']],
    ['a terminal’s escape', ['\u001b[31mred']],
  ])('%s', (_what, args) => {
    const { status, stdout, stderr } = once([...BIN, ...args])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toContain('\u001b')
    expect(stderr).toMatch(/^[^\n]+(http:\/\/localhost:8080|--port 9527|\.\/dist)[^\n]*\n$/)
  })
})

describe('the program', () => {
  const running: ChildProcess[] = []
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGINT')
  })

  /** @returns what it has printed, once it has so many lines */
  function start(args: string[], lines: number, more: NodeJS.ProcessEnv = {}): Promise<string[]> {
    const child = spawn(process.execPath, args, { env: { ...process.env, LC_ALL: 'C', LANG: 'C', ...more } })
    running.push(child)
    return new Promise((resolve, reject) => {
      let text = ''
      child.stdout?.on('data', (chunk) => {
        text += chunk
        if (text.split('\n').length > lines) resolve(text.split('\n'))
      })
      child.stderr?.on('data', (chunk) => reject(new Error(String(chunk))))
      child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)))
    })
  }

  const place = (line = '') => {
    // The first line prints the phone's address.
    const { host, port } = new URL(line.replace(/^Simulated phone: /, ''))
    return { host, port: Number(port) }
  }

  it('runs alone, away from the package, with the client in it; Ctrl+C ends it', async () => {
    const { origin } = await startTarget((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end('<head></head>')
    })
    const [phone = '', serves = ''] = await start(
      [join(folder, 'wallet.mjs'), `${origin}/a?b=1#c`, '--port', '19527'],
      3,
    )
    expect(phone).toMatch(
      /^Simulated phone: http:\/\/127-0-0-1-\d+-[\da-f]{4}\.localhost:\d+\/@upsdk-kit\/#\/a\?b=1#c$/,
    )
    expect(serves).toContain(origin)
    expect((await open(place(phone))).text).toContain('/@upsdk-kit/client.js')
    const client = await ask(place(phone), { path: '/@upsdk-kit/client.js' })
    expect(client.text).toBe(readFileSync('dist/wallet/client.js', 'utf8'))
    const [child] = running
    const ended = new Promise((resolve) => child?.on('exit', (_code, signal) => resolve(signal)))
    child?.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
    expect(readdirSync(folder)).toEqual(['wallet.mjs'])
  })

  // Other systems open it by another program.
  it.runIf(process.platform === 'linux')('opens the phone in the browser with --open', async () => {
    const tools = mkdtempSync(join(tmpdir(), 'upsdk-kit-open-'))
    const opened = join(tools, 'opened')
    writeFileSync(join(tools, 'xdg-open'), `#!/bin/sh\necho "$1" > "${opened}"\n`, { mode: 0o755 })
    const { origin } = await startTarget((_request, response) => response.end())
    const PATH = `${tools}:${process.env.PATH}`
    const [phone = ''] = await start([...BIN, origin, '--open', '--port', '19627'], 3, { PATH })
    const seen = () => (existsSync(opened) ? readFileSync(opened, 'utf8').trim() : '')
    await expect.poll(seen).toBe(phone.replace(/^Simulated phone: /, ''))
    rmSync(tools, { recursive: true })
  })

  it('takes the next port if one is in use', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    later(() => taken.close())
    const { port } = taken.address() as { port: number }
    const page = join(folder, 'page')
    mkdirSync(page)
    later(() => rmSync(page, { recursive: true }))
    writeFileSync(join(page, 'index.html'), 'page')
    const [phone = ''] = await start([...BIN, page, '--port', String(port)], 3)
    expect(place(phone).port).toBeGreaterThan(port)
  })

  it('says what --lan exposes', async () => {
    const lines = await start([...BIN, 'http://localhost:8080', '--lan', '--port', '19627'], 5)
    expect(lines.join('\n')).toMatch(/every payment there “succeeds”/)
  })

  it('needs no package besides Node', () => {
    const text = readFileSync('dist/wallet.mjs', 'utf8')
    const imported = Array.from(text.matchAll(/\bfrom ?"([^"]+)"/g), ([, name]) => name)
    expect(imported.length).toBeGreaterThan(5)
    expect(imported.filter((name) => !/^(node:[\w/]+|fs|path|querystring)$/.test(name || ''))).toEqual([])
  })
})

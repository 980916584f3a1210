/** The plug-in's addresses on Vite's own server give nothing to other machines and other sites. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import upsdkKit from '../../../wallet/vite'
import { selfSigned } from './selfSigned'
import { ask, later, open, type Started, startVite } from './servers'

let project = ''
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'upsdk-kit-vite-'))
  writeFileSync(join(project, 'index.html'), '<html><head></head><body>page</body></html>')
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

/** The test has no other machine, so it replaces the sender's address in Node. */
const fromAnotherMachine: Plugin = {
  name: 'another-machine',
  enforce: 'pre',
  configureServer(server) {
    server.middlewares.use(({ socket }, _response, next) => {
      Object.defineProperty(socket, 'remoteAddress', { value: '192.168.0.9', configurable: true })
      next()
    })
  },
}

const choose = (
  vite: Pick<Started, 'port' | 'host'>,
  headers: Record<string, string> = {},
  body = '{"platform":"ios"}',
) =>
  ask(vite, {
    path: '/@upsdk-kit/state',
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', origin: `http://${vite.host}`, ...headers },
  })

/** Vite answers at any name, as before 5.4.12, or for a tunnel. */
const anyName = { name: 'any-name', config: () => ({ server: { allowedHosts: true } }) }

function listenToConsole() {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  printed.mockClear()
  later(() => printed.mockRestore())
  return printed
}

const state = async (vite: Pick<Started, 'port' | 'host'>) =>
  (await ask(vite, { path: '/@upsdk-kit/state' })).text

describe('the Vite plug-in’s server', () => {
  it('lets this machine choose settings, and puts them into the page', async () => {
    const vite = await startVite(project, upsdkKit())
    expect(await choose(vite)).toMatchObject({ status: 204 })
    expect(await state(vite)).toBe('{"platform":"ios"}')
    expect((await open(vite)).text).toContain('"simulator":{"platform":"ios"}')
  })

  it('lets another machine read the settings, but not choose', async () => {
    const vite = await startVite(project, fromAnotherMachine, upsdkKit())
    expect(await choose(vite)).toMatchObject({ status: 403 })
    expect(await choose(vite, { 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 403 })
    expect(await state(vite)).toBe('{}')
  })

  it.each(['localhost', '127.0.0.1', 'page.localhost', '[::1]'])(
    'lets this machine choose settings at its own name %s',
    async (name) => {
      const vite = await startVite(project, upsdkKit())
      expect(await choose({ ...vite, host: `${name}:${vite.port}` })).toMatchObject({ status: 204 })
    },
  )

  it.each(['dev.bank.example', 'abc.tunnel.example', '192.168.0.2', 'localhost.evil.example'])(
    'lets nobody choose at another name without the key, whatever Vite allows: %s',
    async (name) => {
      const vite = await startVite(project, anyName, upsdkKit())
      const other = { ...vite, host: `${name}:${vite.port}` }
      expect(await open(other)).toMatchObject({ status: 200 })
      const answer = await choose(other, { 'accept-language': 'en', 'sec-fetch-site': 'same-origin' })
      expect(answer).toMatchObject({ status: 403 })
      expect(answer.text).toContain('the address that the terminal shows')
      expect(await state(other)).toBe('{}')
    },
  )

  it('lets nobody choose over https either, where Vite looks at no name', async () => {
    const secure = selfSigned()
    const https = { name: 'https', config: () => ({ server: { https: secure } }) }
    const vite = await startVite(project, https, upsdkKit())
    const post = (host: string) =>
      ask(
        { ...vite, host },
        {
          ...{ path: '/@upsdk-kit/state', method: 'POST', body: '{"platform":"ios"}', isSecure: true },
          headers: { 'content-type': 'application/json', origin: `https://${host}` },
        },
      )
    expect(await post(`rebound.example:${vite.port}`)).toMatchObject({ status: 403 })
    expect(await post(`localhost:${vite.port}`)).toMatchObject({ status: 204 })
  })

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-connecting-ip'])(
    'lets a tunnel that calls itself localhost choose nothing: %s',
    async (name) => {
      const vite = await startVite(project, upsdkKit())
      expect(await choose(vite, { [name]: '203.0.113.7' })).toMatchObject({ status: 403 })
      expect(await state(vite)).toBe('{}')
    },
  )

  it('prints a key once, with which another name may choose from then on', async () => {
    const printed = listenToConsole()
    const vite = await startVite(project, anyName, upsdkKit())
    const other = { ...vite, host: `dev.bank.example:${vite.port}` }
    await choose(other)
    await choose(other)
    const lines = printed.mock.calls.map(([line]) => String(line))
    const [entrance = ''] = /\/@upsdk-kit\/enter\?[\da-f]{32}/.exec(lines.join('\n')) || []
    expect(lines.filter((line) => line.includes(entrance))).toHaveLength(1)
    // Whoever asks names the host, so that it is not printed.
    expect(lines.join()).not.toContain('bank')
    for (const wrong of ['/@upsdk-kit/enter', '/@upsdk-kit/enter?', `${entrance}0`])
      expect(await ask(other, { path: wrong }), wrong).toMatchObject({ status: 404 })
    const entered = await ask(other, { path: entrance })
    expect(entered).toMatchObject({ status: 302, headers: { location: '/@upsdk-kit/' } })
    const [set = ''] = entered.headers['set-cookie'] || []
    expect(set).toMatch(/^upsdk-kit-key=[\da-f]{32}; Path=\/@upsdk-kit\/; HttpOnly; SameSite=Lax$/)
    const [cookie = ''] = set.split(';')
    expect(await choose(other, { cookie: `upsdk-kit-key=of-another-server; ${cookie}` })).toMatchObject({
      status: 204,
    })
    expect(await choose(other, { cookie, origin: 'https://evil.example' })).toMatchObject({ status: 403 })
  })

  it('gives its key to the page’s own addresses under a base too', async () => {
    const printed = listenToConsole()
    const base = { name: 'base', config: () => ({ base: '/h5/', server: { allowedHosts: true } }) }
    const vite = await startVite(project, base, upsdkKit())
    const other = { ...vite, host: `dev.bank.example:${vite.port}` }
    await choose(other)
    const [entrance = ''] = /\/@upsdk-kit\/enter\?[\da-f]{32}/.exec(printed.mock.calls.join('\n')) || []
    const { headers } = await ask(other, { path: `/h5${entrance}` })
    expect(headers['set-cookie']?.map((one) => /Path=([^;]*)/.exec(one)?.[1])).toEqual([
      '/@upsdk-kit/',
      '/h5/@upsdk-kit/',
    ])
  })

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another project on this machine', { origin: 'http://localhost:3000' }],
    ['another site whose browser names it', { 'sec-fetch-site': 'cross-site' }],
    ['a form', { 'content-type': 'text/plain' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('lets %s choose nothing', async (_what, headers) => {
    const vite = await startVite(project, upsdkKit())
    expect(await choose(vite, headers)).toMatchObject({ status: 403 })
    expect(await state(vite)).toBe('{}')
  })

  it('takes no option of the kit that would run a script, and no name of a prototype; Vite goes on', async () => {
    const vite = await startVite(project, upsdkKit())
    for (const body of [
      '{"inPlace":true,"kitOptions":{"script":"https://evil.example/x.js"}}',
      '{"hasOwnProperty":"x"}',
      '{"__proto__":"x"}',
      '{"valueOf":"x"}',
      '{',
    ])
      expect((await choose(vite, {}, body)).status, body).toBe(400)
    const { text } = await open(vite)
    expect(text).not.toContain('evil')
    expect(text).toContain('page')
  })

  it('answers 500 if a file of its own cannot be read, and goes on', async () => {
    const vite = await startVite(project, upsdkKit())
    expect(await ask(vite, { path: '/@upsdk-kit/client.js' })).toMatchObject({ status: 500 })
    expect(await state(vite)).toBe('{}')
  })
})

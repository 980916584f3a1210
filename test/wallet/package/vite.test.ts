/** The plug-in's addresses on Vite's own server give nothing to other machines and other sites. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import upsdkKit from '../../../wallet/vite'
import { ask, open, type Started, startVite } from './servers'

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

/** The replacement of upsdk.js redirects a real wallet to the real file, in the command and in Vite. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSdkAddresses } from '../../../wallet/server/sdkRoute'
import upsdkKit from '../../../wallet/vite'
import { walletAgent } from '../../support/nativeSide.mjs'
import { ask, later, open, type Started, startTarget, startVite, startWallet } from './servers'

const OFFICIAL = 'https://open.95516.com/s/open/js/upsdk.js'
const BRIDGE = 'https://open.95516.com/s/open/js/cordova.js'
const OWN = 'https://static.shop.example/upsdk.min.js'
const PAGE = `<html><head><script src="${OFFICIAL}"></script><script src="js/upsdk.js?v=1"></script><script src="${OWN}"></script></head></html>`

type Server = Pick<Started, 'port' | 'host'>

const startCommand = async (): Promise<Server> =>
  startWallet(
    (
      await startTarget((_request, response) => {
        response.setHeader('Content-Type', 'text/html')
        response.end(PAGE)
      })
    ).origin,
  )

async function startProject(): Promise<Server> {
  const project = mkdtempSync(join(tmpdir(), 'upsdk-kit-sdk-'))
  writeFileSync(join(project, 'index.html'), PAGE)
  later(() => rmSync(project, { recursive: true, force: true }))
  return startVite(project, upsdkKit())
}

async function leads(server: Server, own: string, headers: Record<string, string> = {}) {
  const answer = await ask(server, {
    path: `/@upsdk-kit/upsdk.js?${encodeURIComponent(own)}`,
    headers: { 'user-agent': walletAgent({}), referer: `http://${server.host}/h5/index.html`, ...headers },
  })
  return answer.headers.location || answer.status
}

describe.each([
  ['the command', startCommand],
  ['Vite', startProject],
])('the replacement of upsdk.js for %s', (_what, start) => {
  it('is a script that makes upsdk in a simulated wallet, whatever its address', async () => {
    const server = await start()
    for (const own of [OFFICIAL, 'https://evil.example/upsdk.js', 'upsdk.js']) {
      const answer = await ask(server, { path: `/@upsdk-kit/upsdk.js?${encodeURIComponent(own)}` })
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8')
      expect(answer.text).toContain('client.sdkLoaded()')
    }
  })

  it('gives the wallet’s bridge to an upsdk inside a bundle after 300 ms, as the guide says', async () => {
    const server = await start()
    const asked = performance.now()
    await ask(server, { path: `/@upsdk-kit/upsdk.js?${encodeURIComponent(BRIDGE)}` })
    expect(performance.now() - asked).toBeGreaterThan(290)
  })

  it('redirects a real wallet to UnionPay’s file', async () => {
    const server = await start()
    expect(await leads(server, OFFICIAL)).toBe(OFFICIAL)
    expect(await leads(server, '//open.95516.com/upsdk.js?v=1&t=2')).toBe(
      'http://open.95516.com/upsdk.js?v=1&t=2',
    )
  })

  it('redirects a real wallet to the address that a document here named, or to this server if it is relative', async () => {
    const server = await start()
    expect(await leads(server, OWN)).toBe(404)
    await open(server)
    expect(await leads(server, OWN)).toBe(OWN)
    expect(await leads(server, 'js/upsdk.js?v=1')).toBe(`http://${server.host}/h5/js/upsdk.js?v=1`)
    for (const referer of ['https://evil.example/a/', 'no address', ''])
      expect(await leads(server, 'js/upsdk.js?v=1', { referer })).not.toContain('evil')
  })

  it.each([
    'https://evil.example/upsdk.js',
    '//evil.example/upsdk.js',
    '/\\evil.example/upsdk.js',
    'https://evil.example/?//open.95516.com/upsdk.js',
    'https://open.95516.com@evil.example/upsdk.js',
    'https://open.95516.com.evil.example/upsdk.js',
    'https://evil-95516.com/upsdk.js',
    'https://open.95516.com/other.js',
    'https://evil.example/x.js',
    'javascript:upsdk.js',
    '/upsdk.js',
  ])('redirects a real wallet nowhere else: %s', async (own) => {
    const server = await start()
    await open(server)
    expect(await leads(server, own)).toBe(404)
  })
})

describe('the list of known upsdk.js addresses', () => {
  it('keeps one that a document still names, however old it is', () => {
    const addresses = createSdkAddresses()
    for (let at = 0; at < 999; at++) {
      addresses.add('/own/upsdk.js')
      addresses.add(`/upsdk.js?${at}`)
    }
    addresses.add('/own/upsdk.js')
    addresses.add('/upsdk.js?999')
    expect([addresses.has('/own/upsdk.js'), addresses.has('/upsdk.js?0')]).toEqual([true, false])
  })

  it('keeps the last 1,000', () => {
    const addresses = createSdkAddresses()
    for (let at = 0; at < 5000; at++) addresses.add(`/upsdk.js?${at}`)
    expect([3999, 4000, 4999].map((at) => addresses.has(`/upsdk.js?${at}`))).toEqual([false, true, true])
  })
})

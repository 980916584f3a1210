/** A folder in the place of an address. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, DOCUMENT, OWN_FETCH, open, startWallet } from './servers'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-folder-'))
  writeFileSync(join(folder, 'index.html'), '<head><meta charset="gbk"></head><body>home')
  writeFileSync(join(folder, 'main.js'), 'main()')
  writeFileSync(join(folder, '.env'), 'secret')
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(folder, '.git/config'), 'secret')
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages/a.html'), '<head></head><body>a')
  writeFileSync(`${folder}-secret.txt`, 'secret')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(`${folder}-secret.txt`)
})

describe('a folder', () => {
  it.each([
    ['/', 'home'],
    ['/index.html', 'home'],
    ['/orders/1?a=b', 'home'],
    ['/pages/a.html', 'a'],
    ['/pages/a', 'a'],
  ])('gives the page of %s, with the client', async (path, body) => {
    const answer = await open(await startWallet(folder), { path })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('/@upsdk-kit/client.js')
    expect(answer.text.endsWith(`<body>${body}`)).toBe(true)
    expect(answer.text).not.toContain('targetOrigin')
  })

  it('says no encoding of a page that says its own', async () => {
    expect((await open(await startWallet(folder))).headers['content-type']).toBe('text/html')
  })

  it('gives files as they are, in parts too', async () => {
    const wallet = await startWallet(folder)
    const whole = await ask(wallet, { path: '/main.js', headers: OWN_FETCH })
    expect(whole).toMatchObject({ status: 200, text: 'main()' })
    expect(whole.headers['content-type']).toContain('javascript')
    const part = await ask(wallet, { path: '/main.js', headers: { ...OWN_FETCH, range: 'bytes=0-3' } })
    expect(part).toMatchObject({ status: 206, text: 'main' })
    expect(await ask(wallet, { path: '/main.js', method: 'HEAD', headers: OWN_FETCH })).toMatchObject({
      status: 200,
      text: '',
    })
  })

  it.each(['/missing.js', '/图.png', '/a/missing.html'])('%s, which is not there, is 404', async (path) => {
    const answer = await ask(await startWallet(folder), { path: encodeURI(path), headers: DOCUMENT })
    expect(answer).toMatchObject({ status: 404, text: '' })
  })

  it.each([
    '/.env',
    '/%2eenv',
    '/.git/config',
    '/../FOLDER-secret.txt',
    '/%2e%2e/FOLDER-secret.txt',
    '/..%2fFOLDER-secret.txt',
    '/..%5cFOLDER-secret.txt',
    '/%',
  ])('%s gives nothing that is hidden or beside it', async (path) => {
    const name = folder.split('/').pop() || ''
    const answer = await open(await startWallet(folder), { path: path.replace('FOLDER', name) })
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('secret')
  })

  it('takes nothing', async () => {
    expect(await ask(await startWallet(folder), { method: 'POST', headers: OWN_FETCH })).toMatchObject({
      status: 405,
    })
  })
})

/** `upsdk-kit wallet ./dist` serves a folder in place of a target. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'locked.txt'), 'secret')
  symlinkSync('main.js', join(folder, 'inner.js'))
  symlinkSync(`${folder}-secret.txt`, join(folder, 'outer.txt'))
  symlinkSync('..', join(folder, 'outer'))
  symlinkSync('.env', join(folder, 'env.txt'))
  symlinkSync('circle.txt', join(folder, 'circle.txt'))
  symlinkSync('nowhere', join(folder, 'nowhere.txt'))
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(`${folder}-secret.txt`)
})

describe('a folder that the command serves', () => {
  it.each([
    ['/', 'home'],
    ['/index.html', 'home'],
    ['/orders/1?a=b', 'home'],
    ['/pages/a.html', 'a'],
    ['/pages/a', 'a'],
  ])('gives the page at %s, with the client', async (path, body) => {
    const answer = await open(await startWallet(folder), { path })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('/@upsdk-kit/client.js')
    expect(answer.text.endsWith(`<body>${body}`)).toBe(true)
    expect(answer.text).not.toContain('targetOrigin')
  })

  it('names no encoding for a page that names its own', async () => {
    expect((await open(await startWallet(folder))).headers['content-type']).toBe('text/html')
  })

  it('gives files unchanged, in parts too', async () => {
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

  it('gives the whole file where a part must be of the same version, which a date cannot tell', async () => {
    const wallet = await startWallet(folder)
    const { headers } = await ask(wallet, { path: '/main.js', headers: OWN_FETCH })
    for (const version of [headers.etag, headers['last-modified'], '"other"'])
      expect(
        await ask(wallet, {
          path: '/main.js',
          headers: { ...OWN_FETCH, range: 'bytes=0-3', 'if-range': String(version) },
        }),
      ).toMatchObject({ status: 200, text: 'main()' })
  })

  it.each(['/missing.js', '/图.png', '/a/missing.html'])(
    'gives 404 for %s, which does not exist',
    async (path) => {
      const answer = await ask(await startWallet(folder), { path: encodeURI(path), headers: OWN_FETCH })
      expect(answer).toMatchObject({ status: 404, text: '' })
    },
  )

  it('answers a missing document with a page that links to the existing ones', async () => {
    const wallet = await startWallet(folder)
    const headers = { ...DOCUMENT, 'accept-language': 'zh-CN,zh;q=0.9' }
    const answer = await ask(wallet, { path: '/missing.html?%3Cscript%3E', headers })
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('lang="zh-CN"')
    expect(answer.text).toContain('<a href="/index.html">')
    expect(answer.text).not.toMatch(/secret|\.env|\.git/)
    const english = await ask(wallet, {
      path: '/<b>.html',
      headers: { ...DOCUMENT, 'accept-language': 'ja' },
    })
    expect(english.text).toContain('lang="en"')
    expect(english.text).not.toContain('<b>')
  })

  it('lists its pages down to the fourth folder, and nothing else', async () => {
    const site = mkdtempSync(join(tmpdir(), 'upsdk-kit-pages-'))
    const files = ['index.html', 'a/OLD.HTM', 'a/b/c/d/deep.html', 'a/b/c/d/e/deeper.html', 'x.html/in.html']
    for (const file of [...files, 'a.htmlx', 'html', '.hidden.html', 'node_modules/p/index.html']) {
      mkdirSync(dirname(join(site, file)), { recursive: true })
      writeFileSync(join(site, file), '')
    }
    const { text } = await open(await startWallet(site), { path: '/missing.html' })
    rmSync(site, { recursive: true })
    expect(Array.from(text.matchAll(/<a href="([^"]*)"/g), ([, path]) => path)).toEqual([
      '/a/OLD.HTM',
      '/a/b/c/d/deep.html',
      '/index.html',
      '/x.html/in.html',
    ])
  })

  it('lists 50 pages at most, and looks no further than 2,000 entries', async () => {
    const site = mkdtempSync(join(tmpdir(), 'upsdk-kit-pages-'))
    const listed = async () => {
      const { text } = await open(await startWallet(site), { path: '/missing.html' })
      return text.match(/<a href="/g)?.length ?? 0
    }
    for (let at = 0; at < 60; at++) writeFileSync(join(site, `z${at}.html`), '')
    expect(await listed()).toBe(50)
    for (let at = 0; at < 1990; at++) writeFileSync(join(site, `a${at}.txt`), '')
    expect(await listed()).toBe(10)
    rmSync(site, { recursive: true })
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
  ])('gives nothing hidden, nor beside it: %s', async (path) => {
    const name = folder.split('/').pop() || ''
    const answer = await open(await startWallet(folder), { path: path.replace('FOLDER', name) })
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('secret')
  })

  it.each([
    ['bytes=0-3', 206, 'main', 'bytes 0-3/6'],
    ['bytes=4-', 206, '()', 'bytes 4-5/6'],
    ['bytes=2-2', 206, 'i', 'bytes 2-2/6'],
    ['bytes=-2', 206, '()', 'bytes 4-5/6'],
    ['bytes=-99', 206, 'main()', 'bytes 0-5/6'],
    ['bytes=2-99999999999999999999', 206, 'in()', 'bytes 2-5/6'],
    [`bytes=0-${'9'.repeat(40)}`, 206, 'main()', 'bytes 0-5/6'],
    ['bytes=5-1', 200, 'main()', undefined],
    ['bytes=a-b', 200, 'main()', undefined],
    ['bytes=-', 200, 'main()', undefined],
    ['bytes=0-1,3-4', 200, 'main()', undefined],
    ['in bytes=0-1', 200, 'main()', undefined],
    ['lines=0-1', 200, 'main()', undefined],
    ['bytes=6-', 416, '', 'bytes */6'],
    ['bytes=99-100', 416, '', 'bytes */6'],
    ['bytes=-0', 416, '', 'bytes */6'],
    [`bytes=${'9'.repeat(40)}-`, 416, '', 'bytes */6'],
  ])('answers a Range of %s with %i', async (range, status, text, part) => {
    const answer = await ask(await startWallet(folder), {
      path: '/main.js',
      headers: { ...OWN_FETCH, range },
    })
    expect(answer).toMatchObject({ status, text })
    expect(answer.headers['content-range']).toBe(part)
    expect(answer.headers['content-length']).toBe(String(text.length))
  })

  it('gives an empty file, in parts too', async () => {
    const wallet = await startWallet(folder)
    const path = '/empty.txt'
    expect(await ask(wallet, { path, headers: OWN_FETCH })).toMatchObject({ status: 200, text: '' })
    expect(await ask(wallet, { path, headers: { ...OWN_FETCH, range: 'bytes=0-' } })).toMatchObject({
      status: 416,
    })
  })

  it('gives a file again only if it has changed', async () => {
    const wallet = await startWallet(folder)
    const { headers } = await ask(wallet, { path: '/main.js', headers: OWN_FETCH })
    const again = { ...OWN_FETCH, 'if-none-match': String(headers.etag) }
    expect(await ask(wallet, { path: '/main.js', headers: again })).toMatchObject({ status: 304, text: '' })
    // A document contains the client, which may have changed.
    const { headers: of } = await ask(wallet, { path: '/index.html', headers: OWN_FETCH })
    expect(
      await open(wallet, { path: '/index.html', headers: { 'if-none-match': String(of.etag) } }),
    ).toMatchObject({ status: 200 })
  })

  it('gives index.html for a route to documents only: a script gets 404', async () => {
    const wallet = await startWallet(folder)
    for (const headers of [OWN_FETCH, { accept: '*/*' }, { ...DOCUMENT, 'sec-fetch-dest': 'empty' }])
      expect(await ask(wallet, { path: '/api/x', headers: headers as Record<string, string> })).toMatchObject(
        {
          status: 404,
          text: '',
        },
      )
    expect(await open(wallet, { path: '/api/x' })).toMatchObject({ status: 200 })
  })

  it('follows no symbolic link that leads out of it or to a hidden file', async () => {
    const wallet = await startWallet(folder)
    const got = async (path: string) => (await ask(wallet, { path, headers: OWN_FETCH })).status
    expect(await got('/inner.js')).toBe(200)
    expect(await got('/outer.txt')).toBe(404)
    expect(await got(`/outer/${folder.split('/').pop()}-secret.txt`)).toBe(404)
    expect(await got('/env.txt')).toBe(404)
    expect(await got('/circle.txt')).toBe(404)
    expect(await got('/nowhere.txt')).toBe(404)
  })

  it('may itself be a symbolic link', async () => {
    const link = `${folder}-link`
    symlinkSync(folder, link)
    try {
      expect((await open(await startWallet(link))).text).toContain('home')
    } finally {
      rmSync(link)
    }
  })

  it('does not read a folder or a named pipe as a file, nor a malformed name', async () => {
    const wallet = await startWallet(folder)
    for (const path of ['/pages', '/pages/', '/pipe.txt', '/main.js/a', `/${'a'.repeat(300)}.js`, '/a%00.js'])
      expect(await ask(wallet, { path, headers: OWN_FETCH }), path).toMatchObject({ status: 404 })
  })

  // Root may read every file.
  it.skipIf(process.getuid?.() === 0)('answers 403 for an unreadable file', async () => {
    const wallet = await startWallet(folder)
    chmodSync(join(folder, 'locked.txt'), 0)
    expect(await ask(wallet, { path: '/locked.txt', headers: OWN_FETCH })).toMatchObject({ status: 403 })
  })

  it('keeps working while files come and go, as under vite build --watch', async () => {
    const wallet = await startWallet(folder)
    const file = join(folder, 'built.js')
    let isBuilding = true
    const build = async () => {
      while (isBuilding) {
        writeFileSync(file, 'built()')
        await new Promise((resolve) => setTimeout(resolve, 1))
        rmSync(file)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
    const built = build()
    const statuses = new Set<number>()
    for (let turn = 0; turn < 40; turn++) {
      const asked = Array.from({ length: 20 }, () => ask(wallet, { path: '/built.js', headers: OWN_FETCH }))
      for (const { status } of await Promise.all(asked)) statuses.add(status)
    }
    isBuilding = false
    await built
    expect(Array.from(statuses).sort()).toEqual([200, 404])
    rmSync(file, { force: true })
    expect(await ask(wallet, { path: '/main.js', headers: OWN_FETCH })).toMatchObject({ status: 200 })
  })

  /** Begins a download, and reads only its beginning. */
  const begin = ({ port, host }: { port: number; host: string }, path: string) =>
    new Promise<ReturnType<typeof connect>>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\n\r\n`),
      )
      socket.on('error', () => undefined)
      socket.once('data', () => {
        socket.pause()
        resolve(socket)
      })
    })

  it('breaks the connection for a file that becomes shorter, so that it does not look complete', async () => {
    const wallet = await startWallet(folder)
    const file = join(folder, 'shrinking.bin')
    writeFileSync(file, Buffer.alloc(32 << 20))
    const socket = await begin(wallet, '/shrinking.bin')
    truncateSync(file, 1000)
    let got = 0
    await new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        got += chunk.length
      })
      socket.on('close', () => resolve())
      socket.resume()
    })
    expect(got).toBeLessThan(32 << 20)
    rmSync(file)
  })

  // Only Linux lists the open files of a process.
  it.runIf(process.platform === 'linux').each(['large.bin', 'large.html'])(
    'keeps no file open after 100 aborted downloads: %s',
    async (name) => {
      const wallet = await startWallet(folder)
      const file = join(folder, name)
      writeFileSync(file, Buffer.alloc(32 << 20, '.'))
      const opened = () => readdirSync('/proc/self/fd').length
      const before = opened()
      const sockets = await Promise.all(Array.from({ length: 100 }, () => begin(wallet, `/${name}`)))
      expect(opened()).toBeGreaterThan(before + 200)
      for (const socket of sockets) socket.destroy()
      await expect.poll(opened).toBeLessThan(before + 10)
      rmSync(file)
    },
  )

  it('accepts no upload', async () => {
    expect(await ask(await startWallet(folder), { method: 'POST', headers: OWN_FETCH })).toMatchObject({
      status: 405,
    })
  })
})

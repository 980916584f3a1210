// @vitest-environment node
/** The command reads its arguments, and names its addresses after the target. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ArgumentError, hostNameOf, readArguments } from '../../../../wallet/server/arguments'
import { textsFor } from '../../../../wallet/server/serverTexts'

const texts = textsFor({ LANG: 'en' })
const { malformedPort, malformedTarget, noFolder, noPage, tooMany } = texts

describe('malformed arguments of the command give one line that says what to write:', () => {
  it.each<[what: string, args: string[], line: string]>([
    ['nothing', [], texts.noTarget],
    ['an address that is none', ['http://'], malformedTarget('http://')],
    [
      'a port of an address that is none',
      ['http://localhost:99999'],
      malformedTarget('http://localhost:99999'),
    ],
    ['an address without slashes', ['http:localhost'], malformedTarget('http:localhost')],
    ['another protocol', ['ftp://localhost'], malformedTarget('ftp://localhost')],
    ['a folder that is not there', ['./nowhere'], malformedTarget('./nowhere')],
    ['a folder without a page', ['src'], noPage('src', undefined)],
    ['a file that is no page', ['package.json'], noFolder('package.json')],
    ['a port that is none', ['http://localhost:8080', '--port', 'a'], malformedPort('a')],
    ['a port with a letter', ['http://localhost:8080', '--port', '80a'], malformedPort('80a')],
    ['a letter before a port', ['http://localhost:8080', '--port', 'a80'], malformedPort('a80')],
    ['port 0', ['http://localhost:8080', '--port', '0'], malformedPort('0')],
    ['port 65536', ['http://localhost:8080', '--port', '65536'], malformedPort('65536')],
    ['two addresses', ['http://localhost:8080', 'http://localhost:8081'], tooMany],
    ['a user', ['http://user@localhost:8080'], texts.credentials],
    ['a password', ['http://:secret@localhost:8080'], texts.credentials],
    ['a terminal’s escape', ['\u001b[31mred'], malformedTarget('\u001b[31mred')],
  ])('%s', (_what, args, line) => {
    expect(line).not.toContain('\n')
    expect(() => readArguments(args, texts)).toThrow(new ArgumentError(line))
  })

  it.each([
    ['an option that is none', ['--prot', '1'], texts.unknownOption('--prot')],
    ['an option without its value', ['--port'], texts.malformedOption('--port')],
    ['an option in place of a value', ['--port', '--lan'], texts.malformedOption('--port')],
    ['a value that an option does not take', ['--lan=yes'], texts.malformedOption('--lan')],
  ])('%s', (_what, options, line) => {
    expect(line).not.toContain('\n')
    expect(() => readArguments(['http://localhost:8080', ...options], texts)).toThrow(new ArgumentError(line))
  })
})

describe('the arguments of the command', () => {
  it('ask for help by --help or -h, with or without an address', () => {
    for (const args of [['--help'], ['-h'], ['http://localhost:8080', '-h']])
      expect(readArguments(args, texts)).toBe('help')
  })

  it('have defaults', () => {
    expect(readArguments(['http://localhost:8080'], texts)).toEqual({
      target: new URL('http://localhost:8080'),
      shown: 'http://localhost:8080',
      startPath: '/',
      port: 9527,
      lan: false,
      open: false,
      verbose: false,
      insecure: false,
    })
  })

  it.each(['lan', 'open', 'verbose', 'insecure'])('switch on --%s', (option) => {
    expect(readArguments(['http://localhost:8080', `--${option}`], texts)).toMatchObject({ [option]: true })
  })

  it.each([1, 65535])('may choose port %i', (port) => {
    const args = ['http://localhost:8080', '--port', String(port)]
    expect(readArguments(args, texts)).toMatchObject({ port })
  })
})

describe('the address argument', () => {
  it.each(['localhost:8080/a/b?c=1#/d', 'HTTP://LOCALHOST:8080/a/b?c=1#/d'])('may be %s', (given) => {
    expect(readArguments([given], texts)).toMatchObject({
      target: new URL('http://localhost:8080'),
      startPath: '/a/b?c=1#/d',
    })
  })

  it.each(['localhost:8080', 'localhost:8080?a', 'my-host.example:8080#a'])(
    'may omit http://: %s',
    (given) => {
      expect(readArguments([given], texts)).toMatchObject({
        target: new URL(`http://${given}`.replace(/[?#].*/, '')),
      })
    },
  )

  it('may be a folder with an index.html', () => {
    expect(readArguments(['demo'], texts)).toMatchObject({
      target: resolve('demo'),
      shown: 'demo',
      startPath: '/',
    })
  })

  it('may be a page in a folder without index.html', () => {
    const old = mkdtempSync(join(tmpdir(), 'upsdk-kit-old-'))
    writeFileSync(join(old, 'my order.html'), '<p>')
    writeFileSync(join(old, 'z.js'), '')
    const page = join(old, 'my order.html')
    expect(readArguments([page], texts)).toMatchObject({
      target: old,
      startPath: '/my%20order.html',
      shown: page,
    })
    expect(() => readArguments([old], texts)).toThrow(page)
    rmSync(old, { recursive: true })
  })

  it('gets a host name of its own for each target', () => {
    const targets = [
      'http://localhost:8080',
      'https://localhost:8080',
      'http://localhost:3000',
      'http://a.b',
      'http://a-b',
    ]
    const words = [
      ...targets.map((one) => hostNameOf(new URL(one))),
      hostNameOf('/a/dist'),
      hostNameOf('/b/dist'),
      hostNameOf('/云/闪'),
    ]
    expect(new Set(words).size).toBe(words.length)
    for (const word of words) expect(word).toMatch(/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/)
    expect(words[0]).toMatch(/^localhost-8080-[\da-f]{4}$/)
    expect(words.at(-3)).toMatch(/^a-dist-/)
    expect(words.at(-1)).toMatch(/^page-/)
    expect(hostNameOf(`/${'a'.repeat(39)}/b`)).toMatch(/^a{39}-[\da-f]{4}$/)
  })
})

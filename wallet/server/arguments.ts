/** Reads the arguments of `upsdk-kit wallet`. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ServerTexts } from './serverTexts'

export interface Arguments {
  /** The target's origin, or the path of a folder to serve. */
  readonly target: URL | string
  /** The target as the developer sees it. */
  readonly shown: string
  /** Path, query and hash of the first page. */
  readonly startPath: string
  readonly port: number
  readonly lan: boolean
  readonly open: boolean
  readonly verbose: boolean
  readonly insecure: boolean
}

/** An error whose message says in one line what to write instead. */
export class ArgumentError extends Error {}

const OPTIONS = {
  port: { type: 'string' },
  lan: { type: 'boolean' },
  open: { type: 'boolean' },
  verbose: { type: 'boolean' },
  insecure: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const USUAL_PORT = 9527

/** Reads the arguments. @returns 'help' if that was asked for @throws ArgumentError */
export function readArguments(args: readonly string[], texts: ServerTexts): Arguments | 'help' {
  const { values, positionals } = parse(args, texts)
  if (values.help) return 'help'
  const [given, ...more] = positionals
  if (!given) throw new ArgumentError(texts.noTarget)
  if (more.length) throw new ArgumentError(texts.tooMany)
  const { lan = false, open = false, verbose = false, insecure = false } = values
  return { ...targetOf(given, texts), port: portOf(values.port, texts), lan, open, verbose, insecure }
}

function parse(args: readonly string[], texts: ServerTexts) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    // Node names the option in its own English.
    const { code, message } = error as NodeJS.ErrnoException
    const [, option = ''] = /'(-[^'\s,]*)/.exec(message) || []
    const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    throw new ArgumentError(isUnknown ? texts.unknownOption(option) : texts.malformedOption(option))
  }
}

function portOf(given: string | undefined, texts: ServerTexts): number {
  if (given === undefined) return USUAL_PORT
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (port < 1 || port > 65535) throw new ArgumentError(texts.malformedPort(given))
  return port
}

function targetOf(given: string, texts: ServerTexts): Pick<Arguments, 'target' | 'shown' | 'startPath'> {
  // `localhost:8080` means an address.
  const address = /^[\w.-]+:\d+([/?#]|$)/.test(given) ? `http://${given}` : given
  if (!/^https?:/i.test(address)) return folderOf(given, texts)
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new ArgumentError(texts.malformedTarget(given))
  }
  if (!/^https?:\/\//i.test(address)) throw new ArgumentError(texts.malformedTarget(given))
  if (url.username || url.password) throw new ArgumentError(texts.credentials)
  return { target: new URL(url.origin), shown: url.origin, startPath: url.pathname + url.search + url.hash }
}

/** Old pages stand in a folder beside others, none of them called index.html. */
const PAGE = /\.html?$/i

function folderOf(given: string, texts: ServerTexts): Pick<Arguments, 'target' | 'shown' | 'startPath'> {
  const path = resolve(given)
  if (!existsSync(path)) throw new ArgumentError(texts.malformedTarget(given))
  if (!statSync(path).isDirectory()) {
    if (!PAGE.test(path)) throw new ArgumentError(texts.noFolder(given))
    const [folder, startPath] = [dirname(path), `/${encodeURIComponent(basename(path))}`]
    return { target: folder, shown: given, startPath }
  }
  if (!existsSync(join(path, 'index.html'))) {
    const page = readdirSync(path).find((name) => PAGE.test(name))
    throw new ArgumentError(texts.noPage(given, page && join(given, page)))
  }
  return { target: path, shown: given, startPath: '/' }
}

/**
 * Makes a host name of its own for each target: cookies ignore ports, and storage of another project must not be read.
 */
export function hostNameOf(target: URL | string): string {
  const whole = typeof target === 'string' ? target : target.origin
  const name = typeof target === 'string' ? `${basename(dirname(target))}-${basename(target)}` : target.host
  const slug = name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 4)
  return `${slug || 'page'}-${hash}`
}

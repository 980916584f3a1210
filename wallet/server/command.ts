/** The command `upsdk-kit wallet`. It also runs alone: `node wallet.mjs http://localhost:8080`. */
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { renderUnicodeCompact } from 'uqr'
import { ArgumentError, type Arguments, hostNameOf, readArguments } from './arguments'
import { FILES } from './files'
import { enterPath, networkAddress } from './lan'
import { createWalletServer, lastPort } from './server'
import { type ServerTexts, textsFor } from './serverTexts'

/** The terminal that the command writes to. */
export interface Terminal {
  write(text: string): void
  writeError(text: string): void
  /** Does it draw colours? */
  readonly hasColors?: boolean
}

const TERMINAL: Terminal = {
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  hasColors: process.stdout.isTTY && process.env.NO_COLOR === undefined,
}

/** Runs the command. @returns the exit code; undefined while the server runs */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
  terminal: Terminal = TERMINAL,
): Promise<number | undefined> {
  const texts = textsFor(env)
  let given: Arguments | 'help'
  try {
    given = readArguments(args, texts)
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error
    terminal.writeError(printable(`${error.message}\n`))
    return 2
  }
  if (given === 'help') {
    terminal.write(texts.help)
    return 0
  }
  try {
    await serve(given, texts, terminal)
    return undefined
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    const isTaken = code === 'EADDRINUSE' || code === 'EACCES'
    terminal.writeError(printable(`${isTaken ? texts.noPort(given.port, lastPort(given.port)) : message}\n`))
    return 1
  }
}

async function serve(given: Arguments, texts: ServerTexts, terminal: Terminal): Promise<void> {
  const { target, shown, startPath, lan, verbose } = given
  const say = (text: string) => terminal.write(`${printable(text)}\n`)
  const printed = new Set<string>()
  const server = createWalletServer({
    ...given,
    texts,
    files: { read: (name) => FILES[name] || '' },
    notice(text) {
      if (printed.has(text)) return
      printed.add(text)
      terminal.writeError(`${printable(text)}\n`)
    },
    answered: verbose ? (method, path, status) => say(`${method} ${path} ${status}`) : undefined,
  })
  const port = await server.listen(given.port)
  const origin = `http://${hostNameOf(target)}.localhost:${port}`
  const phone = `${origin}/@upsdk-kit/#${startPath}`
  say(texts.phone(phone))
  say(texts.serves(shown))
  say(texts.pageAlone(origin + startPath))
  if (lan && server.key) {
    say(texts.lan)
    const address = networkAddress()
    if (!address) say(texts.lanNowhere)
    else {
      const entrance = `http://${address}:${port}${enterPath(server.key)}`
      say(texts.lanAddress(entrance))
      terminal.write(qrCode(entrance, !!terminal.hasColors))
    }
  }
  if (given.open) openBrowser(phone)
}

/**
 * Draws a QR code with its quiet zone. Light modules are drawn, so the colours are fixed: in a light terminal it would be
 * inverted, and many phones do not read that.
 */
function qrCode(text: string, hasColors: boolean): string {
  const lines = renderUnicodeCompact(text, { border: 4 }).split('\n')
  return lines.map((line) => (hasColors ? `\x1b[97;40m${line}\x1b[0m\n` : `${line}\n`)).join('')
}

/** Removes characters that a terminal would obey: escapes, and marks that change the direction of text. */
const printable = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')

function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""', address.replace(/&/g, '^&')]
        : ['xdg-open', address]
  if (!command) return
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  // If no browser opens, the printed address is enough.
  child.on('error', () => undefined)
  child.unref()
}

function isProgram(): boolean {
  const [, started = ''] = process.argv
  try {
    return pathToFileURL(realpathSync(started)).href === import.meta.url
  } catch {
    return false
  }
}

if (isProgram())
  void run(process.argv.slice(2)).then((code) => {
    process.exitCode = code
  })

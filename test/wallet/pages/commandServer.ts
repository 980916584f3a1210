/** Starts the server of `upsdk-kit wallet` with the files of the build, as the command does. */
import { readFileSync } from 'node:fs'
import { createWalletServer, type WalletServer } from '../../../wallet/server/server'
import { textsFor } from '../../../wallet/server/serverTexts'

export interface Command {
  readonly server: WalletServer
  readonly port: number
  /** The address that a browser opens. */
  readonly origin: string
  close(): Promise<void>
}

export async function startCommand(
  target: string,
  { word = 'page', startPath = '/', lan = false } = {},
): Promise<Command> {
  const server = createWalletServer({
    target: /^https?:/.test(target) ? new URL(target) : target,
    startPath,
    lan,
    insecure: false,
    texts: textsFor({ LANG: 'en' }),
    files: { read: (name) => readFileSync(`dist/wallet/${name}`, 'utf8') },
    notice: () => undefined,
  })
  const port = await server.listen(0)
  return { server, port, origin: `http://${word}.localhost:${port}`, close: server.close }
}

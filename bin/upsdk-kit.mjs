#!/usr/bin/env node
/**
 * `npx upsdk-kit explain <code> [msg]`: what a code in a log means, without a page around it.
 * `npx upsdk-kit wallet <address or folder>`: a simulated wallet in front of any page.
 */
const [command, ...rest] = process.argv.slice(2)
if (command === 'wallet') {
  const { run } = await import('../dist/wallet.mjs')
  process.exitCode = await run(rest)
} else {
  const { commandLine } = await import('./commandLine.mjs')
  const { code, output, error } = commandLine(process.argv.slice(2), process.env)
  if (output) process.stdout.write(output)
  if (error) process.stderr.write(error)
  // Not `process.exit`: a pipe may still be taking the output.
  process.exitCode = code
}

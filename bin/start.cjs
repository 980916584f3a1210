/**
 * `npx upsdk-kit explain <code> [msg]`: what a code in a log means, without a page around it.
 * `npx upsdk-kit wallet <address or folder>`: a simulated wallet in front of any page.
 */
'use strict'

const [command, ...rest] = process.argv.slice(2)

// Not `process.exit`: a pipe may still be taking the output.
if (command === 'wallet')
  import('../dist/wallet.mjs')
    .then(({ run }) => run(rest))
    .then((code) => {
      process.exitCode = code
    })
else
  import('./commandLine.mjs').then(({ commandLine }) => {
    const { code, output, error } = commandLine(process.argv.slice(2), process.env)
    if (output) process.stdout.write(output)
    if (error) process.stderr.write(error)
    process.exitCode = code
  })

/**
 * `npx upsdk-kit explain <code> [msg]`: what a code in a log means, without a page around it.
 * `npx upsdk-kit wallet <address or folder>`: a simulated wallet in front of any page.
 */
'use strict'

const { existsSync } = require('node:fs')
const { join } = require('node:path')

const NOT_BUILT =
  '这里的 upsdk-kit 还没有构建：请先执行 npm ci 和 npm run build。 This upsdk-kit is not built yet: run `npm ci` and `npm run build` first.\n'

const [command, ...rest] = process.argv.slice(2)

// Not `process.exit`: a pipe may still be taking the output.
if (!existsSync(join(__dirname, '../dist/integrity.json'))) {
  // A clone of the repository; the build writes this file last.
  process.stderr.write(NOT_BUILT)
  process.exitCode = 1
} else if (command === 'wallet')
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

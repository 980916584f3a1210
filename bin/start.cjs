/** `npx upsdk-kit explain <code> [msg]`: what a code in a log means, without a page around it. */
'use strict'

import('./commandLine.mjs').then(({ commandLine }) => {
  const { code, output, error } = commandLine(process.argv.slice(2), process.env)
  if (output) process.stdout.write(output)
  if (error) process.stderr.write(error)
  // Not `process.exit`: a pipe may still be taking the output.
  process.exitCode = code
})

#!/usr/bin/env node
/** `npx upsdk-kit` starts here. Written in ES5, so that an old Node gets as far as the line for it. */
'use strict'
var version = process.versions.node
var NEEDS = 'upsdk-kit 需要 Node 18 或更高版本。 upsdk-kit needs Node 18 or newer; this is Node '

if (parseInt(version, 10) >= 18) require('./start.cjs')
else {
  process.stderr.write(NEEDS.concat(version, '\n'))
  process.exitCode = 1
}

import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

const LOCAL = /^(.+\.)?localhost$/i
const LOOPBACK = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]

/**
 * Finds a target's address. `localhost` is ::1 for some servers and 127.0.0.1 for others, whatever the system says, and
 * not every system knows the names below it.
 */
export const lookup: LookupFunction = (hostname, options, done) => {
  if (!LOCAL.test(hostname)) return void systemLookup(hostname, options, done)
  const found = LOOPBACK.filter(({ family }) => !options.family || family === options.family)
  const [first = LOOPBACK[0]] = found
  if (options.all) done(null, found)
  else done(null, first?.address || '', first?.family)
}

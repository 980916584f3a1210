import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

const LOCAL = /^(.+\.)?localhost$/i
const LOOPBACK = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]

/**
 * Finds a target's address. Some servers listen on ::1 and others on 127.0.0.1, whatever `localhost` means to the
 * system, and not every system knows names below `localhost`.
 */
export const lookup: LookupFunction = (hostname, options, done) => {
  if (!LOCAL.test(hostname)) return void systemLookup(hostname, options, done)
  const found = LOOPBACK.filter(({ family }) => !options.family || family === options.family)
  const [first = LOOPBACK[0]] = found
  if (options.all) done(null, found)
  else done(null, first?.address || '', first?.family)
}

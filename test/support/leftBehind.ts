/**
 * Fails a file that leaves fake timers or a watched `window.upsdk` behind: all files of a worker share one window. With
 * fake timers a later file would wait for ever, and a recorder's accessor changes what a later file sees of upsdk. What
 * is spied or stubbed under fake timers is fake too, and has to be put back before the real ones.
 */
import { afterAll, expect } from 'vitest'

const TIMERS = Symbol.for('upsdk-kit.test.timers')
const shared = globalThis as { [TIMERS]?: unknown[] }
const timers = () => [globalThis.setTimeout, globalThis.clearTimeout, globalThis.setInterval, globalThis.Date]
const real = (shared[TIMERS] ??= timers())

afterAll(() => {
  expect(timers()).toEqual(real)
  expect(
    Object.getOwnPropertyDescriptor(globalThis, 'upsdk')?.get,
    'who watches window.upsdk',
  ).toBeUndefined()
})

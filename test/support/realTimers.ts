/**
 * Fails a file that leaves fake timers behind: all files of a worker share one window, and a later one would wait for
 * ever. What is spied or stubbed under fake timers is fake too, and has to be put back before the real ones.
 */
import { afterAll, expect } from 'vitest'

const TIMERS = Symbol.for('upsdk-kit.test.timers')
const shared = globalThis as { [TIMERS]?: unknown[] }
const timers = () => [globalThis.setTimeout, globalThis.clearTimeout, globalThis.setInterval, globalThis.Date]
const real = (shared[TIMERS] ??= timers())

afterAll(() => expect(timers()).toEqual(real))

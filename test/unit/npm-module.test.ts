// @vitest-environment node
/**
 * The kit stays `window.upsdk` when a page imports `js-upsdk` or `upsdk-vue`, UnionPay's file as a module. That file
 * writes on its window for good.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Window } from 'happy-dom'
import { expect, it } from 'vitest'
import { createUpsdk } from '../../src/index'
import type { UpsdkWindow } from '../../src/types/window'

it('a page that imports js-upsdk after the kit has become window.upsdk gets the kit', () => {
  const window = new Window()
  const kit = createUpsdk({ window: window as unknown as UpsdkWindow })
  Object.assign(window, { upsdk: kit })
  // The test has a window of its own, since the file's listeners would change the upsdk of every later test.
  const load = (path: string): unknown => {
    const module: { exports: unknown } = { exports: {} }
    const require = (name: string) => load(createRequire(path).resolve(name))
    const run = new Function(
      'window',
      'document',
      'navigator',
      'require',
      'module',
      readFileSync(path, 'utf8'),
    )
    run(window, window.document, window.navigator, require, module)
    return module.exports
  }
  expect(load(createRequire(import.meta.url).resolve('js-upsdk'))).toBe(kit)
})

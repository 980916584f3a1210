// @vitest-environment happy-dom
/** `js-upsdk`, and `upsdk-vue`, which does the same: UnionPay's file as a module. It writes on the window for good. */
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { createUpsdk } from '../../src/index'

it('whoever imports js-upsdk after the kit has taken the place of window.upsdk gets the kit', () => {
  const kit = createUpsdk()
  Object.assign(window, { upsdk: kit })
  const imported: unknown = createRequire(import.meta.url)('js-upsdk')
  expect(imported).toBe(kit)
})

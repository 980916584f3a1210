import { expect, it } from 'vitest'
import { readable } from '../../../wallet/phone/controls'

it.each([
  ['/result?msg=%E6%94%AF%E4%BB%98', '/result?msg=支付'],
  ['/a%20b', '/a b'],
  // A text that would lead elsewhere stays as it is.
  ['/result?msg=1%252', '/result?msg=1%252'],
  ['/result?to=%2Forder%3Fid%3D1', '/result?to=%2Forder%3Fid%3D1'],
  ['/result?msg=%', '/result?msg=%'],
  ['/#/pay', '/#/pay'],
])('the address field shows the path %s as %s', (path, shown) => {
  expect(readable(path)).toBe(shown)
  expect(new URL(shown, 'https://mini.example').href).toBe(new URL(path, 'https://mini.example').href)
})

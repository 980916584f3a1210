/** The page's address is passed on without anything that may be a secret. */
import { expect, it } from 'vitest'
import { pageAddress } from '../../src/lib/pageAddress'
import type { UpsdkWindow } from '../../src/types/window'

const at = (href: string, keep?: readonly string[]) =>
  pageAddress({ document: { location: { href } } } as UpsdkWindow, keep)

it.each([
  ['the user and the password', 'https://me:secret@shop.example/cart', 'https://shop.example/cart'],
  [
    'the session in the path',
    'https://shop.example/cart;jsessionid=1/pay;a=2',
    'https://shop.example/cart/pay',
  ],
  ['the query', 'https://shop.example/cart?token=1', 'https://shop.example/cart'],
  ['a hash that is no route', 'https://shop.example/#access_token=1', 'https://shop.example/'],
  ['a route behind such a hash', 'https://shop.example/#access_token=1#/cart', 'https://shop.example/'],
  ['what follows a route', 'https://shop.example/#/cart?token=1', 'https://shop.example/#/cart'],
])('leaves out %s', (_what, href, address) => {
  expect(at(href)).toBe(address)
})

it('has the parameters that the page names, of the query and of the route', () => {
  expect(at('https://shop.example/?shop=7&token=1#/cart?table=3&token=2', ['shop', 'table'])).toBe(
    'https://shop.example/?shop=7#/cart?table=3',
  )
})

it('is undefined for anything but a web address, on a server, and without a location', () => {
  expect(at('file:///sdcard/page.html')).toBeUndefined()
  expect(at('about:blank')).toBeUndefined()
  expect(pageAddress(undefined)).toBeUndefined()
  expect(pageAddress({ document: {} } as UpsdkWindow)).toBeUndefined()
})

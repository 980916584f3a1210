/** A misspelt name leads to the name that was meant, and to none if nothing is near. */
import { expect, it } from 'vitest'
import { editDistance, nearestName } from '../../src/lib/nearestName'

it.each([
  ['', 'abc', 3],
  ['abc', '', 3],
  ['abc', 'abc', 0],
  ['abc', 'abcd', 1],
  ['abcd', 'bcd', 1],
  ['kitten', 'sitting', 3],
])('from “%s” to “%s” are %i letters to change', (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance)
})

it.each([
  ['two letters are left out of a short name', ['scan', 'pay'], 'sc', 'scan'],
  ['a third of a long name is wrong', ['setNavigationBarTitle'], 'setNavigtonBrTtl', 'setNavigationBarTitle'],
  ['only the case differs', ['scanQRCode'], 'scanqrcode', 'scanQRCode'],
  [
    'two are near: the nearest',
    ['getLocation', 'getLocationGps', 'getLocationCity'],
    'getLocationGp',
    'getLocationGps',
  ],
  ['two are equally near: the first', ['chooseA', 'chooseB'], 'choose', 'chooseA'],
])('if %s', (_case, names, given, nearest) => {
  expect(nearestName(names, given)).toBe(nearest)
})

it('is none if more is wrong', () => {
  expect(nearestName(['pay', 'scanQRCode'], 'openBox')).toBeUndefined()
})

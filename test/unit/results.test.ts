/** A page gets the same results on Android and iOS. */
import { describe, expect, it } from 'vitest'
import { toResult } from '../../src/call/params'

describe('a result is the same on Android and iOS (H12):', () => {
  it.each([
    ['a JSON string of an object', '{"a":1}', { a: 1 }],
    ['an object', { a: 1 }, { a: 1 }],
    ['text that is no JSON', 'not { JSON', 'not { JSON'],
    ['JSON with blanks before it', ' \n{"a":1}', { a: 1 }],
    ['JSON that is no object', '5', '5'],
    ['JSON text of a text', '"[1]"', '"[1]"'],
    ['JSON that is broken off', '{"a":1', '{"a":1'],
    ['an empty text', '', ''],
    ['a number', 5, 5],
    ['nothing', undefined, undefined],
  ])('an answer that is an object: %s', (_what, given, expected) => {
    expect(toResult('object', given)).toEqual(expected)
  })

  it.each([
    ['a number is text, as a scanned code of digits', 6901234567892, '6901234567892'],
    ['text stays as it is, also where it looks like JSON', '{"a":1}', '{"a":1}'],
    ['an object stays an object', { a: 1 }, { a: 1 }],
    ['nothing stays nothing', undefined, undefined],
  ])('an answer that is text: %s', (_what, given, expected) => {
    expect(toResult('text', given)).toEqual(expected)
  })

  it.each([['OK'], [{ a: 1 }], [0]])('without a documented answer, %j becomes undefined', (given) => {
    expect(toResult('nothing', given)).toBeUndefined()
  })

  it.each([['{"a":1}'], ['text'], [5], [true], [undefined], [null]])(
    'of an unknown method, %j stays unchanged',
    (given) => {
      expect(toResult('raw', given)).toBe(given)
    },
  )
})

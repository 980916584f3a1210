/** Values that throw at every touch, or only look like what they are, are read without an error. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isUpsdkError } from '../../src/index'
import { readsChinese } from '../../src/lib/developerLanguage'
import { isError, isPromiseLike, parseObject, toComparable } from '../../src/lib/values'

const refuse = () => {
  throw new Error('No entry')
}
const throwing = new Proxy({}, { get: refuse, has: refuse, getPrototypeOf: refuse, ownKeys: refuse })

describe('a value that throws at every touch', () => {
  it('is no error, neither the kit’s nor another', () => {
    expect(isUpsdkError(throwing)).toBe(false)
    expect(isError(throwing)).toBe(false)
  })

  it('could be a promise, so that nobody awaits it', () => {
    expect(isPromiseLike(throwing)).toBe(true)
  })

  it('is comparable with nothing', () => {
    expect(toComparable(throwing)).toBeUndefined()
  })
})

it('an object of a library that has a stack is an error', () => {
  expect(isError({ message: 'x', stack: 'at pay' })).toBe(true)
  expect(isError(new Error('x'))).toBe(true)
  expect(isError({ message: 'x' })).toBe(false)
})

it('a text that is no JSON gives no object', () => {
  expect(parseObject('{"a":')).toBeUndefined()
  expect(parseObject('94')).toBeUndefined()
  expect(parseObject('\ufeff{"a":1}')).toEqual({ a: 1 })
})

describe('a developer reads Chinese', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it.each([
    ['zh', true],
    ['zh-CN', true],
    ['ZH-hk', true],
    ['en-ZH', false],
    ['zha', false],
  ])('by the language of the browser: %s', (language, reads) => {
    vi.stubGlobal('navigator', { language })
    expect(readsChinese()).toBe(reads)
  })

  it('never where there is no browser', () => {
    vi.stubGlobal('navigator', undefined)
    expect(readsChinese()).toBe(false)
  })
})

// @vitest-environment node
/** The docstrings of methods, English and Chinese, name the reasons that the tables of codes give. */
import { describe, expect, it } from 'vitest'
import { methodRows } from '../../scripts/methods.mjs'
import { METHODS_IN_CHINESE } from '../../scripts/site/methodsInChinese'
import { readMethods } from '../../scripts/site/types'
import { commonCodes, methodCodes } from '../../src/failure/codes'
import { createLookup, findOwnCode } from '../../src/failure/explain'
import { serverCodes } from '../../src/server-codes'

const typed = readMethods()
const lookup = createLookup([commonCodes(), serverCodes])
/** The reasons that a method of the wallet has only by a code of its own. */
const ownReasons = ['permission', 'user-state']
/** Methods that settle once they are sent get no code. */
const unanswered = methodRows.filter(({ settles }) => /^when sent/.test(settles)).map(({ method }) => method)

const inEnglish = (method: string) => typed.get(method)?.doc.replace(/\s+/g, ' ') ?? ''
const inChinese = (method: string) => METHODS_IN_CHINESE[method]?.does ?? ''

/** Gets a docstring with those that it refers to. */
function withReferences(method: string, textOf: (method: string) => string): string {
  const text = textOf(method)
  const others = [...text.matchAll(/\bas `(\w+)` does|同 `(\w+)`/g)].map(
    ([, one, other]) => one ?? other ?? '',
  )
  return [text, ...others.map((other) => withReferences(other, textOf))].join(' ')
}

const codesIn = (text: string) => text.match(/\b(?:\d{2,4}|[a-z]\d{2,3})\b/g) ?? []

/** Reads "`system` (01: why)" or "原因（01）为 `system`" and "`system`（01）" as pairs of a code and its reason. */
function codesOf(text: string): string[] {
  const after = [...text.matchAll(/`([a-z-]+)` ?[(（]([^)）]*)[)）]/g)]
  const before = [...text.matchAll(/([^。`]*)为 `([a-z-]+)`/g)].map(([all, words = '', reason = '']) => [
    all,
    reason,
    (words.match(/（[^）]*）/g) ?? []).join(' '),
  ])
  return [...after, ...before].flatMap(([, reason, codes = '']) =>
    codesIn(codes).map((code) => `${code} ${reason}`),
  )
}

const reasonOf = (method: string, code: string) =>
  (findOwnCode(methodCodes.ownCodes(), method, code) ?? lookup(code)?.entry)?.reason

describe.each([
  ['English', inEnglish],
  ['Chinese', inChinese],
] as const)('the docstring of a method, in %s', (_, textOf) => {
  it.each(ownReasons)('names %s if a code of the method means it, and only then', (reason) => {
    const named = [...typed.keys()].filter((name) => withReferences(name, textOf).includes(`\`${reason}\``))
    const given = [...typed.keys()].filter(
      (name) =>
        !unanswered.includes(name) &&
        methodCodes
          .ownCodes()
          .some(([methods, codes]) =>
            Object.keys(codes).some((code) => methods.test(name) && reasonOf(name, code) === reason),
          ),
    )
    expect(given.length).toBeGreaterThan(2)
    expect(named.sort()).toEqual(given.sort())
  })

  it('gives each code the reason of the table', () => {
    const said = [...typed.keys()].flatMap((name) => codesOf(textOf(name)).map((pair) => `${name} ${pair}`))
    expect(said.length).toBeGreaterThan(20)
    const meant = said.map((line) => {
      const [name = '', code = ''] = line.split(' ')
      return `${name} ${code} ${reasonOf(name, code)}`
    })
    expect(said).toEqual(meant)
  })
})

it('permission has no other code', () => {
  const reasons = [commonCodes(), serverCodes].flatMap((codes) =>
    Object.values(codes).map((entry) => entry?.reason),
  )
  expect(reasons).not.toContain('permission')
})

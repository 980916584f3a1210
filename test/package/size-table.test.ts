// @vitest-environment node
/** What `npm run size -- --against <commit>` prints; that it builds the commit is tried by the workflow. */
import { expect, it } from 'vitest'
import { table } from '../../scripts/size-table.mjs'

it('a table of Markdown says what each part has become, parts that came and went too', () => {
  const now = { same: 100, more: 1010, less: 900, new: 5 }
  const before = { same: 100, more: 1000, less: 1000, gone: 7 }
  expect(table(now, before, { same: 200, more: 1010 })).toBe(`\
| part | before, B | now, B | difference | budget, B |
| --- | ---: | ---: | ---: | ---: |
| \`same\` | 100 | 100 | 0 | 200 |
| \`more\` | 1000 | 1010 | +10 (+1 %) | 1010 |
| \`less\` | 1000 | 900 | −100 (−10 %) |  |
| \`new\` |  | 5 | new |  |
| \`gone\` | 7 |  | gone |  |`)
})

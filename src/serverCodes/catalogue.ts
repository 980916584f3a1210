import { commonCodes } from '../failure/codes'
import type { CodeCatalogue, CodeEntry, CodeVariant } from '../types/codes'
import type { Reason, Retry } from '../types/failure'
import * as hints from './hints'
import { type Row, type RowKind, serverRows } from './rows'

const kind = (reason: Reason, hint: string) => ({ reason, hint })

/**
 * The reason of each kind, by what the user can do. If only the developer can fix it, the message says that the service
 * is unavailable.
 */
const kinds: { readonly [K in RowKind]: { reason: Reason; hint: string } } = {
  authorization: kind('unauthorized', hints.authorization),
  token: kind('system', hints.token),
  user: kind('user-state', hints.user),
  field: kind('invalid-params', hints.field),
  signature: kind('invalid-params', hints.signature),
  permission: kind('forbidden', hints.permission),
  failure: kind('system', hints.failure),
  frontend: kind('unknown', ''),
}

/** The cells of one row, completed by those of its kind. */
type Meaning = CodeVariant & { reason: Reason; hint: string; retry?: Retry }

/** Merges the rows of a code. Rows with the same text are one meaning, with the advice of the row that has one. */
function merge(meanings: readonly Meaning[], [, kind, description, more]: Row): Meaning[] {
  const others = meanings.filter((one) => one.description !== description)
  const same = meanings.filter((one) => one.description === description)[0]
  const own = { ...kinds[kind], description, tells: '', ...more }
  return [...others, { ...own, ...same }]
}

/** Builds the catalogue from the rows. */
export function createServerCodes(): CodeCatalogue {
  const meanings: Record<string, Meaning[]> = {}
  for (const row of serverRows)
    for (const code of row[0].split(' ')) meanings[code] = merge(meanings[code] || [], row)
  const catalogue: Record<string, CodeEntry> = {}
  for (const code of Object.keys(meanings))
    catalogue[code] = toEntry(meanings[code] || [], commonCodes()[code])
  return catalogue
}

/**
 * Makes the entry of a code. @param common the entry that every kit has. It overrides the table, except for the
 * official texts
 */
function toEntry(meanings: readonly Meaning[], common?: CodeEntry): CodeEntry {
  const [first] = meanings as [Meaning]
  const { tells: _tells, description, solution, ...own } = first
  if (meanings.length > 1) {
    const hint = meanings.every((one) => one.hint === own.hint) ? own.hint : hints.several
    return { source: 'server', ...own, hint, variants: meanings }
  }
  return { source: 'server', ...own, ...common, description, solution }
}

import { commonCodes } from '../failure/codes'
import type { CodeCatalogue, CodeEntry, CodeVariant } from '../types/codes'
import type { Reason, Retry } from '../types/failure'
import * as hints from './hints'
import { type Row, type RowKind, serverRows } from './rows'

const kind = (reason: Reason, hint: string) => ({ reason, hint })

/** By what the user can do: where only the developer can fix it, the user is told that the service is not available. */
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

/** The cells of one row, without those that it leaves to its kind. */
type Meaning = CodeVariant & { reason: Reason; hint: string; retry?: Retry }

/** Joins the rows of a code: the same text is one meaning, with the advice of whichever row has it. */
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

/** @param common what every kit says of the code, which counts; but the texts are the table's */
function toEntry(meanings: readonly Meaning[], common?: CodeEntry): CodeEntry {
  const [first] = meanings as [Meaning]
  const { tells: _tells, description, solution, ...own } = first
  if (meanings.length > 1) {
    const hint = meanings.every((one) => one.hint === own.hint) ? own.hint : hints.several
    return { source: 'server', ...own, hint, variants: meanings }
  }
  return { source: 'server', ...own, ...common, description, solution }
}

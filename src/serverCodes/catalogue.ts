import type { CodeCatalogue, CodeEntry, CodeVariant } from '../failure/catalogue'
import { commonCodes } from '../failure/codes'
import type { Reason } from '../failure/reasons'
import { type Row, type RowKind, serverRows } from './rows'

const kind = (reason: Reason, hint: string): CodeEntry => ({ reason, source: 'server', hint })

/** By what the user can do: where only the developer can mend it, the user is told that the service is not available. */
const kinds: { readonly [K in RowKind]: CodeEntry } = {
  authorization: kind('unauthorized', 'Get a new code with appletAuth; it works once and not for long.'),
  token: kind('system', 'Your backend’s own token is missing, wrong or expired: renew it on your server.'),
  user: kind('user-state', 'Only the user can mend this, in the wallet app.'),
  field: kind('invalid-params', 'Check the fields that your backend sends.'),
  signature: kind('bad-signature', 'Check what your backend signs, how, and with which key.'),
  permission: kind('forbidden', 'Check capabilities, domains and permissions on the open platform.'),
  failure: kind('system', 'UnionPay’s server failed; if it stays, ask UnionPay with time and request.'),
  frontend: kind('unknown', ''),
}

/** Joins the rows of a code: the same text is one meaning, with the advice of whichever row has it. */
function merge(
  variants: readonly CodeVariant[],
  [, , description, solution, tells = '']: Row,
): CodeVariant[] {
  const others = variants.filter((one) => one.description !== description)
  const same = variants.filter((one) => one.description === description)[0]
  return [...others, { description, solution: same?.solution || solution || undefined, tells }]
}

/** Builds the catalogue from the rows. */
export function createServerCodes(): CodeCatalogue {
  const variants: Record<string, CodeVariant[]> = {}
  const catalogue: Record<string, CodeEntry> = {}
  for (const row of serverRows) {
    for (const code of row[0].split(' ')) {
      const meanings = (variants[code] = merge(variants[code] || [], row))
      const [{ description, solution } = { description: '', solution: '' }] = meanings
      catalogue[code] = {
        ...kinds[row[1]],
        ...commonCodes[code],
        ...(meanings.length > 1 ? { variants: meanings } : { description, solution }),
      }
    }
  }
  return catalogue
}

import { traitsOf } from '../call/methods'
import { commonCodes, methodCodes } from '../failure/codes'
import { createLookup, findOwnCode, type Lookup } from '../failure/explain'
import { hintOf, officialTextOf } from '../failure/hints'
import { read } from '../lib/values'
import type { CodeCatalogue, CodeEntry } from '../types/codes'
import type { InspectorContext, Step } from '../types/inspector'

type Settled = Step & { readonly type: 'settled' }

/** Adds the hint and the official text to the steps of a production build, which has none for developers. */
export interface HintReader {
  /** Adds the catalogues of a kit. */
  created(context: InspectorContext): void
  read(step: Step): Step
}

export function createHintReader(): HintReader {
  // The catalogues of all kits with this inspector.
  const catalogues: CodeCatalogue[] = [commonCodes()]
  const lookup = createLookup(catalogues)
  /** Ids of the open payments that were sent. */
  const sent = new Set<number>()

  return {
    created({ options }) {
      const given = read(options, 'catalogues')
      for (const catalogue of Array.isArray(given) ? (given as CodeCatalogue[]) : [])
        if (!catalogues.includes(catalogue)) catalogues.push(catalogue)
    },
    read(step) {
      if (step.type === 'sent' && traitsOf(step.method).payment) sent.add(step.id)
      if (step.type !== 'settled') return step
      const mayBePaid = sent.delete(step.id) && step.outcome !== 'cancelled'
      return step.outcome === 'success' || step.hint ? step : withHint(step, lookup, mayBePaid)
    },
  }
}

function withHint(step: Settled, lookup: Lookup, mayBePaid: boolean): Step {
  const { method, outcome, code, cause, description } = step
  if (outcome === 'success') return step
  const entry = code ? entryOf(step, code, lookup) : undefined
  return {
    ...step,
    hint: hintOf({ reason: outcome, code, method, cause, entry, mayBePaid }),
    description: description || (entry && code ? officialTextOf(code) : undefined),
  }
}

/** Finds the entry of a code, unless the kit understood the code differently. */
function entryOf({ method, outcome, description }: Settled, code: string, lookup: Lookup) {
  const own = findOwnCode(methodCodes.ownCodes(), method, code, traitsOf(method).payment)
  const entry = own || chosenVariant(lookup(code)?.entry, description)
  return entry?.reason === outcome ? entry : undefined
}

/** Finds the variant that the kit has chosen. */
function chosenVariant(entry: CodeEntry | undefined, description: string | undefined): CodeEntry | undefined {
  const variant = description && entry?.variants?.filter((one) => one.description === description)[0]
  return entry && variant ? { ...entry, ...variant, variants: undefined } : entry
}

/** The codes that belong to one method. */
import { methodCodes } from '../../src/internalsWithoutDom'

type OwnCode = readonly [code: string, meaning: string]

/** Lists the codes of a method's own with their meanings. */
export const ownCodesOf = (method: string): readonly OwnCode[] =>
  methodCodes
    .ownCodes()
    .filter(([methods]) => methods.test(method))
    .reduce<OwnCode[]>((all, [, meanings]) => all.concat(Object.entries(meanings)), [])

/** Finds native's code for a cancellation by the user. Most methods report it as text only. */
export const cancellationOf = (method: string): string | undefined =>
  ownCodesOf(method).find(([, meaning]) => meaning === 'cancelled')?.[0]

/** The snippet that README quotes pays as it says; test/pages/snippets.test.ts has those of the guides. */
import { describePayers, PAYERS } from './payers'

describePayers(PAYERS.filter(({ file }) => file === 'payment.ts'))

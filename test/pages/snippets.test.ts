/** The snippets of the guides pay as they say; test/browser/snippets.test.ts has README's. */
import { describePayers, PAYERS } from '../browser/payers'

describePayers(PAYERS.filter(({ file }) => file !== 'payment.ts'))

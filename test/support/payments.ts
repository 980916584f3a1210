/** Lets a test answer payments, and has the messages of failed ones. */
import type { Upsdk } from '../../src/index'
import { kit, type RawAnswers, rawUpsdk, recorder, UNCONFIRMED } from './wallet'

/** The message of a payment that native has and whose outcome is unknown. */
export const SENT = { sent: true, retry: 'never', message: UNCONFIRMED }

/** The message of a payment that was held back. */
export const BUSY = { name: 'UpsdkError', reason: 'busy', sent: false }

/** Installs a wallet whose payments the test answers. */
export function payments(): RawAnswers[] {
  const sent: RawAnswers[] = []
  rawUpsdk({ pay: (answers: RawAnswers) => void sent.push(answers) })
  return sent
}

/** Makes a kit in a wallet that fails a payment with this, so many ms after it was sent. */
export function kitWhere(raw: unknown, after = 0): Upsdk {
  const failWith = ({ fail }: RawAnswers) => (after ? setTimeout(() => fail(raw), after) : fail(raw))
  rawUpsdk({ pay: failWith, qrPay: failWith, scanQRCode() {}, setTitleStyle() {} })
  return kit({ locale: 'en', presenter: recorder() })
}

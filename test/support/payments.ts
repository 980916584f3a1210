/** Payments in the hands of a test, and what is told of those that did not go well. */
import type { Upsdk } from '../../src/index'
import { kit, type RawAnswers, rawUpsdk, recorder, UNCONFIRMED } from './wallet'

/** Of a payment that native has, and whose end nobody knows. */
export const SENT = { sent: true, retry: 'never', message: UNCONFIRMED }

/** Of one that was held back. */
export const BUSY = { name: 'UpsdkError', reason: 'busy', sent: false }

/** A wallet whose payments are answered by the test. */
export function payments(): RawAnswers[] {
  const sent: RawAnswers[] = []
  rawUpsdk({ pay: (answers: RawAnswers) => void sent.push(answers) })
  return sent
}

/** A kit in a wallet that lets a payment fail with this, so many ms after it was sent. */
export function kitWhere(raw: unknown, after = 0): Upsdk {
  const failWith = ({ fail }: RawAnswers) => (after ? setTimeout(() => fail(raw), after) : fail(raw))
  rawUpsdk({ pay: failWith, qrPay: failWith, scanQRCode() {}, setTitleStyle() {} })
  return kit({ locale: 'en', presenter: recorder() })
}

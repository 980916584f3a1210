/** A page, its telemetry and its inspectors can read the kit's version. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as core from '../../src/core'
import type { CallRecord, InspectorContext } from '../../src/index'
import * as kitEntry from '../../src/index'
import { fail, succeed } from '../../wallet/simulator'
import { failureOf, kit, useWallets, wallet } from '../support/wallet'

useWallets()

const number: string = JSON.parse(readFileSync('package.json', 'utf8')).version
// The sources are the development build.
const version = `${number}-dev`

describe('the version of package.json', () => {
  it.each([
    ['upsdk-kit', kitEntry],
    ['upsdk-kit/core', core],
  ])('is exported by %s', (_path, entry) => {
    expect(entry).toMatchObject({ version })
  })

  it('is on the record of every call, whatever its outcome', async () => {
    wallet({ answers: { scanQRCode: succeed('x'), bioDetect: fail('94') } })
    const records: CallRecord[] = []
    const upsdk = kit({ onCall: (record) => void records.push(record), notify: false })
    await upsdk.scanQRCode()
    await failureOf(upsdk.bioDetect())
    upsdk.destroy()
    await failureOf(upsdk.getLocationGps())
    expect(records).toMatchObject([
      { outcome: 'success', version },
      { outcome: 'identity', version },
      { outcome: 'aborted', version },
    ])
  })

  it('is passed to an inspector when the kit is made', () => {
    wallet()
    const contexts: InspectorContext[] = []
    kit({ inspector: { step() {}, created: (context) => void contexts.push(context) } })
    expect(contexts).toMatchObject([{ version }])
  })
})

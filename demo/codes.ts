import type { CodeId, Scenario } from './scenario'

/** Makes the scenario of a face check that fails with a code. */
const face = (code: CodeId, own: Partial<Scenario> = {}): Scenario => ({
  id: code,
  group: 'code',
  action: 'bioDetect',
  answer: code,
  taps: [500],
  rawWaits: true,
  rawCode: ['upsdk.pluginReady(() =>', '  upsdk.bioDetect({ success, fail }))'],
  kitCode: ['const upsdk = createUpsdk()', 'await upsdk.bioDetect()'],
  ...own,
})

const withButton = (code: '96' | '99'): Scenario =>
  face(code, {
    leadsOn: true,
    kitCode: [`const actions = { ${code}: { run: openSettings } }`, 'await upsdk.bioDetect({}, { actions })'],
  })

export const codeScenarios: readonly Scenario[] = [
  face('c02'),
  face('c03'),
  face('c05', {
    rawWaits: false,
    rawCode: ['button.onclick = () =>', '  upsdk.bioDetect({ success, fail })'],
  }),
  face('94'),
  face('95'),
  withButton('96'),
  face('97'),
  face('98'),
  withButton('99'),
]

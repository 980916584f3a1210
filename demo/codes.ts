import type { Scenario } from './scenarios'

type Telling = Pick<Scenario, 'name' | 'chinese' | 'raw' | 'kit'> & Partial<Scenario>

/** A face check that the wallet answers with this code. */
const face = (code: string, telling: Telling): Scenario => ({
  id: code,
  group: 'code',
  action: 'bioDetect',
  answer: code,
  taps: [500],
  rawWaits: true,
  rawCode: ['upsdk.pluginReady(() =>', '  upsdk.bioDetect({ success, fail }))'],
  kitCode: ['const upsdk = createUpsdk()', 'await upsdk.bioDetect()'],
  ...telling,
})

const actions = (code: string): readonly [string, string] => [
  `const actions = { ${code}: { run: openSettings } }`,
  'await upsdk.bioDetect({}, { actions })',
]

export const codeScenarios: readonly Scenario[] = [
  face('c02', {
    name: 'No permission',
    chinese: '无权限',
    raw: 'The text that comes with it, ILLEGAL_ACCESS_EXCEPTION…, is written for developers.',
    kit: 'The user is told to try later, the developer to enable the permission.',
  }),
  face('c03', {
    name: 'Wallet too old',
    chinese: '版本过低',
    raw: 'INVALID_ACTION_EXCEPTION: this wallet does not have the method.',
    kit: 'A dialog says what helps: update the app. supports(method) is false from now on.',
  }),
  face('c05', {
    name: 'Not ready',
    chinese: '未就绪',
    rawWaits: false,
    rawCode: ['button.onclick = () =>', '  upsdk.bioDetect({ success, fail })'],
    raw: 'The bridge is up, but pluginReady was never used: every call fails with c05.',
    kit: 'The kit always sends inside pluginReady. Should c05 come all the same, it is told in plain words.',
  }),
  face('94', {
    name: 'Try tomorrow',
    chinese: '明天再试',
    raw: 'On Android a JSON string arrives where iOS gives an object; the page finds no errcode.',
    kit: 'One error on both: reason identity, retry later. A dialog says: tomorrow.',
  }),
  face('95', {
    name: 'Face not verified',
    chinese: '未通过',
    raw: '“您没有通过人像验证”: and now? In Chinese only, whatever the user reads.',
    kit: 'A toast says how to do better. retry is now: offer the button again.',
  }),
  face('96', {
    name: 'Not set up',
    chinese: '未开通',
    kitCode: actions('96'),
    raw: 'The user reads where to go, but has to find the way alone.',
    kit: 'A dialog with a button of yours: actions takes the user there.',
  }),
  face('97', {
    name: 'In no table',
    chinese: '未公开',
    raw: 'In use, but in no official table. Its text is empty.',
    kit: 'Explained as identity, with documented: false.',
  }),
  face('98', {
    name: 'In no table',
    chinese: '未公开',
    raw: 'In use, but in no official table. Its text is empty.',
    kit: 'Explained as identity, with documented: false.',
  }),
  face('99', {
    name: 'No real name',
    chinese: '未实名',
    kitCode: actions('99'),
    raw: '“用户身份未实名” states a fact and offers nothing.',
    kit: 'A dialog with a button of yours. Only where 99 means that: other methods have a 99 of their own.',
  }),
]

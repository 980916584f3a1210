import type { StoryTexts } from './storyText'

const inNoTable = {
  name: 'Not documented',
  raw: 'In use, but in no official table. Its text is empty, and the user reads JSON.',
  kit: 'Explained as a question of identity: `fail` gets words for the user.',
}

const taps = ['', '', 'twice, quickly', 'twice, and once more after 5 s']

export const en: StoryTexts = {
  groups: { code: 'Codes', more: 'Mobile number, signed pages and more' },
  tap: (button, count) => `Tap “${button}”${count > 1 ? ` ${taps[count]}` : ''}`,
  afterwards: (compare) => `, see what the user reads, then tap “${compare}” for both`,
  stories: {
    early: {
      name: 'Tapped early',
      raw: 'Until the wallet is ready, `pay` is an empty function. No tap has an effect, and no callback is ever called.',
      kit: 'The call waits until the wallet is ready, and is sent once: the payment sheet opens, one time.',
    },
    late: {
      name: 'Bridge up after 5 s',
      raw: 'Every impatient tap is queued: once the wallet is ready, the scanner opens for each of them.',
      kit: 'The first tap waits. The second is the same call, still open: it is not sent.',
    },
    after: {
      name: 'Past the deadline',
      raw: 'Nothing for 12 s. Then a payment that the user has long given up on opens by itself.',
      kit: 'After 8 s the user is told that the payment has not started. It never starts later.',
    },
    never: {
      raw: '`pluginReady` never fires, and nothing says so. The page waits for ever.',
      kit: 'The call fails after 8 s, and the user knows what to do.',
    },
    missing: {
      raw: 'The file did not load, and `upsdk` does not exist: the tap has no effect, and only the console says so.',
      kit: 'The file did not load: the user is told at once to open the page again.',
    },
    outside: {
      raw: 'In a browser `pluginReady` fires at once, yet every method is still an empty function. No button does anything.',
      kit: 'Paying leads into the app. What a browser can do as well, such as scanning, it does here. Payment, authorization and identity are never replaced.',
    },
    signed: {
      raw: '`config` was refused, and from then on every call gives c05: the user reads `config执行成功以后才能调用插件方法`.',
      kit: 'The user reads that the page has to be opened again; the developer learns that the signature is to be checked.',
    },
    paid: {
      name: 'Paid',
      raw: 'Works, once the page has thought of `pluginReady` and wrapped the callbacks.',
      kit: 'No change of the page: its callbacks run as before, and nothing is shown that it did not ask for.',
    },
    cancelled: {
      raw: '`pay` drops the code: a cancellation comes to `fail` as a failure does, and many pages show it as an error.',
      kit: 'Rejects as `cancelled`. Nothing is shown: the user knows what they did.',
    },
    unconfirmed: {
      raw: 'The page says `支付失败` (failed), yet the money may be gone: the user pays again.',
      kit: 'The user reads that the payment is not confirmed yet, and “View order” leads to the order.',
    },
    lost: {
      raw: 'No callback. This page locks its button until one comes: after one tap it is dead, and nothing is shown.',
      kit: 'After one tap nothing is shown yet, but the button stays alive. A tap soon after is not sent; one after 5 s opens a dialog that leads to the order. Only the tap after that sends the same `tn` again.',
    },
    double: {
      name: 'Double tap',
      raw: 'Two calls are sent: the payment sheet opens twice.',
      kit: 'The second tap is `busy`: not sent, and nothing is shown.',
    },
    c02: {
      name: 'No permission',
      raw: 'The user reads `ILLEGAL_ACCESS_EXCEPTION`, which is written for developers.',
      kit: 'The user reads that it cannot be used, the developer what to check on the open platform.',
    },
    c03: {
      name: 'Wallet too old',
      raw: '`INVALID_ACTION_EXCEPTION`: this wallet does not have the method.',
      kit: 'The user reads what helps: update the app.',
    },
    c05: {
      name: 'Not ready',
      raw: 'The bridge is up, but `pluginReady` was never used: every call fails with c05.',
      kit: 'The kit always sends inside `pluginReady`. Should c05 come all the same, the user reads plain words.',
    },
    94: {
      name: 'Try tomorrow',
      raw: 'On Android a JSON string arrives where iOS gives an object; the page finds no `errcode`, and shows it all.',
      kit: 'One error on both, and the user is told to try tomorrow.',
    },
    95: {
      name: 'Face not verified',
      raw: 'The text says that it failed, not what to do, and is in Chinese whatever the user reads.',
      kit: 'Says how to do better, in the user’s language.',
    },
    96: {
      name: 'Not set up',
      raw: 'The user reads where to go, but has to find the way alone.',
      kit: 'A dialog with a button of yours: `actions` takes the user there.',
    },
    97: inNoTable,
    98: inNoTable,
    99: {
      name: 'No real name',
      raw: 'The text states a fact, in Chinese, and offers nothing.',
      kit: 'A dialog with a button of yours. Only where 99 means that: other methods have a 99 of their own.',
    },
    mobile: {
      name: 'Granted',
      raw: 'upsdk lacks this method. UnionPay’s authorization button calls native itself, and waits at most 2 s for the bridge.',
      kit: 'Called like any other method: it waits for the bridge, and gives a `code` that your backend exchanges for the number.',
    },
    'mobile-refused': {
      name: 'Refused',
      raw: 'A refusal and a failure come to the same callback; many pages show it as an error.',
      kit: 'Rejects as `cancelled`. Nothing is shown: the user knows what they did.',
    },
    'mobile-c02': {
      name: 'Scope not granted',
      raw: 'The button only hands the code c02 to the page: finding words, and the cause, is left to you.',
      kit: 'The user reads plain words, the developer what to check on the open platform.',
    },
    own: {
      name: 'Own message',
      raw: 'The page has to find words for every code, in every language.',
      kit: 'After `preventDefault()` the kit shows nothing; `message` is still the text for the user.',
    },
    'wallet-toast': {
      name: 'Wallet toast',
      raw: '`showFlashInfo` shows the text as it is given: raw, in Chinese only. And it never calls back.',
      kit: 'No change of the page: what its `fail` gets are the kit’s words, in the user’s language.',
    },
    network: {
      name: 'Backend offline',
      raw: 'The user reads “Failed to fetch”.',
      kit: '`notify` explains errors of fetch and axios, and UnionPay’s codes in your backend’s answers.',
    },
  },
}

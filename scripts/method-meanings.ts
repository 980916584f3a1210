/** What the codes mean that only some methods have. There is no official text for them; this is for the page of codes. */
export interface MethodMeanings {
  methods: readonly string[]
  codes: Readonly<Record<string, string>>
}

export const methodMeanings: readonly MethodMeanings[] = [
  {
    methods: [
      'chooseFileFromAlbum',
      'readAlbumData',
      'startAudioRecording',
      'stopAudioRecording',
      'readAudioRecordingData',
      'startVideoRecording',
      'readVideoRecordingData',
      'readFaceVideoData',
      'readFaceImageData',
    ],
    codes: {
      '00': 'bad parameters',
      '01': 'internal',
      '02': 'no permission',
      '03': 'file too large',
      '04': 'other',
      '07': 'file not found',
    },
  },
  { methods: ['pay'], codes: { '01': 'cancelled by the user', '02': 'failed' } },
  {
    methods: ['collectCurrentApplet'],
    codes: {
      '01': 'already followed',
      '02': 'not in a mini-program page',
      '03': 'network',
      '04': 'cancelled by the user',
      '05': 'other',
    },
  },
  {
    methods: ['addCommonApp'],
    codes: {
      '02': 'cancelled by the user',
      '03': 'no such app',
      '04': 'already there',
      '05': 'not logged in',
      99: 'bad parameters',
    },
  },
  { methods: ['openApplet', 'prepareApplet'], codes: { 101: 'appId is empty', 102: 'no such app' } },
  {
    methods: ['shareSinglePlugin', 'showShareMorePanel'],
    codes: {
      '01': 'the channel’s app is not installed, or the call failed',
      '02': 'wrong shareType or shareId',
    },
  },
  { methods: ['recentlyUsedAppletList'], codes: { '01': 'not logged in', '02': 'other' } },
  {
    methods: ['getHCEState', 'startHCE', 'onHCEMessage', 'sendHCEMessage', 'stopHCE'],
    codes: {
      1001: 'no NFC',
      1002: 'NFC is off',
      1003: 'no HCE',
      1004: 'not the default NFC app',
      1101: 'registration failed',
      1102: 'bad AID list',
      1103: 'bad input',
      1301: 'sending failed',
      1401: 'bad input',
      1402: 'cannot unregister',
    },
  },
]

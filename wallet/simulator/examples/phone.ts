import type { DeviceMethods } from '../../../src/types/device'
import type { LocationMethods } from '../../../src/types/location'
import type { MediaMethods } from '../../../src/types/media'
import type { NetworkMethods } from '../../../src/types/network'
import type { SensorMethods } from '../../../src/types/sensors'
import { done, type Examples, invented, PICTURE, PICTURE_SIZE, RECORDING } from './example'

/** A place in Shanghai, in AMap's coordinates (GCJ-02). */
const POINT = { latitude: '31.230372', longitude: '121.473662' }
const CITY = { cityCd: '310000', cityName: '上海市' }

/** Examples for the phone, its sensors, media, network and location. */
export const phoneExamples: Examples<
  DeviceMethods & LocationMethods & MediaMethods & NetworkMethods & SensorMethods
> = {
  ...done(
    'checkIsShaking',
    'offAccelerometerChange',
    'offBeaconServiceChange',
    'offBeaconUpdate',
    'offCompassChange',
    'offGyroscopeChange',
    'onAccelerometerChange',
    'onBeaconServiceChange',
    'onBeaconUpdate',
    'onCompassChange',
    'onGyroscopeChange',
    'openLocation',
    'saveImage',
    'scanQRCodeNew',
    'startAccelerometer',
    'startBeaconDiscovery',
    'startCompass',
    'startGyroscope',
    'stopAccelerometer',
    'stopBeaconDiscovery',
    'stopCheckIsShaking',
    'stopCompass',
    'stopGyroscope',
  ),
  chooseFileFromAlbum: {
    value: { url: '/album/example.png', size: PICTURE_SIZE, filename: 'example.png' },
  },
  chooseImage: { value: { base64: PICTURE, type: 'png' } },
  chooseLocation: {
    value: {
      ...POINT,
      name: '人民广场',
      address: '上海市黄浦区人民大道',
      provinceName: '上海市',
      cityName: '上海市',
    },
  },
  getBatteryInfo: invented({ level: 80, isCharging: false }),
  getBeacons: invented({
    beacons: [{ uuid: 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825', major: '1', minor: '1', rssi: '-60' }],
  }),
  getCurrentLocationCity: invented(CITY),
  getFontSizeLevel: invented({ level: '1' }),
  getLocation: invented({ ...POINT, ...CITY, accuracy: '30' }),
  getLocationCity: { value: CITY.cityCd },
  getLocationGps: { value: POINT },
  getMuteState: invented({ isMute: '0' }),
  getNotificationState: invented({ isOpen: '1' }),
  getScreenBrightness: { value: { brightness: '0.5' } },
  getScreenParams: invented({ width: 390, height: 844, pixelRatio: 3 }),
  getSystemInfo: invented({
    platform: 'android',
    system: 'Android 14',
    brand: 'example',
    model: 'example',
    language: 'zh_CN',
    version: '10.1.0',
    screenWidth: 390,
    screenHeight: 844,
    windowWidth: 390,
    windowHeight: 756,
    statusBarHeight: 44,
    pixelRatio: 3,
  }),
  getUserLocation: invented({ ...POINT, ...CITY, accuracy: '30' }),
  getVersionInfo: invented({ version: '10.1.0', clientVersion: '310' }),
  openCityPage: invented(CITY),
  readAlbumData: { value: { data: PICTURE, isFinished: '1' } },
  readAudioRecordingData: { value: { data: RECORDING, isFinished: '1' } },
  readVideoRecordingData: { value: { data: RECORDING, isFinished: '1' } },
  scanQRCode: { value: 'https://example.com/table/7' },
  sendRequest: {
    value: ({ dataType }) => ({ message: dataType === 'json' ? { resp: '00', msg: 'example' } : 'example' }),
  },
  setScreenBrightness: { value: ({ brightness }) => ({ brightness: String(brightness || '0') }) },
  uniqueIdentifier: invented({ uniqueIdentifier: '00000000-0000-4000-8000-000000000000' }),
}

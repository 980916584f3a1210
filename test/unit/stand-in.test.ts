/** The page's own address of upsdk.js, behind that of the stand-in. */
import { expect, it } from 'vitest'
import { standsInFor } from '../../src/wallet/sdkFile'

it.each([
  [
    '/@upsdk-kit/upsdk.js?https://open.95516.com/s/open/js/upsdk.js',
    'https://open.95516.com/s/open/js/upsdk.js',
  ],
  [
    '/@upsdk-kit/upsdk.js?https:/open.95516.com/s/open/js/upsdk.js',
    'https://open.95516.com/s/open/js/upsdk.js',
  ],
  ['/@upsdk-kit/upsdk.js?//open.95516.com/upsdk.js?v=1', '//open.95516.com/upsdk.js?v=1'],
  ['/@upsdk-kit/upsdk.js?/js/upsdk.js', '/js/upsdk.js'],
])('%s is for %s', (address, own) => expect(standsInFor(address)).toBe(own))

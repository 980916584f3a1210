import type { NavigationMethods } from '../../../src/types/navigation'
import type { PageMethods } from '../../../src/types/page'
import type { ShareMethods } from '../../../src/types/share'
import { done, type Examples, invented } from './example'

/** Examples for the page's surroundings, for navigation and for sharing. */
export const pageExamples: Examples<NavigationMethods & PageMethods & ShareMethods> = {
  ...done(
    'autoGoBack',
    'downloadApp',
    'hideShareMenu',
    'navigateBack',
    'navigateTo',
    'openAppInfoByIdExt',
    'openAppSetting',
    'openCodeInPage',
    'openRNPage',
    'openWXApplet',
    'reLaunch',
    'redirectTo',
    'registerLifecycle',
    'setAppletShareBaseInfo',
    'setAppletShareInfo',
    'setMenuBarStyle',
    'switchTab',
  ),
  getMenuButtonBundingClientRect: invented({
    width: 87,
    height: 32,
    top: 48,
    right: 383,
    bottom: 80,
    left: 296,
  }),
  shareSinglePlugin: invented(({ shareId }) => ({ shareId: String(shareId) })),
  showShareMorePanel: invented({ shareId: '3' }),
}

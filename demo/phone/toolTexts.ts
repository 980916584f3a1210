import type { ToolName } from './tools'

export interface ToolTexts {
  heading: string
  /** The text in place of a result before there is one. */
  hint: string
  tools: Readonly<Record<ToolName, string>>
}

/** The texts about methods that the page can try outside the wallet. */
export const toolTexts: Readonly<Record<string, ToolTexts>> = {
  'zh-Hans': {
    heading: '更多功能',
    hint: '点一项试试',
    tools: {
      scan: '扫一扫',
      picture: '选图片',
      file: '选文件',
      save: '保存图片',
      place: '定位',
      map: '查看地图',
      route: '路线',
      share: '分享',
      storage: '本地存储',
      toast: '轻提示',
      title: '标题',
      request: '网络请求',
      vibrate: '振动',
      bright: '屏幕常亮',
      system: '设备信息',
      battery: '电量',
    },
  },
  'zh-Hant': {
    heading: '更多功能',
    hint: '點一項試試',
    tools: {
      scan: '掃一掃',
      picture: '選圖片',
      file: '選檔案',
      save: '儲存圖片',
      place: '定位',
      map: '查看地圖',
      route: '路線',
      share: '分享',
      storage: '本機儲存',
      toast: '輕提示',
      title: '標題',
      request: '網絡請求',
      vibrate: '震動',
      bright: '保持螢幕開啟',
      system: '裝置資訊',
      battery: '電量',
    },
  },
  en: {
    heading: 'More on this page',
    hint: 'Try one.',
    tools: {
      scan: 'Scan',
      picture: 'Picture',
      file: 'File',
      save: 'Save image',
      place: 'Location',
      map: 'Map',
      route: 'Route',
      share: 'Share',
      storage: 'Storage',
      toast: 'Toast',
      title: 'Title',
      request: 'Request',
      vibrate: 'Vibrate',
      bright: 'Screen on',
      system: 'System',
      battery: 'Battery',
    },
  },
}

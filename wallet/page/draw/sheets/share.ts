import { isObject, leadsBack, readString } from '../../../../src/internalsWithoutDom'
import { SHARE_CHANNELS } from '../../../simulator/special'
import { fill, icon, make, on } from '../../../view/element'
import { drawnSheet, type SheetTexts } from './drawnSheet'

/** A frame with a hill, crossed out. */
const NO_PICTURE = 'M4 5h16v14H4zM4 16l5-5 7 7M4 4l16 16'

/** Lists the ids of the channels that a share names. A share through one channel has only that one. */
function channelsOf(params: unknown): string[] {
  const one = readString(params, 'shareId')
  if (one) return [one]
  const list = isObject(params) && Array.isArray(params.shareList) ? (params.shareList as unknown[]) : []
  const ids = list.map((entry) => readString(entry, 'shareId') || '').filter(Boolean)
  return ids.length ? ids : SHARE_CHANNELS
}

interface ShareTexts extends SheetTexts {
  readonly shareTo: string
  readonly channels: Readonly<Record<string, string>>
  readonly leadsBack: string
  readonly leadsToBrowser: string
  readonly noLink: string
  readonly noPicture: (address: string) => string
}

const zh: ShareTexts = {
  heading: '分享',
  act: '分享',
  shareTo: '分享到',
  channels: { 0: '微信好友', 1: '朋友圈', 3: 'QQ', 4: '微博', 5: '短信', 6: '复制链接', 7: '更多' },
  leadsBack: '打开后回到小程序',
  leadsToBrowser: '打开后进入浏览器，不会回到小程序：请用 shareLink 生成链接',
  noLink: '没有链接',
  noPicture: (address) => `图片没有加载出来：${address}`,
}

const en: ShareTexts = {
  heading: 'Share',
  act: 'Share',
  shareTo: 'Share to',
  channels: {
    0: 'WeChat',
    1: 'Moments',
    3: 'QQ',
    4: 'Weibo',
    5: 'Text message',
    6: 'Copy link',
    7: 'More',
  },
  leadsBack: 'Opens the mini-program again',
  leadsToBrowser: 'Opens a browser, not the mini-program: make the link with shareLink',
  noLink: 'No link',
  noPicture: (address) => `The picture did not load: ${address}`,
}

/** The sheet of shares: what a receiver would see, and where the link leads. */
export const share = drawnSheet({ 'zh-Hans': zh, en }, ({ question, words }) => {
  const { params } = question
  const address = readString(params, 'shareUrl') || ''
  const picture = readString(params, 'picUrl')
  const channel = make('select')
  for (const id of channelsOf(params))
    channel.appendChild(make('option', { value: id }, words.channels[id] || id))
  const isBack = leadsBack(address)
  const thumb = make('span', { class: 'thumb' })
  const card = make(
    'div',
    { class: 'card' },
    thumb,
    make(
      'div',
      {},
      make('strong', {}, readString(params, 'title') || words.untitled),
      make('div', { class: 'soft' }, readString(params, 'desc') || ''),
    ),
  )
  if (picture) {
    const image = make('img', { src: picture, alt: '' })
    on(image, 'error', () => {
      fill(thumb, icon(NO_PICTURE))
      const note = { class: 'note bad', role: 'alert', 'data-part': 'no-picture' }
      card.after(make('p', note, words.noPicture(picture)))
    })
    fill(thumb, image)
  }
  return {
    elements: [
      card,
      make('p', { class: 'mono' }, address || words.noLink),
      address
        ? make('p', { class: isBack ? 'note' : 'note bad' }, isBack ? words.leadsBack : words.leadsToBrowser)
        : make('span'),
      make('label', { class: 'field' }, make('span', {}, words.shareTo), channel),
    ],
    value: () => channel.value,
  }
})

import { isObject, leadsBack, readString } from '../../../../src/plainTools'
import { make } from '../../../view/element'
import type { MakeBody } from './body'

/** upsdk's own channels if the page names none. */
const CHANNELS = ['0', '1', '3', '4', '5', '6', '7']

/** Lists the ids of the channels that a share names. A share through one channel has only that one. */
function channelsOf(params: unknown): string[] {
  const one = readString(params, 'shareId')
  if (one) return [one]
  const list = isObject(params) && Array.isArray(params.shareList) ? (params.shareList as unknown[]) : []
  const ids = list.map((entry) => readString(entry, 'shareId') || '').filter(Boolean)
  return ids.length ? ids : CHANNELS
}

/** The body for shares: what a receiver would see, and where the link leads. */
export const share: MakeBody = ({ question, words }) => {
  const { params } = question
  const address = readString(params, 'shareUrl') || ''
  const picture = readString(params, 'picUrl')
  const channel = make('select')
  for (const id of channelsOf(params))
    channel.appendChild(make('option', { value: id }, words.channels[id] || id))
  const isBack = leadsBack(address)
  return {
    elements: [
      make(
        'div',
        { class: 'card' },
        picture ? make('img', { src: picture, alt: '' }) : make('span', { class: 'thumb' }),
        make(
          'div',
          {},
          make('strong', {}, readString(params, 'title') || words.untitled),
          make('div', { class: 'soft' }, readString(params, 'desc') || ''),
        ),
      ),
      make('p', { class: 'mono' }, address || words.noLink),
      address
        ? make('p', { class: isBack ? 'note' : 'note bad' }, isBack ? words.leadsBack : words.leadsToBrowser)
        : make('span'),
      make('label', { class: 'field' }, make('span', {}, words.shareTo), channel),
    ],
    value: () => channel.value,
  }
}

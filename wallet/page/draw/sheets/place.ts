import { isObject } from '../../../../src/internalsWithoutDom'
import { make, on } from '../../../view/element'
import { drawnSheet, type SheetTexts } from './drawnSheet'

/** A place to choose, with GCJ-02 coordinates. */
type NamedPlace = readonly [
  name: string,
  address: string,
  longitude: string,
  latitude: string,
  province: string,
  city: string,
]

interface PlaceTexts extends SheetTexts {
  readonly places: readonly NamedPlace[]
  readonly place: string
  readonly longitude: string
  readonly latitude: string
}

const zh: PlaceTexts = {
  heading: '选择位置',
  act: '选这里',
  places: [
    ['上海外滩', '上海市黄浦区中山东一路', '121.490317', '31.241701', '上海市', '上海市'],
    ['北京天安门', '北京市东城区东长安街', '116.397455', '39.909187', '北京市', '北京市'],
    ['广州塔', '广东省广州市海珠区阅江西路222号', '113.324587', '23.106428', '广东省', '广州市'],
    ['成都春熙路', '四川省成都市锦江区春熙路', '104.077642', '30.655312', '四川省', '成都市'],
    ['香港维多利亚港', '香港特别行政区尖沙咀', '114.171994', '22.293486', '香港特别行政区', '香港'],
  ],
  place: '位置',
  longitude: '经度（GCJ-02）',
  latitude: '纬度（GCJ-02）',
}

const en: PlaceTexts = {
  heading: 'Choose a place',
  act: 'Choose this place',
  places: [
    ['The Bund', 'Zhongshan East 1st Road, Shanghai', '121.490317', '31.241701', 'Shanghai', 'Shanghai'],
    ["Tian'anmen", "East Chang'an Avenue, Beijing", '116.397455', '39.909187', 'Beijing', 'Beijing'],
    [
      'Canton Tower',
      '222 Yuejiang West Road, Guangzhou',
      '113.324587',
      '23.106428',
      'Guangdong',
      'Guangzhou',
    ],
    ['Chunxi Road', 'Jinjiang, Chengdu', '104.077642', '30.655312', 'Sichuan', 'Chengdu'],
    ['Victoria Harbour', 'Tsim Sha Tsui, Hong Kong', '114.171994', '22.293486', 'Hong Kong', 'Hong Kong'],
  ],
  place: 'Place',
  longitude: 'Longitude (GCJ-02)',
  latitude: 'Latitude (GCJ-02)',
}

/** The sheet of places: a list of named places, with coordinates to edit. */
export const place = drawnSheet({ 'zh-Hans': zh, en }, ({ words, example }) => {
  const list = make('select')
  words.places.forEach(([name], index) => {
    list.appendChild(make('option', { value: index }, name))
  })
  const longitude = make('input', { type: 'number', step: 'any' })
  const latitude = make('input', { type: 'number', step: 'any' })
  const current = () => words.places[Number(list.value)]
  const show = () => {
    const [, , east = '', north = ''] = current() || []
    longitude.value = east
    latitude.value = north
  }
  on(list, 'change', show)
  show()
  return {
    elements: [
      make('label', { class: 'field' }, make('span', {}, words.place), list),
      make(
        'div',
        { class: 'pair' },
        make('label', { class: 'field' }, make('span', {}, words.longitude), longitude),
        make('label', { class: 'field' }, make('span', {}, words.latitude), latitude),
      ),
    ],
    value() {
      const [name = '', address = '', , , provinceName, cityName] = current() || []
      const shape = isObject(example.value) ? example.value : {}
      const coordinates = { longitude: longitude.value, latitude: latitude.value }
      return { ...shape, name, address, ...coordinates, provinceName, cityName }
    },
  }
})

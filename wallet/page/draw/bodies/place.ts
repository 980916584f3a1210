import { isObject } from '../../../../src/plainTools'
import { make, on } from '../../../view/element'
import type { MakeBody } from './body'

/** The body for places: a list of named places, with coordinates to edit. */
export const place: MakeBody = ({ words, example }) => {
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
}

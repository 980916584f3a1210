import { icon, make } from '../../../view/element'
import { drawnSheet } from './drawnSheet'

const FACE = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-6 7.5-6s6.500 2 7.500 6'

const texts = {
  'zh-Hans': { heading: '人像验证', act: '通过验证', lookAtCamera: '请正对镜头' },
  en: { heading: 'Face verification', act: 'Pass the check', lookAtCamera: 'Look at the camera' },
}

/** The sheet of a face verification. */
export const face = drawnSheet(texts, ({ words }) => ({
  elements: [
    make(
      'div',
      { class: 'hero' },
      make('div', { class: 'face' }, icon(FACE)),
      make('strong', {}, words.lookAtCamera),
    ),
  ],
}))

import { isObject } from '../../../../src/plainTools'
import { make, on } from '../../../view/element'
import { drawnSheet } from './drawnSheet'

/** upsdk's own limits if a page gives none (upsdk-behaviour §4). */
const LIMITS = { maxWidth: 500, maxHeight: 1000 }

/** Reads a size, which pages give as a number or as text. */
function limitOf(params: unknown, name: keyof typeof LIMITS): number {
  const given = Number(isObject(params) ? params[name] : undefined)
  return given > 0 ? given : LIMITS[name]
}

const texts = {
  'zh-Hans': {
    heading: '选择图片',
    chooseFile: '选择图片文件',
    samplePicture: '用示例图片',
    sample: '示例图片',
    chosen: '已选择',
  },
  en: {
    heading: 'Choose a picture',
    chooseFile: 'Choose a picture file',
    samplePicture: 'Use the sample picture',
    sample: 'sample picture',
    chosen: 'Chosen',
  },
}

/** The sheet of pictures: one from the computer, scaled as native does, or a sample. */
export const picture = drawnSheet(texts, ({ question, words }) => {
  let chosen: File | undefined
  const file = make('input', { type: 'file', accept: 'image/*' })
  const name = make('p', { class: 'soft', role: 'status' }, `${words.chosen}: ${words.sample}`)
  const use = (picked: File | undefined) => {
    chosen = picked
    name.textContent = `${words.chosen}: ${picked ? picked.name : words.sample}`
  }
  on(file, 'change', () => use(Array.from(file.files || [])[0]))
  const sample = make('button', {
    type: 'button',
    class: 'plain',
    onclick: () => {
      file.value = ''
      use(undefined)
    },
  })
  sample.textContent = words.samplePicture
  return {
    elements: [
      make('label', { class: 'field' }, make('span', {}, words.chooseFile), file),
      make('div', { class: 'row' }, sample, name),
    ],
    value: () => scaled(chosen, limitOf(question.params, 'maxWidth'), limitOf(question.params, 'maxHeight')),
    isKept: false,
  }
})

async function scaled(
  file: File | undefined,
  maxWidth: number,
  maxHeight: number,
): Promise<{ base64: string; type: string }> {
  const image =
    file && typeof createImageBitmap === 'function'
      ? await createImageBitmap(file).catch(() => undefined)
      : undefined
  const { width, height } = image || { width: 320, height: 240 }
  const scale = Math.min(1, maxWidth / width, maxHeight / height)
  const canvas = make('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (context && image) context.drawImage(image, 0, 0, canvas.width, canvas.height)
  else if (context) drawSample(context, canvas.width, canvas.height)
  return { base64: canvas.toDataURL('image/jpeg', 0.85).split(',')[1] || '', type: 'jpg' }
}

/** Draws the sample: a sky, a sun and a hill. */
function drawSample(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.fillStyle = '#bfe3ea'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#f4b63f'
  context.beginPath()
  context.arc(width * 0.75, height * 0.3, height * 0.12, 0, 7)
  context.fill()
  context.fillStyle = '#2f7d5b'
  context.beginPath()
  context.arc(width * 0.35, height * 1.25, height * 0.7, 0, 7)
  context.fill()
}

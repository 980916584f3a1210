import { isObject } from '../../../../src/internalsWithoutDom'
import { PICTURE_LIMITS } from '../../../simulator/special'
import { make } from '../../../view/element'
import { drawnSheet } from './drawnSheet'
import { fileButton } from './fileButton'

/** Reads a limit of the size, which pages give as a number or as text. upsdk has its own if a page gives none. */
function limitOf(params: unknown, name: keyof typeof PICTURE_LIMITS): number {
  const given = Number(isObject(params) ? params[name] : undefined)
  return given > 0 ? given : PICTURE_LIMITS[name]
}

const texts = {
  'zh-Hans': {
    heading: '选择图片',
    act: '用这张',
    chooseFile: '选择图片',
    notPicture: '不是浏览器能读的图片',
    samplePicture: '用示例图片',
    sample: '示例图片',
  },
  en: {
    heading: 'Choose a picture',
    act: 'Use this picture',
    chooseFile: 'Choose a picture',
    notPicture: 'not a picture that the browser can read',
    samplePicture: 'Use the sample picture',
    sample: 'sample picture',
  },
}

/** The sheet of pictures: one from the computer, scaled as native does, or a sample. It shows what the page gets. */
export const picture = drawnSheet(texts, ({ question, words }) => {
  const maxWidth = limitOf(question.params, 'maxWidth')
  const maxHeight = limitOf(question.params, 'maxHeight')
  const name = make('p', { class: 'soft', role: 'status' })
  // No `img`: a strict policy of the page blocks `data:` and `blob:` addresses.
  const canvas = make('canvas', { class: 'preview', role: 'img', 'data-part': 'preview' })
  const context = canvas.getContext('2d')
  let drawn: Promise<unknown> = Promise.resolve()

  function draw(width: number, height: number, text: string, image?: ImageBitmap): void {
    const scale = Math.min(1, maxWidth / width, maxHeight / height)
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    if (context && image) context.drawImage(image, 0, 0, canvas.width, canvas.height)
    else if (context) drawSample(context, canvas.width, canvas.height)
    name.textContent = `${text} · ${canvas.width} × ${canvas.height}`
    canvas.setAttribute('aria-label', name.textContent)
  }
  const useSample = () => draw(320, 240, words.sample)
  async function use(file: File): Promise<void> {
    const image =
      typeof createImageBitmap === 'function'
        ? await createImageBitmap(file).catch(() => undefined)
        : undefined
    if (image) draw(image.width, image.height, file.name, image)
    else name.textContent = `${file.name}: ${words.notPicture}`
  }
  useSample()
  return {
    elements: [
      canvas,
      name,
      make(
        'div',
        { class: 'row' },
        ...fileButton(words.chooseFile, (file) => {
          drawn = use(file)
        }),
        make('button', { type: 'button', class: 'plain', onclick: useSample }, words.samplePicture),
      ),
    ],
    async value() {
      await drawn
      return { base64: canvas.toDataURL('image/jpeg', 0.85).split(',')[1] || '', type: 'jpg' }
    },
    isKept: false,
  }
})

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

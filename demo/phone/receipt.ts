import { make } from '../dom'

/** Draws a small picture to save, as base64 text of a PNG. */
export function drawReceipt(lang: string): string {
  const canvas = make('canvas', { width: '240', height: '160' })
  const drawing = canvas.getContext('2d')
  if (!drawing) return ''
  drawing.fillStyle = '#f5e8d8'
  drawing.fillRect(0, 0, 240, 160)
  drawing.fillStyle = '#9c4a1a'
  drawing.fillRect(0, 0, 240, 12)
  drawing.textAlign = 'center'
  drawing.font = '600 22px system-ui, sans-serif'
  drawing.fillText(lang === 'en' ? 'Half Sugar' : '半糖咖啡', 120, 72)
  drawing.font = '40px system-ui, sans-serif'
  drawing.fillText('A12', 120, 126)
  return canvas.toDataURL('image/png')
}

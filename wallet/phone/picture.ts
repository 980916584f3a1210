/**
 * Saves the phone as a picture. The browser itself captures its tab and crops it to the phone, so that the picture has
 * what the screen has: frames, pictures of other origins and what is drawn over the page. The developer allows each.
 */

import { pause } from '../shared/pause'

/** Why there is no picture: the browser cannot capture a part of its tab, or another tab was chosen, or none. */
export type PictureFailure = 'cannot' | 'other' | 'refused'

/** Chrome's and Edge's. */
interface WithCropTarget {
  readonly CropTarget?: { fromElement(element: Element): Promise<unknown> }
}
type CroppedTrack = MediaStreamTrack & { cropTo(target: unknown): Promise<void> }

/** The browser says above the page that it is captured, so that the page is laid out again. In ms. */
const SETTLES = 500
const NUDGES_EVERY = 50

export async function takePicture(element: HTMLElement): Promise<Blob | PictureFailure> {
  const { CropTarget } = window as WithCropTarget
  // An address without TLS has no `mediaDevices`.
  if (!CropTarget || !navigator.mediaDevices?.getDisplayMedia) return 'cannot'
  const asked = { video: true, audio: false, preferCurrentTab: true, selfBrowserSurface: 'include' }
  const stream = await navigator.mediaDevices.getDisplayMedia(asked).catch(() => undefined)
  const track = stream?.getVideoTracks()[0] as CroppedTrack | undefined
  if (!stream || !track) return 'refused'
  const video = document.createElement('video')
  // A tab that paints nothing new gives no frames.
  const nudge = setInterval(() => {
    element.style.opacity = element.style.opacity ? '' : '0.999'
  }, NUDGES_EVERY)
  try {
    video.muted = true
    // Before the crop: what comes later may get no frame.
    video.srcObject = stream
    await track.cropTo(await CropTarget.fromElement(element))
    await video.play()
    await pause(SETTLES)
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob || 'cannot')))
  } catch {
    // Another tab or a window cannot be cropped to an element of this one.
    return 'other'
  } finally {
    clearInterval(nudge)
    element.style.opacity = ''
    track.stop()
    video.srcObject = null
  }
}

/**
 * Saves the phone as a picture, cut out of the tab as the browser itself captures it, so that the picture has what the
 * screen has: frames, pictures of other origins and what is drawn over the page. The developer allows each.
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
    video.srcObject = stream
    await video.play()
    await pause(SETTLES)
    const canvas = cutOut(video, element)
    // Only this tab can be cropped to an element of its own. The crop itself is not waited for: after it, a tab that
    // paints little may give no frame.
    await track.cropTo(await CropTarget.fromElement(element))
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

/** Cuts an element out of a frame of the whole tab. */
function cutOut(video: HTMLVideoElement, element: HTMLElement): HTMLCanvasElement {
  const { left, top, width, height } = element.getBoundingClientRect()
  const [x, y] = [video.videoWidth / window.innerWidth, video.videoHeight / window.innerHeight]
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * x)
  canvas.height = Math.round(height * y)
  canvas
    .getContext('2d')
    ?.drawImage(video, left * x, top * y, width * x, height * y, 0, 0, canvas.width, canvas.height)
  return canvas
}

import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** How far below the window an element is prepared: what it shows is there once it is reached. */
const AHEAD = '600px'

/** Runs something once, when an element comes into view or is about to. */
export function whenSeen(element: Ref<HTMLElement | undefined>, run: () => void): void {
  let observer: IntersectionObserver | undefined
  onMounted(() => {
    if (!element.value) return
    observer = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return
        observer?.disconnect()
        run()
      },
      { rootMargin: AHEAD },
    )
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
}

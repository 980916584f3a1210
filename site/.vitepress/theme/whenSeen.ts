import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** Runs something once, a little before an element comes into view, so that what it shows is there by then. */
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
      { rootMargin: '600px' },
    )
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
}

import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** Runs something once, when an element comes into view. */
export function whenSeen(element: Ref<HTMLElement | undefined>, run: () => void): void {
  let observer: IntersectionObserver | undefined
  onMounted(() => {
    if (!element.value) return
    observer = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting) return
      observer?.disconnect()
      run()
    })
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
}
